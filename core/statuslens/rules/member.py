"""Which of a library's names for a code to write, by the versions of the library that a project allows."""

from collections.abc import Collection

from statuslens.registry.declared import Declared, bound_of, in_use
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem

_NO_NAMES = {"legacy", "class-marker", "client-generated", "internal"}
"""What is said of members that are not written for their code."""


def find_member(ecosystem: Ecosystem, group: ConstantGroup, code: str, declared: Declared) -> str:
    """Return the name to write for a code, or nothing where there is none, as ``find_members`` does for several."""
    return find_members(ecosystem, group, (code,), declared).get(code, "")


def find_members(
    ecosystem: Ecosystem, group: ConstantGroup, codes: Collection[str], declared: Declared
) -> dict[str, str]:
    """Return the names to write for some codes, by code; one that none can be written for has none.

    A name is one that the lowest declared version has. Where none is declared, every version that we know has it.
    """
    bound = bound_of(ecosystem.declared_by, declared)
    versions = in_use(group.versions, bound)
    needed = set(versions[:1] if bound else versions)
    found: dict[str, tuple[bool, str]] = {}
    for name, code in group.members.items():
        deprecated = group.deprecated_in(name, versions[0]) if code in codes else ""
        if code not in codes or deprecated in _NO_NAMES or not needed.issubset(group.versions_of(name)):
            continue
        if code not in found or bool(deprecated) < found[code][0]:
            found[code] = bool(deprecated), name
    return {code: name for code, (_, name) in found.items()}
