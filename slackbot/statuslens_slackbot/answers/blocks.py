"""Block Kit's blocks, made so that no text in them is taken for markup by accident."""

import re
import unicodedata
from typing import Any

Block = dict[str, Any]

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[.:](?=[0-9])")
_ECHO_LIMIT = 60


def escape(text: str) -> str:
    """Escape what Slack takes for control characters in text objects: these three and no more."""
    return text.translate(_ENTITIES)


def link(label: str, url: str) -> str:
    """Write a link in mrkdwn."""
    return f"<{escape(url)}|{escape(label)}>"


def plain_text(text: str) -> Block:
    """Make text without markup; ``text`` is the registry's or ours, since Slack may decode entities in it or not."""
    return {"type": "plain_text", "text": text, "emoji": False}


def header(text: str) -> Block:
    """Show a heading, under the conditions of ``plain_text``."""
    return {"type": "header", "text": plain_text(text)}


def section(text: str) -> Block:
    """Show mrkdwn that is escaped already."""
    return {"type": "section", "text": _mrkdwn(text)}


def context(text: str) -> Block:
    """Show mrkdwn that is escaped already, small."""
    return {"type": "context", "elements": [_mrkdwn(text)]}


def rich_text(*texts: Block) -> Block:
    """Show text that Slack does not parse at all."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(texts)}]}


def literal(text: str, *, code: bool = False) -> Block:
    """Make an element of rich text."""
    return {"type": "text", "text": text, **({"style": {"code": True}} if code else {})}


def echo(text: str) -> str:
    """Reduce foreign text to one short line of words and numbers, which mean nothing to Slack."""
    inner = {found.start() for found in _BETWEEN_DIGITS.finditer(text)}
    kept = [c if place in inner or _is_harmless(c) else " " for place, c in enumerate(text)]
    words = " ".join("".join(kept).split())
    return words if len(words) <= _ECHO_LIMIT else f"{words[: _ECHO_LIMIT - 1]}…"


def _is_harmless(character: str) -> bool:
    return character in "'-" or unicodedata.category(character)[0] in "LMN"


def _mrkdwn(text: str) -> Block:
    # Verbatim: Slack makes no links and mentions of its own from what looks like one.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
