"""Languages at a glance: which files are theirs, and what kinds of things their data tell; ``language`` has it all."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from statuslens.datafile import crc_of, list_data, read_data, read_index, write_index
from statuslens.source.filename import FileMarks, read_file_marks

_SOURCES = "languages"
_INDEX = "outlines"


class Outline(NamedTuple):
    """What is told of a language without its grammar, its formats and its patterns; there is one object for each."""

    id: str
    """The LSP language id."""
    data: str
    """Its file below ``data/``."""
    marks: FileMarks
    """What tells that a file is of the language."""
    is_formatted: bool
    """Whether it is read without a grammar."""
    is_container: bool
    """Whether only the code in other languages counts in its files."""
    is_data: bool
    """Whether nothing is defined in its files that others in it take or call."""
    has_steps: bool
    """Whether its nodes give a literal its context."""
    ecosystems: tuple[str, ...]
    """Folders below ``data/ecosystems`` whose constants and calls the language uses."""
    has_embeddings: bool
    """Whether its files hold code in other languages."""

    def __hash__(self) -> int:
        return hash(self.id)


@cache
def load_outlines() -> dict[str, Outline]:
    """Return the outline of every language by its LSP language id."""
    rows = read_index(_INDEX, _SOURCES, crc_of(_SOURCES))
    outlines = _read_all() if rows is None else map(_unpack, rows)
    return {outline.id: outline for outline in outlines}


def compile_outlines() -> None:
    """Write the outlines, so that to tell the language of a file all that is known of each need not be read."""
    write_index(_INDEX, {_SOURCES: list(_read_all())}, crc_of(_SOURCES))


def _read_all() -> Iterator[Outline]:
    for name in list_data(_SOURCES):
        yield from _read(name, read_data(name))


def _unpack(row: list[Any]) -> Outline:
    """Return the outline that JSON has as a list."""
    written = Outline(*row)
    return written._replace(marks=FileMarks(*map(tuple, written.marks)), ecosystems=tuple(written.ecosystems))


def _read(name: str, entry: Mapping[str, Any]) -> list[Outline]:
    is_formatted, is_container = "format" in entry, not {"format", "tokens"} & set(entry)
    if is_formatted:
        required, optional = {"id"}, {"name", "remark"}
    elif is_container:
        required, optional = {"id"}, {"aliases", "grammar", "name"}
    else:
        required, optional = {"id", "grammar"}, {"aliases", "name", "remark"}
    return [
        Outline(
            id=variant["id"],
            data=name,
            marks=read_file_marks(variant, f"{name}: variants", required, optional),
            is_formatted=is_formatted,
            is_container=is_container,
            is_data=not entry.get("functions") and not entry.get("ecosystems"),
            has_steps=bool(entry.get("steps")),
            ecosystems=tuple(entry.get("ecosystems", ())),
            has_embeddings=bool(entry.get("embeds")),
        )
        for variant in entry["variants"]
    ]
