"""Events that coroutines wait for, however many have happened in between."""

import asyncio


class Changes:
    """Counts events, and wakes who waits for the next one."""

    def __init__(self) -> None:
        """Start before the first event."""
        self.count = 0
        self._next = asyncio.Event()

    def tell(self) -> None:
        """Note an event."""
        self.count += 1
        self._next.set()
        self._next = asyncio.Event()

    async def after(self, count: int) -> None:
        """Wait until there have been more events than these."""
        while self.count <= count:
            await self._next.wait()
