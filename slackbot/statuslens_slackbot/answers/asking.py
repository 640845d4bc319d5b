"""What an answer depends on besides the text."""

from dataclasses import dataclass

from statuslens.config.model import DEFAULTS as NO_TEAM_FILE
from statuslens.config.model import TeamFile
from statuslens_slackbot.people import Preferences

__all__ = ["DEFAULT_PREFERENCES", "NO_TEAM_FILE", "Asking"]

DEFAULT_PREFERENCES = Preferences()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and what holds there; equal ones get equal answers, and all of it can be hashed."""

    command: str = "/http"
    """The slash command with its slash, as examples show it."""
    team: TeamFile = NO_TEAM_FILE
    preferences: Preferences = DEFAULT_PREFERENCES
    page: int = 1
    """Counts from 1; a page that there is not is the nearest one that there is."""
