r"""Lines of a text: where they start, and positions in them.

A line ends at ``\n``, ``\r\n`` or ``\r`` and nowhere else, as in LSP; ``str.splitlines`` also breaks at form
feeds, U+2028 and others and must not be used.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A place in a text, counted from zero, columns in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of one text, found when they are first asked for."""

    def __init__(self, text: str | bytes) -> None:
        self._given = text

    @cached_property
    def text(self) -> str:
        """The text; one that is given in UTF-8 is decoded when it is first asked for."""
        return self._given if isinstance(self._given, str) else self._given.decode()

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" not in self.text:  # which is so nearly always, and faster
            return [0, *map(add, accumulate(map(len, self.text.split("\n")[:-1])), count(1))]
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def _end(self, line: int) -> int:
        """Return where a line ends, before the signs that end it."""
        if line + 1 == len(self):
            return len(self.text)
        following = self._starts[line + 1]
        return following - (2 if self.text.startswith("\r\n", following - 2) else 1)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset in code points."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, offset - self._starts[line])

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one past the end of its line or of the text is moved back there."""
        if position.line >= len(self):
            return len(self.text)
        return min(self._starts[position.line] + position.column, self._end(position.line))

    def line(self, number: int) -> str:
        """Return a line, counted from zero, without its end; empty past the last line."""
        if number >= len(self):
            return ""
        return self.text[self._starts[number] : self._end(number)]
