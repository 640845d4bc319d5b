"""A server that goes and comes back: what is in memory is served, writing fails by one error, and nothing is stuck."""

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from slackbot.postgres import Postgres
from slackbot.storage.clocks import Clock, at_once, installation
from statuslens_slackbot.people import Person, Preferences, Visibility, Workspace
from statuslens_slackbot.schema import check_of
from statuslens_slackbot.storage.engine import REST, Database, open_database
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.installations import CACHE_SECONDS
from statuslens_slackbot.storage.migrations import migrate
from statuslens_slackbot.storage.stores import Stores

pytestmark = pytest.mark.asyncio
HERE = Workspace("T1")
ANN, BEN = Person(HERE, "U1"), Person(HERE, "U2")
CHOSEN = Preferences(Visibility.CHANNEL, "go", ("nginx",))


@pytest.fixture
def server(postgres: Postgres) -> Iterator[Postgres]:
    yield postgres
    postgres.start()


async def opened(url: str, clock: Clock) -> tuple[Database, Stores]:
    database = open_database(url, clock=clock)
    await migrate(database)
    stores = Stores(database, client_id="C1", now=clock)
    await stores.installations.async_save(installation())
    await stores.preferences.put(ANN, CHOSEN)
    assert await stores.installations.bot_token(HERE) is not None
    return database, stores


@pytest.mark.parametrize("how", ["SIGINT", "SIGQUIT"])  # as an administrator stops it, and as a crash does
async def test_a_server_may_go_and_come_back(server: Postgres, postgres_url: str, how: str) -> None:
    clock = Clock()
    database, stores = await opened(postgres_url, clock)
    async with database:
        server.stop(signal.Signals[how])
        for _ in range(2):
            token = await stores.installations.bot_token(HERE)
            assert token is not None
            assert token.value == "xoxb-T1"
            assert await stores.preferences.get(ANN) == CHOSEN
            assert await stores.preferences.get(BEN) == Preferences()
            with pytest.raises(StorageError):
                await stores.preferences.put(BEN, CHOSEN)
            with pytest.raises(StorageError):
                await stores.states.async_issue()
            with pytest.raises(StorageError):
                await stores.installations.async_save(installation("T2"))
            with pytest.raises(StorageError):
                await stores.installations.bot_token(Workspace("T2"))
            with pytest.raises(StorageError):
                await stores.erase(HERE)
            assert await check_of(database)() == "does not answer"
            # What is in memory grows old, and is still better than nothing.
            clock.pass_by(CACHE_SECONDS + 1)
        assert [await stores.seen.claim("event", "E1", 60), await stores.seen.claim("event", "E1", 60)] == [True, False]
        stores.recent.note(ANN, ["418"])
        assert await stores.recent.get(ANN) == ("418",)

        server.start()
        clock.pass_by(REST)
        await stores.preferences.put(BEN, CHOSEN)
        assert await check_of(database)() == ""
        assert await stores.preferences.get(ANN) == CHOSEN
        await stores.installations.async_save(installation("T2"))
        assert await stores.installations.bot_token(Workspace("T2")) is not None
        await stores.close()
        assert await stores.recent.get(ANN) == ("418",)


async def test_a_server_that_did_not_answer_is_left_alone_for_a_while(server: Postgres, postgres_url: str) -> None:
    clock = Clock()
    database, stores = await opened(postgres_url, clock)
    async with database:
        server.stop()
        with pytest.raises(StorageError, match="cannot be used now"):
            await stores.states.async_issue()
        with pytest.raises(StorageError, match="did not answer; it is asked again soon"):
            at_once(stores.states.async_issue())
        # After that one goes ahead, and those who come meanwhile are not made to wait.
        clock.pass_by(REST)
        said = await asyncio.gather(*(stores.states.async_issue() for _ in range(3)), return_exceptions=True)
        assert sum("cannot be used now" in str(error) for error in said) == 1
        # Whoever asks whether the server is back ends the rest at once.
        server.start()
        assert await check_of(database)() == ""
        assert await stores.states.async_consume(await stores.states.async_issue())


async def test_a_server_that_does_not_let_the_bot_in_is_one_clear_error(postgres_url: str) -> None:
    async with open_database(postgres_url.replace("statuslens@", "nobody:hunter2@")) as database:
        with pytest.raises(StorageError) as told:
            await migrate(database)
    shown = database.location.shown
    assert str(told.value) == f'the database {shown} cannot be used now: role "nobody" does not exist'
    assert "hunter2" not in shown


async def test_a_server_that_hangs_is_not_waited_for(server: Postgres, postgres_url: str) -> None:
    async with open_database(postgres_url) as other, open_database(postgres_url, patience=0.1) as database:
        await migrate(other)
        stores = Stores(database)
        async with other.writing() as connection:
            await connection.execute(text("LOCK TABLE statuslens_preferences"))
            with pytest.raises(StorageError, match="cannot be used now: TimeoutError"):
                await stores.preferences.put(ANN, CHOSEN)
        assert await check_of(database)() == ""
        await stores.preferences.put(ANN, CHOSEN)
        async with open_database(postgres_url, patience=0.1) as late:
            os.kill(server.pid, signal.SIGSTOP)
            try:
                with pytest.raises(StorageError, match="cannot be used now: TimeoutError"):
                    await Stores(late).preferences.put(ANN, CHOSEN)
                assert await Stores(late).preferences.get(BEN) == Preferences()
            finally:
                os.kill(server.pid, signal.SIGCONT)
            assert await check_of(late)() == ""
            assert await Stores(late).preferences.get(ANN) == CHOSEN


async def test_a_file_that_another_process_writes_for_long_is_one_clear_error(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'bot.db').as_posix()}"
    async with open_database(url) as other, open_database(url, patience=0.1) as database:
        await migrate(database)
        stores = Stores(database)
        await stores.preferences.put(ANN, CHOSEN)
        async with other.writing():
            with pytest.raises(StorageError) as told:
                await stores.preferences.put(ANN, Preferences())
            assert str(told.value) == f"the database {url} cannot be used now: database is locked"
            # Reading goes on.
            assert await Stores(database).preferences.get(ANN) == CHOSEN
            assert await Stores(database).preferences.get(BEN) == Preferences()
        await stores.preferences.put(ANN, Preferences())
