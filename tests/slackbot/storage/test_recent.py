"""The codes that people have asked for last."""

import asyncio

import pytest

from slackbot.storage.clocks import Clock, rows_of
from statuslens_slackbot.people import Person, Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.recent import RecentCodes

pytestmark = pytest.mark.asyncio
ANN, BEN = Person(Workspace("T1", "E1"), "U1"), Person(Workspace("T1", "E1"), "U2")


async def test_the_last_ten_are_told_newest_first_written_or_not(database: Database, replica: Database) -> None:
    clock = Clock()
    here, there = RecentCodes(database, clock), RecentCodes(replica, clock)
    for code in range(400, 412):
        here.note(ANN, [str(code)])
        clock.pass_by(1)
    expected = tuple(str(code) for code in range(411, 401, -1))
    assert await here.get(ANN) == expected
    await here.close()
    assert (await here.get(ANN), await there.get(ANN), await there.get(BEN)) == (expected, expected, ())

    there.note(ANN, ["404", "500"])
    assert await there.get(ANN) == ("404", "500", *(code for code in expected if code != "404"))[:10]
    await there.close()
    assert await here.get(ANN) == ("404", "500", *(code for code in expected if code != "404"))[:10]
    assert len((await rows_of(database))["recent_codes"]) == 10


async def test_what_is_noted_is_written_by_itself(database: Database, replica: Database) -> None:
    recent = RecentCodes(database, delay=0)
    recent.note(ANN, ["418"])
    for _ in range(2):
        await asyncio.sleep(0)
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    assert await RecentCodes(replica).get(ANN) == ("418",)
    recent.note(BEN, ["404"])
    await recent.close()
    assert await RecentCodes(replica).get(BEN) == ("404",)


async def test_replicas_may_write_of_the_same_people_at_the_same_time(database: Database, replica: Database) -> None:
    people = [Person(Workspace("T1"), f"U{number}") for number in range(20)]
    stores = [RecentCodes(database), RecentCodes(replica)]
    for store, order in zip(stores, (people, people[::-1]), strict=True):
        for person in order:
            store.note(person, ["404", "418"])
    await asyncio.gather(*(store.close() for store in stores))
    assert len((await rows_of(database))["recent_codes"]) == 40


async def test_memory_is_bounded(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuslens_slackbot.storage.recent._PEOPLE", 3)
    recent = RecentCodes(database)
    for number in range(9):
        recent.note(Person(Workspace("T1"), f"U{number}"), map(str, range(100, 200)))
    await recent.close()
    rows = (await rows_of(database))["recent_codes"]
    assert sorted({row[1] for row in rows}) == ["U6", "U7", "U8"]
    assert len(rows) == 30


@pytest.mark.parametrize("text", ["", "teapot", "my password 418", "1000", "\0", "x" * 1000, "\ud800"])
async def test_what_somebody_has_typed_is_not_kept_unless_it_is_a_code(database: Database, text: str) -> None:
    recent = RecentCodes(database)
    recent.note(ANN, [text, "404", "403.10", "4xx"])
    recent.note(Person(Workspace("\0"), "U1"), ["404"])
    assert await recent.get(ANN) == ("404", "403.10", "4xx")
    await recent.close()
    assert [row[2] for row in (await rows_of(database))["recent_codes"]] == ["403.10", "404", "4xx"]
