"""What is seen twice is claimed once."""

import asyncio

import pytest

from slackbot.storage.clocks import Clock, at_once, rows_of
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.seen import Seen

pytestmark = pytest.mark.asyncio


async def test_exactly_one_of_all_replicas_claims_an_event(database: Database, replica: Database) -> None:
    for number in range(10):
        replicas = [Seen(database), Seen(replica), Seen(database), Seen(replica)]
        claims = [seen.claim("event", f"Ev{number}", 60) for seen in replicas * 3]
        assert sum(await asyncio.gather(*claims)) == 1


async def test_a_claim_ends_with_its_time(database: Database, replica: Database) -> None:
    clock = Clock()
    here, there = Seen(database, clock), Seen(replica, clock)
    assert [await here.claim("event", "Ev1", 60), await there.claim("event", "Ev1", 60)] == [True, False]
    clock.pass_by(60)
    assert sum(await asyncio.gather(here.claim("event", "Ev1", 60), there.claim("event", "Ev1", 60))) == 1


async def test_a_claim_lasts_no_longer_than_a_day(database: Database) -> None:
    clock = Clock()
    seen = Seen(database, clock)
    assert await seen.claim("event", "Ev1", 10**9)
    clock.pass_by(24 * 3600)
    assert await seen.claim("event", "Ev1", 60)


async def test_kinds_do_not_meet_and_any_key_will_do(database: Database) -> None:
    seen = Seen(database)
    for kind, key in [("event", "1"), ("trigger", "1"), ("event", "\0\ud800"), ("event", "x" * 10_000)]:
        assert await seen.claim(kind, key, 60)


async def test_what_this_process_has_seen_costs_no_question(database: Database) -> None:
    seen = Seen(database)
    assert await seen.claim("event", "Ev1", 60)
    assert at_once(seen.claim("event", "Ev1", 60)) is False


async def test_nothing_of_a_key_is_kept_but_its_digest(database: Database) -> None:
    await Seen(database).claim("event", "Ev-private", 60)
    assert "private" not in str(await rows_of(database))
