"""Expressions that make a member of an enumeration of its number: ``HttpStatus.valueOf(404)``."""

from dataclasses import dataclass

from statuslens.recognise import Occurrence
from statuslens.registry.ecosystem import ConstantGroup
from statuslens.rules.reach import Way
from statuslens.rules.subject import Subject

_SEPARATORS = ".:\\"
_OWNED = (*_SEPARATORS, "_")


@dataclass(frozen=True, slots=True)
class Made:
    """Where such an expression stands."""

    start: int
    end: int


def find_made(group: ConstantGroup, way: Way, occurrence: Occurrence, subject: Subject) -> Made | None:
    """Return the expression around a number that makes a member of it; None where there is none."""
    container = way.expression.partition("{member}")[0].rstrip(_SEPARATORS)
    for form in group.made:
        before, _, after = form.replace("{container}", container).partition("{number}")
        start, end = occurrence.start - len(before), occurrence.end + len(after)
        is_there = subject.text.startswith(before, max(0, start)) and subject.text.startswith(after, occurrence.end)
        own = subject.text[start - 1 : start] if start > 0 else ""
        if start >= 0 and is_there and not own.isalnum() and own not in _OWNED:
            return Made(start, end)
    return None
