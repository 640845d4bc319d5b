"""What Slack looks at before it takes a message or a view."""

import json
from typing import Any

from slackbot.slack_limits import BLOCK_TYPES, IDENTIFIER, check_length, check_message, check_part, walk

VIEW_BLOCKS = 100
VIEW_SIZE = 250_000
VIEW_KEYS = {
    "home": {"type", "blocks", "callback_id"},
    "modal": {"type", "blocks", "callback_id", "title", "close", "private_metadata"},
}
TITLE = 24
METADATA = 3_000
OPTIONS = 100
OPTION_VALUE = 75
PROBLEM = 150


def check_response(message: dict[str, Any]) -> None:
    """Assert that a response URL takes a message: with whom it is for, and whether the first one goes."""
    without = {key: value for key, value in message.items() if key != "replace_original"}
    assert message.get("replace_original", False) in {True, False}
    check_message(without)


def check_posted(message: dict[str, Any]) -> None:
    """Assert that a channel takes a message."""
    assert "response_type" not in message
    assert "replace_original" not in message
    check_message({"response_type": "in_channel"} | message)


def check_view(view: dict[str, Any]) -> None:
    """Assert that Slack takes a view."""
    assert set(view) <= VIEW_KEYS[view["type"]]
    assert 1 <= len(view["blocks"]) <= VIEW_BLOCKS
    assert len(json.dumps(view)) <= VIEW_SIZE
    if view["type"] == "modal":
        for text in (view["title"], view["close"]):
            assert text["type"] == "plain_text"
            check_length(text["text"], TITLE)
    assert len(view.get("callback_id", "")) <= IDENTIFIER
    assert len(view.get("private_metadata", "")) <= METADATA
    identifiers = [part["action_id"] for block in view["blocks"] for part in walk(block) if "action_id" in part]
    assert len(set(identifiers)) == len(identifiers)
    for block in view["blocks"]:
        assert block["type"] in BLOCK_TYPES | {"input"}
        for part in walk(block):
            check_part(part)


def check_options(answer: dict[str, Any]) -> None:
    """Assert that Slack takes the options of a field that is typed into."""
    assert set(answer) == {"options"}
    assert len(answer["options"]) <= OPTIONS
    for option in answer["options"]:
        check_length(option["text"]["text"], OPTION_VALUE)
        check_length(option["value"], OPTION_VALUE)
        if "description" in option:
            check_length(option["description"]["text"], OPTION_VALUE)
    values = [option["value"] for option in answer["options"]]
    assert len(set(values)) == len(values)
