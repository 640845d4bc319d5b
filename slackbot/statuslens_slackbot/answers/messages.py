"""Answers as Slack messages, each with a ``text`` that says it all: a screen reader reads that alone."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from statuslens.explain import (
    Answer,
    Choice,
    Comparison,
    Explanation,
    Help,
    Link,
    Listing,
    Refusal,
    codes_of,
    explain,
    join_words,
)
from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
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
from statuslens_slackbot.answers.query_text import clean

Message = dict[str, Any]

# Slack refuses more than 50 blocks and, undocumented, blocks of some 13,200 characters of JSON in all
# (bolt-js #2509, #2867). What these two leave is for the short lines of the answers that did not fit.
_BLOCK_LIMIT = 45
_SIZE_LIMIT = 8_500
# For chat.postMessage Slack advises 4,000 characters.
_TEXT_LIMIT = 3_500
# A text object holds 3,000 characters.
_SECTION_LIMIT = 2_900
_LISTING_LIMIT = 7_000
# An escaped character has five at the most.
_SAYING_LIMIT = _SECTION_LIMIT // 5


@dataclass(frozen=True, slots=True)
class _Part:
    """One answer, in full and in short."""

    blocks: list[Block]
    sentence: str
    line: str


_USER_ID = re.compile(r"[UW][A-Z0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and what whoever sends it has to know of it."""

    message: Message
    shares: bool = False
    """Whether everybody in the channel sees it."""
    opens_modal: bool = False
    """Whether nothing was asked, so that the modal serves better."""
    codes: tuple[str, ...] = ()
    """The codes that are explained, in the order of the answer."""
    tells_team: bool = False
    """Whether words of the team file are in it: where they are not to be told, ask again with NO_TEAM_FILE."""


def answer(text: str, asking: Asking) -> Reply:
    """Answer what was typed after the command."""
    query = clean(text)
    found = explain(query or "help", load_registry(), asking.team)
    codes = tuple(code for item in found for code in codes_of(item))
    return Reply(to_message(found, asking.command), opens_modal=not query, codes=codes)


def mention(text: str, asking: Asking, bot_user_id: str) -> Reply:
    """Answer a message that names the bot, for chat.postMessage: without ``response_type``, without private controls."""
    reply = answer(text.replace(f"<@{bot_user_id}>", " "), asking)
    return replace(reply, message={key: value for key, value in reply.message.items() if key != "response_type"})


def shared(query: str, page: int, asking: Asking, user_id: str) -> Reply:
    """Answer again for everybody, naming who shared it; ``user_id`` is Slack's."""
    if not _USER_ID.fullmatch(user_id):
        raise ValueError("That is no id of a user.")
    reply = answer(query, replace(asking, page=page))
    return replace(
        reply, shares=True, message={**reply.message, "response_type": "in_channel", "replace_original": False}
    )


