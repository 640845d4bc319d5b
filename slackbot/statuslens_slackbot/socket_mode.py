"""Socket Mode: the bot connects to Slack, and Slack sends over web sockets what it would post otherwise.

slack_sdk's own client closes the old socket before it opens the new one, sends answers over whichever is there,
and writes bodies to its log; this one moves without a gap, and answers where it was asked.
"""

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from statuslens.errors import UsageError
from statuslens_slackbot.background import Background
from statuslens_slackbot.dispatch import Dispatcher
from statuslens_slackbot.metrics import Metrics
from statuslens_slackbot.payload import MalformedError, Payload
from statuslens_slackbot.slack_api import SlackCallError

_log = logging.getLogger(__name__)

_HEARTBEAT_SECONDS = 10
_CONNECT_SECONDS = 10
_LINGER_SECONDS = 15
"""How long a socket that Slack is about to close may still bring something."""
_SHORT_SECONDS = 10
"""A socket that lived for less counts as a failure, so that a quarrel with Slack does not become a storm."""
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_OK = 200
_TOKEN_REFUSED = frozenset(
    {"account_inactive", "invalid_auth", "missing_scope", "not_allowed_token_type", "not_authed", "token_revoked"}
)


@dataclass(eq=False, slots=True)
class _Connection:
    """One web socket."""

    socket: aiohttp.ClientWebSocketResponse
    is_greeted: bool = False
    """Whether Slack has said hello."""
    is_leaving: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when another has to take over."""


class SocketMode:
    """The web sockets to Slack: one, and two while it moves."""

    def __init__(
        self,
        open_socket: Callable[[], Awaitable[str]],
        dispatcher: Dispatcher,
        metrics: Metrics,
        *,
        greeted: Callable[[], None],
        proxy: str | None = None,
    ) -> None:
        """Take addresses from ``open_socket``, and call ``greeted`` when Slack says hello for the first time."""
        self._open_socket = open_socket
        self._dispatcher = dispatcher
        self._metrics = metrics
        self._greeted = greeted
        self._proxy = proxy
        self._was_greeted = False
        self._connections: dict[_Connection, asyncio.Task[None]] = {}
        self._answers = Background()

    @property
    def is_connected(self) -> bool:
        """Whether Slack can reach the bot now."""
        return any(each.is_greeted and not each.socket.closed for each in self._connections)

    async def run(self) -> None:
        """Stay connected until cancelled; a UsageError where Slack refuses the token from the start."""
        failures = 0
        clock = asyncio.get_running_loop().time
        async with aiohttp.ClientSession() as session:
            try:
                while True:
                    started = clock()
                    try:
                        connection = await self._connect(session)
                    except (SlackCallError, aiohttp.ClientError, OSError, ValueError) as error:
                        self._note_failure(error)
                    else:
                        await connection.is_leaving.wait()
                    failures = failures + 1 if clock() - started < _SHORT_SECONDS else 0
                    await asyncio.sleep(_pause(failures))
            finally:
                for task in self._connections.values():
                    task.cancel()
                await asyncio.gather(*self._connections.values(), return_exceptions=True)

    async def finish(self, seconds: float) -> int:
        """Wait until everything is answered; return how many answers had to be given up."""
        # What still comes is answered too: a command is not sent again to somebody else.
        return await self._answers.drain(seconds)

    async def _connect(self, session: aiohttp.ClientSession) -> _Connection:
        async with asyncio.timeout(_CONNECT_SECONDS):
            url = await self._open_socket()
            socket = await session.ws_connect(url, heartbeat=_HEARTBEAT_SECONDS, proxy=self._proxy)
        connection = _Connection(socket)
        self._connections[connection] = asyncio.create_task(self._listen(connection))
        return connection

    def _note_failure(self, error: Exception) -> None:
        reason = error.reason if isinstance(error, SlackCallError) else type(error).__name__
        if reason in _TOKEN_REFUSED and not self._was_greeted:
            raise UsageError(
                f"SLACK_APP_TOKEN is refused by Slack ({reason}): make one with the scope connections:write "
                'under "App-Level Tokens" on your app\'s "Basic Information" page'
            )
        _log.warning("there is no web socket to Slack", extra={"reason": reason})

    async def _listen(self, connection: _Connection) -> None:
        try:
            async for message in connection.socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    self._take(connection, message.data)
        finally:
            connection.is_leaving.set()
            del self._connections[connection]
            await connection.socket.close()

    def _take(self, connection: _Connection, text: str) -> None:
        try:
            envelope = json.loads(text)
        except (ValueError, RecursionError):
            envelope = None
        match envelope:
            case {"envelope_id": str(envelope_id), "payload": dict(payload)}:
                self._answers.start(self._answer(connection, envelope_id, payload))
            case {"envelope_id": str(envelope_id)}:
                self._answers.start(self._acknowledge(connection, envelope_id, {}))
            case {"type": "hello"}:
                connection.is_greeted = True
                self._metrics.connected()
                _log.info("connected to Slack")
                if not self._was_greeted:
                    self._was_greeted = True
                    self._greeted()
            case {"type": "disconnect"}:
                self._leave(connection)
            case _:
                _log.warning("Slack sent what is no envelope")

    def _leave(self, connection: _Connection) -> None:
        connection.is_leaving.set()
        task = self._connections[connection]
        close = asyncio.get_running_loop().call_later(_LINGER_SECONDS, task.cancel)
        task.add_done_callback(lambda _: close.cancel())

    async def _answer(self, connection: _Connection, envelope_id: str, payload: Payload) -> None:
        try:
            answer = await self._dispatcher.dispatch(payload)
        except MalformedError as error:
            _log.warning("malformed", extra={"reason": str(error)})
            await self._acknowledge(connection, envelope_id, {})
            return
        # Without an acknowledgement Slack sends an event again, as it does after any other status.
        if answer.status == _OK:
            await self._acknowledge(connection, envelope_id, json.loads(answer.body) if answer.body else {})

    async def _acknowledge(self, connection: _Connection, envelope_id: str, payload: Payload) -> None:
        frame = {"envelope_id": envelope_id, **({"payload": payload} if payload else {})}
        others = (each for each in self._connections if each is not connection and each.is_greeted)
        for each in (connection, *others):
            try:
                await each.socket.send_json(frame)
            except (aiohttp.ClientError, OSError):
                continue
            return
        _log.warning("an answer came too late: its web socket was gone")


def _pause(failures: int) -> float:
    """Return the seconds to wait before the next attempt; the first is made at once."""
    if failures <= 1:
        return 0
    longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(failures, 10))
    return random.uniform(longest / 2, longest)  # noqa: S311 (it spreads replicas, and keeps no secret)
