"""name-mismatch: a name that is another status's phrase or number stands for a status."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.sayings import Saying, saying_of
from statuslens.recognise.weights import load_weights
from statuslens.registry import StatusClass
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.reasons import meant_phrases
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.siblings import peers_of
from statuslens.source.words import segments

_SERVLET = "sc"
_STATUS_CODE = {"status", "code"}
_UNAUTHORIZED = "unauthorized"
_ERRORS = {StatusClass.CLIENT_ERROR, StatusClass.SERVER_ERROR}
_ENTRY = re.compile(r"([A-Za-z][\w-]*)[\"'`\]]*\s*(?:=>|->|:=|[=:(,])\s*([1-5][0-9]{2})(?!\w)")
_NAME = re.compile(r"[\"'`]([A-Za-z][\w-]* [\w '-]*)[\"'`]|[A-Za-z][\w-]*")
_GIVEN = re.compile(
    r"[\"'`\])}]*(?:(?:\s+[\w.:*<>\[\]]+){0,2}\s*(?:[=:]|->)|\s*[(,]|\s+extends\s+\w+\()",
)
"""What stands behind a name that is given a value, be it with its type before."""
_DEFINED = re.compile(r"(?:\bdefine\s+|@)\Z")
"""What stands before one that needs no sign for it."""
_STATEMENT_END = re.compile(r"[;{}\n]")
_REACH = 120
_KEY = re.compile(r"[\"'`:\[]*([A-Za-z][\w '-]*?)[\"'`:\]]*")


@dataclass(frozen=True, slots=True)
class _Named:
    """A status that a name is given to, and what the name says."""

    occurrence: Occurrence
    name: str
    saying: Saying
    context: Context

    @property
    def is_constant(self) -> bool:
        """Whether the name is written as constants are."""
        return self.name[0].isupper()


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses whose name is the name of another one."""
    for occurrence in subject.with_role(Role.STATUS):
        item = _named(subject, occurrence)
        if item is None or item.saying.code == occurrence.code:
            continue
        if (occurrence.code, item.saying.phrase) in meant_phrases():
            continue
        status, meant = subject.registry.get(occurrence.code), subject.registry.get(item.saying.code)
        if status is not None and meant is not None and _is_status_name(item):
            message = f"{item.name} is the name of {meant.title}, but stands for {status.title} here."
            yield subject.problem(occurrence, message, suggestions=(meant.code,))


def can_find(near: Surroundings) -> bool:
    """Tell whether a name before a number says another status."""
    sayings = map(saying_of, _names_given(near)) if near.is_number else ()
    return any(saying is not None and saying.code != near.code and _is_plain(saying) for saying in sayings)


def _names_given(near: Surroundings) -> Iterator[str]:
    """Yield the names in the statement before a number that something is given to."""
    text = near.data[max(0, near.start - _REACH) : near.start].decode("latin-1")
    statement = _STATEMENT_END.split(text.rstrip())[-1]
    for found in _NAME.finditer(statement):
        if _GIVEN.match(statement, found.end()) or _DEFINED.search(statement, 0, found.start()):
            yield found[1] or found[0]


def _named(subject: Subject, occurrence: Occurrence) -> _Named | None:
    """Return a status with the constant, enumeration member or key that stands for it, or None for another place."""
    contexts = subject.contexts(occurrence)
    relations = [context.relation for context in contexts[:2]]
    if relations == [Relation.ARGUMENT, Relation.NAMED]:
        context, name = contexts[1], contexts[1].subject
    elif relations[:1] == [Relation.KEYED]:
        context = contexts[0]
        found = _KEY.fullmatch(context.subject)
        name = found[1] if found else ""
    elif relations[:1] == [Relation.ASSIGNED]:
        context = contexts[0]
        name = segments(context.subject)[-1] if segments(context.subject) else ""
    else:
        return None
    saying = saying_of(name) if name and contexts[0].element is None else None
    return _Named(occurrence, name, saying, context) if saying and _is_plain(saying) else None


def _full(saying: Saying | None) -> Saying | None:
    return None if saying is not None and saying.is_short else saying


def _is_plain(saying: Saying) -> bool:
    """Tell whether a name is a status's whole name: ``SC_NOT_FOUND``, and not ``CONFIG_NOT_FOUND``."""
    names = load_weights().names
    return not saying.is_short and (names.protocol | names.kind | {_SERVLET}).issuperset(saying.prefix)


def _is_status_name(item: _Named) -> bool:
    """Tell whether a name can only mean the status, and no other thing that is called so."""
    code, saying = item.occurrence.code, item.saying
    entries = [found.groups() for peer in _peers(item.context) if (found := _ENTRY.search(peer))]
    others = [(_full(saying_of(name)), other) for name, other in entries]
    agreeing = sum(other is not None and other.code == own for other, own in others)
    foreign = [own for other, own in others if other is None]
    if saying.code in foreign:  # where NOT_LOGGED_IN is 401, UNAUTHORIZED may be 403
        return False
    is_generic = saying.phrase in load_weights().names.generic
    has_company = agreeing > len(foreign)
    if item.context.relation is Relation.KEYED:
        is_shared = any(own == code for _, own in others)  # several errors that are answered alike
        return has_company and not is_shared and not is_generic
    if _says_http_status(saying) or (has_company and saying.prefix):
        return item.is_constant or not is_generic
    if is_generic or has_company:
        return not is_generic
    is_clear = item.is_constant and saying.phrase != _UNAUTHORIZED and not foreign
    return is_clear and {StatusClass.of(code), StatusClass.of(saying.code)} <= _ERRORS


def _says_http_status(saying: Saying) -> bool:
    prefix = set(saying.prefix)
    return not prefix.isdisjoint(load_weights().names.protocol | {_SERVLET}) or prefix >= _STATUS_CODE


def _peers(context: Context) -> tuple[str, ...]:
    """Return the definitions or entries beside one."""
    return peers_of(context.node) if context.node is not None else ()
