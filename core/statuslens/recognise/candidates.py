"""Where to look: bytes that could be a status, found before anything is parsed.

The digits come first in each pattern and the look-behind after them: ``re`` scans for the digits then, which is
three times as fast as looking behind at every byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_NUMBER = re.compile(
    rb"(?:[1-5][0-9][0-9]|600)(?![\w\x80-\xff])(?<![\w$\x80-\xff][0-9]{3})(?<!(?<!\.)\.[0-9]{3})(?!\.[0-9])"
)
_WILDCARD = re.compile(rb"[1-5][xX]{2}(?![\w\x80-\xff])(?<![\w\x80-\xff][0-9][xX]{2})")
_OTHER_NUMBER = re.compile(rb"[=:(]\s?([1-9][0-9]|(?!600)[06-9][0-9]{2}|[1-9][0-9]{3})(?![\w.*?\[\x80-\xff])")
_SLOT_NAME = re.compile(
    rb"(?:status|status_?code|http_?code|abort|header|handler|exception|error)[\"']?\s*(?:[=!]=?)?\Z", re.IGNORECASE
)
_SLOT_REACH = 24
_TRACE = re.compile(rb"[0-9]{3}|[1-5][xX]{2}|[=:(](?:\s|\\.|[\"',-])*[0-9]{2}|\\[uUx]00")


class Shape(StrEnum):
    """What a candidate looks like."""

    NUMBER = "number"
    WILDCARD = "wildcard"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Bytes that could be a status. Offsets are in bytes."""

    shape: Shape
    start: int
    end: int


def find_candidates(data: bytes) -> Iterator[Candidate]:
    """Yield the candidates of a file, one shape after the other."""
    for match in _NUMBER.finditer(data):
        yield Candidate(Shape.NUMBER, *match.span())
    for match in _WILDCARD.finditer(data):
        yield Candidate(Shape.WILDCARD, *match.span())
    for match in _OTHER_NUMBER.finditer(data):
        if _SLOT_NAME.search(data, max(0, match.start() - _SLOT_REACH), match.start()):
            yield Candidate(Shape.MISTYPED, *match.span(1))


def has_trace(data: bytes) -> bool:
    """Tell whether a file can hold a candidate in some text in it, which may be indented, escaped or in quotes."""
    return _TRACE.search(data) is not None
