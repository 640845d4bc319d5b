"""What the team file's contexts say of a literal, by the place where it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from statuslens.config.model import ContextKind, ContextRule
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.reading import Reading, names_in
from statuslens.recognise.readings import read
from statuslens.recognise.weighing import Weighing
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.document import Token
from statuslens.source.words import segments

_ANY = "*"
_NAME = re.compile(r"\*|[^\W\d][\w$-]*")
_QUOTES = "\"'`: \t"
_CALLED = {Relation.ANNOTATED, Relation.ARGUMENT}
_SAME_VALUE = {Relation.ELEMENT, Relation.FALLBACK, Relation.NAMED, Relation.TYPED}
"""Relations behind which the literal's own value goes on outwards."""
_BESIDE_NAME = {
    Relation.ASSIGNED,
    Relation.BOUNDED,
    Relation.CASE,
    Relation.COMPARED,
    Relation.DIVISOR,
    Relation.FALLBACK,
    Relation.KEYED,
    Relation.KEYWORD,
    Relation.MEMBER,
    Relation.RETURNED,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a literal stands, in the terms of the team file."""

    kind: ContextKind
    names: tuple[str, ...]
    """The names that lead there, outermost first: ``("api", "fail")``."""
    argument: int | str | None = None
    """Of a call: the position of the argument, from 0, or its keyword."""


def weigh_team(token: Token, facts: FileFacts, weighing: Weighing) -> None:
    """Add what the team file says of a literal.

    Of several entries about it the one with the longest name decides, and of those one with ``status: false``.
    """
    if not facts.team:
        return
    places = find_places(token, facts, weighing.weights.vocabulary)
    found = [(len(names), rule) for place in places for names, rule in _rules_for(place, facts.team)]
    if not found:
        return
    rule = min(found, key=lambda item: (-item[0], item[1].status))[1]
    if rule.status:
        weighing.add_known("team_status", f"the team file says so: {_quote(rule)}")
    else:
        weighing.add_known("team_other", f"the team file says that it is none: {_quote(rule)}")


def find_places(token: Token, facts: FileFacts, vocabulary: Vocabulary) -> tuple[Place, ...]:
    """Return the places where a literal stands, the innermost first."""
    contexts = facts.document.contexts(token)
    return (*_arguments(contexts, facts, vocabulary), *_names(read(contexts, vocabulary), vocabulary))


def _arguments(contexts: Iterable[Context], facts: FileFacts, vocabulary: Vocabulary) -> Iterator[Place]:
    """Yield the calls that a literal is an argument of: by position, by keyword, or in an object of options."""
    keyword: str | None = None
    for context in contexts:
        if context.relation in _CALLED:
            names = segments(context.subject)
            argument = context.position if keyword is None else keyword
            for spelling in dict.fromkeys((names, facts.originally(names))):
                yield Place(ContextKind.CALL, spelling, argument)
            if keyword is not None or not names or names[-1] not in vocabulary.conversions:
                return
        elif context.relation in {Relation.KEYED, Relation.KEYWORD} and keyword is None:
            keyword = context.subject.strip(_QUOTES)
        elif context.relation not in _SAME_VALUE:
            return


def _names(readings: Iterable[Reading], vocabulary: Vocabulary) -> Iterator[Place]:
    """Yield the names and keys that a literal is the value of."""
    for reading in readings:
        if reading.relation in _BESIDE_NAME:
            names = _names_of(reading, vocabulary)
            is_quoted = bool(names) and _is_quoted(names[-1], reading.subject)
            if names and not is_quoted:
                yield Place(ContextKind.NAME, names)
            if reading.relation is Relation.KEYED:
                yield Place(ContextKind.KEY, (reading.subject.strip(_QUOTES),))
            elif is_quoted:
                yield Place(ContextKind.KEY, names[-1:])
        if reading.relation not in _SAME_VALUE:
            return


def _names_of(reading: Reading, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names of a reading with those that say nothing to the recogniser, where its subject is the value."""
    whole = names_in(reading.subject, vocabulary)
    is_subject = reading.names == tuple(name for name in whole if name not in vocabulary.neutral)
    return whole if is_subject else reading.names


def _is_quoted(name: str, subject: str) -> bool:
    """Tell whether a name is looked up as a key: ``row["outcome"]``, ``row[:outcome]``."""
    return re.search(rf"""["'`]{re.escape(name)}["'`]|(?<![:\w]):{re.escape(name)}\b""", subject) is not None


def _rules_for(place: Place, rules: tuple[ContextRule, ...]) -> Iterator[tuple[tuple[str, ...], ContextRule]]:
    if not place.names:
        return
    by_last_name = _by_last_name(rules)
    for names, rule in (
        entry for last in (place.names[-1], _ANY) for entry in by_last_name.get((place.kind, last), ())
    ):
        if rule.kind is ContextKind.CALL and rule.argument != place.argument:
            continue
        facing = place.names[-len(names) :]
        if len(facing) == len(names) and all(map(_fits, names, facing)):
            yield names, rule


def _fits(wanted: str, name: str) -> bool:
    return wanted in (_ANY, name)


@lru_cache(maxsize=64)
def _by_last_name(
    rules: tuple[ContextRule, ...],
) -> dict[tuple[ContextKind, str], tuple[tuple[tuple[str, ...], ContextRule], ...]]:
    """Return the entries with their names, by kind and last name."""
    found: dict[tuple[ContextKind, str], tuple[tuple[tuple[str, ...], ContextRule], ...]] = {}
    for rule in rules:
        names = (rule.text,) if rule.kind is ContextKind.KEY else tuple(_NAME.findall(rule.text))
        if names:
            key = rule.kind, names[-1]
            found[key] = (*found.get(key, ()), (names, rule))
    return found


def _quote(rule: ContextRule) -> str:
    """Write an entry as it stands in the team file, on one line."""
    argument = "" if rule.argument is None else f", argument: {rule.argument}"
    return f"{{{rule.kind}: {rule.text}{argument}{'' if rule.status else ', status: false'}}}"
