"""Which constant of a library a place writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statuslens.recognise import Occurrence
from statuslens.recognise.facts import FileFacts, ecosystems_of
from statuslens.recognise.spellings import imported_spelling, last_name, resolve
from statuslens.registry.constant import ConstantKind
from statuslens.registry.ecosystem import ConstantGroup, Ecosystem

_SEPARATOR = re.compile(r"::|[.\\]")


@dataclass(frozen=True, slots=True)
class Written:
    """A member of a library's constants."""

    ecosystem: Ecosystem
    group: ConstantGroup
    name: str
    """The member's own name."""


def find_written(occurrence: Occurrence, facts: FileFacts) -> Written | None:
    """Return the member that an occurrence is by the file's imports; None where no library has it, or it is its own."""
    text = occurrence.text
    symbols = (item for item in _symbols(facts) if item.group.expression.replace("{member}", item.name) == text)
    if not text[:1].isalnum() and (found := next(symbols, None)) is not None:
        return found
    written = resolve(tuple(_SEPARATOR.split(text)), facts.document.imports)
    spelling = imported_spelling(written, facts)
    if spelling is None or spelling.ecosystem.is_imported_by(facts.document.package):
        return None
    groups = (
        group
        for group in spelling.ecosystem.constants
        if last_name(group.container) == spelling.container and group.members.get(written.member) == spelling.code
    )
    group = next(groups, None)
    return Written(spelling.ecosystem, group, written.member) if group is not None else None


def _symbols(facts: FileFacts) -> Iterator[Written]:
    for ecosystem in ecosystems_of(facts.document.language):
        for group in ecosystem.constants:
            if group.kind is ConstantKind.SYMBOL:
                yield from (Written(ecosystem, group, name) for name in group.members)
