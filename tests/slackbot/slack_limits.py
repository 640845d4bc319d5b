"""Slack's limits on messages and views, as checks that everything the bot sends has to pass."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

# Where no other source is named: the slack_sdk models and the types of Slack's own node SDK.
BLOCKS = 50
VIEW_BLOCKS = 100
BLOCKS_SIZE = 13_200  # seen, not documented: bolt-js #2509
VIEW_SIZE = 250_000  # view_too_large of views.open
TEXT = 4_000  # chat.postMessage advises it; from 40,000 Slack truncates
TEXT_OBJECT = 3_000
FIELD = 2_000
IDENTIFIER = 255

COUNTS = {
    ("actions", "elements"): 25,
    ("context", "elements"): 10,
    ("section", "fields"): 10,
    ("static_select", "options"): 100,
    ("multi_static_select", "options"): 100,
}
LENGTHS = {
    ("button", "accessibility_label"): 75,
    ("button", "text"): 75,
    ("button", "url"): 3_000,
    ("button", "value"): 2_000,
    ("external_select", "placeholder"): 150,
    ("header", "text"): 150,
    ("image", "alt_text"): 2_000,
    ("image", "image_url"): 3_000,
    ("image", "title"): 2_000,
    ("link", "text"): 3_000,
    ("link", "url"): 3_000,
    ("modal", "callback_id"): 255,
    ("modal", "close"): 24,
    ("modal", "private_metadata"): 3_000,
    ("modal", "submit"): 24,
    ("modal", "title"): 24,
    ("multi_static_select", "placeholder"): 150,
    ("option", "description"): 75,
    ("option", "text"): 75,
    ("option", "value"): 75,
    ("static_select", "placeholder"): 150,
}
KEYS = {"response_type", "replace_original", "text", "mrkdwn", "blocks", "unfurl_links", "unfurl_media"}
VIEW_KEYS = {"modal": {"type", "callback_id", "title", "close", "blocks"}, "home": {"type", "blocks"}}
BLOCK_TYPES = {"actions", "context", "divider", "header", "image", "rich_text", "section"}
LINK_HOSTS = (
    "https://www.rfc-editor.org/",
    "https://datatracker.ietf.org/",
    "https://developer.mozilla.org/",
)

_LINK = re.compile(r"<([^<>|]+)\|[^<>|]+>")
_SHARED_BY = re.compile(r"Shared by <@[UW][A-Z0-9]+>\.?\Z")
_BROKEN_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")


def check_message(payload: dict[str, Any], links: Collection[str] = ()) -> None:
    """Assert that Slack would take an answer, and would find no markup in it but our own.

    ``links`` are the addresses of a team file; those of specifications and of MDN may always be linked.
    """
    assert payload["response_type"] in {"ephemeral", "in_channel"}
    check_post({key: value for key, value in payload.items() if key != "response_type"}, links)


def check_post(payload: dict[str, Any], links: Collection[str] = ()) -> None:
    """Assert the same of a message that is posted, which names no kind of response."""
    assert set(payload) <= KEYS - {"response_type"}
    assert payload["unfurl_links"] is payload["unfurl_media"] is payload["mrkdwn"] is False
    check_length(payload["text"], TEXT)
    assert "<" not in _SHARED_BY.sub("", payload["text"])
    assert not _BROKEN_ENTITY.search(payload["text"])
    assert len(json.dumps(payload["blocks"], ensure_ascii=False)) <= BLOCKS_SIZE
    check_blocks(payload["blocks"], BLOCKS, links)


def check_view(view: dict[str, Any], links: Collection[str] = ()) -> None:
    """Assert that Slack would take a modal or an App Home, and would find no markup in it but our own."""
    assert set(view) == VIEW_KEYS[view["type"]]
    check_part({key: value for key, value in view.items() if key != "blocks"}, links)
    assert len(json.dumps(view)) <= VIEW_SIZE
    check_blocks(view["blocks"], VIEW_BLOCKS, links)


def check_blocks(blocks: list[dict[str, Any]], most: int, links: Collection[str]) -> None:
    assert 1 <= len(blocks) <= most
    for block in blocks:
        assert block["type"] in BLOCK_TYPES
        for part in walk(block):
            check_part(part, links)
    ids = [part["action_id"] for part in walk(blocks) if "action_id" in part]
    assert len(set(ids)) == len(ids)


def check_options(options: list[dict[str, Any]]) -> None:
    """Assert that Slack would take what is proposed to somebody who types."""
    assert len(options) <= 100
    assert len({option["value"] for option in options}) == len(options)
    for option in options:
        for part in walk(option):
            check_part(part, ())


def check_part(part: dict[str, Any], links: Collection[str]) -> None:
    kind = part.get("type", "option" if "value" in part else "style")
    for key, value in part.items():
        if (kind, key) in COUNTS:
            assert 1 <= len(value) <= COUNTS[kind, key]
        if (kind, key) in LENGTHS:
            check_length(value["text"] if isinstance(value, dict) else value, LENGTHS[kind, key])
        if key in {"block_id", "action_id"}:
            check_length(value, IDENTIFIER)
    if kind in {"plain_text", "mrkdwn", "text", "link"}:
        check_text(kind, part, links)
    else:
        check_control(kind, part)


def check_text(kind: str, part: dict[str, Any], links: Collection[str]) -> None:
    match kind:
        case "plain_text":
            check_length(part["text"], TEXT_OBJECT)
            assert part["emoji"] is False
            assert not set(part["text"]) & set("<>&")
        case "mrkdwn":
            check_length(part["text"], TEXT_OBJECT)
            check_mrkdwn(part)
        case "text":
            assert 1 <= len(part["text"]) <= TEXT_OBJECT
        case "link":
            assert part["url"].startswith(LINK_HOSTS) or part["url"] in links


def check_control(kind: str, part: dict[str, Any]) -> None:
    match kind:
        case "section":
            assert ("text" in part) or ("fields" in part)
            assert all(len(field["text"]) <= FIELD for field in part.get("fields", []))
        case "button":
            assert part["accessibility_label"]
        case "static_select":
            assert part.get("initial_option", part["options"][0]) in part["options"]
            check_options(part["options"])
        case "multi_static_select":
            assert all(option in part["options"] for option in part.get("initial_options", []))
            assert part.get("initial_options") != []
            check_options(part["options"])


def check_mrkdwn(part: dict[str, Any]) -> None:
    assert part["verbatim"] is True
    text = _SHARED_BY.sub("", part["text"])
    assert all(url.startswith(LINK_HOSTS) for url in _LINK.findall(text))
    assert not set(_LINK.sub("", text)) & set("<>")
    assert not _BROKEN_ENTITY.search(text)


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


def strings(payload: Any) -> list[str]:
    """Return every string of a message, a view or options that a person could be shown or read."""
    return [
        part[key] for part in walk(payload) for key in ("text", "accessibility_label") if isinstance(part.get(key), str)
    ]
