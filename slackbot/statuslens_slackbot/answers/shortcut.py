"""The statuses of somebody's message, explained in a modal."""

from collections.abc import Mapping
from typing import Any

from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.controls import SHORTCUT_VIEW
from statuslens_slackbot.answers.messages import answer
from statuslens_slackbot.answers.views import View, modal


def message_text(message: Mapping[str, Any]) -> str:
    """Return what a message of Slack's says as plain text: its own words, or those of its blocks and attachments."""
    return str(message.get("text") or "")


def explain_message(text: str, asking: Asking) -> View:
    """Explain each distinct status of a text with how often it stands there, in the order of their first places."""
    return modal(SHORTCUT_VIEW, "Status codes", answer(text, asking).message["blocks"])