def turn_page(query: str, page: int, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody turns its page."""
    return _replacing(query, replace(asking, page=page))


def related(query: str, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody chooses a related code."""
    return _replacing(query, asking)


def with_constant(query: str, language: str, asking: Asking) -> Reply:
    """Return what a private answer is replaced by when somebody chooses a language."""
    return _replacing(query, replace(asking, preferences=replace(asking.preferences, language=language)))


def _replacing(query: str, asking: Asking) -> Reply:
    reply = answer(query, asking)
    return replace(reply, message={**reply.message, "replace_original": True})


def to_message(answers: Sequence[Answer], command: str) -> Message:
    """Render answers, in full as far as they fit, the others in a line each."""
    parts = [_render(answer, command) for answer in answers]
    shown = _count_fitting(parts)
    blocks = [block for part in parts[:shown] for block in part.blocks]
    if rest := parts[shown:]:
        blocks.append(rich_text(literal("And in short:\n"), literal("\n".join(part.line for part in rest))))
        blocks.append(context(f"Ask for fewer at once to read more, for example `{command} 404`."))
    return _message(_speak(parts), blocks)


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
        case Listing():
            return _render_choices(answer.title, answer.notes, answer.members, answer.links)
        case Comparison():
            return _render_choices(answer.title, _sayings(answer), answer.choices, answer.links)
        case Help():
            return _render_help(answer, command)
        case Refusal():
            return _render_refusal(answer, command)


def _render_code(explanation: Explanation) -> _Part:
    team = (f"{fact.label}: {fact.text}" for fact in explanation.team)
    says = [_cut(said, _SAYING_LIMIT) for said in (explanation.meaning, *explanation.notes, *team) if said]
    title = echo(explanation.title) if explanation.is_teams_own else explanation.title
    blocks = [
        header(title),
        *map(section, _chunks(list(map(escape, says)))),
        context(" · ".join(filter(None, [escape(explanation.label), _links(explanation.links)]))),
    ]
    return _Part(blocks, escape(f"{title}: {' '.join(says)}"), title)


def _render_choices(title: str, notes: Sequence[str], choices: Sequence[Choice], links: Sequence[Link]) -> _Part:
    rows = [f"*{escape(choice.title)}*{f' {escape(choice.text)}' if choice.text else ''}" for choice in choices]
    blocks = [header(title)]
    if notes:
        blocks.append(section(escape("\n".join(notes))))
    blocks += map(section, _chunks(_fitting(rows)))
    if links:
        blocks.append(context(_links(links)))
    spoken = "; ".join(f"{choice.title}{f': {choice.text}' if choice.text else ''}" for choice in choices)
    return _Part(blocks, escape(_cut(f"{title}: {' '.join([*notes, spoken])}", _TEXT_LIMIT)), title)


def _render_help(usage: Help, command: str) -> _Part:
    rows = "\n".join(f"• `{command} {example.title}` {escape(example.text)}" for example in usage.examples)
    spoken = "; ".join(f"{command} {example.title} {example.text}" for example in usage.examples)
    blocks = [
        header("HTTP status codes"),
        section(f"Type a code, a class or a name after `{command}`:\n{rows}"),
        context("Only you see the answer."),
    ]
    sentence = f"Type a code, a class or a name after {command}: {spoken}. Only you see the answer."
    return _Part(blocks, escape(sentence), usage.title)


def _sayings(comparison: Comparison) -> list[str]:
    says = next((cells for label, cells in comparison.rows if label == "Says"), ())
    return [f"{title}: {text}" for title, text in zip(comparison.titles, says, strict=False)]


def _fitting(rows: list[str]) -> list[str]:
    """Return the rows that one answer has room for, and how many there are besides."""
    room = _LISTING_LIMIT
    for place, row in enumerate(rows):
        room -= len(row) + 1
        if room < 0:
            return [*rows[:place], f"and {len(rows) - place} more"]
    return rows


def _chunks(rows: Sequence[str]) -> list[str]:
    """Join rows to as few texts as Slack's limit allows."""
    chunks: list[str] = []
    for row in rows:
        if chunks and len(chunks[-1]) + len(row) < _SECTION_LIMIT:
            chunks[-1] = f"{chunks[-1]}\n{row}"
        else:
            chunks.append(row)
    return chunks


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _render_refusal(refusal: Refusal, command: str) -> _Part:
    typed = echo(refusal.query)
    says = [refusal.message]
    if refusal.nearest:
        says.append(f"Did you mean {join_words(status.title for status in refusal.nearest)}?")
    example = f"For example: `{command} {refusal.example}`"
    blocks = [section("\n".join([*map(escape, says), example]))]
    if typed:
        blocks.insert(0, rich_text(literal(typed, code=True)))
    # Of what was typed, the text that mentions could lurk in repeats a number at most.
    subject = f"{typed}: " if typed.isdecimal() and typed.isascii() else ""
    sentence = f"{subject}{' '.join(says)} For example: {command} {refusal.example}."
    return _Part(blocks, escape(sentence), f"{typed}: no answer" if typed else refusal.message)


def _links(links: Sequence[Link]) -> str:
    return " · ".join(link(item.label, item.url) for item in links)
