"""old-name: a constant that its library deprecates, since RFC 9110 renamed the status."""

import re
from collections.abc import Iterator

from statuslens.recognise import Role
from statuslens.recognise.facts import FileFacts, find_facts
from statuslens.recognise.spellings import imported_spelling, last_name, resolve
from statuslens.registry.ecosystem import ConstantGroup
from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject

_RENAMED = frozenset({"413", "414", "416", "422"})
_DEPRECATED = "deprecated"
_SEPARATOR = re.compile(r"::|[.\\]")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the constants of the renamed statuses beside which their library has a better name in every version.

    Where an older version of the library has the old name alone, it may be the one in use, and nothing is said.
    """
    occurrences = [item for item in subject.with_role(Role.CONSTANT) if item.code in _RENAMED]
    if subject.document is None or not occurrences:
        return
    facts = find_facts(subject.document)
    for occurrence in occurrences:
        status, found = subject.registry.get(occurrence.code), _group_of(occurrence.text, facts)
        newer = _newer_name(*found) if found else ""
        if status is None or found is None or not newer:
            continue
        old, fix = found[1], None
        if occurrence.text != old and occurrence.text.endswith(old):
            text = occurrence.text.removesuffix(old) + newer
            fix = subject.replace(occurrence, text, f"Replace {old} by {newer}", is_safe=False)
        message = f"{old} is deprecated, as RFC 9110 calls the status {status.title}: {newer} takes its place."
        yield subject.problem(occurrence, message, fix=fix)


def _group_of(text: str, facts: FileFacts) -> tuple[ConstantGroup, str] | None:
    """Return the constants among which a library has one that a file writes, and its own name there."""
    written = resolve(tuple(_SEPARATOR.split(text)), facts.document.imports)
    spelling = imported_spelling(written, facts)
    if spelling is None or spelling.ecosystem.is_imported_by(facts.document.package):  # the library keeps what it has
        return None
    groups = (
        group
        for group in spelling.ecosystem.constants
        if last_name(group.container) == spelling.container and group.members.get(written.member) == spelling.code
    )
    group = next(groups, None)
    return (group, written.member) if group is not None else None


def _newer_name(group: ConstantGroup, old: str) -> str:
    """Return the name that stands for a deprecated one in every version that has it, or nothing."""
    versions = group.versions_of(old)
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
