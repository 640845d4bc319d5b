"""Nothing is left of a workspace that leaves, nor of anything past its time, and all of the others is."""

from typing import Any

import pytest

from slackbot.storage.clocks import Clock, at_once, installation, rows_of
from statuslens_slackbot.people import Person, Preferences, Visibility, Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.stores import Stores
from statuslens_slackbot.storage.tables import RECENT_SECONDS, SEEN_SECONDS, STATE_SECONDS

pytestmark = pytest.mark.asyncio
CHOSEN = Preferences(Visibility.CHANNEL, "go", ("nginx",))
ALONE = Workspace("T9")
OF_ITS_OWN, BROUGHT, ORGANISATION = Workspace("T1", "E1"), Workspace("T2", "E1"), Workspace("", "E1")


async def settle(stores: Stores, *workspaces: Workspace) -> None:
    """Let people of some workspaces use the bot, of which all but T2 have installed it themselves."""
    for workspace in workspaces:
        if workspace != BROUGHT:
            await stores.installations.async_save(installation(workspace.team_id, workspace.enterprise_id))
    for workspace in workspaces:
        person = Person(workspace, f"U-{workspace.team_id}-{workspace.enterprise_id}")
        await stores.preferences.put(person, CHOSEN)
        stores.recent.note(person, ["404", "418"])
    await stores.recent.write()


def workspaces_in(rows: dict[str, list[tuple[Any, ...]]]) -> dict[str, set[str]]:
    return {
        "installations": {row[1] for row in rows["installations"]},
        "preferences": {row[0] for row in rows["preferences"]},
        "recent_codes": {row[0] for row in rows["recent_codes"]},
    }


def everywhere(*keys: str) -> dict[str, set[str]]:
    return {table: {*keys} for table in ("installations", "preferences", "recent_codes")}


async def test_nothing_is_left_of_a_workspace_that_leaves(database: Database) -> None:
    stores = Stores(database, client_id="C1")
    await settle(stores, ALONE, OF_ITS_OWN, BROUGHT, ORGANISATION)
    stores.recent.note(Person(ALONE, "U1"), ["500"])
    before = await rows_of(database)
    assert await stores.erase(ALONE)
    await stores.close()
    after = await rows_of(database)
    assert after == {table: [row for row in rows if "T9" not in row] for table, rows in before.items()}
    assert "T9" not in str(after)
    assert await stores.installations.bot_token(ALONE) is None
    assert await stores.preferences.get(Person(ALONE, "U-T9-")) == Preferences()
    assert await stores.recent.get(Person(ALONE, "U-T9-")) == ()


async def test_an_organisation_takes_those_workspaces_along_that_it_alone_had_brought(database: Database) -> None:
    stores = Stores(database, client_id="C1")
    await settle(stores, ALONE, OF_ITS_OWN, BROUGHT, ORGANISATION)
    assert await stores.erase(ORGANISATION)
    assert workspaces_in(await rows_of(database)) == everywhere("T1", "T9")


async def test_a_workspace_of_an_organisation_may_leave_alone(database: Database) -> None:
    stores = Stores(database, client_id="C1")
    await settle(stores, OF_ITS_OWN, BROUGHT, ORGANISATION)
    assert await stores.erase(OF_ITS_OWN)
    assert workspaces_in(await rows_of(database)) == everywhere("T2", "E1") | {"installations": {"E1"}}


async def test_what_is_in_memory_goes_at_once(database: Database) -> None:
    stores = Stores(database, client_id="C1")
    await settle(stores, ALONE, OF_ITS_OWN)
    people = {workspace: Person(workspace, "U1") for workspace in (ALONE, OF_ITS_OWN)}
    for workspace, person in people.items():
        await stores.preferences.put(person, CHOSEN)
        await stores.installations.bot_token(workspace)
        stores.recent.note(person, ["500"])
    await stores.erase(ALONE)
    assert at_once(stores.preferences.get(people[OF_ITS_OWN])) == CHOSEN
    assert at_once(stores.installations.bot_token(OF_ITS_OWN)) is not None
    assert await stores.recent.get(people[ALONE]) == ()
    assert await stores.preferences.get(people[ALONE]) == Preferences()
    assert await stores.recent.get(people[OF_ITS_OWN]) == ("500",)
    await stores.close()


