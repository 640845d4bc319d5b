"""Slack's limits on messages, as one check that every message of the bot has to pass."""

import json
import re
from collections.abc import Iterator
from typing import Any

# Where no other source is named: the slack_sdk models and the types of Slack's own node SDK.
BLOCKS = 50
BLOCKS_SIZE = 13_200  # seen, not documented: bolt-js #2509
TEXT = 4_000  # chat.postMessage advises it; from 40,000 Slack truncates
TEXT_OBJECT = 3_000
FIELD = 2_000
IDENTIFIER = 255

COUNTS = {
    ("actions", "elements"): 25,
    ("context", "elements"): 10,
    ("section", "fields"): 10,
    ("static_select", "options"): 100,
}
LENGTHS = {
    ("button", "accessibility_label"): 75,
    ("button", "text"): 75,
    ("button", "url"): 3_000,
    ("button", "value"): 2_000,
    ("header", "text"): 150,
    ("image", "alt_text"): 2_000,
    ("image", "image_url"): 3_000,
    ("image", "title"): 2_000,
    ("static_select", "placeholder"): 150,
}
KEYS = {"response_type", "text", "blocks", "unfurl_links", "unfurl_media"}
BLOCK_TYPES = {"actions", "context", "divider", "header", "image", "rich_text", "section"}
LINK_HOSTS = (
    "https://www.rfc-editor.org/",
    "https://datatracker.ietf.org/",
    "https://developer.mozilla.org/",
)

_LINK = re.compile(r"<([^<>|]+)\|[^<>|]+>")
_BROKEN_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")


def check_message(payload: dict[str, Any]) -> None:
    """Assert that Slack would take a message, and would find no markup in it but our own."""
    assert set(payload) <= KEYS
    assert payload["response_type"] in {"ephemeral", "in_channel"}
    assert payload["unfurl_links"] is payload["unfurl_media"] is False
    check_length(payload["text"], TEXT)
    assert not re.search(r"<", payload["text"])
    assert not _BROKEN_ENTITY.search(payload["text"])
    assert 1 <= len(payload["blocks"]) <= BLOCKS
    assert len(json.dumps(payload["blocks"], ensure_ascii=False)) <= BLOCKS_SIZE
    for block in payload["blocks"]:
        assert block["type"] in BLOCK_TYPES
        for part in walk(block):
            check_part(part)


def check_part(part: dict[str, Any]) -> None:
    kind = part.get("type", "option")
    for key, value in part.items():
        if (kind, key) in COUNTS:
            assert 1 <= len(value) <= COUNTS[kind, key]
        if (kind, key) in LENGTHS:
            check_length(value["text"] if isinstance(value, dict) else value, LENGTHS[kind, key])
        if key in {"block_id", "action_id"}:
            check_length(value, IDENTIFIER)
    match kind:
        case "plain_text":
            check_length(part["text"], TEXT_OBJECT)
            assert not set(part["text"]) & set("<>&")
        case "mrkdwn":
            check_length(part["text"], TEXT_OBJECT)
            check_mrkdwn(part)
        case "text":
            check_length(part["text"], TEXT_OBJECT)
        case "section":
            assert ("text" in part) or ("fields" in part)
            assert all(len(field["text"]) <= FIELD for field in part.get("fields", []))


def check_mrkdwn(part: dict[str, Any]) -> None:
    assert part["verbatim"] is True
    assert all(url.startswith(LINK_HOSTS) for url in _LINK.findall(part["text"]))
    assert not set(_LINK.sub("", part["text"])) & set("<>")
    assert not _BROKEN_ENTITY.search(part["text"])


def check_length(text: str, limit: int) -> None:
    assert text.strip()
    assert len(text) <= limit


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a block, the block first."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from walk(item)


def strings(payload: dict[str, Any]) -> list[str]:
    """Return every string that a person could be shown."""
    return [
        payload["text"],
        *(part["text"] for part in walk(payload["blocks"]) if isinstance(part.get("text"), str)),
    ]
