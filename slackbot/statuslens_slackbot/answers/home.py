"""The App Home: what the bot does, what somebody has asked for lately, and settings."""

from collections.abc import Sequence

from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.messages import answer
from statuslens_slackbot.answers.views import View, home
from statuslens_slackbot.people import Preferences


def home_view(asking: Asking, recent: Sequence[str] = ()) -> View:
    """Show the App Home of a person."""
    return home(answer("help", asking).message["blocks"])


def changed(preferences: Preferences, action_id: str, values: Sequence[str]) -> Preferences:
    """Return the preferences after somebody has chosen values of a setting; unknown values are left out."""
    return preferences
