"""Answers as Markdown: whole for documents, short for hover windows."""

import re
from collections.abc import Iterable
from itertools import groupby

from statuslens.explain.compose import constant_remarks, join_words, owner_remarks
from statuslens.explain.model import Answer, Choice, Comparison, Explanation, Fact, Help, Link, Listing, Refusal
from statuslens.registry.constant import Constant

# A low line or hyphen inside a word is no markup, and some editors would show the backslash.
_SPECIAL = re.compile(r"([\\`*{}\[\]<>#+!|~&]|(?<!\w)[_-]|[_-](?!\w))")
_BREAKS = re.compile(r"\s+")


def escape(text: str) -> str:
    """Make foreign text show as itself: no markup, no HTML, no line break."""
    return _BREAKS.sub(" ", _SPECIAL.sub(r"\\\1", text))


def to_markdown(answer: Answer) -> str:
    """Render an answer whole."""
    match answer:
        case Explanation():
            return _blocks(_explanation(answer))
        case Comparison():
            return _blocks(_comparison(answer))
        case _:
            return to_short_markdown(answer)


def to_short_markdown(answer: Answer) -> str:
    """Render what fits into a small window."""
    match answer:
        case Explanation():
            line = " · ".join([answer.label, *map(_link, answer.links)])
            return _blocks([*_head(answer), *_notes(answer), _team(answer), line])
        case Listing():
            items = "\n".join(map(_item, answer.members))
            return _blocks([f"### {answer.title}", *answer.notes, items, _links(answer.links)])
        case Comparison():
            return _blocks([f"### {answer.title}", *map(_choice, answer.choices)])
        case Help():
            return _blocks(
                [f"### {answer.title}", "\n".join(f"- `{item.title}` {item.text}" for item in answer.examples)]
            )
        case Refusal():
            return _blocks(_refusal(answer))


def _explanation(answer: Explanation) -> list[str]:
    return [
        *_head(answer),
        f"**Client**: {answer.client}" if answer.client else "",
        f"**Server**: {answer.server}" if answer.server else "",
        _facts(answer.facts),
        *_notes(answer),
        _team(answer),
        _section("Older texts", [f"- {text}" for text in answer.older_texts]),
        _section("Choose", [f"- {choice.title}: {choice.text}" for choice in answer.choices]),
        _section("Elsewhere", [f"- {remark}" for remark in owner_remarks(answer)]),
        _section("Constants", _constants(answer.constants)),
        _section("Beware", [f"- {remark}" for remark in constant_remarks(answer.constants)]),
        " · ".join([answer.label, *map(_link, answer.links)]),
    ]


def _head(answer: Explanation) -> list[str]:
    if answer.is_teams_own:
        return [f"### {escape(answer.title)}", escape(answer.meaning)]
    return [f"### {answer.title}", answer.meaning]


def _notes(answer: Explanation) -> list[str]:
    return list(map(escape, answer.notes)) if answer.is_teams_own else list(answer.notes)


def _team(answer: Explanation) -> str:
    return "\n".join(f"- {fact.label}: {escape(fact.text)}" for fact in answer.team)


def _comparison(answer: Comparison) -> list[str]:
    head = ["", *answer.titles]
    rows = [head, ["---"] * len(head), *([label, *cells] for label, cells in answer.rows)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return [f"### {answer.title}", table, *map(_choice, answer.choices), _links(answer.links)]


def _facts(facts: Iterable[Fact]) -> str:
    rows = [f"| {fact.label} | {fact.text} | {fact.reference or ''} |" for fact in facts]
    return "\n".join(["| | | |", "|---|---|---|", *rows]) if rows else ""


def _constants(constants: Iterable[Constant]) -> list[str]:
    return [
        f"- {language}: {', '.join(f'`{name}`' for name in dict.fromkeys(item.expression for item in items))}"
        for language, items in groupby(constants, key=lambda item: item.language)
    ]


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"**{title}**", "", *lines]) if lines else ""


def _refusal(refusal: Refusal) -> list[str]:
    asked = f"**{escape(refusal.query)}**: {refusal.message}" if refusal.query else refusal.message
    nearest = join_words(status.title for status in refusal.nearest) if refusal.nearest else ""
    return [asked, f"Did you mean {nearest}?" if nearest else ""]


def _item(choice: Choice) -> str:
    return f"- {choice.title}: {choice.text}" if choice.text else f"- {choice.title}"


def _choice(choice: Choice) -> str:
    return f"**{choice.title}**: {choice.text}"


def _links(links: Iterable[Link]) -> str:
    return " · ".join(map(_link, links))


def _link(link: Link) -> str:
    return f"[{link.label}]({link.url})"


def _blocks(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks))
