"""Where the app is installed, and the token for each workspace: from memory whenever it can be."""

import time
from collections.abc import Callable

from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.models.installation import Installation

from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.cache import Cache
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.ids import workspace_id
from statuslens_slackbot.storage.installation_table import InstallationTable, Token, installed_in
from statuslens_slackbot.storage.rotation import Rotate, Rotation
from statuslens_slackbot.storage.token_keys import NoKeys, TokenKeys

CACHE_SECONDS = 300.0
"""How long another replica may go on with what this one has replaced or deleted."""
_CACHED_WORKSPACES = 10_000


class InstallationStore(AsyncInstallationStore):
    """Bot tokens of one Slack app, one row for each workspace or organisation; tokens of people are not kept."""

    def __init__(
        self,
        database: Database,
        keys: TokenKeys | None,
        client_id: str,
        rotate: Rotate | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take the keys that tokens are encrypted with, and what asks Slack for a bot's next token."""
        self._table = InstallationTable(database, keys or NoKeys(), client_id)
        self.cache: Cache[Workspace, Token] = Cache(
            self._table.token, size=_CACHED_WORKSPACES, seconds=CACHE_SECONDS, now=now
        )
        self._rotation = Rotation(self._table, self.cache, rotate, now) if rotate else None

    async def bot_token(self, workspace: Workspace) -> Token | None:
        """Return the token for a workspace, its own or its organisation's; None where the app is in neither.

        One in memory is returned at once. One that ends soon is replaced in the background; only one that has ended
        is waited for, and returned as it is where Slack does not give the next in time. Raises StorageError where the
        database is needed and does not answer, and TokenKeyError.
        """
        token = await self.cache.get(workspace)
        if token is None or self._rotation is None or not self._rotation.is_due(token):
            return token
        await self._rotation.begin(token)
        return self.cache.known(workspace) or token

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation, in place of an earlier one; it is in the database once this returns."""
        self.forget(await self._table.save(installation.to_bot(), installation.user_id or ""))

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot, in place of an earlier one."""
        self.forget(await self._table.save(bot))

    async def async_find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """Read a bot from the database."""
        found = await self.async_find_installation(
            enterprise_id=enterprise_id, team_id=team_id, is_enterprise_install=is_enterprise_install
        )
        return found.to_bot() if found else None

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Read an installation from the database; with a ``user_id`` only if that person has made it."""
        workspace = installed_in(enterprise_id, team_id, is_enterprise_install=is_enterprise_install)
        found = await self._table.find(workspace)
        return found if found and user_id in {None, found.user_id} else None

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Delete the installation; all else of the workspace is left to ``Stores.erase``."""
        workspace = installed_in(enterprise_id, team_id)
        await self._table.delete(workspace)
        self.forget(workspace)

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Delete the installation; of one person nothing is kept that could be deleted alone."""
        if user_id is None:
            await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Delete the installation."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def forget(self, workspace: Workspace) -> None:
        """Keep nothing of a workspace, or of all workspaces of an organisation, in memory."""
        key = workspace_id(workspace)
        self.cache.forget(lambda asked, _: key in {asked.team_id, asked.enterprise_id})

    async def close(self) -> None:
        """Let a token that Slack is giving be kept."""
        if self._rotation is not None:
            await self._rotation.close()
