"""Nothing is kept of a workspace that has left, nor of anything longer than is told."""

from sqlalchemy import ColumnElement, Table, and_, delete, exists, or_, select

from statuslens_slackbot.people import Workspace
from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.ids import is_id, workspace_id
from statuslens_slackbot.storage.tables import (
    RECENT_SECONDS,
    installations,
    oauth_states,
    preferences,
    recent_codes,
    seen,
)

_OF_PEOPLE = (preferences, recent_codes)
_CLOCKS_DIFFER = 3.0
"""Seconds: Slack tells the time of an event in whole ones, and nobody installs an app anew in less than these."""


async def erase(database: Database, workspace: Workspace, client_id: str = "", *, until: float | None = None) -> bool:
    """Delete all that is kept of a workspace, or of an organisation and those workspaces that it alone had brought.

    ``until`` is the time of the event that asks for it, seconds since 1970: where the app has been installed again
    since, nothing is deleted, and False is returned.
    """
    key = workspace_id(workspace)
    if not is_id(key):
        return True
    mine = and_(installations.c.client_id == client_id, installations.c.workspace == key)
    async with database.writing() as connection:
        gone = delete(installations).where(mine)
        if until is not None:
            gone = gone.where(installations.c.installed_at <= until + _CLOCKS_DIFFER)
        await connection.execute(gone)
        if (await connection.execute(select(installations.c.workspace).where(mine))).first():
            return False
        for table in _OF_PEOPLE:
            await connection.execute(delete(table).where(_belongs_to(table, key)))
    return True


async def sweep(database: Database, now: float, *, orphans: bool = False) -> None:
    """Delete what is past its time, ``now`` in seconds since 1970.

    With ``orphans``, for a bot that is installed by OAuth, also what is of no installation: a replica may write a
    code down a moment after another has erased its workspace.
    """
    async with database.writing() as connection:
        await connection.execute(delete(oauth_states).where(oauth_states.c.expires_at <= now))
        await connection.execute(delete(seen).where(seen.c.expires_at <= now))
        await connection.execute(delete(recent_codes).where(recent_codes.c.noted_at <= now - RECENT_SECONDS))
        if orphans:
            for table in _OF_PEOPLE:
                await connection.execute(delete(table).where(~_is_installed(table, with_organisation=True)))


def _belongs_to(table: Table, key: str) -> ColumnElement[bool]:
    through_organisation = and_(table.c.enterprise_id == key, ~_is_installed(table, with_organisation=False))
    return or_(table.c.workspace == key, through_organisation)


def _is_installed(table: Table, *, with_organisation: bool) -> ColumnElement[bool]:
    holders = [table.c.workspace, table.c.enterprise_id] if with_organisation else [table.c.workspace]
    return exists().where(or_(*(installations.c.workspace == holder for holder in holders)))
