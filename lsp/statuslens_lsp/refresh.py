"""A look at the files on disk that goes on: how far it has come, for all who wait for it."""

import asyncio
from collections.abc import AsyncIterator, Coroutine

from statuslens_lsp.changes import Changes


class Refresh:
    """Work that several requests may wait for."""

    def __init__(self) -> None:
        """Start before any of it is done."""
        self.work = 0
        """Bytes to look at."""
        self.percent = 0
        self.is_over = False
        self.is_complete = False
        self._changes = Changes()
        self._task: asyncio.Task[None] | None = None

    def start(self, work: Coroutine[None, None, None]) -> None:
        """Have work be done while others go on with theirs."""
        self._task = asyncio.create_task(work)

    def cut_short(self) -> None:
        """Have the work end where it is."""
        if self._task is not None:
            self._task.cancel()

    def begin(self, work: int) -> None:
        """Note how much there is to do."""
        self.work = work
        self._changes.tell()

    def advance(self, percent: int) -> None:
        """Note how much of it is done."""
        self.percent = percent
        self._changes.tell()

    def end(self) -> None:
        """Note that nobody works at it any longer, whether all of it is done or not."""
        self.is_over = True
        self._changes.tell()

    async def steps(self) -> AsyncIterator[int]:
        """Yield how many percent are done, again whenever they are more, until it is over."""
        while not self.is_over:
            count = self._changes.count
            yield self.percent
            await self._changes.after(count)
