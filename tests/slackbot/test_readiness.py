"""Whether the bot says that it is ready, and what it counts of those it waits for."""

import asyncio
from contextlib import suppress

import pytest

from statuslens_slackbot.drain import Drain
from statuslens_slackbot.metrics import Metrics
from statuslens_slackbot.readiness import Readiness


class Thing:
    def __init__(self, wrong: str = "") -> None:
        self.wrong = wrong
        self.looks = 0

    async def look(self) -> str:
        self.looks += 1
        await asyncio.sleep(0)
        return self.wrong


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.asyncio
async def test_ready_is_who_lacks_nothing() -> None:
    metrics = Metrics()
    readiness = Readiness({"database": Thing().look, "socket": Thing().look}, Drain(), metrics)
    assert await readiness.report() == (True, {"database": "ok", "socket": "ok", "process": "ok"})
    assert b"statuslens_ready 1.0\n" in metrics.render()


@pytest.mark.asyncio
async def test_what_lacks_is_named() -> None:
    metrics = Metrics()
    readiness = Readiness({"database": Thing("does not answer").look, "socket": Thing().look}, Drain(), metrics)
    expected = {"database": "does not answer", "socket": "ok", "process": "ok"}
    assert await readiness.report() == (False, expected)
    assert b"statuslens_ready 0.0\n" in metrics.render()


@pytest.mark.asyncio
async def test_who_is_stopping_is_not_ready_from_that_moment_on() -> None:
    drain = Drain()
    readiness = Readiness({}, drain, Metrics())
    assert await readiness.report() == (True, {"process": "ok"})
    drain.is_draining = True
    assert await readiness.report() == (False, {"process": "stopping"})


@pytest.mark.asyncio
async def test_however_many_ask_things_are_looked_at_every_two_seconds() -> None:
    thing, clock = Thing(), Clock()
    readiness = Readiness({"database": thing.look}, Drain(), Metrics(), clock)
    await asyncio.gather(*(readiness.report() for _ in range(10)))
    assert thing.looks == 1
    clock.now += 2
    thing.wrong = "does not answer"
    assert (await readiness.report())[0] is False
    assert thing.looks == 2


def test_what_is_under_way_is_counted_until_it_ends_or_fails() -> None:
    drain = Drain()
    counts = []
    with suppress(ValueError), drain, drain:
        counts.append(drain.count)
        raise ValueError
    assert [*counts, drain.count] == [2, 0]
