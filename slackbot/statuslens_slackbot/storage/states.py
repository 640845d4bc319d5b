"""The state of an installation that somebody has begun: used once, by whoever comes first."""

import secrets
import time
from collections.abc import Callable

from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from sqlalchemy import delete, insert

from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.ids import is_id
from statuslens_slackbot.storage.tables import STATE_SECONDS, oauth_states


class OAuthStateStore(AsyncOAuthStateStore):
    """States that hold for ten minutes, in a table that all replicas share."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def async_issue(self, *_args: object, **_options: object) -> str:
        """Make a state; raises StorageError where it cannot be kept."""
        state = secrets.token_urlsafe(32)
        async with self._database.writing() as connection:
            await connection.execute(insert(oauth_states).values(state=state, expires_at=self._now() + STATE_SECONDS))
        return state

    async def async_consume(self, state: str | None) -> bool:
        """Tell whether a state holds, which it then does no more; Bolt asks of none too."""
        if not state or not is_id(state):
            return False
        # One statement: of two that delete a row at the same time, one alone gets it back.
        taken = delete(oauth_states).where(oauth_states.c.state == state).returning(oauth_states.c.expires_at)
        async with self._database.writing() as connection:
            expires_at = (await connection.execute(taken)).scalar_one_or_none()
        return expires_at is not None and self._now() < expires_at
