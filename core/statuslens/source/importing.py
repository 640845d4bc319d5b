"""Where a language's files say what they import, as its data tells."""

import re
from dataclasses import dataclass
from typing import Any

from statuslens.datafile import check_fields

_REQUIRED = {"statements"}
_OPTIONAL = {"apart", "closed", "end", "erased", "header", "item", "lists", "owners", "sections", "strict", "styles"}


@dataclass(frozen=True, slots=True)
class Importing:
    """How the imports of a file stand at its head."""

    statements: frozenset[str]
    """Node types of statements that bring names into a file."""
    lists: frozenset[str]
    """Node types of brackets around several of them."""
    item: str
    """How one is written inside such brackets, with ``{module}``."""
    end: str
    """What one ends with."""
    header: frozenset[str]
    """Node types of what stands before the first one."""
    apart: re.Pattern[str] | None
    """Finds statements that others do not stand among, and that are not made of others."""
    erased: str
    """A pattern of a statement that brings ``{name}`` for types alone; empty where none does."""
    closed: frozenset[str]
    """Node types inside which the names of the file's head are not known."""
    sections: tuple[re.Pattern[str], ...]
    """In which order modules stand, each kind in a block of its own."""
    styles: tuple[tuple[re.Pattern[str], str], ...]
    """What a file's imports look like, with how one of ``{names}`` from ``{module}`` is written then."""
    has_owners: bool
    """Whether a module's own name stands before what it holds: ``import http`` and then ``http.HTTPStatus``."""
    is_strict: bool
    """Whether an import that nothing uses is an error."""

    def section_of(self, module: str) -> int:
        """Return the place of a module's kind among the sections."""
        return next((place for place, kind in enumerate(self.sections) if kind.match(module)), len(self.sections))


def read_importing(entry: dict[str, Any], where: str) -> Importing:
    """Read the entry ``importing`` of a language."""
    check_fields(entry, where, _REQUIRED, _OPTIONAL)
    return Importing(
        statements=frozenset(entry["statements"]),
        lists=frozenset(entry.get("lists", ())),
        item=entry.get("item", ""),
        end=entry.get("end", ""),
        header=frozenset(entry.get("header", ())),
        apart=re.compile(entry["apart"]) if "apart" in entry else None,
        erased=entry.get("erased", ""),
        closed=frozenset(entry.get("closed", ())),
        sections=tuple(re.compile(pattern) for pattern in entry.get("sections", ())),
        styles=tuple((re.compile(style["like"], re.MULTILINE), style["as"]) for style in entry.get("styles", ())),
        has_owners=entry.get("owners", False),
        is_strict=entry.get("strict", False),
    )
