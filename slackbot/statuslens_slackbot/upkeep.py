"""What is done to the database by hand: its tables brought to this version, its tokens encrypted anew."""

import asyncio

from statuslens.errors import UsageError
from statuslens_slackbot.settings import Settings, key_of, reveal
from statuslens_slackbot.storage.encryption import reencrypt
from statuslens_slackbot.storage.engine import open_database
from statuslens_slackbot.storage.migrations import migrate, require_current
from statuslens_slackbot.storage.token_keys import TokenKeys


def migrate_database(settings: Settings) -> str:
    """Bring the tables to this version, and say so."""
    return asyncio.run(_migrate(settings))


def reencrypt_tokens(settings: Settings) -> str:
    """Encrypt all tokens with the first key, and say how many."""
    if not settings.token_keys:
        raise UsageError(f"{key_of('token_keys').variable} is not set: give the new key, then those in use so far")
    return asyncio.run(_reencrypt(settings))


async def _migrate(settings: Settings) -> str:
    async with open_database(reveal(settings.database_url)) as database:
        await migrate(database)
        return f"the database {database.location.shown} has the tables of this version"


async def _reencrypt(settings: Settings) -> str:
    async with open_database(reveal(settings.database_url)) as database:
        await require_current(database)
        count = await reencrypt(database, TokenKeys(list(map(reveal, settings.token_keys))))
        return f"the tokens of {count} installation{'' if count == 1 else 's'} are encrypted with the first key"
