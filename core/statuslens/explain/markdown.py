"""Answers as Markdown: whole for documents, short for hover windows."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from statuslens.explain.brief import NOWHERE, Standpoint, shorten_explanation, shorten_listing
from statuslens.explain.compose import constant_remarks, join_words, owner_remarks
from statuslens.explain.model import Answer, Choice, Comparison, Explanation, Fact, Help, Link, Listing, Refusal
from statuslens.registry.constant import Constant

# A low line or hyphen inside a word is no markup, and some editors would show the backslash.
_SPECIAL = re.compile(r"([\\`*{}\[\]<>#+!|~&]|(?<!\w)[_-]|[_-](?!\w))")
_BREAKS = re.compile(r"\s+")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})
"""What ends an address in a link."""


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
        case Listing():
            return _blocks([*_listing_head(answer), _items(answer.members), _links(answer.links)])
        case _:
            return to_short_markdown(answer)


def to_short_markdown(answer: Answer, here: Standpoint = NOWHERE) -> str:
    """Render what fits into a small window, for somebody who asks at some place."""
    match answer:
        case Explanation():
            return _blocks(_short_explanation(answer, here))
        case Listing():
            return _blocks([*_listing_head(answer), _short_members(answer), _links(answer.links)])
        case Comparison():
            return _blocks([f"### {answer.title}", *map(_choice, answer.choices)])
        case Help():
            examples = "\n".join(f"- `{item.title}` {item.text}" for item in answer.examples)
            return _blocks([f"### {answer.title}", examples])
        case Refusal():
            return _blocks(_refusal(answer))


def _short_explanation(answer: Explanation, here: Standpoint) -> list[str]:
    brief = shorten_explanation(answer, here)
    advice = [f"- **{fact.label}**: {fact.text}" for fact in brief.advice]
    points = [*map(_team_fact, brief.team), *advice, *(f"- {remark}" for remark in brief.remarks)]
    near = [f"`{constant.expression}` ({constant.ecosystem_title})" for constant in brief.near]
    elsewhere = ", ".join(f"`{expression}`" for expression in brief.elsewhere)
    names = [*near, f"{'elsewhere' if near else 'In code'} {elsewhere}" if elsewhere else ""]
    foot = ["" if brief.facts else answer.label, *map(_link, answer.links)]
    return [
        *_head(answer),
        escape(brief.notes) if answer.is_teams_own else brief.notes,
        "\n".join(points),
        _table([("Class", answer.label), *((fact.label, fact.text) for fact in brief.facts)]) if brief.facts else "",
        " · ".join(filter(None, names)),
        " · ".join(filter(None, [*foot, f"`statuslens explain {answer.code}`" if brief.is_cut else ""])),
    ]


def _short_members(answer: Listing) -> str:
    if not any(member.text for member in answer.members):
        return " · ".join(member.title for member in answer.members)
    shown, more = shorten_listing(answer)
    return _items(shown) + (f"\n- … and {more} more" if more else "")


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
    return "\n".join(map(_team_fact, answer.team))


def _team_fact(fact: Fact) -> str:
    """Render what a team says; an address can be clicked, and no backslash may stand in it."""
    text = f"<{fact.text}>" if _ADDRESS.fullmatch(fact.text) else escape(fact.text)
    return f"- {fact.label}: {text}"


def _listing_head(answer: Listing) -> list[str]:
    return [f"### {answer.title}", *answer.notes]


def _comparison(answer: Comparison) -> list[str]:
    table = _table([("", *answer.titles), *((label, *cells) for label, cells in answer.rows)])
    return [f"### {answer.title}", table, *map(_choice, answer.choices), _links(answer.links)]


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Render rows, the first of which is the head."""
    head, *others = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *others))


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


def _items(choices: Iterable[Choice]) -> str:
    return "\n".join(map(_item, choices))


def _item(choice: Choice) -> str:
    return f"- {choice.title}: {choice.text}" if choice.text else f"- {choice.title}"


def _choice(choice: Choice) -> str:
    return f"**{choice.title}**: {choice.text}"


def _links(links: Iterable[Link]) -> str:
    return " · ".join(map(_link, links))


def _link(link: Link) -> str:
    return f"[{escape(link.label)}]({link.url.translate(_BRACKETS)})"


def _blocks(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks))
