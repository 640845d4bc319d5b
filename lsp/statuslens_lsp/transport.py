"""Messages over standard input and output, until the client says good-bye or is gone.

A thread of its own reads, so that it is known of a message before its turn that it says another one needs no answer.
pygls' way is three errands to a pool of threads for each message, and it ends at a length that no message has.
"""

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

from pygls.exceptions import JsonRpcException

from statuslens_lsp.processes import is_running
from statuslens_lsp.session import Session

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d+)", re.IGNORECASE)
_LONGEST_HEAD = 2**16
_LONGEST_BODY = 2**30
_CHUNK = 2**16
_MOST_DIGITS = 20
"""Of a length; more are as wrong, and take long to read."""
_PERIOD = 2.0
"""Seconds between two looks whether the client's process is there."""


def serve(session: Session) -> None:
    """Take messages and answer them; return when nobody is there any longer."""
    with suppress(SystemExit, KeyboardInterrupt):  # SystemExit is how pygls takes an exit notification
        asyncio.run(_serve(session))


def read_bodies(read: Callable[[], bytes]) -> Iterator[bytes]:
    """Yield the bodies of messages from a stream of bytes; what is no message is passed over.

    ``read`` returns the next bytes of the stream, and none at its end.
    """
    buffer = bytearray()
    while chunk := read():
        buffer += chunk
        while (body := _take_body(buffer)) is not None:
            yield body


def _take_body(buffer: bytearray) -> bytes | None:
    """Take the next whole message out of a buffer, and what stands before it; None where there is none yet."""
    while head := _HEAD_END.search(buffer):
        lengths = _LENGTH.findall(buffer, 0, head.start())
        length = int(lengths[-1][:_MOST_DIGITS]) if lengths else -1
        if 0 <= length <= _LONGEST_BODY:
            end = head.end() + length
            if len(buffer) < end:
                return None
            body = bytes(buffer[head.end() : end])
            del buffer[:end]
            return body
        del buffer[: head.end()]
    del buffer[:-_LONGEST_HEAD]
    return None


async def _serve(session: Session) -> None:
    loop = asyncio.get_running_loop()
    gone = asyncio.Event()
    loop.set_exception_handler(lambda _, context: _report(session, context.get("exception")))
    session.protocol.set_writer(_Output(sys.stdout.fileno(), gone.set))
    Thread(target=_read, args=(session, loop, gone.set), daemon=True).start()
    while not gone.is_set() and (session.client_process is None or is_running(session.client_process)):
        with suppress(TimeoutError):
            await asyncio.wait_for(gone.wait(), _PERIOD)
    session.protocol.writer = None


def _read(session: Session, loop: asyncio.AbstractEventLoop, end: Callable[[], None]) -> None:
    """Hand over one message after the other."""
    stdin = sys.stdin.fileno()
    with suppress(RuntimeError):  # the loop has ended before its input
        for body in read_bodies(lambda: os.read(stdin, _CHUNK)):
            content = _parse(body)
            session.protocol.announce(content)
            loop.call_soon_threadsafe(session.protocol.receive, content)
        loop.call_soon_threadsafe(end)


def _parse(body: bytes) -> object:
    """Return what JSON reads, or the error that it has."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        return error


def _report(session: Session, error: BaseException | None) -> None:
    if isinstance(error, Exception):
        session.report_server_error(error, JsonRpcException)


class _Output:
    """Where answers go; all of it is out when ``write`` returns."""

    def __init__(self, descriptor: int, lost: Callable[[], None]) -> None:
        self._file = open(descriptor, "wb", buffering=0, closefd=False)  # noqa: SIM115 (it stays open)
        self._lost = lost

    def write(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._lost()

    def close(self) -> None:
        self._file.close()
