"""Answers of the database kept in memory for a while, and longer while it does not answer."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from cachetools import LRUCache

from statuslens_slackbot.storage.errors import StorageError

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Cache(Generic[Key, Value]):
    """The values last asked for; one past its time is loaded anew, and served as it is if that fails."""

    def __init__(
        self,
        load: Callable[[Key], Awaitable[Value | None]],
        *,
        size: int,
        seconds: float,
        now: Callable[[], float],
    ) -> None:
        self._load = load
        self._seconds = seconds
        self._now = now
        self._entries: LRUCache[Key, tuple[float, Value]] = LRUCache(size)
        self._loading: dict[Key, asyncio.Task[Value | None]] = {}
        self.hits = 0
        """How often memory had a value."""
        self.misses = 0
        """How often the database was needed."""
        self.rescues = 0
        """How often an old value was served, since the database did not answer."""

    async def get(self, key: Key) -> Value | None:
        """Return a value, at once if it is in memory; None, which is not kept, where there is none.

        Raises StorageError where the database is needed, does not answer, and no old value is there.
        """
        entry = self._entries.get(key)
        if entry is not None and self._now() < entry[0]:
            self.hits += 1
            return entry[1]
        self.misses += 1
        try:
            return await self._load_once(key)
        except StorageError:
            if entry is None:
                raise
            self.rescues += 1
            return entry[1]

    def known(self, key: Key) -> Value | None:
        """Return what is in memory, be it old."""
        entry = self._entries.get(key)
        return None if entry is None else entry[1]

    def put(self, key: Key, value: Value) -> None:
        """Keep a value that is known to be the newest; what is still being loaded will not replace it."""
        self._loading.pop(key, None)
        self._entries[key] = (self._now() + self._seconds, value)

    def amend(self, is_meant: Callable[[Key, Value], bool], value: Value) -> None:
        """Put a new value in place of those of its kind that are kept."""
        for key in self._matching(is_meant):
            self.put(key, value)

    def forget(self, is_meant: Callable[[Key, Value], bool]) -> None:
        """Keep none of these, nor what is just being loaded."""
        for key in self._matching(is_meant):
            del self._entries[key]
        self._loading.clear()

    def _matching(self, is_meant: Callable[[Key, Value], bool]) -> list[Key]:
        return [key for key, (_, value) in self._entries.items() if is_meant(key, value)]

    async def _load_once(self, key: Key) -> Value | None:
        task = self._loading.get(key)
        if task is None:
            task = self._loading[key] = asyncio.create_task(self._load_and_keep(key))
        # Shielded: others may wait for the same.
        return await asyncio.shield(task)

    async def _load_and_keep(self, key: Key) -> Value | None:
        this = asyncio.current_task()
        try:
            value = await self._load(key)
            if self._loading.get(key) is this:
                if value is None:
                    self._entries.pop(key, None)
                else:
                    self.put(key, value)
            return value
        finally:
            if self._loading.get(key) is this:
                del self._loading[key]
