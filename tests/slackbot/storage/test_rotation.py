"""The next token: asked for once, kept, and never in the way of an answer."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store.models.bot import Bot

from slackbot.postgres import Postgres
from slackbot.storage.clocks import Clock, at_once, installation
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.schema import check_of
from statuslens_slackbot.storage.engine import Database, open_database
from statuslens_slackbot.storage.installations import InstallationStore
from statuslens_slackbot.storage.migrations import migrate
from statuslens_slackbot.storage.rotation import BEFORE_END, LEASE

pytestmark = pytest.mark.asyncio
T1 = Workspace("T1", "E1")
DAY_HALF = 12 * 3600


@dataclass
class Slack:
    """What gives the next token, when it is let."""

    clock: Clock
    asked: list[str | None] = field(default_factory=list)
    error: Exception | None = None
    is_asked: asyncio.Event = field(default_factory=asyncio.Event)
    lets: asyncio.Event = field(default_factory=asyncio.Event)

    async def rotate(self, bot: Bot) -> Bot:
        self.asked.append(bot.bot_refresh_token)
        self.is_asked.set()
        await self.lets.wait()
        if self.error:
            raise self.error
        values = bot.to_dict_for_copying() | {
            "bot_token": f"xoxe.xoxb-{len(self.asked)}",
            "bot_refresh_token": f"xoxe-{len(self.asked)}",
            "bot_token_expires_at": int(self.clock()) + DAY_HALF,
        }
        return Bot(**values)


def store(database: Database, slack: Slack) -> InstallationStore:
    return InstallationStore(database, None, "C1", slack.rotate, slack.clock)


async def install(store: InstallationStore, clock: Clock, seconds: float) -> None:
    ending = int(clock() + seconds)
    await store.async_save(installation("T1", "E1", bot="xoxe.xoxb-0", refresh="xoxe-0", bot_token_expires_at=ending))


async def value(store: InstallationStore) -> str:
    token = await store.bot_token(T1)
    assert token is not None
    return token.value


async def finish(slack: Slack, *stores: InstallationStore) -> None:
    slack.lets.set()
    await asyncio.gather(*(store.close() for store in stores))
    slack.lets.clear()


async def test_replicas_that_want_the_next_token_at_once_ask_for_it_once(database: Database, replica: Database) -> None:
    clock = Clock()
    for number in range(10):
        slack = Slack(clock)
        here, there = store(database, slack), store(replica, slack)
        await install(here, clock, BEFORE_END - number)
        await asyncio.gather(*(value(each) for each in (here, there) * 3))
        await finish(slack, here, there)
        assert slack.asked == ["xoxe-0"]
        assert [await value(here), await value(there)] == ["xoxe.xoxb-1", "xoxe.xoxb-1"]
        found = await there.async_find_bot(enterprise_id="E1", team_id="T1")
        assert found is not None
        assert (found.bot_token, found.bot_refresh_token) == ("xoxe.xoxb-1", "xoxe-1")


async def test_replicas_with_a_token_that_has_ended_wait_for_the_one_that_asks(
    database: Database, replica: Database
) -> None:
    slack = Slack(Clock())
    here, there = store(database, slack), store(replica, slack)
    await install(here, slack.clock, 0)
    slack.lets.set()
    assert {*await asyncio.gather(*(value(each) for each in (here, there) * 3))} == {"xoxe.xoxb-1"}
    assert slack.asked == ["xoxe-0"]
    await finish(slack, here, there)


async def test_a_token_with_time_left_is_not_touched(database: Database) -> None:
    slack = Slack(Clock())
    here = store(database, slack)
    await install(here, slack.clock, BEFORE_END + 1)
    assert await value(here) == "xoxe.xoxb-0"
    slack.clock.pass_by(1)
    # One that ends soon is still good: nobody waits for the next.
    assert at_once(value(here)) == "xoxe.xoxb-0"
    await finish(slack, here)
    assert (slack.asked, at_once(value(here))) == (["xoxe-0"], "xoxe.xoxb-1")


async def test_where_slack_gives_no_token_it_is_asked_again_only_after_a_while(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    slack = Slack(Clock())
    slack.error = SlackTokenRotationError(
        SlackApiError("no", {"error": "invalid_refresh_token", "of": "xoxe-0"})  # type: ignore[no-untyped-call]
    )
    slack.lets.set()
    here = store(database, slack)
    await install(here, slack.clock, 0)
    # The old token is better than none: what needs no Slack is still answered.
    assert [await value(here), await value(here)] == ["xoxe.xoxb-0"] * 2
    assert slack.asked == ["xoxe-0"]
    assert caplog.messages == ["Slack gives no next token: invalid_refresh_token"]
    slack.clock.pass_by(LEASE)
    slack.error = None
    assert await value(here) == "xoxe.xoxb-2"
    await here.close()


async def test_a_token_that_is_installed_anew_meanwhile_stays(database: Database) -> None:
    slack = Slack(Clock())
    here = store(database, slack)
    await install(here, slack.clock, BEFORE_END)
    await value(here)
    await slack.is_asked.wait()
    await here.async_save(installation("T1", "E1", bot="xoxb-anew"))
    await finish(slack, here)
    assert await value(here) == "xoxb-anew"


async def test_a_workspace_that_leaves_meanwhile_is_gone(database: Database) -> None:
    slack = Slack(Clock())
    here = store(database, slack)
    await install(here, slack.clock, BEFORE_END)
    await value(here)
    await here.async_delete_all(enterprise_id="E1", team_id="T1")
    await finish(slack, here)
    assert await here.bot_token(T1) is None


async def test_a_token_given_while_the_database_is_down_is_used_and_written_later(
    postgres: Postgres, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens_slackbot.storage.rotation.REST", 0)
    slack = Slack(Clock())
    async with open_database(postgres_url, clock=slack.clock) as database:
        await migrate(database)
        here = store(database, slack)
        await install(here, slack.clock, BEFORE_END)
        await value(here)
        await slack.is_asked.wait()
        postgres.stop()
        with listening("a new token is not written yet") as is_told:
            slack.lets.set()
            await is_told.wait()
        assert await value(here) == "xoxe.xoxb-1"
        postgres.start()
        assert await check_of(database)() == ""
        await here.close()
        found = await here.async_find_bot(enterprise_id="E1", team_id="T1")
        assert found is not None
        assert [found.bot_token, found.bot_refresh_token] == ["xoxe.xoxb-1", "xoxe-1"]


@contextmanager
def listening(beginning: str) -> Iterator[asyncio.Event]:
    """Give an event that is set when the log says something."""
    is_told = asyncio.Event()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage().startswith(beginning):
                is_told.set()

    listener = Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield is_told
    finally:
        logging.getLogger().removeHandler(listener)
