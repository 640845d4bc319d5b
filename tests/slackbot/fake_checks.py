"""What Slack looks at before it takes a message or a view."""

from typing import Any

from slackbot import slack_limits

LINKS = ("https://wiki.example.org/471",)
"""What the team file of the tests links to."""


def check_response(message: dict[str, Any]) -> None:
    """Assert that a response URL takes a message."""
    slack_limits.check_message(message, LINKS)


def check_posted(message: dict[str, Any]) -> None:
    """Assert that a channel takes a message."""
    assert not {"response_type", "replace_original"} & set(message)
    slack_limits.check_post(message, LINKS)


def check_view(view: dict[str, Any]) -> None:
    """Assert that a view can be shown."""
    slack_limits.check_view(view, LINKS)


def check_options(answer: dict[str, Any]) -> None:
    """Assert that what is proposed to somebody who types can be shown."""
    assert set(answer) == {"options"}
    slack_limits.check_options(answer["options"])
