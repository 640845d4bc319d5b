"""Bounds: the comparisons and ranges that a number is an end of, and the statuses that they take in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from statuslens.recognise import Occurrence
from statuslens.rules.extent import extent_of, junctions, name_of, number_of
from statuslens.rules.subject import Subject
from statuslens.source.branches import arms_beside
from statuslens.source.conditions import Comparison, Condition, comparisons, outermost
from statuslens.source.context import Relation
from statuslens.source.ranges import Range, range_with

_TESTED = {Relation.BOUNDED, Relation.COMPARED}
_LOWEST, _HIGHEST = 100, 599
_STATUSES = (1 << _HIGHEST + 1) - (1 << _LOWEST)
_REACH = 20
_SOMETHING = "s"
"""Stands for what a comparison compares where that is no name."""
_FROM_TO = re.compile(r"(?<![\w.])([1-5][0-9]{2})[ \t]*(?:-|:|\.\.=)[ \t]*([1-5][0-9]{2})(?![\w.])")
_OPERATOR = re.compile(r"([<>])(=?)[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparison with a number, and the condition that it is a part of."""

    comparison: Comparison
    """The number is on its right."""
    number: int
    condition: Condition


@dataclass(frozen=True, slots=True)
class Span:
    """The statuses from one to another one, both among them."""

    first: int
    last: int


def find_bound(occurrence: Occurrence, subject: Subject) -> Bound | None:
    """Return the comparison that an occurrence is a bound in."""
    for condition in _conditions(occurrence, subject):
        for item in comparisons(condition):
            if occurrence in subject.within(item.left.start, item.left.end):
                item = item.turned  # noqa: PLW2901
            if occurrence not in subject.within(item.right.start, item.right.end):
                continue
            number = number_of(item.right, subject)
            if number is not None:
                return Bound(item, number, condition)
    return None


def find_span(occurrence: Occurrence, subject: Subject) -> Span | None:
    """Return the statuses that are taken in where an occurrence is a bound, together with the other bound.

    None where that is not clear, or is none at all.
    """
    token, document = subject.token(occurrence), subject.document
    if token is not None and document is not None:
        if found := range_with(token.node, token.around, document.language):
            return _of_range(found)
        if bound := find_bound(occurrence, subject):
            return _of_bound(bound, subject)
    return _as_written(occurrence, subject.text)


def _conditions(occurrence: Occurrence, subject: Subject) -> Iterator[Condition]:
    context = next(iter(subject.contexts(occurrence)), None)
    document, token = subject.document, subject.token(occurrence)
    if context is None or context.node is None or document is None or token is None:
        return
    if context.relation in _TESTED:
        condition = subject.condition(outermost(context.node, document.around(context.node)))
        if condition is not None:
            yield condition
    elif context.relation is Relation.CASE:
        yield from (branch.condition for branch in arms_beside(token.around, document.language))


def _of_range(found: Range) -> Span | None:
    ends = found.start or str(_LOWEST), found.end or str(_HIGHEST)
    if not all(map(str.isdecimal, ends)):
        return None
    first, last = map(int, ends)
    return _clipped(first, last if found.is_closed or not found.end else last - 1)


def _of_bound(bound: Bound, subject: Subject) -> Span | None:
    """Return what the innermost conditions that must hold together take in, or else the comparison alone."""
    name = name_of(bound.comparison.left)
    for junction in junctions(bound.condition) if name is not None else ():
        if junction.is_and and any(bound.comparison.right in {one.left, one.right} for one in comparisons(junction)):
            span = _whole(extent_of(junction, name, subject).most) if name is not None else None
            if span is not None:
                return span
    left = replace(bound.comparison.left, text=_SOMETHING)
    return _whole(extent_of(replace(bound.comparison, left=left), _SOMETHING, subject).most)


def _as_written(occurrence: Occurrence, text: str) -> Span | None:
    """Read a bound in a text, or in a language without a tree: ``200-299``, ``response.status < 400``."""
    first = max(0, occurrence.start - _REACH)
    for found in _FROM_TO.finditer(text, first, occurrence.end + _REACH):
        if found.start() <= occurrence.start and occurrence.end <= found.end():
            return _clipped(int(found[1]), int(found[2]))
    operator = _OPERATOR.search(text, first, occurrence.start)
    if operator is None or not occurrence.code.isdecimal():
        return None
    number, is_closed = int(occurrence.code), bool(operator[2])
    if operator[1] == "<":
        return _clipped(_LOWEST, number if is_closed else number - 1)
    return _clipped(number if is_closed else number + 1, _HIGHEST)


def _whole(extent: int) -> Span | None:
    """Return the span of some numbers, each a bit; None where there are gaps between them."""
    bits = extent & _STATUSES
    span = _clipped((bits & -bits).bit_length() - 1, bits.bit_length() - 1)
    return span if span is not None and bits == (1 << span.last + 1) - (1 << span.first) else None


def _clipped(first: int, last: int) -> Span | None:
    span = Span(max(first, _LOWEST), min(last, _HIGHEST))
    return span if span.first <= span.last else None
