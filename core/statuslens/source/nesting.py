"""How deep the indentation of a text goes.

The scanner of YAML's grammar keeps the columns of the blocks around it in a buffer of fixed size, does not look at its
end, and takes the process down with some 250 of them.
"""

import re

_LINE = re.compile(rb"( *)([^\r\n]*)[\r\n]*")
_MARKS = re.compile(rb"\A(?:[-?:][ \t]+)+|(?:[-?:][ \t]+){2,}")
_TWO_MARKS = tuple(re.compile(rb"%b[ \t]+[-?:][ \t]" % first) for first in (rb"-", rb":", rb"\?"))
"""A pattern for each first one: ``re`` finds what begins with a byte of its own much faster than one of a set."""
_MARK = re.compile(rb"[-?:]")


def may_be_deep(data: bytes, levels: int) -> bool:
    """Tell at the price of a search whether a text can have so many blocks inside each other at all."""
    return b" " * levels in data or any(marks.search(data) for marks in _TWO_MARKS)


def cut_deep(data: bytes, levels: int) -> bytes:
    """Return a text in YAML up to the first line that has more blocks around it than ``levels``."""
    if not may_be_deep(data, levels):
        return data
    columns: list[int] = []
    for line in _LINE.finditer(data):
        if not line[2]:
            continue
        while columns and columns[-1] >= len(line[1]):
            columns.pop()
        columns.append(len(line[1]))
        for marks in _MARKS.finditer(line[2]):
            columns += (len(line[1]) + marks.start() + mark.end() for mark in _MARK.finditer(marks[0]))
        if len(columns) > levels:
            return data[: line.start()]
    return data
