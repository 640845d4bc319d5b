"""The status that a comment or a text speaks of at one place, found without a look at the rest."""

import re
from dataclasses import replace

from statuslens.recognise.candidates import Candidate, Shape, find_candidates
from statuslens.recognise.embedded import innermost
from statuslens.recognise.facts import find_facts
from statuslens.recognise.formats import find_in_format
from statuslens.recognise.judge import judge
from statuslens.recognise.model import Occurrence, Role, Scan
from statuslens.recognise.scan import accept
from statuslens.recognise.weights import load_weights
from statuslens.registry.vendor import substatus, vendor_codes
from statuslens.source.document import Document
from statuslens.source.format import Format
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex, Position

_REACH = 16
"""Bytes beside a number that tell whether it stands alone."""
_SUBSTATUS = re.compile(rb"(?<![\w.])[1-5][0-9]{2}[.:][0-9]{1,3}(?![\w.:]\w)")


def find_spoken(scan: Scan, offset: int) -> Occurrence | None:
    """Return the status that a comment or text speaks of at an offset; None where the scan has one there, or none is.

    It is what ``scan_text`` would find there with ``prose``, at the price of one place; and a substatus besides.
    """
    inner, place = innermost(scan, offset)
    language = load_languages().get(inner.language)
    if language is None or inner.left_out:
        return None
    if language.format is not None:
        found = _in_line(inner.lines, place, language.format, language.name)
    else:
        found = _in_document(inner.document, place) if inner.document is not None else None
    if found is None or found.role is not Role.PROSE:
        return None
    moved = offset - place
    return replace(found, start=found.start + moved, end=found.end + moved)


def _in_document(document: Document, place: int) -> Occurrence | None:
    weights, waypoints, data = load_weights(), document.waypoints, document.data
    candidate, end = _candidate_at(data, waypoints.byte(place))
    judgement = judge(candidate, find_facts(document), weights, prose=True) if candidate is not None else None
    found = accept(judgement, data, weights, weights.threshold) if judgement is not None else None
    if found is None:
        return None
    text = data[found.start : end].decode()
    start = waypoints.point(found.start)
    return replace(found, start=start, end=start + len(text), text=text, code=substatus(text) or found.code)


def _candidate_at(data: bytes, place: int) -> tuple[Candidate | None, int]:
    """Return the candidate that holds a byte, and where what is written there ends: a substatus goes on."""
    first = max(0, place - _REACH)
    near = data[first : place + _REACH]
    for match in _SUBSTATUS.finditer(near):
        start, end = (first + at for at in match.span())
        if start <= place < end and vendor_codes(match[0].decode()):
            return Candidate(Shape.NUMBER, start, start + 3), end
    for item in find_candidates(near):
        if first + item.start <= place < first + item.end:
            return Candidate(item.shape, first + item.start, first + item.end), first + item.end
    return None, 0


def _in_line(lines: LineIndex, place: int, form: Format, title: str) -> Occurrence | None:
    at = lines.position(place)
    start = lines.offset(Position(at.line, 0))
    for found in find_in_format(lines.line(at.line), form, title, load_weights(), prose=True):
        if found.start <= at.column < found.end:
            return replace(found, start=start + found.start, end=start + found.end)
    return None
