"""What the listeners work with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from statuslens.config.model import TeamFile
from statuslens_slackbot.answer_cache import AnswerCache
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.background import Background
from statuslens_slackbot.channels import Channels
from statuslens_slackbot.people import Person, Preferences, Workspace
from statuslens_slackbot.slack_api import SlackApi, SlackCallError
from statuslens_slackbot.team_files import TeamFiles


class Tokens(Protocol):
    """Where the token of an installation is found."""

    async def bot_token(self, workspace: Workspace) -> str | None:
        """Return a token that is good for some time, None where the app is not installed."""


class PreferenceStore(Protocol):
    """What people have chosen."""

    async def get(self, person: Person) -> Preferences:
        """Return somebody's choices, the usual ones where there are none."""

    async def put(self, person: Person, preferences: Preferences) -> None:
        """Keep somebody's choices."""


class RecentCodes(Protocol):
    """What people have asked for lately."""

    def note(self, person: Person, codes: Sequence[str]) -> None:
        """Take note of codes that were explained to somebody."""

    async def get(self, person: Person) -> tuple[str, ...]:
        """Return the latest ones, newest first."""


class Seen(Protocol):
    """What has been dealt with, by any replica."""

    async def claim(self, kind: str, key: str, ttl_seconds: int) -> bool:
        """Return whether the caller is the first with this key."""


class Flood(Protocol):
    """How often somebody may ask."""

    def wait(self, person: Person) -> int:
        """Count a question, and return the seconds to wait where it is one too many, otherwise 0."""


class Installations(Protocol):
    """What is kept of a workspace."""

    async def erase(self, workspace: Workspace, until: float | None) -> None:
        """Forget all that was there at a time, in seconds since 1970 (None: now); a newer installation stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """All that a listener may need."""

    command: str
    team_notes_in_shared_channels: bool
    api: SlackApi
    tokens: Tokens
    installations: Installations
    preferences: PreferenceStore
    recent: RecentCodes
    seen: Seen
    flood: Flood
    team_files: TeamFiles
    channels: Channels
    background: Background
    answers: AnswerCache = field(default_factory=AnswerCache)

    async def asking(self, person: Person) -> Asking:
        """Return what somebody's answers depend on."""
        preferences = await self.preferences.get(person)
        return Asking(command=self.command, team=self.team_of(person), preferences=preferences)

    def team_of(self, person: Person) -> TeamFile:
        """Return the team file of somebody's workspace."""
        return self.team_files.of(person.workspace.team_id)

    async def is_for_outsiders(self, channel: str, workspace: Workspace) -> bool:
        """Return whether the team file must not be told in a channel."""
        if self.team_notes_in_shared_channels:
            return False
        return await self.channels.is_shared(channel, await self.tokens.bot_token(workspace))

    async def token(self, workspace: Workspace) -> str:
        """Return the token to post with; a SlackCallError where there is none."""
        token = await self.tokens.bot_token(workspace)
        if token is None:
            raise SlackCallError("no call", "the app is not installed in the workspace, or not by this bot")
        return token
