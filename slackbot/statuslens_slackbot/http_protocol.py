"""HTTP as uvicorn speaks it, but not for ever with those who never finish the head of a request."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_LIMIT = 1 << 16
"""Bytes that the head of a request may have, and more that come in with its last piece; Slack's has some hundred."""
HEAD_SECONDS = 5.0
"""How long a head may take to arrive; also how long a new connection may say nothing."""


class PatientProtocol(HttpToolsProtocol):
    """One connection, given up when a head is too long or too late: uvicorn would keep it, and all that comes."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # uvicorn's own
        """Begin to wait for a head."""
        super().connection_made(transport)
        self._is_in_head = True
        self._head_size = 0
        self._late: asyncio.TimerHandle | None = self.loop.call_later(HEAD_SECONDS, self._hang_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a piece, and look whether the head is still not whole."""
        super().data_received(data)
        if not self._is_in_head or self.transport.is_closing():
            return
        self._head_size += len(data)
        if self._head_size > HEAD_LIMIT:
            self._refuse(b"431 Request Header Fields Too Large")
        elif self._late is None:
            self._late = self.loop.call_later(HEAD_SECONDS, self._hang_up)

    def on_message_begin(self) -> None:
        """Begin a head."""
        self._is_in_head = True
        self._head_size = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """End it."""
        self._is_in_head = False
        self._stop_waiting()
        super().on_headers_complete()

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _hang_up(self) -> None:
        self._refuse(b"408 Request Timeout")

    def _refuse(self, status: bytes) -> None:
        self.transport.write(b"HTTP/1.1 " + status + b"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
        self.transport.close()
