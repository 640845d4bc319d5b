"""Buttons and menus: their ids, what they carry until somebody uses them, and how they are made."""

import json
import re
from dataclasses import astuple, dataclass

from statuslens_slackbot.answers.blocks import Block, plain_text

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
RECENT = "recent"
"""A menu of codes that somebody has asked for lately. The chosen option carries a query."""
SETTING_VISIBILITY = "setting_visibility"
SETTING_LANGUAGE = "setting_language"
SETTING_VENDORS = "setting_vendors"

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


class StaleControlError(ValueError):
    """A control of a message that another version has posted, or one that nobody has posted."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a control carries from the answer that it stands in to the answer that it asks for."""

    query: str
    page: int = 1
    choice: str = ""


def encode(carried: Carried) -> str:
    """Write what a control carries, as a value that Slack hands back."""
    return json.dumps([_VERSION, *astuple(carried)], ensure_ascii=False, separators=(",", ":"))


def decode(value: object) -> Carried:
    """Read what ``encode`` wrote; a StaleControlError for anything else."""
    try:
        match json.loads(value) if isinstance(value, str) and len(value) <= VALUE_LIMIT else None:
            case [int(version), str(query), int(page), str(choice)] if (
                version == _VERSION and 1 <= page <= _HIGHEST_PAGE
            ):
                return Carried(query, page, choice)
    except (ValueError, RecursionError):
        pass
    raise StaleControlError("The control carries nothing that this version knows.")


def button(action_id: str, text: str, carried: Carried, label: str) -> Block:
    """Make a button; ``label`` is what a screen reader says instead of its text."""
    return {
        "type": "button",
        "action_id": action_id,
        "text": plain_text(text),
        "value": encode(carried),
        "accessibility_label": label,
    }
