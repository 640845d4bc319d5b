"""Work that goes on after Slack has its answer, known by number so that the end of the process can wait for it."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Background:
    """The tasks that are under way."""

    def __init__(self) -> None:
        """Begin with none."""
        # The event loop keeps weak references only: a task that nobody holds may vanish unfinished.
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Start work that tells its own errors."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def count(self) -> int:
        """How many tasks are under way."""
        return len(self._tasks)

    async def drain(self, seconds: float) -> int:
        """Wait for the tasks, also for those that they start; return how many had to be given up."""
        try:
            async with asyncio.timeout(seconds):
                while self._tasks:
                    await asyncio.wait(self._tasks)
        except TimeoutError:
            late = [*self._tasks]
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            return len(late)
        return 0
