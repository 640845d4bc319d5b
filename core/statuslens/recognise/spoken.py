"""The status that a comment or a text speaks of at one place, found without a look at the rest."""

import re
from dataclasses import replace

from statuslens.recognise.candidates import Candidate, Shape, find_candidates
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.formats import find_in_format
from statuslens.recognise.judge import judge
from statuslens.recognise.model import Occurrence, Role, Scan
from statuslens.recognise.scan import accept
from statuslens.recognise.weights import load_weights
from statuslens.registry.vendor import substatus, vendor_codes
from statuslens.source.format import Format
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex
from statuslens.source.statements import find_comments

_REACH = 16
"""Bytes beside a number that tell whether it stands alone."""
_SUBSTATUS = re.compile(rb"(?<![\w.])[1-5][0-9]{2}[.:][0-9]{1,3}(?![\w.:]\w)")


def find_spoken(scan: Scan, facts: FileFacts | None, place: int) -> Occurrence | None:
    """Return the status that a comment or text speaks of at an offset, in code points; None where there is none.

    It is what ``scan_text`` would find there with ``prose``, at the price of one place; and a substatus besides.
    ``facts`` are those of the scanned text, None where it has no syntax tree.
    """
    language = load_languages().get(scan.language)
    if language is None or language.is_container or scan.left_out:
        return None
    if language.format is not None:
        found = _in_line(scan.lines, place, language.format, language.name)
    else:
        found = _in_document(facts, place) if facts is not None else None
    return found if found is not None and found.role is Role.PROSE else None


def _in_document(facts: FileFacts, place: int) -> Occurrence | None:
    document, weights = facts.document, load_weights()
    waypoints, data = document.waypoints, document.data
    candidate, end = _candidate_at(data, waypoints.byte(place))
    judgement = judge(candidate, facts, weights, prose=True) if candidate is not None else None
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
    line, start = lines.line(at.line), place - at.column
    if not any(first <= at.column < first + len(comment) for first, comment in find_comments(line, form)):
        return None
    for found in find_in_format(line, form, title, load_weights(), prose=True):
        if found.start <= at.column < found.end:
            return replace(found, start=start + found.start, end=start + found.end)
    return None
