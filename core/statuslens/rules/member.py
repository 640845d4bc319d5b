"""Which of a library's names for a code to write, by the versions of the library that a project allows."""

from statuslens.registry.declared import Declared, bound_of, in_use
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem

_NO_NAMES = {"legacy", "class-marker", "client-generated", "internal"}
"""What is said of members that are not written for their code."""


def find_member(ecosystem: Ecosystem, group: ConstantGroup, code: str, declared: Declared) -> str:
    """Return the name to write for a code, or nothing where there is none.

    It is one that the lowest declared version has. Where none is declared, every version that we know has it.
    """
    bound = bound_of(ecosystem.declared_by, declared)
    versions = in_use(group.versions, bound)
    needed = versions[:1] if bound else versions
    names = [
        name
        for name, own in group.members.items()
        if own == code
        and group.deprecated_in(name, versions[0]) not in _NO_NAMES
        and set(needed) <= set(group.versions_of(name))
    ]
    return min(names, key=lambda name: bool(group.deprecated_in(name, versions[0])), default="")
