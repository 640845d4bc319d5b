"""One status in blocks and in words: what it means, what to do, whom to ask."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from statuslens.explain import Explanation, Fact
from statuslens.explain.brief import Brief, Standpoint, shorten_explanation
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.blocks import (
    Block,
    address,
    bold,
    bullets,
    code,
    columns,
    context,
    cut,
    escape,
    header,
    label,
    literal,
    paragraph,
    quote,
    rich_text,
    visible,
)
from statuslens_slackbot.answers.languages import languages, usual_constants
from statuslens_slackbot.answers.part import Part
from statuslens_slackbot.answers.sources import TEAM_LINK, source_links

_TITLE_LIMIT = 100
_TEAM_TEXT_LIMIT = 500
_TEAM_FACTS = 8
_NAMES = 5
_USERS_LIMIT = 200
_CONSTANTS = 4
_LIBRARIES = 3
_FIRST_FACTS = ("Retry", "Caching", "Body", "Headers", "Method")
"""What somebody who is on call asks first."""
_TEAM_TEXT = "Team"
_RUNBOOK = "Runbook"
_SPOKEN_ADDRESS = 200
_ADDRESSES_LIMIT = 4_500
"""Characters of the team's addresses in one message; the longest that a team file may have has 2,000."""


def explain_whole(answer: Explanation, asking: Asking) -> Part:
    """Show what a message has room for: meaning, team, advice, vendors, facts, constants, sources."""
    brief = shorten_explanation(answer, Standpoint(vendors=vendors_of(asking)))
    advice = [fact for fact in brief.advice if fact.label in {"Client", "Server"}]
    remarks = _remarks(answer, brief, asking)
    facts = sorted(brief.facts, key=lambda fact: _FIRST_FACTS.index(fact.label))
    constants = constants_of(answer, asking.preferences.language)
    blocks = [
        header(title_of(answer)),
        *meaning_of(answer),
        *team_of(answer),
        *_points(advice),
        *_points(remarks),
    ]
    if facts:
        blocks.append(columns(f"*{fact.label}*\n{escape(capital(fact.text))}" for fact in facts))
    if constants:
        blocks.append(rich_text(constant_line(asking.preferences.language, constants[:_CONSTANTS])))
    blocks.append(sources(answer))
    spoken = [*_told(answer), *_said([*advice, *remarks, *facts])]
    if constants:
        spoken.append(f"In {_name(asking)}: {', '.join(expression for expression, _ in constants[:_CONSTANTS])}.")
    return Part(blocks, " ".join([*spoken, _source(answer)]), title_of(answer))


def explain_shortly(answer: Explanation, asking: Asking) -> Part:
    """Show one of several: meaning, team, advice, sources."""
    brief = shorten_explanation(answer, Standpoint(vendors=vendors_of(asking)))
    advice = [fact for fact in (*brief.advice, *brief.facts) if fact.label in {"Client", "Server", "Retry"}]
    remarks = [] if advice else _remarks(answer, brief, asking)
    blocks = [
        header(title_of(answer)),
        *meaning_of(answer),
        *team_of(answer),
        *_points(advice or remarks),
        sources(answer),
    ]
    return Part(blocks, " ".join([*_told(answer), *_said(advice or remarks), _source(answer)]), title_of(answer))


def title_of(answer: Explanation) -> str:
    """Return the title, fit for plain text."""
    return label(answer.title, _TITLE_LIMIT)


def vendors_of(asking: Asking) -> frozenset[str]:
    """Return the ids of the vendors whose meaning of a number is told first."""
    return frozenset((*asking.preferences.vendors, *asking.team.vendors))


def meaning_of(answer: Explanation) -> list[Block]:
    """Show what a status says, and how it stands."""
    texts = [cut(visible(text), _TEAM_TEXT_LIMIT * 2) for text in (answer.meaning, *_notes(answer)) if text]
    if not texts:
        return []
    return [rich_text(paragraph(literal("\n".join(texts))))]


def team_of(answer: Explanation) -> list[Block]:
    """Show what the team says, with a bar beside it: whose it is, and where it is written what to do."""
    lines = [_team_line(fact) for fact in answer.team[:_TEAM_FACTS]]
    lines += [[bold("Link "), address(url)] for url in _team_links(answer)]
    if not lines:
        return []
    texts = [text for line in lines for text in (literal("\n"), *line)]
    return [rich_text(quote(*texts[1:]))]


