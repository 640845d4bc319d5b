"""Where the app is installed, and the token for each workspace."""

import asyncio
from typing import Any

import pytest
from slack_sdk.oauth.installation_store.models.installation import Installation

from slackbot.storage.clocks import Clock, at_once, installation, rows_of
from statuslens.errors import UsageError
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.installation_table import Token
from statuslens_slackbot.storage.installations import CACHE_SECONDS, InstallationStore

pytestmark = pytest.mark.asyncio
T1, E1 = Workspace("T1"), Workspace("", "E1")


def token(workspace: Workspace, value: str) -> Token:
    return Token(value, workspace, "B1", "UB1", ("commands", "chat:write"))


def told(found: Installation | None) -> dict[str, Any] | None:
    return found.to_dict() if found else None


async def test_an_installation_is_used_by_any_replica(database: Database, replica: Database) -> None:
    here, there = InstallationStore(database, None, "C1"), InstallationStore(replica, None, "C1")
    assert await there.bot_token(T1) is None
    await here.async_save(installation())
    assert await there.bot_token(T1) == token(T1, "xoxb-T1")
    assert told(await there.async_find_installation(enterprise_id=None, team_id="T1")) == told(installation())
    bot = await there.async_find_bot(enterprise_id=None, team_id="T1")
    assert bot is not None
    assert bot.to_dict() == installation().to_bot().to_dict()


async def test_a_token_in_memory_is_there_at_once(database: Database) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(installation())
    await asyncio.gather(*(store.bot_token(T1) for _ in range(20)))
    assert at_once(store.bot_token(T1)) == token(T1, "xoxb-T1")
    assert (store.cache.hits, store.cache.misses, store.cache.rescues) == (1, 20, 0)


async def test_an_organisation_serves_its_workspaces_that_have_no_token_of_their_own(database: Database) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(installation("", "E1"))
    await store.async_save(installation("T1", "E1"))
    for asked, found in {
        Workspace("T1", "E1"): token(Workspace("T1", "E1"), "xoxb-T1"),
        Workspace("T2", "E1"): token(E1, "xoxb-E1"),
        E1: token(E1, "xoxb-E1"),
        Workspace("T2", "E2"): None,
        Workspace("T2"): None,
        Workspace(): None,
    }.items():
        assert await store.bot_token(asked) == found
    # Bolt asks for one or for the other.
    for is_whole, value in ((True, "xoxb-E1"), (False, "xoxb-T1")):
        bot = await store.async_find_bot(enterprise_id="E1", team_id="T1", is_enterprise_install=is_whole)
        assert bot is not None
        assert (bot.bot_token, bot.is_enterprise_install) == (value, is_whole)
    await store.async_delete_all(enterprise_id="E1", team_id="T1")
    assert await store.bot_token(Workspace("T1", "E1")) == token(E1, "xoxb-E1")
    await store.async_delete_all(enterprise_id="E1", team_id=None)
    assert [await store.bot_token(Workspace(team, "E1")) for team in ("T1", "T2", "")] == [None] * 3


async def test_a_new_installation_takes_the_place_of_the_old_one(database: Database, replica: Database) -> None:
    clock = Clock()
    here, there = InstallationStore(database, None, "C1", now=clock), InstallationStore(replica, None, "C1", now=clock)
    await here.async_save(installation())
    assert await there.bot_token(T1) == token(T1, "xoxb-T1")
    await here.async_save(installation(bot="xoxb-new", user_id="U2"))
    assert await here.bot_token(T1) == token(T1, "xoxb-new")
    # Another replica learns of it when its memory ends.
    assert await there.bot_token(T1) == token(T1, "xoxb-T1")
    clock.pass_by(CACHE_SECONDS)
    assert await there.bot_token(T1) == token(T1, "xoxb-new")
    assert len((await rows_of(database))["installations"]) == 1


async def test_a_deleted_installation_is_gone_at_once_here_and_soon_elsewhere(
    database: Database, replica: Database
) -> None:
    clock = Clock()
    here, there = InstallationStore(database, None, "C1", now=clock), InstallationStore(replica, None, "C1", now=clock)
    for delete in (here.async_delete_bot, here.async_delete_installation, here.async_delete_all):
        await here.async_save(installation())
        assert await here.bot_token(T1) == await there.bot_token(T1) == token(T1, "xoxb-T1")
        await delete(enterprise_id=None, team_id="T1")
        assert await here.bot_token(T1) is None
        clock.pass_by(CACHE_SECONDS)
        assert await there.bot_token(T1) is None


async def test_a_persons_own_token_is_not_kept_so_its_end_ends_nothing(database: Database) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(
        installation(
            user_token="xoxp-person",  # noqa: S106
            incoming_webhook_url="https://hooks.example/x",
        )
    )
    await store.async_delete_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert await store.bot_token(T1) == token(T1, "xoxb-T1")
    found = [
        await store.async_find_installation(enterprise_id=None, team_id="T1", user_id=user) for user in ("U1", "U2")
    ]
    assert [told(each) for each in found] == [told(installation()), None]
    kept = str(await rows_of(database))
    assert "xoxp" not in kept
    assert "hooks" not in kept


async def test_two_apps_in_one_database_do_not_meet(database: Database) -> None:
    one, other = InstallationStore(database, None, "C1"), InstallationStore(database, None, "C2")
    await one.async_save(installation())
    assert await other.bot_token(T1) is None
    await other.async_save(installation(bot="xoxb-other"))
    await one.async_delete_all(enterprise_id=None, team_id="T1")
    assert await other.bot_token(T1) == token(T1, "xoxb-other")


async def test_a_bot_alone_can_be_saved(database: Database) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(installation())
    await store.async_save_bot(installation(bot="xoxb-new").to_bot())
    found = await store.async_find_installation(enterprise_id=None, team_id="T1")
    assert told(found) == told(installation(bot="xoxb-new"))


async def test_an_installation_removed_while_it_is_being_read_is_not_remembered(database: Database) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(installation())
    reading = asyncio.create_task(store.bot_token(T1))
    await asyncio.sleep(0)
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    await reading
    assert await store.bot_token(T1) is None


@pytest.mark.parametrize(
    ("lacking", "message"),
    [
        ({"bot": None}, "the app was installed without a bot token: give it a bot user and bot scopes"),
        (
            {"team_id": None},
            "the app was installed in no workspace and no organisation that Slack has named",
        ),
    ],
)
async def test_an_installation_that_cannot_be_used_is_one_clear_error(
    database: Database, lacking: dict[str, Any], message: str
) -> None:
    store = InstallationStore(database, None, "C1")
    with pytest.raises(UsageError) as error:
        await store.async_save(installation(**{"team_id": "T1"} | lacking))
    assert str(error.value) == message


@pytest.mark.parametrize("team_id", ["\0", "T" * 1000, "\ud800", "' OR ''='"])
async def test_what_no_workspace_is_called_is_not_found(database: Database, team_id: str) -> None:
    store = InstallationStore(database, None, "C1")
    await store.async_save(installation())
    assert await store.bot_token(Workspace(team_id)) is None
    assert await store.async_find_bot(enterprise_id=None, team_id=team_id) is None
