"""Codes and questions to choose from while somebody types."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.explain.model import Answer, Comparison, Explanation, Help, Listing, Refusal, codes_of
from statuslens.explain.query import explain
from statuslens.registry import Registry
from statuslens.registry.constant import Constant
from statuslens.registry.ecosystem import all_constants
from statuslens.registry.vendor import load_vendors, usual_name, vendor_codes
from statuslens.source.words import words

_LEAST_OF_CONSTANT = 4
"""Characters from which a piece of a constant tells it from most others."""

_DIGITS = 3
"""Of a code; a number with fewer is the beginning of one."""
_VENDORS = 3
"""Vendors of a code that are named."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that can be meant, and what to show of it."""

    query: str
    """What ``explain`` answers: a code, or what was typed where that is more than a code."""
    title: str
    """``404 Not Found``, ``401 vs 403``, ``Codes that may be retried``."""
    label: str
    """What kind of code it is, or whose; for several codes, how many."""
    text: str
    """The meaning, or what the query does."""
    constant: str = ""
    """The constant that what was typed is a piece of."""


def suggest(typed: str, registry: Registry, team: TeamFile = DEFAULTS) -> tuple[Suggestion, ...]:
    """Return what somebody who has typed so far can mean, best first; every code where nothing was typed."""
    known = _known_codes(registry, team)
    asked = " ".join(typed.split())
    if not asked:
        return tuple(known.values())
    found = dict[str, Suggestion]()
    ways = (
        _numbered(asked, known),
        _answered(asked, registry, team, known),
        _named(asked, known),
        _spelled(asked, known),
    )
    for suggestion in chain(*ways):
        known_one = found.setdefault(suggestion.query, suggestion)
        if suggestion.constant and not known_one.constant:
            found[suggestion.query] = suggestion
    return tuple(found.values())


def _known_codes(registry: Registry, team: TeamFile) -> Mapping[str, Suggestion]:
    """Return every code: the team's own, then the registered ones, then those that vendors alone use."""
    own = {
        item.code: Suggestion(item.code, f"{item.code} {item.name}", "Your team", item.meaning) for item in team.codes
    }
    registered = {
        status.code: Suggestion(status.code, status.title, status.status_class.label, status.meaning)
        for status in registry
    }
    return own | registered | {code: item for code, item in _vendors_codes().items() if code not in registered | own}


@cache
def _vendors_codes() -> Mapping[str, Suggestion]:
    codes = sorted({own.code for vendor in load_vendors() for own in vendor.codes}, key=_number)
    return {code: _of_vendors(code) for code in codes}


def _number(code: str) -> tuple[int, int]:
    number, _, after_dot = code.partition(".")
    return int(number), int(after_dot or -1)


def _of_vendors(code: str) -> Suggestion:
    owners = vendor_codes(code)
    title = f"{code} {usual_name(owners)}".rstrip()
    names = list(dict.fromkeys(own.vendor for own in owners))
    more = [f"{len(names) - _VENDORS} more"] if len(names) > _VENDORS else []
    return Suggestion(code, title, ", ".join((*names[:_VENDORS], *more)), owners[0].meaning)


def _numbered(asked: str, known: Mapping[str, Suggestion]) -> Iterator[Suggestion]:
    """Yield the codes whose number begins with a text."""
    digits = asked.replace(":", ".")
    return (item for code, item in known.items() if code.startswith(digits))


def _named(asked: str, known: Mapping[str, Suggestion]) -> Iterator[Suggestion]:
    """Yield the codes in whose name some word begins with each word of a text."""
    beginnings = words(asked)
    for item in known.values() if beginnings else ():
        name = words(item.title)
        if all(any(word.startswith(beginning) for word in name) for beginning in beginnings):
            yield item


def _answered(asked: str, registry: Registry, team: TeamFile, known: Mapping[str, Suggestion]) -> Iterator[Suggestion]:
    """Yield what ``explain`` takes a text for, and each code that its answer is about."""
    answers = explain(asked, registry, team)
    for answer in answers:
        if isinstance(answer, Help):
            yield from (Suggestion(item.title, item.title, "", item.text) for item in answer.examples)
    if len(answers) > 1 or isinstance(answers[0], Comparison | Listing):
        yield _whole(asked, answers)
    for answer in answers:
        if isinstance(answer, Refusal) and asked.isdecimal() and len(asked) >= _DIGITS:
            yield Suggestion(asked, asked, "not known", answer.message)
        codes = (status.code for status in answer.nearest) if isinstance(answer, Refusal) else codes_of(answer)
        yield from (known.get(code) or _other(code, answer) for code in codes)


def _whole(asked: str, answers: tuple[Answer, ...]) -> Suggestion:
    """Return the query as it was typed, which says more than each of its codes."""
    codes = [code for answer in answers for code in codes_of(answer)]
    match answers:
        case [Comparison() as only]:
            title, text = only.title, "What differs, and when to choose which."
        case [Listing() as only]:
            title, text = only.title, ", ".join(codes)
        case _:
            title, text = asked, ", ".join(codes)
    return Suggestion(asked, title, f"{len(codes)} codes", text)


def _other(code: str, answer: Answer) -> Suggestion:
    """Return a class, or a code that an answer alone knows."""
    label = answer.label if isinstance(answer, Explanation) else ""
    title = answer.title if isinstance(answer, Explanation) else code
    return Suggestion(code, title, label, "")


def _spelled(asked: str, known: Mapping[str, Suggestion]) -> Iterator[Suggestion]:
    """Yield the codes of the constants that a text is a piece of."""
    if len(asked) < _LEAST_OF_CONSTANT or " " in asked:
        return
    piece = asked.casefold()
    found = [item for item in all_constants() if piece in item.expression.casefold()]
    for item in sorted(found, key=lambda item: _distance(item, asked)):
        if status := known.get(item.code):
            yield Suggestion(status.query, status.title, status.label, status.text, item.expression)


def _distance(constant: Constant, asked: str) -> tuple[bool, bool, int]:
    """Return what constants are ordered by: a name that begins as typed, one but for its case, a short one."""
    name, folded = constant.name, constant.name.casefold()
    return not name.startswith(asked), not folded.startswith(asked.casefold()), len(constant.expression)
