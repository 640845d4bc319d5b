"""What a person may choose for a place: the codes and phrases that were perhaps meant, a constant, a number."""

import re
from collections.abc import Iterator, Sequence

from statuslens.recognise import Occurrence, Role
from statuslens.rules import prefer_constant, prefer_number
from statuslens.rules.member import find_member
from statuslens.rules.model import Edit, Finding, Fix, Problem
from statuslens.rules.pieces import Piece
from statuslens.rules.reason_mismatch import find_mismatch
from statuslens.rules.subject import Subject
from statuslens.rules.written import find_written


def find_alternatives(finding: Finding, pieces: Sequence[Piece]) -> Iterator[Fix]:
    """Yield what can stand in place of what a rule has found: the phrase of the code, then each code it suggests."""
    for piece, occurrence in _find_at(finding.start, finding.end, pieces):
        own = _with_reason(occurrence, piece.subject)
        near = (_with_code(code, occurrence, piece.subject) for code in finding.suggestions)
        yield from filter(None, (piece.fix(fix) for fix in (own, *near) if fix is not None))


def find_rewritings(start: int, end: int, pieces: Sequence[Piece]) -> Iterator[Problem]:
    """Yield the other ways to write the statuses between two offsets: numbers by constants, constants by numbers.

    They are what the rules about style would say, whichever of them runs.
    """
    for piece in pieces:
        occurrences = tuple(piece.occurrences(start, end))
        for find_among in (prefer_constant.find_among, prefer_number.find_among) if occurrences else ():
            yield from filter(None, map(piece.problem, find_among(occurrences, piece.subject)))


def _find_at(start: int, end: int, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Occurrence]]:
    for piece in pieces:
        for occurrence in piece.occurrences(start, end):
            if piece.span(occurrence.start, occurrence.end) == (start, end):
                yield piece, occurrence


def _with_reason(occurrence: Occurrence, subject: Subject) -> Fix | None:
    """Return the fix that gives a status its own phrase; None where another's stands nowhere, or more than once."""
    phrase, status = find_mismatch(subject, occurrence), subject.registry.get(occurrence.code)
    if phrase is None or phrase.within is None or status is None:
        return None
    places = list(re.compile(rf"(?<!\w){re.escape(phrase.text)}(?!\w)").finditer(subject.text, *phrase.within))
    if len(places) != 1:
        return None
    title = f'Replace "{phrase.text}" by "{status.name}"'
    return Fix(title, (Edit(*places[0].span(), status.name),), is_safe=False)


def _with_code(code: str, occurrence: Occurrence, subject: Subject) -> Fix | None:
    """Return the fix that puts another code where one stands, written in the same way; None where it cannot be."""
    if occurrence.role is Role.CONSTANT:
        text = title = _constant_of(code, occurrence, subject)
    else:
        status = subject.registry.get(code)
        text, title = code, status.title if status is not None else code
    fix = subject.replace(occurrence, text, f"Replace {occurrence.text} by {title}", is_safe=False)
    return fix if text else None


def _constant_of(code: str, occurrence: Occurrence, subject: Subject) -> str:
    written = find_written(occurrence, subject.facts) if subject.facts is not None else None
    if written is None or not occurrence.text.endswith(written.name) or occurrence.text == written.name:
        return ""
    member = find_member(written.ecosystem, written.group, code, subject.declared)
    return occurrence.text.removesuffix(written.name) + member if member else ""
