"""Buttons and menus: their ids, what they carry until somebody uses them, and how they are made."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from statuslens_slackbot.answers.blocks import Block, label, plain_text

SHARE = "share"
"""A button of a private answer: post the answer for everybody. Carries query and page."""
RELATED = "related"
"""A menu of codes that are near to the answered ones. The chosen option carries a query."""
LANGUAGE = "language"
"""A menu of languages. The chosen option carries a query, and as its choice the id of a language."""
DETAILS = "details"
"""A button that opens all there is to say in a modal: opened from a message or the App Home, pushed from a modal."""
PAGE_PREVIOUS = "page_previous"
"""A button to the page before. Carries query and page."""
PAGE_NEXT = "page_next"
"""A button to the page after. Carries query and page."""
LOOKUP = "lookup"
"""The field that looks codes up while one types (an external select). The chosen option carries a query."""
SETTING_VISIBILITY = "setting_visibility"
"""A menu of the App Home. The chosen option's value is a Visibility."""
SETTING_LANGUAGE = "setting_language"
"""A menu of the App Home. The chosen option's value is the id of a language, or NONE."""
SETTING_VENDORS = "setting_vendors"
"""A menu of the App Home. The chosen options' values are ids of vendors; there may be none."""
NONE = "none"
"""The value of an option that means nothing of the kind."""

LOOKUP_VIEW = "lookup_view"
"""The callback id of the modal in which codes are looked up."""
DETAILS_VIEW = "details_view"
"""The callback id of the modal that says all about a code."""
SHORTCUT_VIEW = "shortcut_view"
"""The callback id of the modal that explains a message."""
EXPLAIN_MESSAGE = "explain_message"
"""The callback id of the message shortcut "Explain status codes"."""
LOOKUP_SHORTCUT = "look_up"
"""The callback id of the global shortcut "Look up a status code"."""

ANY_DETAILS = re.compile(rf"{DETAILS}(?:_[0-9]+)?")
"""The action ids of the details buttons: where several stand in one place, their ids have to differ."""

VALUE_LIMIT = 2_000
"""Characters of a button's value."""
OPTION_VALUE_LIMIT = 75
"""Characters of an option's value (the types of Slack's node SDK; slack_sdk allows 150)."""

_VERSION = 1
_HIGHEST_PAGE = 999
_DEFAULTS: tuple[object, ...] = (1, "")
"""What a page and a choice are where a value leaves them out."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXT_LIMIT = 75
"""Characters of a button, an option and its description."""


class StaleControlError(ValueError):
    """A control of a message that another version has posted, or one that nobody has posted."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a control carries from the answer that it stands in to the answer that it asks for."""

    query: str
    page: int = 1
    choice: str = ""


def encode(carried: Carried) -> str:
    """Write what a control carries, as a value that Slack hands back; as short as it can be."""
    parts: list[object] = [_VERSION, carried.query]
    if carried.page > 1 or carried.choice:
        parts.append(carried.page)
    if carried.choice:
        parts.append(carried.choice)
    return _ENCODER.encode(parts)


def decode(value: object) -> Carried:
    """Read what ``encode`` wrote; a StaleControlError for anything else."""
    try:
        match json.loads(value) if isinstance(value, str) and len(value) <= VALUE_LIMIT else None:
            case [int(version), str(query), *rest] if version == _VERSION and len(rest) <= len(_DEFAULTS):
                page, choice = tuple(rest) + _DEFAULTS[len(rest) :]
                if isinstance(page, int) and 1 <= page <= _HIGHEST_PAGE and isinstance(choice, str):
                    return Carried(query, page, choice)
    except (ValueError, RecursionError):
        pass
    raise StaleControlError("The control carries nothing that this version knows.")


def button(action_id: str, text: str, carried: Carried, says: str) -> Block:
    """Make a button; ``says`` is what a screen reader says instead of its text."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain_text(label(text, _TEXT_LIMIT)),
        "value": encode(carried),
        "accessibility_label": label(says, _TEXT_LIMIT),
    }


def option(text: str, value: str, description: str = "") -> Block:
    """Make an entry of a menu."""
    described = {"description": plain_text(label(description, _TEXT_LIMIT))} if description else {}
    return {"text": plain_text(label(text, _TEXT_LIMIT)), "value": value, **described}


def menu(action_id: str, placeholder: str, options: Sequence[Block], chosen: str = "") -> Block:
    """Make a menu with one to a hundred entries; ``chosen`` is the value of the one that it shows."""
    initial = [item for item in options if item["value"] == chosen]
    return {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": plain_text(placeholder),
        "options": list(options),
        **({"initial_option": initial[0]} if initial else {}),
    }


def several_menu(action_id: str, placeholder: str, options: Sequence[Block], chosen: Sequence[str]) -> Block:
    """Make a menu of which none or several entries can be chosen; ``chosen`` are the values of those that are."""
    initial = [item for item in options if item["value"] in chosen]
    return {
        "type": "multi_static_select",
        "action_id": action_id,
        "placeholder": plain_text(placeholder),
        "options": list(options),
        **({"initial_options": initial} if initial else {}),
    }


def search_field(placeholder: str) -> Block:
    """Make the field that looks codes up while one types."""
    return {
        "type": "external_select",
        "action_id": LOOKUP,
        "placeholder": plain_text(placeholder),
        "min_query_length": 0,
    }
