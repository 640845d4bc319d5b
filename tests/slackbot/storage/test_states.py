"""The state of an installation is used once, whoever comes first."""

import asyncio

import pytest

from slackbot.storage.clocks import Clock, rows_of
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.states import OAuthStateStore

pytestmark = pytest.mark.asyncio


async def test_a_state_has_one_winner_in_every_round(database: Database, replica: Database) -> None:
    stores = [OAuthStateStore(database), OAuthStateStore(replica)]
    for _ in range(10):
        state = await stores[0].async_issue()
        won = await asyncio.gather(*(store.async_consume(state) for store in stores * 4))
        assert sorted(won) == [False] * 7 + [True]
    assert (await rows_of(database))["oauth_states"] == []


async def test_a_state_holds_for_ten_minutes(database: Database) -> None:
    clock = Clock()
    store = OAuthStateStore(database, clock)
    early, late = await store.async_issue(), await store.async_issue()
    clock.pass_by(599)
    assert await store.async_consume(early)
    clock.pass_by(1)
    assert not await store.async_consume(late)


@pytest.mark.parametrize("state", [None, "", "x", "\0", "ä", "x" * 10_000, "'; DROP TABLE statuslens_oauth_states"])
async def test_what_was_never_issued_does_not_hold(database: Database, state: str | None) -> None:
    assert not await OAuthStateStore(database).async_consume(state)
