"""From any older state of the tables to that of this version: a new module in ``versions`` for each change."""

from enum import StrEnum
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from statuslens_slackbot.storage.engine import VERSION_TABLE, Database
from statuslens_slackbot.storage.errors import SchemaError
from statuslens_slackbot.storage.tables import metadata

_PATIENCE = 60.0
"""Seconds for one step, and for another process that is migrating too."""
_LOCK = 0x57A7051E45
"""Any number that other programs on the same server are unlikely to lock."""


class SchemaState(StrEnum):
    """How the tables stand to this version of the bot."""

    EMPTY = "empty"
    """There are none yet."""
    OLD = "old"
    CURRENT = "current"
    NEW = "new"
    """A newer version has migrated them."""


async def schema_state(database: Database) -> SchemaState:
    """Compare the tables with this version; raises StorageError while the database does not answer."""
    async with database.reading() as connection:
        return await connection.run_sync(_state)


async def require_current(database: Database) -> None:
    """Raise a SchemaError that says what to do, unless the tables are those of this version."""
    advice = {
        SchemaState.EMPTY: "has no tables yet: run statuslens-slackbot migrate",
        SchemaState.OLD: "has tables of an older version: run statuslens-slackbot migrate",
        SchemaState.NEW: "has tables of a newer version: install that version of statuslens",
    }
    if problem := advice.get(await schema_state(database)):
        raise SchemaError(f"the database {database.location.shown} {problem}")


async def migrate(database: Database) -> None:
    """Bring the tables to this version, in one transaction; many may call this at the same time."""
    async with Database(database.location, patience=_PATIENCE) as patient, patient.writing() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if await connection.run_sync(_state) is SchemaState.NEW:
            raise SchemaError(f"the database {database.location.shown} is of a newer version: nothing to migrate")
        await connection.run_sync(_upgrade)


def _state(connection: Connection) -> SchemaState:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    scripts = _scripts()
    found = context.get_current_revision()
    if found is None:
        return SchemaState.EMPTY
    if found == scripts.get_current_head():
        return SchemaState.CURRENT
    known = {script.revision for script in scripts.walk_revisions()}
    return SchemaState.OLD if found in known else SchemaState.NEW


def _upgrade(connection: Connection) -> None:
    scripts = _scripts()

    def steps(revision: tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        return scripts._upgrade_revs("head", revision)  # type: ignore[arg-type] # noqa: SLF001

    with EnvironmentContext(Config(), scripts, fn=steps) as environment:
        environment.configure(connection=connection, target_metadata=metadata, version_table=VERSION_TABLE)
        environment.run_migrations()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))
