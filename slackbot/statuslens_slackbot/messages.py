"""Answers as Slack messages, each with a ``text`` that says it all: a screen reader reads that alone."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from statuslens.explain import Answer, ClassExplanation, Explanation, Link, Refusal
from statuslens_slackbot.blocks import (
    Block,
    context,
    echo,
    escape,
    header,
    link,
    literal,
    rich_text,
    section,
)

Message = dict[str, Any]

EXAMPLES = {
    "404": "explains a code",
    "4xx": "lists a class",
    "too many requests": "finds a code by its name, of today or of old",
    "401, 403": "answers several at once",
}
"""Queries to learn from."""

# Slack refuses more than 50 blocks and, undocumented, blocks of some 13,200 characters of JSON in all
# (bolt-js #2509, #2867). What these two leave is for the short lines of the answers that did not fit.
_BLOCK_LIMIT = 45
_SIZE_LIMIT = 8_500
# For chat.postMessage Slack advises 4,000 characters.
_TEXT_LIMIT = 3_500


@dataclass(frozen=True, slots=True)
class _Part:
    """One answer, in full and in short."""

    blocks: list[Block]
    sentence: str
    line: str


def to_message(answers: Sequence[Answer], command: str) -> Message:
    """Render answers, in full as far as they fit, the others in a line each."""
    parts = [_render(answer, command) for answer in answers]
    shown = _count_fitting(parts)
    blocks = [block for part in parts[:shown] for block in part.blocks]
    if rest := parts[shown:]:
        blocks.append(rich_text(literal("And in short:\n"), literal("\n".join(part.line for part in rest))))
        blocks.append(context(f"Ask for fewer at once to read more, for example `{command} 404`."))
    return _message(_speak(parts), blocks)


def usage(command: str) -> Message:
    """Say how the bot is used."""
    rows = "\n".join(f"• `{command} {query}` {effect}" for query, effect in EXAMPLES.items())
    spoken = "; ".join(f"{command} {query} {effect}" for query, effect in EXAMPLES.items())
    blocks = [
        header("HTTP status codes"),
        section(f"Type a code, a class or a name after `{command}`:\n{rows}"),
        context("Only you see the answer."),
    ]
    return _message(f"Type a code, a class or a name after {command}: {spoken}. Only you see the answer.", blocks)


def notice(text: str) -> Message:
    """Say one thing to the person who asked."""
    return _message(escape(text), [section(escape(text))])


def _message(text: str, blocks: list[Block]) -> Message:
    return {
        "response_type": "ephemeral",
        "text": text,
        "blocks": blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _count_fitting(parts: Sequence[_Part]) -> int:
    count, size = 0, 0
    for position, part in enumerate(parts):
        count += len(part.blocks)
        size += len(json.dumps(part.blocks, ensure_ascii=False))
        if position and (count > _BLOCK_LIMIT or size > _SIZE_LIMIT):
            return position
    return len(parts)


def _speak(parts: Sequence[_Part]) -> str:
    first, *others = (part.sentence for part in parts)
    sentences, size = [first], len(first)
    for sentence in others:
        size += len(sentence)
        if size > _TEXT_LIMIT:
            return "\n".join([*sentences, f"And {len(parts) - len(sentences)} more."])
        sentences.append(sentence)
    return "\n".join(sentences)


def _render(answer: Answer, command: str) -> _Part:
    match answer:
        case Explanation():
            return _render_code(answer)
        case ClassExplanation():
            return _render_class(answer)
        case Refusal():
            return _render_refusal(answer, command)


def _render_code(explanation: Explanation) -> _Part:
    status = explanation.status
    says = [status.meaning, *explanation.notes]
    blocks = [
        header(status.title),
        section(escape("\n".join(says))),
        context(f"{escape(status.status_class.label)} · {_links(explanation.links)}"),
    ]
    return _Part(blocks, escape(f"{status.title}: {' '.join(says)}"), status.title)


def _render_class(explanation: ClassExplanation) -> _Part:
    description = explanation.description
    rows = "\n".join(f"`{status.code}` {escape(status.name)}" for status in explanation.members)
    blocks = [
        header(description.title),
        section(escape(f"{description.meaning}\n{description.unknown}")),
        section(rows),
        context(_links(explanation.links)),
    ]
    members = ", ".join(status.title for status in explanation.members)
    sentence = f"{description.title}: {description.meaning} {description.unknown} Its codes are {members}."
    return _Part(blocks, escape(sentence), description.title)


def _render_refusal(refusal: Refusal, command: str) -> _Part:
    typed = echo(refusal.query)
    says = [refusal.message]
    if refusal.nearest:
        *others, last = (status.title for status in refusal.nearest)
        says.append(f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?")
    example = f"For example: `{command} {refusal.example}`"
    blocks = [section("\n".join([*map(escape, says), example]))]
    if typed:
        blocks.insert(0, rich_text(literal(typed, code=True)))
    # Of what was typed, the text that mentions could lurk in repeats a number at most.
    subject = f"{typed}: " if typed.isdecimal() and typed.isascii() else ""
    sentence = f"{subject}{' '.join(says)} For example: {command} {refusal.example}."
    return _Part(blocks, escape(sentence), f"{typed or 'What was typed'}: no answer")


def _links(links: Sequence[Link]) -> str:
    return " · ".join(link(item.label, item.url) for item in links)
