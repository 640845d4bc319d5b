"""The statuses of somebody's message, explained in a modal."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from statuslens.explain import PASTE_LIMIT, Explanation, explain_code
from statuslens.explain.pasted import find_said_codes
from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    bold,
    bullets,
    calm,
    code,
    context,
    divider,
    header,
    literal,
    paragraph,
    rich_text,
    section,
)
from statuslens_slackbot.answers.controls import DETAILS, SHORTCUT_VIEW, Carried, button
from statuslens_slackbot.answers.query_text import plain
from statuslens_slackbot.answers.status import explain_shortly, source_line, title_of
from statuslens_slackbot.answers.views import View, modal

_MOST = 20
"""Statuses that are explained; so many have room in a modal."""
_MOST_NAMED = 60
_TITLE = "Status codes"
_NUMBER = re.compile(r"(?<![\w.,:/+-])[45][0-9]{2}(?![\w/%]|[.,:-][0-9])")
_TEXTS = ("text", "pretext", "title", "fallback", "value", "url")
_INNER = ("blocks", "attachments", "fields", "elements", "text", "message")


def message_text(message: Mapping[str, Any]) -> str:
    """Return what a message of Slack's says as plain text: its own words, and those of attachments.

    A message of an app may say more in its blocks than in its own words; then those count.
    """
    own = plain(str(message.get("text") or ""))
    shown = "\n".join(_strings(message.get("blocks")))
    attached = "\n".join(_strings(message.get("attachments")))
    says = max(own, shown, key=lambda text: sum(find_said_codes(text[:PASTE_LIMIT]).values()))
    return "\n".join(filter(None, [says, attached]))


def _strings(value: Any, depth: int = 8) -> Iterator[str]:  # noqa: ANN401 (whatever an app has posted)
    """Yield the texts of blocks and attachments, in their order."""
    if not depth:
        return
    if isinstance(value, list):
        for item in value:
            yield from _strings(item, depth - 1)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str) and key in _TEXTS and not (key == "fallback" and value.get("text")):
                yield plain(inner)
            elif key in _INNER:
                yield from _strings(inner, depth - 1)


def explain_message(text: str, asking: Asking) -> View:
    """Explain each distinct status of a text with how often it stands there, in the order of their first places."""
    read = text[:PASTE_LIMIT]
    counts = find_said_codes(read)
    is_sure = bool(counts)
    if not is_sure:
        counts = _possible(read)
    if not counts:
        return modal(SHORTCUT_VIEW, _TITLE, _nothing())
    blocks = [rich_text(paragraph(literal(_summary(counts, is_sure=is_sure))))]
    for place, (number, count) in enumerate(list(counts.items())[:_MOST]):
        blocks += [divider(), *_explained(number, count, place, asking)]
    if rest := list(counts)[_MOST:]:
        more = f" and {len(rest) - _MOST_NAMED} more" if len(rest) > _MOST_NAMED else ""
        blocks.append(context(calm(f"Also in the message: {', '.join(rest[:_MOST_NAMED])}{more}.")))
    if len(text) > PASTE_LIMIT:
        blocks.append(context(f"The first {PASTE_LIMIT:,} characters were looked through; the rest was not."))
    return modal(SHORTCUT_VIEW, _TITLE, blocks)


def _possible(text: str) -> dict[str, int]:
    """Return the numbers that could be statuses, where nothing says that they are."""
    counts: dict[str, int] = {}
    for found in _NUMBER.findall(text):
        if load_registry().get(found):
            counts[found] = counts.get(found, 0) + 1
    return counts


def _summary(counts: Mapping[str, int], *, is_sure: bool) -> str:
    total = sum(counts.values())
    if not is_sure:
        return "Nothing in this message says for sure that it is a status. If a number is one, it means:"
    if len(counts) == 1:
        return f"One status in this message{f', {total} times' if total > 1 else ''}."
    often = f", {total} in all" if total > len(counts) else ""
    named = [f"{number}{f' ({count} times)' if count > 1 else ''}" for number, count in list(counts.items())[:_MOST]]
    more = "" if len(counts) <= _MOST else " and more"
    return f"{len(counts)} different statuses in this message{often}: {', '.join(named)}{more}."


def _explained(number: str, count: int, place: int, asking: Asking) -> list[Block]:
    found = explain_code(number, load_registry(), asking.team)
    times = f"{count} times" if count > 1 else "once"
    if not isinstance(found, Explanation):
        unknown = "Nobody that we know has given this number a meaning."
        return [header(f"{number}, {times}"), rich_text(paragraph(literal(unknown)))]
    _, *about, _ = explain_shortly(found, asking).blocks
    details = button(f"{DETAILS}_{place}", "Details", Carried(number), f"All about {title_of(found)}")
    return [header(f"{title_of(found)}, {times}"), *about, section(source_line(found), details)]


def _nothing() -> list[Block]:
    kinds = [
        [code("HTTP/1.1 502 Bad Gateway")],
        [code('"GET /cart HTTP/1.1" 404 153')],
        [code("status=503")],
        [code("the shop returned 429")],
    ]
    return [
        rich_text(paragraph(bold("There is no status code in this message that we can make out."))),
        rich_text(paragraph(literal("Such things are found:")), bullets(kinds)),
        context("Only the words of the message itself are read: no files, and no other messages."),
    ]
