"""The database before and while the bot runs: its tables are there, and it answers."""

import asyncio
import logging

from statuslens_slackbot.readiness import Check
from statuslens_slackbot.storage.encryption import require_keys
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.errors import SchemaError, StorageError
from statuslens_slackbot.storage.migrations import SchemaState, migrate, require_current, schema_state
from statuslens_slackbot.storage.token_keys import TokenKeys

_PATIENCE = 2.0

_log = logging.getLogger(__name__)


async def prepare(database: Database, keys: TokenKeys | None) -> None:
    """Make the tables of a new file of SQLite; a UsageError where ``migrate`` has to be run first, or a key lacks.

    A server that does not answer keeps nobody from starting: what is in memory is answered without it.
    """
    try:
        if database.location.file and await schema_state(database) is SchemaState.EMPTY:
            await migrate(database)
        await require_current(database)
        await require_keys(database, keys)
    except StorageError as error:
        _log.warning("started without the database: %s", error)


def check_of(database: Database) -> Check:
    """Return the check of readiness."""

    async def check() -> str:
        try:
            async with asyncio.timeout(_PATIENCE):
                await database.probe()
        except SchemaError:
            return "lacks tables of this version"
        except (StorageError, TimeoutError):
            return "does not answer"
        return ""

    return check