def _team_links(answer: Explanation) -> list[str]:
    """Return the team's own links, as many as there is room for beside the runbooks."""
    urls = [item.url for item in answer.links if item.label.startswith(TEAM_LINK)]
    lengths = accumulate(len(url) for url in urls)
    room = _ADDRESSES_LIMIT - sum(len(fact.text) for fact in answer.team if fact.label == _RUNBOOK)
    return [url for url, length in zip(urls, lengths, strict=True) if length <= room]


def _team_line(fact: Fact) -> list[Block]:
    shown = address(fact.text) if fact.label == _RUNBOOK else literal(cut(visible(fact.text), _TEAM_TEXT_LIMIT))
    return [bold(f"{'Your team' if fact.label == _TEAM_TEXT else fact.label} "), shown]


def _points(facts: Sequence[Fact]) -> list[Block]:
    return [rich_text(bullets([bold(f"{fact.label} "), literal(fact.text)] for fact in facts))] if facts else []


def constants_of(answer: Explanation, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what code of a language writes for a status; nothing where no language is chosen."""
    return usual_constants(answer.constants, language) if language else []


def constant_line(language: str, constants: Sequence[tuple[str, tuple[str, ...]]]) -> Block:
    """Show what code of a language writes, and whose it is."""
    texts = [bold(f"{languages().get(language, language)} ")]
    for place, (expression, titles) in enumerate(constants):
        more = f" and {len(titles) - _LIBRARIES} more" if len(titles) > _LIBRARIES else ""
        texts += [literal(" · ")] if place else []
        texts += [code(expression), literal(f" {', '.join(titles[:_LIBRARIES])}{more}")]
    return paragraph(*texts)


def source_line(answer: Explanation) -> str:
    """Write in mrkdwn what kind of status it is, and where to read on."""
    return " · ".join(filter(None, [escape(capital(answer.label)), source_links(answer.links)]))


def sources(answer: Explanation) -> Block:
    """Show what kind of status it is, and where to read on."""
    return context(source_line(answer))


def _remarks(answer: Explanation, brief: Brief, asking: Asking) -> list[Fact]:
    """Say what vendors mean by a number; where several own it, each name once with all who use it so."""
    if answer.client or len({owner.vendor for owner in answer.owners}) == 1:
        split = (remark.partition(": ") for remark in brief.remarks)
        return [Fact(vendor, text) for vendor, _, text in split]
    near = vendors_of(asking)
    owners = sorted(answer.owners, key=lambda owner: owner.vendor_id not in near)
    remarks = []
    for name in list(dict.fromkeys(owner.name for owner in owners))[:_NAMES]:
        users = [owner for owner in owners if owner.name == name]
        vendors = cut(", ".join(dict.fromkeys(owner.vendor for owner in users)), _USERS_LIMIT)
        remarks.append(Fact(name or "Without a name", f"({vendors}): {users[0].meaning}"))
    return remarks


def _notes(answer: Explanation) -> list[str]:
    """Return the notes, but for who uses which name of a number, which stands with what they mean by it."""
    names = tuple(f"{owner.name or 'Without a name'}: " for owner in answer.owners)
    return [note for note in answer.notes if not note.startswith(names)]


def _told(answer: Explanation) -> Iterator[str]:
    yield f"{title_of(answer)}:"
    yield from (_sentence(visible(text)) for text in (answer.meaning, *_notes(answer)) if text)
    for fact in answer.team[:_TEAM_FACTS]:
        said = fact.text if fact.label == _RUNBOOK else cut(visible(fact.text), _TEAM_TEXT_LIMIT)
        yield f"{'Your team' if fact.label == _TEAM_TEXT else fact.label}: {_sentence(said)}"
    yield from (f"Link: {url}" for url in _team_links(answer) if len(url) <= _SPOKEN_ADDRESS)


def _said(facts: Iterable[Fact]) -> Iterator[str]:
    return (f"{fact.label}{'' if fact.text.startswith('(') else ':'} {_sentence(fact.text)}" for fact in facts)


def _source(answer: Explanation) -> str:
    names = [item.label for item in answer.links if not item.label.startswith(TEAM_LINK)]
    return f"{capital(answer.label)}{'; see ' if names else ''}{' and '.join(names)}."


def _name(asking: Asking) -> str:
    return languages().get(asking.preferences.language, asking.preferences.language)


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) or "://" in text else f"{text}."
