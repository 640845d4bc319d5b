"""The process: uvicorn, a ready line, a clean end."""

import logging
import signal
import socket
import sys
from typing import NoReturn

import uvicorn

from statuslens_slackbot.listening import address_of
from statuslens_slackbot.settings import Settings
from statuslens_slackbot.web import build_web

_DRAIN_SECONDS = 8
"""Longer than the slowest body may take (guard.BODY_SECONDS), so that nothing in flight is cut off."""


class _Server(uvicorn.Server):
    """Uvicorn's server, which says on stdout that it accepts."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(f"listening on {self._address}\n")
        sys.stdout.flush()


def serve(settings: Settings, listener: socket.socket) -> int:
    """Serve on a socket until a signal asks to stop; requests in flight are answered first."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    config = uvicorn.Config(
        build_web(settings),
        interface="asgi3",
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_DRAIN_SECONDS,
    )
    _Server(config, address_of(listener)).run(sockets=[listener])
    return 0


def _stop(_signal: int, _frame: object) -> NoReturn:
    # Uvicorn drains on a signal, then raises it again for the handler that was there before: this one.
    raise SystemExit(0)
