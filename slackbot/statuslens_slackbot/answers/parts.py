"""Answers of every kind in parts, each with blocks and with words."""

from collections.abc import Iterator, Sequence

from statuslens.explain import Answer, Choice, Comparison, Explanation, Help, Listing, Refusal, join_words
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    bold,
    bullets,
    calm,
    code,
    columns,
    context,
    cut,
    echo,
    header,
    label,
    literal,
    paragraph,
    rich_text,
    visible,
)
from statuslens_slackbot.answers.comparison import show_comparison
from statuslens_slackbot.answers.part import Part
from statuslens_slackbot.answers.sources import source_links
from statuslens_slackbot.answers.status import explain_shortly, explain_whole

_TITLE_LIMIT = 140
_TEXTS = 10
"""Members with a text each that one page of a listing shows."""
_TITLES = 40
"""Members without texts that one page of a listing shows."""
_TEXT_LIMIT = 300
_COLUMNS = 2


def to_parts(answers: Sequence[Answer], asking: Asking) -> list[Part]:
    """Render answers: a single one whole, each of several shortly."""
    return [part for answer in answers for part in _render(answer, asking, is_single=len(answers) == 1)]


def _render(answer: Answer, asking: Asking, *, is_single: bool) -> Iterator[Part]:
    match answer:
        case Explanation():
            yield explain_whole(answer, asking) if is_single else explain_shortly(answer, asking)
        case Listing():
            yield from _listing(answer)
        case Comparison():
            yield show_comparison(answer)
        case Help():
            yield _help(answer, asking)
        case Refusal():
            yield _refusal(answer, asking)


def _listing(answer: Listing) -> Iterator[Part]:
    """Yield the pages of a listing; one without members has one page."""
    has_texts = any(member.text for member in answer.members)
    pages = list(_batches(answer.members, _TEXTS if has_texts else _TITLES)) or [()]
    for number, members in enumerate(pages):
        title = answer.title if number == 0 else f"{answer.title}, continued"
        notes = answer.notes if number == 0 else ()
        blocks = [header(label(title, _TITLE_LIMIT))]
        if notes:
            blocks.append(rich_text(paragraph(literal("\n".join(notes)))))
        if members:
            blocks.append(_with_texts(members) if has_texts else _titles(members))
        if sources := source_links(answer.links):
            blocks.append(context(sources))
        told = "; ".join(map(_member, members)) or "none"
        yield Part(
            blocks,
            " ".join([f"{title}:", *notes, f"{told}."]),
            title,
            titles=tuple(member.title for member in members),
            starts_page=number > 0,
        )


def _with_texts(members: Sequence[Choice]) -> Block:
    return rich_text(
        bullets(
            [bold(visible(member.title)), *([literal(f"  {_short(member)}")] if member.text else [])]
            for member in members
        )
    )


def _titles(members: Sequence[Choice]) -> Block:
    """Show titles in two columns, to be read down the first and then the second."""
    half = -(-len(members) // _COLUMNS)
    return columns("\n".join(calm(member.title) for member in rows) for rows in _batches(members, half))


def _batches(members: Sequence[Choice], size: int) -> Iterator[Sequence[Choice]]:
    return (members[start : start + size] for start in range(0, len(members), size))


def _member(member: Choice) -> str:
    return visible(f"{member.title}{f': {_short(member)}' if member.text else ''}").rstrip(".")


def _short(member: Choice) -> str:
    return cut(visible(member.text), _TEXT_LIMIT)


def _help(answer: Help, asking: Asking) -> Part:
    intro = "Type a code, a class, a name, or paste a log line."
    share = f"{asking.command} 404 share"
    points = [[code(f"{asking.command} {item.title}"), literal(f"  {item.text}")] for item in answer.examples]
    blocks = [
        header("HTTP status codes"),
        rich_text(paragraph(literal(intro)), bullets(points)),
        rich_text(paragraph(literal("Only you see the answer. For all in the channel: "), code(share))),
    ]
    told = "; ".join(f"{asking.command} {item.title} {item.text}" for item in answer.examples)
    titles = tuple(item.title for item in answer.examples)
    return Part(
        blocks,
        f"{intro} {told}. Only you see the answer. For all in the channel: {share}.",
        answer.title,
        titles=titles,
    )


def _refusal(answer: Refusal, asking: Asking) -> Part:
    typed = echo(answer.query)
    says = [answer.message]
    if answer.nearest:
        says.append(f"Did you mean {join_words(status.title for status in answer.nearest)}?")
    texts = [code(typed), literal("  ")] if typed else []
    example = f"{asking.command} {answer.example}"
    blocks = [
        rich_text(
            paragraph(*texts, literal(says[0])),
            *[paragraph(literal(text)) for text in says[1:]],
            paragraph(literal("For example: "), code(example)),
        )
    ]
    # Of what was typed, the text that mentions could lurk in repeats a number at most.
    subject = f"{typed}: " if typed.isdecimal() and typed.isascii() else ""
    sentence = f"{subject}{' '.join(says)} For example: {example}."
    nearest = tuple(status.title for status in answer.nearest)
    return Part(blocks, sentence, f"{typed}: no answer" if typed else answer.message, titles=nearest)
