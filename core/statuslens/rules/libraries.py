"""The constants that a file may use: of its libraries, of the language, of what its project asks for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from statuslens.recognise.facts import FileFacts, ecosystems_of
from statuslens.registry.constant import Constant, ConstantKind
from statuslens.registry.declared import Declared, bound_of
from statuslens.registry.ecosystem import CONSTANT, ConstantGroup, Ecosystem, constant_of
from statuslens.rules.member import find_member
from statuslens.source.words import segments

_KINDS = {ConstantKind.INT, ConstantKind.ENUM, ConstantKind.SYMBOL, ConstantKind.VALUE}

_HEAD = 10_000
"""Characters at the head of a file, which tell where it runs."""


class Library(NamedTuple):
    """Constants of a library that are written alike."""

    ecosystem: Ecosystem
    group: ConstantGroup


def find_libraries(facts: FileFacts, declared: Declared) -> Iterator[Library]:
    """Yield what a file may name codes by: its libraries first, then the language's own, then what is declared."""
    language, text = facts.document.language, facts.document.text
    if not language.ecosystems:
        return
    known = {ecosystem.id: ecosystem for ecosystem in ecosystems_of(language)}
    folder = language.ecosystems[0]
    standard = [item.id for item in known.values() if item.is_standard and item.id.startswith(f"{folder}/")]
    absent = {item.id for item in known.values() if item.absent is not None and item.absent.search(text, 0, _HEAD)}
    own = {item.id for item in facts.ecosystems if item.id not in standard}
    symbols = [item.id for item in known.values() if any(taker.anywhere for taker in item.takes)]
    asked_for = [
        item.id for item in known.values() if not item.is_standard and bound_of(item.declared_by, declared) is not None
    ]
    for name in dict.fromkeys((*sorted(own), *standard, *symbols, *(() if standard else asked_for))):
        for group in known[name].constants:
            is_near = name in {*own, *standard, *symbols} or group.number == CONSTANT
            if group.kind in _KINDS and not group.deprecated and is_near and name not in absent:
                yield Library(known[name], group)


def find_constants(
    code: str, libraries: Iterable[Library], facts: FileFacts, declared: Declared
) -> tuple[Constant, ...]:
    """Return the name that each of some libraries has for a code, in the version that a project asks for.

    What the file needs no import for comes first.
    """
    found = [
        (_is_imported(library.group, facts), constant_of(library.ecosystem, library.group, member))
        for library in libraries
        if (member := find_member(library.ecosystem, library.group, code, declared))
    ]
    return tuple(constant for _, constant in sorted(found, key=lambda item: not item[0]))


def _is_imported(group: ConstantGroup, facts: FileFacts) -> bool:
    first = segments(group.container)[:1]
    return not first or any(item.local in first for item in facts.document.imports)
