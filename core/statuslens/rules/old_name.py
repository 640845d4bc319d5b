"""old-name: a constant that its library deprecates, since RFC 9110 renamed the status."""

from collections.abc import Iterator
from functools import cache

from statuslens.recognise import Role
from statuslens.registry.declared import Declared, bound_of, in_use
from statuslens.registry.ecosystem import ConstantGroup
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings, ecosystems_of
from statuslens.rules.subject import Subject
from statuslens.rules.written import Written, find_written

_RENAMED = frozenset({"413", "414", "416", "422"})
_DEPRECATED = "deprecated"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the constants of the renamed statuses beside which their library has a better name in every version.

    Where an older version of the library has the old name alone, it may be the one in use, and nothing is said.
    """
    occurrences = [item for item in subject.with_role(Role.CONSTANT) if item.code in _RENAMED]
    facts = subject.facts
    if facts is None or not occurrences:
        return
    for occurrence in occurrences:
        status, written = subject.registry.get(occurrence.code), find_written(occurrence, facts)
        newer = _newer_name(written, subject.declared) if written is not None else ""
        if status is None or written is None or not newer:
            continue
        old, fix = written.name, None
        if occurrence.text != old and occurrence.text.endswith(old):
            text = occurrence.text.removesuffix(old) + newer
            fix = subject.replace(occurrence, text, f"Replace {old} by {newer}", is_safe=False)
        message = f"{old} is deprecated, as RFC 9110 calls the status {status.title}: {newer} takes its place."
        yield subject.problem(occurrence, message, fix=fix)


def can_find(near: Surroundings) -> bool:
    """Tell whether a name could be one that a library deprecates."""
    name = near.data[near.start : near.end].decode("ascii", "replace")
    return not near.is_number and near.code in _RENAMED and name.endswith(_old_names(near.libraries))


@cache
def _old_names(libraries: tuple[str, ...]) -> tuple[str, ...]:
    groups = (group for item in ecosystems_of(libraries) for group in item.constants)
    return tuple(
        {name for group in groups for name, code in group.members.items() if code in _RENAMED and _is_old(group, name)}
    )


def _is_old(group: ConstantGroup, name: str) -> bool:
    return any(group.deprecated_in(name, version) == _DEPRECATED for version in group.versions_of(name))


def _newer_name(written: Written, declared: Declared) -> str:
    """Return the name that stands for a deprecated one in every version that may be in use, or nothing."""
    group, old = written.group, written.name
    wanted = in_use(group.versions, bound_of(written.ecosystem.declared_by, declared))
    versions = [version for version in wanted if version in group.versions_of(old)]
    if any(group.deprecated_in(old, version) != _DEPRECATED for version in versions):
        return ""
    others = (name for name, code in group.members.items() if code == group.members[old] and name != old)
    return next(
        (
            name
            for name in others
            if all(
                version in group.versions_of(name) and not group.deprecated_in(name, version) for version in versions
            )
        ),
        "",
    )
