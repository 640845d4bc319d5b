"""Who asks, where from, and what they have chosen."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Workspace:
    """What the app is installed in: a workspace, or a whole organisation of Enterprise Grid."""

    team_id: str = ""
    """``T…``; empty for what holds for an organisation."""
    enterprise_id: str = ""
    """``E…``; empty outside Enterprise Grid."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the bot."""

    workspace: Workspace
    user_id: str


class Visibility(StrEnum):
    """Who sees an answer."""

    PRIVATE = "private"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person has chosen in the App Home or by a select in an answer."""

    visibility: Visibility = Visibility.PRIVATE
    language: str = ""
    """The language whose constants are shown first, as the registry names it; empty for none."""
    vendors: tuple[str, ...] = ()
    """The ids of the vendors whose meaning of a number is told first."""
