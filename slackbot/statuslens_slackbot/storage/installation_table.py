"""Installations as they stand in the table: between rows, slack_sdk's classes, and the token that a request needs."""

from dataclasses import dataclass, field
from typing import Any

from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.models.installation import Installation
from sqlalchemy import ColumnElement, RowMapping, and_, delete, select, update

from statuslens.errors import UsageError
from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.ids import is_id, workspace_id
from statuslens_slackbot.storage.tables import installations
from statuslens_slackbot.storage.token_keys import TokenCoding


@dataclass(frozen=True, slots=True)
class Token:
    """What the bot may call Slack with."""

    value: str = field(repr=False)
    installation: Workspace
    """What it was given for: a workspace, or the organisation that the workspace is of."""
    bot_id: str = ""
    bot_user_id: str = ""
    scopes: tuple[str, ...] = ()
    expires_at: int | None = None
    """Seconds since 1970; None where tokens are not rotated."""


@dataclass(frozen=True, slots=True)
class InstallationTable:
    """The rows of one Slack app; each method is one transaction, and raises StorageError where that fails."""

    database: Database
    coding: TokenCoding
    client_id: str

    async def find(self, workspace: Workspace) -> Installation | None:
        """Read what was installed in exactly this."""
        row = await self._row(workspace_id(workspace))
        return _to_installation(row, self.coding) if row else None

    async def token(self, workspace: Workspace) -> Token | None:
        """Read the token of a workspace, or else that of its organisation."""
        row = await self._row(workspace.team_id, workspace.enterprise_id)
        return _to_token(row, self.coding) if row else None

    async def save(self, bot: Bot, installed_by: str | None = None) -> Workspace:
        """Write a row whole and return what it is of; raises UsageError where Slack has left out what a bot needs."""
        if not bot.bot_token:
            raise UsageError("the app was installed without a bot token: give it a bot user and bot scopes")
        workspace = installed_in(bot.enterprise_id, bot.team_id, is_enterprise_install=bot.is_enterprise_install)
        if not is_id(workspace_id(workspace)):
            raise UsageError("the app was installed in no workspace and no organisation that Slack has named")
        key = {"client_id": self.client_id, "workspace": workspace_id(workspace)}
        values = {
            "enterprise_id": workspace.enterprise_id,
            "app_id": bot.app_id or "",
            "bot_id": bot.bot_id or "",
            "bot_user_id": bot.bot_user_id or "",
            "bot_scopes": ",".join(bot.bot_scopes or ()),
            "installed_at": bot.installed_at,
            **self._token_values(bot),
        }
        if installed_by is not None:
            values["installed_by"] = installed_by
        row = self.database.insert(installations).values({"installed_by": ""} | key | values)
        async with self.database.writing() as connection:
            await connection.execute(row.on_conflict_do_update(index_elements=[*key], set_=values))
        return workspace

    async def delete(self, workspace: Workspace) -> None:
        """Delete a row."""
        async with self.database.writing() as connection:
            await connection.execute(delete(installations).where(self._is_row_of(workspace)))

    async def take_lease(self, workspace: Workspace, *, now: float, until: float, ending_before: int) -> Bot | None:
        """Reserve the rotation of a token that ends soon; None where another has, or where it does not end soon."""
        taken = update(installations).where(
            self._is_row_of(workspace),
            installations.c.rotating_until <= now,
            installations.c.bot_token_expires_at <= ending_before,
        )
        async with self.database.writing() as connection:
            found = await connection.execute(taken.values(rotating_until=until).returning(installations))
            row = found.mappings().one_or_none()
        return _to_installation(row, self.coding).to_bot() if row else None

    async def rotate(self, workspace: Workspace, bot: Bot, *, lease: float) -> None:
        """Write the next tokens, unless the app was installed anew since the lease was taken."""
        mine = update(installations).where(self._is_row_of(workspace), installations.c.rotating_until == lease)
        async with self.database.writing() as connection:
            await connection.execute(mine.values(self._token_values(bot)))

    def _token_values(self, bot: Bot) -> dict[str, Any]:
        return {
            "bot_token": self.coding.close(bot.bot_token),
            "bot_refresh_token": self.coding.close(bot.bot_refresh_token or ""),
            "bot_token_expires_at": bot.bot_token_expires_at,
            "rotating_until": 0.0,
        }

    def _is_row_of(self, workspace: Workspace) -> ColumnElement[bool]:
        return and_(installations.c.client_id == self.client_id, installations.c.workspace == workspace_id(workspace))

    async def _row(self, *keys: str) -> RowMapping | None:
        """Read the row of the first key that has one."""
        ids = [key for key in keys if is_id(key)]
        if not ids:
            return None
        wanted = select(installations).where(
            installations.c.client_id == self.client_id, installations.c.workspace.in_(ids)
        )
        async with self.database.reading() as connection:
            rows = {row["workspace"]: row for row in (await connection.execute(wanted)).mappings()}
        return next((rows[key] for key in ids if key in rows), None)


def installed_in(
    enterprise_id: str | None, team_id: str | None, *, is_enterprise_install: bool | None = False
) -> Workspace:
    """Return what the ids that Bolt gives mean."""
    return Workspace("" if is_enterprise_install else team_id or "", enterprise_id or "")


def to_token(bot: Bot) -> Token:
    """Make the token of slack_sdk's bot."""
    return Token(
        bot.bot_token,
        installed_in(bot.enterprise_id, bot.team_id, is_enterprise_install=bot.is_enterprise_install),
        bot.bot_id,
        bot.bot_user_id,
        tuple(bot.bot_scopes),
        bot.bot_token_expires_at,
    )


def _to_token(row: RowMapping, coding: TokenCoding) -> Token:
    return to_token(_to_installation(row, coding).to_bot())


def _to_installation(row: RowMapping, coding: TokenCoding) -> Installation:
    is_of_organisation = row["workspace"] == row["enterprise_id"]
    return Installation(
        app_id=row["app_id"],
        enterprise_id=row["enterprise_id"] or None,
        team_id=None if is_of_organisation else row["workspace"],
        bot_token=coding.open(row["bot_token"]),
        bot_id=row["bot_id"],
        bot_user_id=row["bot_user_id"],
        bot_scopes=row["bot_scopes"],
        bot_refresh_token=coding.open(row["bot_refresh_token"]) or None,
        bot_token_expires_at=row["bot_token_expires_at"],
        user_id=row["installed_by"],
        is_enterprise_install=is_of_organisation,
        token_type="bot",  # noqa: S106 (Slack's word for the kind)
        # SQLite's RETURNING gives a whole number as an int, which slack_sdk refuses.
        installed_at=float(row["installed_at"]),
    )
