"""The next token before one ends: asked for once, however many replicas want it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from cachetools import TTLCache
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store.models.bot import Bot

from statuslens.errors import StatuslensError
from statuslens_slackbot.background import Background
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.cache import Cache
from statuslens_slackbot.storage.engine import REST
from statuslens_slackbot.storage.errors import StorageError
from statuslens_slackbot.storage.installation_table import InstallationTable, Token, to_token

Rotate = Callable[[Bot], Awaitable[Bot | None]]
"""Asks Slack for the next token of a bot, as AsyncTokenRotator.perform_bot_token_rotation of slack_sdk does."""

BEFORE_END = 2 * 3600
"""Seconds before its end from which on a token is replaced; Slack gives one for twelve hours."""
LEASE = 30.0
"""Seconds in which one replica alone may ask for a workspace's next token, also if it gets none."""
_SLACK_PATIENCE = LEASE - 10
_REQUEST_PATIENCE = 2.0
_POLL = 0.1
_END_PATIENCE = 5.0
_WORKSPACES = 10_000

_log = logging.getLogger(__name__)


class Rotation:
    """Replaces tokens in the background.

    A replica first takes a lease in the token's row, which one alone can get. A row lock would do the same, but hold
    a transaction open for as long as Slack takes to answer; in SQLite nobody else could write meanwhile.
    """

    def __init__(
        self, table: InstallationTable, cache: Cache[Workspace, Token], rotate: Rotate, now: Callable[[], float]
    ) -> None:
        self._table = table
        self._cache = cache
        self._rotate = rotate
        self._now = now
        self._background = Background()
        self._begun: TTLCache[Workspace, asyncio.Task[None]] = TTLCache(_WORKSPACES, LEASE, timer=now)

    def is_due(self, token: Token) -> bool:
        """Tell whether the next token should be asked for."""
        return token.expires_at is not None and token.expires_at <= int(self._now()) + BEFORE_END

    async def begin(self, token: Token) -> None:
        """See to the next token, and wait for it a little if this one has ended."""
        task = self._begun.get(token.installation)
        if task is None:
            task = self._begun[token.installation] = self._background.start(self._replace(token.installation))
        if not task.done() and token.expires_at is not None and token.expires_at <= self._now():
            await asyncio.wait([task], timeout=_REQUEST_PATIENCE)

    async def close(self) -> None:
        """Let what has begun come to its end: Slack gives a token once."""
        await self._background.drain(_END_PATIENCE)

    async def _replace(self, installation: Workspace) -> None:
        try:
            while (leased := await self._take_lease(installation)) is None:
                if await self._is_settled(installation):
                    return
                await asyncio.sleep(_POLL)
        except StatuslensError as error:
            _log.warning("a token is not rotated: %s", error)
            return
        bot, lease = leased
        if (following := await self._ask_slack(bot)) is not None:
            await self._keep(installation, following, lease)

    async def _take_lease(self, installation: Workspace) -> tuple[Bot, float] | None:
        now = self._now()
        lease = now + LEASE
        bot = await self._table.take_lease(installation, now=now, until=lease, ending_before=int(now) + BEFORE_END)
        return (bot, lease) if bot else None

    async def _is_settled(self, installation: Workspace) -> bool:
        """Tell whether nothing is left to do: another replica has the next token, or the app is uninstalled."""
        token = await self._table.token(installation)
        if token is None or token.installation != installation:
            return True
        if self.is_due(token):
            return False
        self._amend(token)
        return True

    async def _ask_slack(self, bot: Bot) -> Bot | None:
        try:
            async with asyncio.timeout(_SLACK_PATIENCE):
                return await self._rotate(bot)
        except Exception as error:  # noqa: BLE001 (whatever a client raises: the token at hand may still do)
            # Its text may quote Slack's answer at length; the lease keeps all replicas from asking again at once.
            _log.warning("Slack gives no next token: %s", _reason(error))
            return None

    async def _keep(self, installation: Workspace, bot: Bot, lease: float) -> None:
        self._amend(to_token(bot))
        while True:
            try:
                await self._table.rotate(installation, bot, lease=lease)
            except StorageError as error:
                # Slack gives a token once: it is in memory, and is written as soon as it can be.
                _log.warning("a new token is not written yet: %s", error)
                await asyncio.sleep(REST)
            else:
                return

    def _amend(self, token: Token) -> None:
        self._cache.amend(lambda _, old: old.installation == token.installation, token)


def _reason(error: Exception) -> str:
    if isinstance(error, SlackTokenRotationError) and isinstance(error.api_error, SlackApiError):
        return str(error.api_error.response.get("error", "no reason is told"))
    return type(error).__name__
