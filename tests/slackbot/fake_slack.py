"""Slack on this machine: web sockets as Socket Mode has them, and a Web API that fails all other calls."""

import asyncio
import json
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from aiohttp import WSMsgType, web

if TYPE_CHECKING:
    from concurrent.futures import Future

PATIENCE = 20

_Result = TypeVar("_Result")


@dataclass(slots=True)
class FakeSlack:
    """Slack on a free port, in a loop of its own; its methods may be called from any other thread."""

    loop: asyncio.AbstractEventLoop
    url: str = ""
    calls: list[str] = field(default_factory=list)
    """The methods that were called, in order."""
    refusals: list[str] = field(default_factory=list)
    """What the next calls of ``apps.connections.open`` are answered instead of an address."""
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    """The web sockets that were opened, in order."""
    _closed: list[int | None] = field(default_factory=list)
    _transports: list[asyncio.Transport] = field(default_factory=list)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _acknowledged: dict[str, "asyncio.Future[dict[str, Any]]"] = field(default_factory=dict)
    _envelopes: Iterator[int] = field(default_factory=count)

    def wait_for_sockets(self, number: int) -> None:
        """Return when so many web sockets have been opened since the beginning."""
        self._run(self._wait_for(lambda: len(self.sockets) >= number)).result(PATIENCE)

    def wait_for_ends(self, number: int) -> list[int | None]:
        """Return how web sockets ended, once so many have: 1000 where the bot closed one as it should be."""
        self._run(self._wait_for(lambda: len(self._closed) >= number)).result(PATIENCE)
        return self._closed

    def deliver(self, kind: str, payload: object, *, socket: int = -1) -> dict[str, Any]:
        """Send an envelope and return the frame that acknowledges it."""
        return self.begin_delivery(kind, payload, socket=socket).result(PATIENCE)

    def begin_delivery(self, kind: str, payload: object, *, socket: int = -1) -> "Future[dict[str, Any]]":
        """Send an envelope, without waiting for what acknowledges it."""
        envelope_id = f"envelope-{next(self._envelopes)}"
        frame = {"envelope_id": envelope_id, "type": kind, "payload": payload, "accepts_response_payload": True}
        return self._run(self._deliver(envelope_id, frame, socket))

    def send(self, frame: object, *, socket: int = -1) -> None:
        """Send a frame that nothing acknowledges."""
        self._run(self.sockets[socket].send_str(json.dumps(frame))).result(PATIENCE)

    def ask_to_move(self, *, socket: int = -1) -> None:
        """Say that a web socket will be closed soon, as Slack does every few hours."""
        self.send({"type": "disconnect", "reason": "refresh_requested"}, socket=socket)

    def drop(self, *, socket: int = -1) -> None:
        """Break a web socket off without a word."""
        self.loop.call_soon_threadsafe(self._transports[socket].abort)

    def _run(self, work: Coroutine[Any, Any, _Result]) -> "Future[_Result]":
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    async def _wait_for(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await self._changed.wait_for(holds)

    async def _deliver(self, envelope_id: str, frame: object, socket: int) -> dict[str, Any]:
        acknowledged: asyncio.Future[dict[str, Any]] = self.loop.create_future()
        self._acknowledged[envelope_id] = acknowledged
        await self.sockets[socket].send_str(json.dumps(frame))
        return await acknowledged

    async def take_call(self, request: web.Request) -> web.Response:
        self.calls.append(request.match_info["method"])
        if request.match_info["method"] != "apps.connections.open":
            return web.json_response({"ok": False, "error": "internal_error"}, status=500)
        if self.refusals:
            return web.json_response({"ok": False, "error": self.refusals.pop(0)})
        address = self.url.replace("http://", "ws://").replace("/api/", f"/link?ticket={len(self.calls)}")
        return web.json_response({"ok": True, "url": address})

    async def take_socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        assert request.transport is not None
        async with self._changed:
            self.sockets.append(socket)
            self._transports.append(request.transport)
            self._changed.notify_all()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                frame = message.json()
                self._acknowledged.pop(frame["envelope_id"]).set_result(frame)
        async with self._changed:
            self._closed.append(socket.close_code)
            self._changed.notify_all()
        return socket


@contextmanager
def running_slack() -> Iterator[FakeSlack]:
    """Run a FakeSlack in a thread of its own."""
    loop = asyncio.new_event_loop()
    slack = FakeSlack(loop)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(start(slack), loop).result()
    try:
        yield slack
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def start(slack: FakeSlack) -> web.AppRunner:
    application = web.Application()
    application.router.add_route("*", "/api/{method}", slack.take_call)
    application.router.add_get("/link", slack.take_socket)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    return runner
