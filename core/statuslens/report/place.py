"""Places in a text, in the units that each kind of report counts in. Lines and columns count from 1."""

from collections.abc import Callable
from typing import NamedTuple

from statuslens.source.lines import LineIndex
from statuslens.terminal import printable

_FRAME_WIDTH = 100
_TAB = "    "

Unit = Callable[[str], int]
"""How long a text is."""


def code_points(text: str) -> int:
    """Return the length in code points."""
    return len(text)


def utf16_units(text: str) -> int:
    """Return the length in code units of UTF-16, as SARIF and GitHub count by default."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """Return the length in bytes of UTF-8, as reviewdog counts."""
    return len(text.encode("utf-8", "surrogatepass"))


class Range(NamedTuple):
    """A part of a text; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def range_of(lines: LineIndex, start: int, end: int, unit: Unit = code_points) -> Range:
    """Return the range between two offsets in code points."""
    return Range(*_place(lines, start, unit), *_place(lines, end, unit))


def _place(lines: LineIndex, offset: int, unit: Unit) -> tuple[int, int]:
    position = lines.position(offset)
    return position.line + 1, unit(lines.line(position.line)[: position.column]) + 1


class Frame(NamedTuple):
    """A line around a place, cut where it is long, without what drives a terminal."""

    before: str
    marked: str
    after: str


def frame_of(lines: LineIndex, start: int, end: int) -> Frame:
    """Return the line around the beginning of a place; tabs are four blanks."""
    first = lines.position(start)
    column, line = first.column, lines.line(first.line)
    cut = max(0, column - _FRAME_WIDTH // 2)
    stop = min(column + end - start, cut + _FRAME_WIDTH, len(line))
    parts = line[cut:column], line[column:stop], line[stop : cut + _FRAME_WIDTH]
    return Frame(*(printable(part).replace("\t", _TAB) for part in parts))
