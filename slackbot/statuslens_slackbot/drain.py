"""What is under way, so that the end of the process can wait for it."""

import asyncio
from types import TracebackType
from typing import Self


class Drain:
    """Counts the requests that are being answered; each is a ``with`` block."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.is_draining = False
        """Whether the process is about to end, and wants no more requests."""

    def __enter__(self) -> Self:
        """Begin a request."""
        self._count += 1
        self._idle.clear()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End it."""
        self._count -= 1
        if not self._count:
            self._idle.set()

    @property
    def count(self) -> int:
        """How many requests are being answered."""
        return self._count

    async def wait(self, seconds: float) -> int:
        """Wait until nothing is under way; return how many requests are, after so many seconds at the most."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            pass
        return self._count
