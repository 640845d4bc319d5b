"""How far long work has come: a line on a terminal, drawn over and over; nothing where nobody looks at it."""

import os
import sys
import time
from types import TracebackType
from typing import Self, TextIO

_DELAY = 0.5
"""Seconds before the first line: shorter work needs none."""
_PAUSE = 0.1
_WIDTH = 30
_ERASE = "\r\x1b[K"


class Progress:
    """A bar on a terminal; entered as a context, it is gone at its end."""

    def __init__(self, total: int, stream: TextIO = sys.stderr) -> None:
        """Take how much there is to be done, in a unit of one's own."""
        self._total = total
        self._stream = stream
        self._done = 0
        self._is_drawn = False
        self._next = time.monotonic() + _DELAY if _is_watched(stream) else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.hide()

    def add(self, done: int) -> None:
        """Note that so much more is done."""
        if self._next is None:
            return
        self._done += done
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _PAUSE
        share = self._done / max(1, self._total)
        filled = int(share * _WIDTH)
        self._stream.write(f"{_ERASE}{'━' * filled}{'╌' * (_WIDTH - filled)} {share:4.0%}")
        self._stream.flush()
        self._is_drawn = True

    def hide(self) -> None:
        """Take the line away, before something else is printed; the next step draws it again."""
        if self._is_drawn:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._is_drawn = False


def _is_watched(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
