"""The tables: made once, by whoever comes first, and those that the code works with."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from statuslens_slackbot.schema import check_of
from statuslens_slackbot.storage.engine import Database, open_database
from statuslens_slackbot.storage.errors import SchemaError
from statuslens_slackbot.storage.migrations import SchemaState, migrate, require_current, schema_state
from statuslens_slackbot.storage.states import OAuthStateStore
from statuslens_slackbot.storage.tables import metadata

pytestmark = pytest.mark.asyncio


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"version_table": "statuslens_schema", "compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_make_the_tables_that_the_code_works_with(database: Database) -> None:
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_tables_are_made_once_and_then_left_alone(empty_url: str) -> None:
    async with open_database(empty_url) as database:
        assert (await schema_state(database), await check_of(database)()) == (
            SchemaState.EMPTY,
            "lacks tables of this version",
        )
        await migrate(database)
        assert (await schema_state(database), await check_of(database)()) == (SchemaState.CURRENT, "")
        state = await OAuthStateStore(database).async_issue()
        await migrate(database)
        await require_current(database)
        assert await OAuthStateStore(database).async_consume(state)


async def test_replicas_may_migrate_at_the_same_time(empty_url: str) -> None:
    async with open_database(empty_url) as one, open_database(empty_url) as other:
        await asyncio.gather(*(migrate(database) for database in (one, other, one, other)))
        assert await schema_state(other) is SchemaState.CURRENT


@pytest.mark.parametrize(
    ("revision", "state", "advice"),
    [
        ("9999", SchemaState.NEW, "has tables of a newer version: install that version of statuslens"),
        (None, SchemaState.EMPTY, "has no tables yet: run statuslens-slackbot migrate"),
    ],
)
async def test_tables_of_another_version_are_told(
    database: Database, revision: str | None, state: SchemaState, advice: str
) -> None:
    async with database.writing() as connection:
        await connection.execute(text("DELETE FROM statuslens_schema"))
        if revision:
            await connection.execute(text("INSERT INTO statuslens_schema VALUES (:it)"), {"it": revision})
    assert await schema_state(database) is state
    with pytest.raises(SchemaError) as told:
        await require_current(database)
    assert str(told.value) == f"the database {database.location.shown} {advice}"


async def test_a_newer_version_is_not_migrated(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE statuslens_schema SET version_num = '9999'"))
    with pytest.raises(SchemaError, match="is of a newer version: nothing to migrate"):
        await migrate(database)


async def test_a_database_without_tables_is_one_clear_error(empty_url: str) -> None:
    async with open_database(empty_url) as database:
        with pytest.raises(SchemaError) as told:
            await OAuthStateStore(database).async_issue()
    assert str(told.value) == (
        f"the database {database.location.shown} lacks tables of this version: run statuslens-slackbot migrate"
    )
