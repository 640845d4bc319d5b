"""Where to look: bytes that could be a status, found before anything is parsed.

A file's bytes are first turned into their kinds, one byte for each kind. What is looked for then begins with a byte
of its own, which ``re`` finds ten times as fast as one of a set of bytes; what must stand before it comes last.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

_KINDS = {"0": "0", "1": "12345", "6": "6", "7": "789", "x": "xX", ".": ".", "$": "$#", "=": "=:(", " ": " \t\n\r\f\v"}
_ASCII = 0x80
_LONGEST = 4
"""Bytes of a character at most."""
_KNOWN = {ord(member): ord(kind) for kind, members in _KINDS.items() for member in members}


def _kind(byte: int) -> int:
    character = chr(byte)
    if byte >= _ASCII:
        return ord("u")
    return _KNOWN.get(byte) or ord("a" if character.isalnum() or character == "_" else "-")


_KIND = bytes(map(_kind, range(256)))
_NUMBERS = (
    re.compile(rb"1[0167]{2}(?![0167xa]|\.[0167])(?<![0167xa$][0167]{3})(?<![^.]\.[0167]{3})"),
    re.compile(rb"600(?![0167xa]|\.[0167])(?<![0167xa$]600)(?<![^.]\.600)"),
)
_WILDCARD = re.compile(rb"1xx(?![0167xa])(?<![0167xa]1xx)")
_OTHER_NUMBER = re.compile(rb"= ?([167][0167]|(?!600)[067][0167]{2}|[167][0167]{3})(?![0167xau.])")
_SLOT_NAME = re.compile(
    rb"(?:status|status_?code|http_?code|abort|header|handler|exception|error)[\"']?\s*(?:[=!]=?)?\Z", re.IGNORECASE
)
_SLOT_ENDINGS = (b"status", b"code", b"abort", b"header", b"handler", b"exception", b"error")
_BEHIND_NAME = b"=!\"' \t\n\r\f\v"
_SLOT_REACH = 24
_OF_A_PATTERN = {b"*", b"?", b"["}
"""What stands behind a number that only begins a pattern."""
_TRACE = rb"[0-9]{3}|[1-5][xX]{2}|\\[uUx]00"
_SHORT_TRACE = rb"[=:(](?:\s|\\.|[\"',-])*[0-9]{2}"
_SLOT_TRACE = rb"(?i)status|code|abort|header|handler|exception|error"


class Shape(StrEnum):
    """What a candidate looks like."""

    NUMBER = "number"
    WILDCARD = "wildcard"
    MISTYPED = "mistyped"


class Candidate(NamedTuple):
    """Bytes that could be a status. Offsets are in bytes."""

    shape: Shape
    start: int
    end: int


def find_candidates(data: bytes) -> Iterator[Candidate]:
    """Yield the candidates of a file, one shape after the other."""
    kinds = data.translate(_KIND)
    for match in chain.from_iterable(pattern.finditer(kinds) for pattern in _NUMBERS):
        if _stands_alone(data, *match.span()):
            yield Candidate(Shape.NUMBER, *match.span())
    for match in _WILDCARD.finditer(kinds):
        if _stands_alone(data, *match.span()):
            yield Candidate(Shape.WILDCARD, *match.span())
    for match in _OTHER_NUMBER.finditer(kinds):
        if data[match.end() : match.end() + 1] in _OF_A_PATTERN:
            continue
        if _follows_slot_name(data, match.start()):
            yield Candidate(Shape.MISTYPED, *match.span(1))


def _follows_slot_name(data: bytes, place: int) -> bool:
    before = data[max(0, place - _SLOT_REACH) : place]
    is_name = before.rstrip(_BEHIND_NAME).lower().endswith(_SLOT_ENDINGS)
    return is_name and _SLOT_NAME.search(before) is not None


def _stands_alone(data: bytes, start: int, end: int) -> bool:
    """Tell whether no letter beyond ASCII stands beside some bytes."""
    before, after = data[max(0, start - _LONGEST) : start], data[end : end + _LONGEST]
    if before[-1:] < b"\x80" and after[:1] < b"\x80":
        return True
    beside = before.decode("utf-8", "ignore")[-1:] + after.decode("utf-8", "ignore")[:1]
    return not any(character.isalnum() for character in beside)


def has_trace(data: bytes) -> bool:
    """Tell whether a file can hold a candidate in some text in it, which may be indented, escaped or in quotes."""
    if re.search(_TRACE, data):
        return True
    return bool(re.search(_SHORT_TRACE, data) and re.search(_SLOT_TRACE, data))
