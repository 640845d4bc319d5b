"""unassigned-code: a status that nobody has given a meaning, or that cannot be one."""

from collections.abc import Iterator

from statuslens.config.known import known_codes
from statuslens.recognise import Role
from statuslens.registry import Registry, StatusClass
from statuslens.registry.vendor import vendor_codes
from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that neither IANA's table, the team file nor any vendor has."""
    registry, known = subject.registry, known_codes(subject.team)
    for occurrence in subject.with_role(Role.STATUS):
        code = occurrence.code
        if registry.get(code) or code in known or vendor_codes(code):
            continue
        nearest = tuple(status.code for status in registry.nearest(code))
        yield subject.problem(occurrence, _message(code, registry), suggestions=nearest)


def _message(code: str, registry: Registry) -> str:
    status_class = StatusClass.of(code)
    if status_class is None:
        return f"{code} is no HTTP status code: they run from 100 to 599."
    return f"{code} is not an assigned HTTP status code. {registry.describe_class(status_class).unknown}"
