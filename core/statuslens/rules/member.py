"""Which of a library's names for a code to write, by the versions of the library that a project allows."""

from collections.abc import Iterable

from statuslens.registry.declared import Declared, bound_of, in_use
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem

_NO_NAMES = {"legacy", "class-marker", "client-generated", "internal"}
"""What is said of members that are not written for their code."""


def find_member(ecosystem: Ecosystem, group: ConstantGroup, code: str, declared: Declared) -> str:
    """Return the name to write for a code, or nothing where there is none.

    It is one that the lowest declared version has, and where none is declared, the one that most versions have.
    """
    bound = bound_of(ecosystem.declared_by, declared)
    versions = in_use(group.versions, bound)
    names = [
        name
        for name, own in group.members.items()
        if own == code and group.deprecated_in(name, versions[0]) not in _NO_NAMES
    ]
    if bound:
        names = [name for name in names if versions[0] in group.versions_of(name)]
        return min(
            names,
            key=lambda name: (bool(group.deprecated_in(name, versions[0])), -_count(group, name, versions)),
            default="",
        )
    return min(
        names,
        key=lambda name: (-_count(group, name, versions), bool(group.deprecated_in(name, versions[-1]))),
        default="",
    )


def _count(group: ConstantGroup, name: str, versions: Iterable[str]) -> int:
    return sum(version in versions for version in group.versions_of(name))
