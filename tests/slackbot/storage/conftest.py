"""A database for each test, on both kinds."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from slackbot.postgres import Postgres
from statuslens_slackbot.storage.engine import Database, open_database
from statuslens_slackbot.storage.migrations import migrate


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    postgres.start()
    with postgres.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{(tmp_path / 'bot.db').as_posix()}"
    return str(request.getfixturevalue("postgres_url"))


@pytest_asyncio.fixture
async def url(empty_url: str) -> str:
    """Return the URL of a database with all tables."""
    async with open_database(empty_url) as database:
        await migrate(database)
    return empty_url


@pytest_asyncio.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as database:
        yield database


@pytest_asyncio.fixture
async def replica(url: str) -> AsyncIterator[Database]:
    """Open the same database another time, as another process would."""
    async with open_database(url) as database:
        yield database
