"""What people have chosen."""

import asyncio

import pytest

from slackbot.storage.clocks import Clock, at_once
from statuslens_slackbot.people import Person, Preferences, Visibility, Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.preferences import CACHE_SECONDS, PreferenceStore

pytestmark = pytest.mark.asyncio
ANN = Person(Workspace("T1", "E1"), "U1")
CHOSEN = Preferences(Visibility.CHANNEL, "c#", ("nginx", "cloudflare"))
OTHER = Preferences(language="go")


async def test_a_choice_is_kept_for_that_person_alone(database: Database, replica: Database) -> None:
    await PreferenceStore(database).put(ANN, OTHER)
    await PreferenceStore(database).put(ANN, CHOSEN)
    there = PreferenceStore(replica)
    assert await there.get(ANN) == CHOSEN
    for person in (Person(Workspace("T1"), "U2"), Person(Workspace("T2", "E1"), "U1"), Person(Workspace(), "U1")):
        assert await there.get(person) == Preferences()


async def test_a_choice_in_memory_is_there_at_once(database: Database) -> None:
    store = PreferenceStore(database)
    await store.put(ANN, CHOSEN)
    assert at_once(store.get(ANN)) == CHOSEN
    nobody = Person(Workspace("T1"), "U2")
    await store.get(nobody)
    assert at_once(store.get(nobody)) == Preferences()
    assert (store.cache.hits, store.cache.misses) == (2, 1)


async def test_many_who_ask_for_one_person_ask_the_database_once(database: Database) -> None:
    store = PreferenceStore(database)
    await asyncio.gather(*(store.get(ANN) for _ in range(20)))
    assert at_once(store.get(ANN)) == Preferences()
    assert len({*await asyncio.gather(*(store.get(ANN) for _ in range(20)))}) == 1


async def test_another_replica_learns_of_a_choice_in_a_minute(database: Database, replica: Database) -> None:
    clock = Clock()
    here, there = PreferenceStore(database, clock), PreferenceStore(replica, clock)
    await here.put(ANN, OTHER)
    assert await there.get(ANN) == OTHER
    await here.put(ANN, CHOSEN)
    assert (await here.get(ANN), await there.get(ANN)) == (CHOSEN, OTHER)
    clock.pass_by(CACHE_SECONDS)
    assert await there.get(ANN) == CHOSEN


async def test_a_choice_made_while_it_is_being_read_wins(database: Database) -> None:
    store = PreferenceStore(database)
    reading = asyncio.create_task(store.get(ANN))
    await asyncio.sleep(0)
    await store.put(ANN, CHOSEN)
    await reading
    assert at_once(store.get(ANN)) == CHOSEN


@pytest.mark.parametrize("user_id", ["", "\0", "U" * 1000, "\ud800"])
async def test_nothing_is_kept_of_what_is_no_id(database: Database, user_id: str) -> None:
    store = PreferenceStore(database)
    person = Person(Workspace("T1"), user_id)
    await store.put(person, CHOSEN)
    assert await store.get(person) == Preferences()
