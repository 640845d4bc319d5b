"""All tokens at once: can they be opened, and closed anew with the first key."""

from sqlalchemy import select, update

from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.tables import installations
from statuslens_slackbot.storage.token_keys import NoKeys, TokenCoding, TokenKeys

_ID = (installations.c.client_id, installations.c.workspace)
_TOKENS = (installations.c.bot_token, installations.c.bot_refresh_token)


async def require_keys(database: Database, keys: TokenKeys | None) -> None:
    """Raise a TokenKeyError unless all tokens that are kept can be opened."""
    coding: TokenCoding = keys or NoKeys()
    async with database.reading() as connection:
        async for row in await connection.stream(select(*_TOKENS)):
            for kept in row:
                coding.open(kept)


async def reencrypt(database: Database, keys: TokenKeys) -> int:
    """Encrypt all tokens with the first key, those kept as they are too, and return of how many installations.

    All or none: a TokenKeyError where the key of one lacks.
    """
    async with database.writing() as connection:
        rows = (await connection.execute(select(*_ID, *_TOKENS).with_for_update())).all()
        for client_id, workspace, token, refresh_token in rows:
            await connection.execute(
                update(installations)
                .where(installations.c.client_id == client_id, installations.c.workspace == workspace)
                .values(bot_token=keys.close(keys.open(token)), bot_refresh_token=keys.close(keys.open(refresh_token)))
            )
    return len(rows)
