"""The process: both transports, a line on stdout for each that works, a clean end."""

import asyncio
import contextlib
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import NoReturn

import uvicorn
from starlette.applications import Starlette

from statuslens.errors import UsageError
from statuslens_slackbot.answers.warm import warm_up
from statuslens_slackbot.assembly import Parts, assemble
from statuslens_slackbot.http_protocol import PatientProtocol
from statuslens_slackbot.listening import address_of
from statuslens_slackbot.logs import set_up_logs
from statuslens_slackbot.readiness import Check, Readiness
from statuslens_slackbot.settings import Mode, Settings, reveal
from statuslens_slackbot.socket_mode import SocketMode
from statuslens_slackbot.web import Door, build_web

_DRAIN_SECONDS = 8
"""Longer than the slowest body may take (guard.BODY_SECONDS), so that nothing in flight is cut off."""
_KEEP_ALIVE_SECONDS = 75
"""Longer than the minute that load balancers keep a connection, which else they would use as we close it."""
_log = logging.getLogger(__name__)


def serve(settings: Settings, listener: socket.socket | None) -> int:
    """Serve until a signal asks to stop; what is in flight is answered first."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, _leave)
    set_up_logs(settings.log_level, settings.log_format)
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        runner.run(_serve(settings, listener))
    return 0


class _Server(uvicorn.Server):
    """Uvicorn's server, which leaves signals to us and says on stdout that it accepts."""

    def __init__(self, web: Starlette, listener: socket.socket) -> None:
        super().__init__(
            uvicorn.Config(
                web,
                http=PatientProtocol,
                interface="asgi3",
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=_KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=_DRAIN_SECONDS,
            )
        )
        self._listener = listener

    async def run_until_stopped(self) -> None:
        await self.serve([self._listener])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _say(f"listening on {address_of(self._listener)}")

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(settings: Settings, listener: socket.socket | None) -> None:
    stop, hurry = asyncio.Event(), asyncio.Event()
    _listen_for_signals(stop, hurry)
    async with assemble(settings) as parts:
        socket_mode = _speak_socket_mode(settings, parts) if settings.mode is Mode.SOCKET else None
        server = _Server(_build_web(settings, parts, socket_mode), listener) if listener else None
        # What is there by now stays to the end: the collector need not look at it.
        gc.freeze()
        gc.enable()
        try:
            async with asyncio.TaskGroup() as tasks:
                serving = tasks.create_task(server.run_until_stopped()) if server else None
                connecting = tasks.create_task(socket_mode.run()) if socket_mode else None
                # A daemon: whoever stops the bot meanwhile does not wait for it.
                threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
                await stop.wait()
                _log.info("stopping")
                parts.drain.is_draining = True
                await _wait(hurry, settings.shutdown_delay)
                left = 0
                if socket_mode and connecting:
                    left += await socket_mode.finish(_DRAIN_SECONDS)
                    connecting.cancel()
                if server and serving:
                    server.should_exit = True
                    await serving
                left += await parts.background.drain(_DRAIN_SECONDS)
                if left:
                    _log.warning("gave up what was in flight", extra={"count": left})
        except* UsageError as refused:
            raise refused.exceptions[0] from None


def _build_web(settings: Settings, parts: Parts, socket_mode: SocketMode | None) -> Starlette:
    checks: dict[str, Check] = {"database": parts.database_check}
    door = None
    if socket_mode:
        checks["socket"] = partial(_check_socket, socket_mode)
    elif settings.signing_secret:
        door = Door(parts.dispatcher, reveal(settings.signing_secret), parts.metrics)
    readiness = Readiness(checks, parts.drain, parts.metrics)
    return build_web(readiness, parts.metrics, door=door, more=parts.oauth)


def _speak_socket_mode(settings: Settings, parts: Parts) -> SocketMode:
    token = reveal(settings.app_token) if settings.app_token else ""
    return SocketMode(
        partial(parts.api.open_socket, token),
        parts.dispatcher,
        parts.metrics,
        greeted=partial(_say, "connected to Slack"),
        proxy=settings.proxy,
    )


async def _check_socket(socket_mode: SocketMode) -> str:
    return "" if socket_mode.is_connected else "not connected to Slack"


def _listen_for_signals(stop: asyncio.Event, hurry: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def note_signal() -> None:
        (hurry if stop.is_set() else stop).set()

    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, note_signal)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(note_signal))


async def _wait(event: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


def _leave(_signal: int, _frame: object) -> NoReturn:
    # Before there is anything to finish.
    raise SystemExit(0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415 (there is none for Windows)

    return uvloop.new_event_loop
