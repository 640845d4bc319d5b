"""Formats that are read without a grammar: what cuts their text into pieces, and which pieces take a status."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from statuslens.datafile import check_fields


@dataclass(frozen=True, slots=True)
class Punctuation:
    """How a server's configuration is cut into statements."""

    end: str
    """What ends a statement: ``;`` or ``line``."""
    quotes: str
    """The characters that quote a word."""
    quotes_lines: bool
    """Whether a quoted word may run over several lines."""
    has_blocks: bool
    """Whether braces hold statements that belong to the one before them."""
    opaque: tuple[str, ...] = ()
    """Globs of directives whose block is in another language."""


@dataclass(frozen=True, slots=True)
class Form:
    """A text in which a status stands."""

    reason: str
    """What it is, in words: ``the status line of a response``."""
    pattern: str


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """How a configuration, a log or a message is read; the head comments of nginx.yaml and log.yaml tell it all."""

    comment: str
    """A pattern that finds a comment, or nothing if there are none."""
    punctuation: Punctuation | None
    """None where each line stands for itself."""
    places: tuple[str, ...]
    """Where a status stands in a statement, as a manual would write its usage: ``return CODE``."""
    forms: tuple[Form, ...]
    columns: Mapping[str, tuple[str, ...]]
    """The beginning of a line that names the columns of the lines after it, and the names of those for a status."""


def read_format(entry: Mapping[str, Any], where: str) -> Format:
    """Return the format in a language's data; raises RegistryError for an unknown field."""
    check_fields(entry, where, {"forms"}, {"comment", "statements", "places", "columns"})
    for form in entry["forms"]:
        check_fields(form, f"{where}: forms", {"reason", "pattern"})
    return Format(
        comment=entry.get("comment", ""),
        punctuation=_read_punctuation(entry["statements"], where) if "statements" in entry else None,
        places=tuple(entry.get("places", ())),
        forms=tuple(Form(**form) for form in entry["forms"]),
        columns={beginning: tuple(names) for beginning, names in entry.get("columns", {}).items()},
    )


def _read_punctuation(entry: Mapping[str, Any], where: str) -> Punctuation:
    check_fields(entry, f"{where}: statements", {"end", "quotes", "quotes_lines", "blocks"}, {"opaque"})
    return Punctuation(
        end=entry["end"],
        quotes=entry["quotes"],
        quotes_lines=entry["quotes_lines"],
        has_blocks=entry["blocks"],
        opaque=tuple(entry.get("opaque", ())),
    )
