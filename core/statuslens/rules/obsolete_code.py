"""obsolete-code: a status that its specification took back."""

from collections.abc import Iterator

from statuslens.recognise import Role
from statuslens.registry import Registration, StatusCode
from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject

_JOKE = "418"
"""Reserved since it is in use as one."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that are deprecated, obsoleted or no longer used."""
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT):
        status = subject.registry.get(occurrence.code)
        if status is not None and status.code != _JOKE and (reason := _reason(status)):
            yield subject.problem(occurrence, f"{status.title} {reason}. {status.server}")


def _reason(status: StatusCode) -> str:
    if status.deprecated_by is not None:
        return f"is deprecated ({status.deprecated_by})"
    if status.registration is Registration.OBSOLETED:
        return f"is obsolete ({status.reference})"
    if status.registration is Registration.UNUSED:
        return f"is no longer used ({status.reference})"
    return ""
