"""Block Kit's blocks, made so that no text in them is taken for markup by accident.

Words of the registry may stand in any block. Words of a team file or of a person stand in rich text, which Slack does
not parse, or are reduced by ``label`` or ``echo``.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

Block = dict[str, Any]

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[.:](?=[0-9])")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>|]+")
_INVISIBLE = {"Cc", "Cf", "Cs"}
_JOINERS = "\u200c\u200d"
"""Without them, some scripts and emoji are spelled wrongly."""
# Slack's marks for bold, struck and code, the one for italics where it is no part of a name, emoji, quotes.
_MARKUP = re.compile(r"[*~`]|(?<![^\W_])_+|_+(?![^\W_])|:(?=[\w+'-]+:)|^\s*>+", re.MULTILINE)
_ECHO_LIMIT = 60
_ADDRESS_LIMIT = 60


def escape(text: str) -> str:
    """Escape what Slack takes for control characters in text objects: these three and no more."""
    return text.translate(_ENTITIES)


def link(label: str, url: str) -> str:
    """Write a link in mrkdwn."""
    return f"<{escape(url)}|{escape(label)}>"


def cut(text: str, limit: int) -> str:
    """Shorten a text to so many characters."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def cut_escaped(text: str, limit: int) -> str:
    """Shorten a text so that it has at most so many characters once it is escaped."""
    while len(escape(text)) > limit:
        text = cut(text, len(text) * 9 // 10)
    return text


def echo(text: str, limit: int = _ECHO_LIMIT) -> str:
    """Reduce foreign text to one short line of words and numbers, which mean nothing to Slack."""
    inner = {found.start() for found in _BETWEEN_DIGITS.finditer(text)}
    kept = [c if place in inner or _is_harmless(c) else " " for place, c in enumerate(text)]
    return cut(" ".join("".join(kept).split()), limit)


def label(text: str, limit: int) -> str:
    """Make a text fit for ``plain_text``: as it is, if nothing in it can be misread."""
    return cut(text, limit) if text.isprintable() and not set(text) & set("<>&") else echo(text, limit)


def visible(text: str) -> str:
    """Return foreign text on one line, without what is not seen but turns or hides what is."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (c for c in text if c in _JOINERS or c.isspace() or unicodedata.category(c) not in _INVISIBLE)
    return " ".join("".join(kept).split())


def calm(text: str) -> str:
    """Escape foreign text for mrkdwn, without what would be markup there."""
    return escape(_MARKUP.sub("", visible(text)))


def plain_text(text: str) -> Block:
    """Make text without markup, and without ``<``, ``>`` and ``&``, since Slack may decode entities in it or not."""
    return {"type": "plain_text", "text": text, "emoji": False}


def header(text: str) -> Block:
    """Show a heading, under the conditions of ``plain_text``."""
    return {"type": "header", "text": plain_text(text)}


def section(text: str, accessory: Block | None = None) -> Block:
    """Show mrkdwn that is escaped already, and beside it a control if there is one."""
    return {"type": "section", "text": _mrkdwn(text), **({"accessory": accessory} if accessory else {})}


def columns(texts: Iterable[str], heading: str = "") -> Block:
    """Show pieces of mrkdwn, escaped already, two beside each other; at most ten."""
    above = {"text": _mrkdwn(heading)} if heading else {}
    return {"type": "section", **above, "fields": [_mrkdwn(text) for text in texts]}


def context(text: str) -> Block:
    """Show mrkdwn that is escaped already, small."""
    return {"type": "context", "elements": [_mrkdwn(text)]}


def divider() -> Block:
    """Draw a line."""
    return {"type": "divider"}


def actions(controls: Sequence[Block]) -> Block:
    """Show controls in a row."""
    return {"type": "actions", "elements": list(controls)}


def rich_text(*elements: Block) -> Block:
    """Show paragraphs, lists and quotes that Slack does not parse at all."""
    return {"type": "rich_text", "elements": list(elements)}


def paragraph(*texts: Block) -> Block:
    """Make an element of rich text."""
    return {"type": "rich_text_section", "elements": list(texts)}


def bullets(items: Iterable[Sequence[Block]]) -> Block:
    """Make an element of rich text: a list, each item of which is a few texts."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [paragraph(*item) for item in items]}


def quote(*texts: Block) -> Block:
    """Make an element of rich text with a bar beside it."""
    return {"type": "rich_text_quote", "elements": list(texts)}


def literal(text: str) -> Block:
    """Make a text of rich text."""
    return {"type": "text", "text": text}


def bold(text: str) -> Block:
    """Make a text of rich text, bold."""
    return {"type": "text", "text": text, "style": {"bold": True}}


def code(text: str) -> Block:
    """Make a text of rich text, as code."""
    return {"type": "text", "text": text, "style": {"code": True}}


def address(url: str, text: str = "") -> Block:
    """Make a link of rich text that shows where it leads, or says ``text``; what is no web address, a mere text."""
    if not _WEB_ADDRESS.fullmatch(url):
        return literal(cut(visible(url) or "—", _ADDRESS_LIMIT))
    return {"type": "link", "url": url, "text": text or cut(url.partition("://")[2].rstrip("/"), _ADDRESS_LIMIT)}


def _is_harmless(character: str) -> bool:
    return character in "'-" or unicodedata.category(character)[0] in "LMN"


def _mrkdwn(text: str) -> Block:
    # Verbatim: Slack makes no links and mentions of its own from what looks like one.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
