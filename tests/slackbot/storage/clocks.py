"""A clock that a test sets, and small helpers for what is kept."""

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from slack_sdk.oauth.installation_store.models.installation import Installation
from sqlalchemy import select

from statuslens_slackbot.storage.engine import Database
from statuslens_slackbot.storage.tables import metadata

Result = TypeVar("Result")


@dataclass
class Clock:
    """Seconds since 1970, as a test wants them."""

    time: float = 1_000_000.0

    def __call__(self) -> float:
        return self.time

    def pass_by(self, seconds: float) -> None:
        self.time += seconds


def at_once(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run what must not wait for anything: it has neither the event loop nor a second chance."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    coroutine.close()
    raise AssertionError("it waits for something")


def installation(
    team_id: str = "T1", enterprise_id: str = "", bot: str | None = "", refresh: str = "", **more: Any
) -> Installation:
    """Return what Slack gives to a workspace that installs the app, or to an organisation where the team is empty."""
    values: dict[str, Any] = {
        "app_id": "A1",
        "enterprise_id": enterprise_id or None,
        "team_id": team_id or None,
        "bot_token": f"xoxb-{team_id or enterprise_id}" if bot == "" else bot,
        "bot_refresh_token": refresh or None,
        "bot_id": "B1",
        "bot_user_id": "UB1",
        "bot_scopes": "commands,chat:write",
        "user_id": "U1",
        "is_enterprise_install": not team_id,
        "token_type": "bot",
        "installed_at": 1_000_000.0,
    }
    return Installation(**values | more)


async def rows_of(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is kept, by table."""
    async with database.reading() as connection:
        return {
            name.removeprefix("statuslens_"): sorted(map(tuple, (await connection.execute(select(table))).all()))
            for name, table in metadata.tables.items()
        }
