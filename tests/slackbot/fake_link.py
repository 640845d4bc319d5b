"""Socket Mode of a fake Slack: web sockets, envelopes and their acknowledgements, and all ways to end one."""

import asyncio
import itertools
import json
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from slackbot.fake_calls import PATIENCE, Calls
from slackbot.fake_workspaces import Known

CONNECTIONS = 10
"""Web sockets that an app may have at once."""

_numbers = itertools.count(1)


@dataclass(slots=True)
class Link:
    """The web sockets that are open, and what came back over them."""

    known: Known
    calls: Calls
    loop: asyncio.AbstractEventLoop
    sockets: dict[web.WebSocketResponse, asyncio.BaseTransport | None] = field(default_factory=dict)
    opened: int = 0
    """How many web sockets there have been."""
    acknowledged: dict[str, Any] = field(default_factory=dict)
    """The payload of each envelope that was acknowledged; None for one without."""
    twice: list[str] = field(default_factory=list)
    """Envelopes that were acknowledged again."""

    async def take_socket(self, request: web.Request) -> web.StreamResponse:
        """Serve a web socket as long as it lasts."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.known.tickets:
            return web.Response(status=408)
        self.known.tickets.remove(ticket)
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if len(self.sockets) >= CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        await socket.send_json({"type": "hello", "num_connections": len(self.sockets) + 1})
        with self.calls.changed:
            self.sockets[socket] = request.transport
            self.opened += 1
            self.calls.changed.notify_all()
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._take_frame(frame.data)
        finally:
            with self.calls.changed:
                del self.sockets[socket]
                self.calls.changed.notify_all()
        return socket

    def send(self, kind: str, payload: dict[str, Any], *, retry: int = 0) -> str:
        """Send an envelope over one of the web sockets; return its id."""
        identifier = f"envelope-{next(_numbers)}"
        envelope = {
            "envelope_id": identifier,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        self._send(json.dumps(envelope))
        return identifier

    def answer_to(self, identifier: str) -> Any:
        """Wait until an envelope is acknowledged, and return the payload of the answer."""
        self.calls.wait(lambda: identifier in self.acknowledged, f"the acknowledgement of {identifier}")
        return self.acknowledged[identifier]

    def wait_for_sockets(self, opened: int) -> None:
        """Wait until so many web sockets have been opened in all, and one is open."""
        self.calls.wait(lambda: self.opened >= opened and bool(self.sockets), f"web socket {opened}")

    def wait_for_no_socket(self) -> None:
        """Wait until all web sockets are closed."""
        self.calls.wait(lambda: not self.sockets, "the end of the web sockets")

    def warn(self) -> None:
        """Say that the web socket will end in some seconds."""
        self._send(json.dumps({"type": "disconnect", "reason": "warning", "debug_info": {"host": "fake"}}))

    def refresh(self) -> None:
        """Ask for another web socket in this one's place; Slack leaves closing it to the app."""
        self._send(json.dumps({"type": "disconnect", "reason": "refresh_requested", "debug_info": {"host": "fake"}}))

    def write(self, frame: str) -> None:
        """Send anything at all."""
        self._send(frame)

    def close(self) -> None:
        """Close the web sockets in order."""
        for socket in list(self.sockets):
            self._run(socket.close())

    def drop(self) -> None:
        """Cut the connections without a word."""

        for transport in list(self.sockets.values()):
            if isinstance(transport, asyncio.WriteTransport):
                self.loop.call_soon_threadsafe(transport.abort)

    def _take_frame(self, text: str) -> None:
        frame = json.loads(text)
        with self.calls.changed:
            identifier = frame["envelope_id"]
            if identifier in self.acknowledged:
                self.twice.append(identifier)
            self.acknowledged[identifier] = frame.get("payload")
            self.calls.changed.notify_all()

    def _send(self, text: str) -> None:
        self.calls.wait(lambda: bool(self.sockets), "a web socket")
        self._run(list(self.sockets)[next(_numbers) % len(self.sockets)].send_str(text))

    def _run(self, work: Coroutine[Any, Any, Any]) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)
