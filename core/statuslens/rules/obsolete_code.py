"""obsolete-code: a status that its specification took back."""

from collections.abc import Iterator
from functools import cache

from statuslens.recognise import Occurrence, Role
from statuslens.registry import Registration, StatusCode, load_registry
from statuslens.registry.model import TEAPOT
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation

_OF_LISTS = {Relation.CASE, Relation.ELEMENT, Relation.KEY, Relation.MEMBER}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that are deprecated, obsoleted or no longer used."""
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT):
        status = subject.registry.get(occurrence.code)
        if status is None or status.code == TEAPOT or not (reason := _reason(status)):
            continue
        if not subject.is_catalogue and not _is_listed(occurrence, subject):
            yield subject.problem(occurrence, f"{status.title} {reason}. {status.server}")


def can_find(near: Surroundings) -> bool:
    """Tell whether what could be a status could be one of these."""
    return not near.code or near.code in _obsolete()


@cache
def _obsolete() -> frozenset[str]:
    return frozenset(status.code for status in load_registry() if status.code != TEAPOT and _reason(status))


def _is_listed(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a code is one of several that a program knows: what it receives is not its choice."""
    return any(
        context.relation in _OF_LISTS or (context.relation is Relation.ASSIGNED and context.element is not None)
        for context in subject.contexts(occurrence)[:1]
    )


def _reason(status: StatusCode) -> str:
    if status.deprecated_by is not None:
        return f"is deprecated ({status.deprecated_by})"
    if status.registration is Registration.OBSOLETED:
        return f"is obsolete ({status.reference})"
    if status.registration is Registration.UNUSED:
        return f"is no longer used ({status.reference})"
    return ""
