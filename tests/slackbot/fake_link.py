"""Socket Mode of a fake Slack: web sockets, envelopes and their acknowledgements, and all ways to end one."""

import asyncio
import itertools
import json
import random
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
    """The web sockets, open ones and those of the past, and what came back over them."""

    known: Known
    calls: Calls
    loop: asyncio.AbstractEventLoop
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    """All there have been, in order."""
    ends: list[int | None] = field(default_factory=list)
    """How web sockets ended, in order: 1000 by the bot, and as it should be."""
    acknowledged: dict[str, Any] = field(default_factory=dict)
    """The payload of each envelope that was acknowledged; None for one without."""
    twice: list[str] = field(default_factory=list)
    """Envelopes that were acknowledged again."""
    _transports: dict[web.WebSocketResponse, asyncio.BaseTransport | None] = field(default_factory=dict)

    @property
    def open_sockets(self) -> list[web.WebSocketResponse]:
        """Those over which something can be sent."""
        return [socket for socket, transport in self._transports.items() if transport and not transport.is_closing()]

    async def take_socket(self, request: web.Request) -> web.StreamResponse:
        """Serve a web socket as long as it lasts."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.known.tickets:
            return web.Response(status=408)
        self.known.tickets.remove(ticket)
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if len(self._transports) >= CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        await socket.send_json({"type": "hello", "num_connections": len(self._transports) + 1})
        with self.calls.changed:
            self.sockets.append(socket)
            self._transports[socket] = request.transport
            self.calls.changed.notify_all()
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._take_frame(frame.data)
        finally:
            with self.calls.changed:
                del self._transports[socket]
                self.ends.append(socket.close_code)
                self.calls.changed.notify_all()
        return socket

    def send(self, kind: str, payload: object, *, socket: int | None = None) -> str:
        """Send an envelope over a web socket, any that is open unless one is named; return the envelope's id."""
        identifier = f"envelope-{next(_numbers)}"
        envelope = {"envelope_id": identifier, "type": kind, "payload": payload}
        self.write(envelope | {"accepts_response_payload": kind != "events_api"}, socket=socket)
        return identifier

    def answer_to(self, identifier: str) -> Any:
        """Wait until an envelope is acknowledged, and return the payload of the answer."""
        self.calls.wait(lambda: identifier in self.acknowledged, f"the acknowledgement of {identifier}")
        return self.acknowledged[identifier]

    def deliver(self, kind: str, payload: object, *, socket: int | None = None) -> Any:
        """Send an envelope, and return the payload of its answer."""
        return self.answer_to(self.send(kind, payload, socket=socket))

    def write(self, frame: object, *, socket: int | None = None) -> None:
        """Send anything at all."""
        self.calls.wait(lambda: bool(self.open_sockets), "a web socket")
        chosen = self.sockets[socket] if socket is not None else random.choice(self.open_sockets)  # noqa: S311
        self._run(chosen.send_str(json.dumps(frame)))

    def disconnect(self, reason: str) -> None:
        """Say that a web socket ends: ``warning`` soon, ``refresh_requested`` as soon as the app has another."""
        self.write({"type": "disconnect", "reason": reason, "debug_info": {"host": "fake"}})

    def close(self) -> None:
        """Close the web sockets in order."""
        for socket in self.open_sockets:
            self._run(socket.close())

    def drop(self) -> None:
        """Cut the connections without a word."""
        for transport in list(self._transports.values()):
            if isinstance(transport, asyncio.WriteTransport):
                self.loop.call_soon_threadsafe(transport.abort)

    def wait_for_sockets(self, number: int) -> None:
        """Wait until so many web sockets have been opened in all."""
        self.calls.wait(lambda: len(self.sockets) >= number, f"web socket {number}")

    def wait_for_ends(self, number: int) -> list[int | None]:
        """Wait until so many web sockets have ended, and return how."""
        self.calls.wait(lambda: len(self.ends) >= number, f"the end of web socket {number}")
        return self.ends

    def _take_frame(self, text: str) -> None:
        frame = json.loads(text)
        with self.calls.changed:
            identifier = frame["envelope_id"]
            if identifier in self.acknowledged:
                self.twice.append(identifier)
            self.acknowledged[identifier] = frame.get("payload")
            self.calls.changed.notify_all()

    def _run(self, work: Coroutine[Any, Any, Any]) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result(PATIENCE)
