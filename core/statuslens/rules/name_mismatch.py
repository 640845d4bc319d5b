"""name-mismatch: a name that is another status's phrase or number stands for a status."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.sayings import Saying, saying_of
from statuslens.recognise.weights import load_weights
from statuslens.registry import StatusClass
from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments

_SERVLET = {"sc"}
_ERRORS = {StatusClass.CLIENT_ERROR, StatusClass.SERVER_ERROR}
_ENTRY = re.compile(r"[\"'\[]*([A-Za-z][\w '-]*?)[\"'\]]*\s*(?:=>|->|[=:])\s*([1-5][0-9]{2})")
_KEY = re.compile(r"[\"'`:\[]*([A-Za-z][\w '-]*?)[\"'`:\]]*")


@dataclass(frozen=True, slots=True)
class _Named:
    """A status that a name is given to, and what the name says."""

    occurrence: Occurrence
    name: str
    saying: Saying
    context: Context

    @property
    def agrees(self) -> bool:
        """Whether the name says the status that it stands for."""
        return self.saying.code == self.occurrence.code

    @property
    def is_constant(self) -> bool:
        """Whether the name is written as constants are."""
        return self.name[0].isupper()


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses whose name is the name of another one."""
    named = [item for occurrence in subject.with_role(Role.STATUS) if (item := _named(subject, occurrence))]
    has_company = any(item.agrees for item in named)
    for item in named:
        status, meant = subject.registry.get(item.occurrence.code), subject.registry.get(item.saying.code)
        if item.agrees or status is None or meant is None or not _is_status_name(item, has_company=has_company):
            continue
        message = f"{item.name} is the name of {meant.title}, but stands for {status.title} here."
        yield subject.problem(item.occurrence, message, suggestions=(meant.code,))


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


def _is_plain(saying: Saying) -> bool:
    """Tell whether a name is a status's whole name: ``SC_NOT_FOUND``, and not ``CONFIG_NOT_FOUND``."""
    names = load_weights().names
    return (names.protocol | names.kind | _SERVLET).issuperset(saying.prefix)


def _is_status_name(item: _Named, *, has_company: bool) -> bool:
    """Tell whether a name can only mean the status, and no other thing that is called so."""
    generic = load_weights().names.generic
    if item.context.relation is Relation.KEYED:
        return item.saying.phrase not in generic and _is_list_of_statuses(item)
    if item.saying.prefix:
        return item.is_constant or item.saying.phrase not in generic
    if item.saying.phrase in generic:
        return False
    classes = {StatusClass.of(item.occurrence.code), StatusClass.of(item.saying.code)}
    return has_company or (item.is_constant and classes <= _ERRORS)


def _is_list_of_statuses(item: _Named) -> bool:
    """Tell whether the other entries of a mapping name statuses, each its own.

    Where several names share a status, as in a table from the errors of gRPC to those of HTTP, it is meant.
    """
    entries = [found.groups() for other in item.context.others if (found := _ENTRY.fullmatch(other))]
    if any(code == item.occurrence.code for _, code in entries):
        return False
    sayings = [(saying_of(name), code) for name, code in entries]
    return bool(item.saying.prefix) or any(saying is not None and saying.code == code for saying, code in sayings)
