"""Modals and the App Home, as Slack's API takes them."""

from typing import Any

from statuslens_slackbot.answers.blocks import Block, plain_text

View = dict[str, Any]


def modal(callback_id: str, title: str, blocks: list[Block]) -> View:
    """Make a modal that there is nothing to submit in."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain_text(title),
        "close": plain_text("Close"),
        "blocks": blocks,
    }


def home(blocks: list[Block]) -> View:
    """Make the App Home of one person."""
    return {"type": "home", "blocks": blocks}
