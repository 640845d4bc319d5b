"""What holds for a start with these settings, and whether it would work; nothing is sent to Slack."""

import asyncio
import sys
from collections.abc import Iterator, Mapping

from statuslens.errors import StatuslensError
from statuslens_slackbot.settings import Settings, Written, key_of, reveal
from statuslens_slackbot.storage.encryption import require_keys
from statuslens_slackbot.storage.engine import open_database
from statuslens_slackbot.storage.location import read_location
from statuslens_slackbot.storage.migrations import SchemaState, require_current, schema_state
from statuslens_slackbot.storage.token_keys import TokenKeys
from statuslens_slackbot.team_files import open_team_files


def check_config(settings: Settings, written: Mapping[str, Written]) -> int:
    """Print the settings and what came of looking; return 2 where something would not work, else 0."""
    for line in describe(settings, written):
        sys.stdout.write(f"{line}\n")
    problems = list(_look(settings))
    for problem in problems:
        sys.stderr.write(f"statuslens-slackbot: {problem}\n")
    if not problems:
        sys.stdout.write("all of this works\n")
    return 2 if problems else 0


def describe(settings: Settings, written: Mapping[str, Written]) -> Iterator[str]:
    """Write a line for each setting: its value, never a secret, and where that was written."""
    for field in Settings.model_fields:
        value = getattr(settings, field)
        where = written[field].where if field in written else "default"
        if field == "database_url":
            shown = read_location(reveal(settings.database_url)).shown
        elif key_of(field).is_secret:
            shown = "set" if value else "not set"
        else:
            shown = _show(value, "off" if field == "flood_limit" else "not set")
        yield f"{field} = {shown} ({where})"


def _look(settings: Settings) -> Iterator[str]:
    try:
        open_team_files(settings.team_file, settings.team_files)
    except StatuslensError as error:
        yield str(error)
    try:
        asyncio.run(_look_at_database(settings))
    except StatuslensError as error:
        yield str(error)


async def _look_at_database(settings: Settings) -> None:
    keys = TokenKeys(list(map(reveal, settings.token_keys))) if settings.token_keys else None
    async with open_database(reveal(settings.database_url)) as database:
        if database.location.file and await schema_state(database) is SchemaState.EMPTY:
            return
        await require_current(database)
        await require_keys(database, keys)


def _show(value: object, nothing: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return nothing if value is None else str(value)
