"""Whether the bot can take requests, and if not, what is in the way."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

from statuslens_slackbot.drain import Drain
from statuslens_slackbot.metrics import Metrics

Check = Callable[[], Awaitable[str]]
"""Says in a few words what is wrong; nothing where all is well."""

_SECONDS_BETWEEN_LOOKS = 2.0
_OK = "ok"


class Readiness:
    """What has to hold, by name; looked at no more than every two seconds, however many ask."""

    def __init__(
        self,
        checks: Mapping[str, Check],
        drain: Drain,
        metrics: Metrics,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look at nothing yet."""
        self._checks = dict(checks)
        self._drain = drain
        self._metrics = metrics
        self._clock = clock
        self._lock = asyncio.Lock()
        self._found: dict[str, str] = {}
        self._looked: float | None = None

    async def report(self) -> tuple[bool, dict[str, str]]:
        """Return whether the bot is ready, and for each thing that has to hold ``ok`` or what is wrong."""
        async with self._lock:
            if self._looked is None or self._clock() - self._looked >= _SECONDS_BETWEEN_LOOKS:
                said = await asyncio.gather(*(check() for check in self._checks.values()))
                self._found = {name: words or _OK for name, words in zip(self._checks, said, strict=True)}
                self._looked = self._clock()
        found = {**self._found, "process": "stopping" if self._drain.is_draining else _OK}
        is_ready = all(words == _OK for words in found.values())
        self._metrics.ready.set(is_ready)
        return is_ready, found