async def test_an_app_that_was_installed_again_since_it_left_keeps_all(database: Database) -> None:
    clock = Clock()
    stores = Stores(database, client_id="C1", now=clock)
    await settle(stores, ALONE)
    before = await rows_of(database)
    assert not await stores.erase(ALONE, until=clock() - 10)
    assert await rows_of(database) == before
    # Slack tells a time in whole seconds, by a clock of its own.
    assert await stores.erase(ALONE, until=clock() - 1)
    assert workspaces_in(await rows_of(database)) == everywhere()


async def test_a_bot_with_one_fixed_token_erases_too(database: Database) -> None:
    stores = Stores(database)
    await stores.preferences.put(Person(ALONE, "U1"), CHOSEN)
    assert await stores.erase(ALONE, until=0)
    assert workspaces_in(await rows_of(database)) == everywhere()


@pytest.mark.parametrize("workspace", [Workspace(), Workspace("\0"), Workspace("' OR ''='")])
async def test_erasing_what_no_workspace_is_called_erases_nothing(database: Database, workspace: Workspace) -> None:
    stores = Stores(database, client_id="C1")
    await settle(stores, ALONE, OF_ITS_OWN)
    before = await rows_of(database)
    await stores.erase(workspace)
    assert await rows_of(database) == before


async def test_the_sweep_deletes_what_is_past_its_time_and_nothing_else(database: Database) -> None:
    clock = Clock()
    stores = Stores(database, client_id="C1", now=clock)
    await settle(stores, ALONE)
    await stores.states.async_issue()
    await stores.seen.claim("event", "Ev1", SEEN_SECONDS)
    steps = []
    for seconds in (0, STATE_SECONDS - 1, 1, SEEN_SECONDS - STATE_SECONDS, RECENT_SECONDS - SEEN_SECONDS):
        clock.pass_by(seconds)
        await stores.sweep()
        steps.append({table: len(rows) for table, rows in (await rows_of(database)).items()})
    lasting = {"installations": 1, "preferences": 1}
    assert steps == [
        lasting | {"recent_codes": 2, "oauth_states": 1, "seen": 1},
        lasting | {"recent_codes": 2, "oauth_states": 1, "seen": 1},
        lasting | {"recent_codes": 2, "oauth_states": 0, "seen": 1},
        lasting | {"recent_codes": 2, "oauth_states": 0, "seen": 0},
        lasting | {"recent_codes": 0, "oauth_states": 0, "seen": 0},
    ]


async def test_the_sweep_finds_what_another_replica_wrote_of_a_workspace_that_had_left(
    database: Database, replica: Database
) -> None:
    here, there = Stores(database, client_id="C1"), Stores(replica, client_id="C1")
    await settle(here, ALONE, OF_ITS_OWN, BROUGHT, ORGANISATION)
    there.recent.note(Person(ALONE, "U1"), ["500"])
    await here.erase(ALONE)
    await there.close()
    await there.preferences.put(Person(ALONE, "U1"), CHOSEN)
    assert workspaces_in(await rows_of(database)) == everywhere("T1", "T2", "T9", "E1") | {
        "installations": {"T1", "E1"}
    }
    await there.sweep()
    assert workspaces_in(await rows_of(database)) == everywhere("T1", "T2", "E1") | {"installations": {"T1", "E1"}}


async def test_the_sweep_of_a_bot_with_one_fixed_token_leaves_choices_alone(database: Database) -> None:
    stores = Stores(database)
    await stores.preferences.put(Person(ALONE, "U1"), CHOSEN)
    await stores.sweep()
    assert workspaces_in(await rows_of(database))["preferences"] == {"T9"}


async def test_stores_sweep_by_themselves_and_write_what_is_left_at_the_end(
    database: Database, replica: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("statuslens_slackbot.storage.stores.SWEEP_EVERY", 0)
    await Stores(replica, now=clock).states.async_issue()
    clock.pass_by(STATE_SECONDS)
    person = Person(ALONE, "U1")
    async with Stores(database, now=clock) as stores:
        stores.recent.note(person, ["418"])
        for _ in range(100):
            if not (await rows_of(replica))["oauth_states"]:
                break
        else:
            pytest.fail("nothing is swept")
    assert await Stores(replica).recent.get(person) == ("418",)
