"""off-by-one-bound: a bound between two classes that takes in, or leaves out, one code too many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from statuslens.recognise import Occurrence, Role
from statuslens.rules.bounds import Bound, find_bound
from statuslens.rules.extent import junctions, name_of, number_of
from statuslens.rules.level import Level
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.source.conditions import comparisons
from statuslens.source.context import Relation
from statuslens.source.ranges import Range, range_ending
from statuslens.source.words import words

_OTHER_SIGN = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "-lt": "-le", "-le": "-lt", "-gt": "-ge", "-ge": "-gt"}
_LAST = 99
_INTERIM = 100
_OK = 200
_USUAL_ERROR = 500
_NO_CODE = 600
_WRONG = {"<": _LAST, "<=": 0, ">": 0, ">=": _LAST}
"""Where in its class the number stands with which an operator is one off."""
_UPPER = {"<", "<="}
_NEEDS_OTHER_END = {200, 499, 500}
"""Alone, ``> 200`` means anything else, ``> 500`` what may be tried again, and 499 is a code of nginx's own."""
_ACCESS = rb"(?:\.\w+(?:\(\))?)*[\s)\"']*"
_PATH = rb"[\s(\"']*(?:[\w$]+(?:\.|::|->))*:?\Z"
_BOUND_BEFORE = {
    b"00": re.compile(rb"(?:<=|(?<![-=<])>(?!=)|-(?:le|gt)\b)%b" % _PATH),
    b"99": re.compile(rb"(?:<(?!=)|>=|-(?:lt|ge)\b)%b" % _PATH),
}
"""What stands before a number that is one off, by its last digits."""
_BOUND_BEHIND = {
    b"00": re.compile(rb"%b(?:>=|<(?![=-]))" % _ACCESS),
    b"99": re.compile(rb"%b(?:<=|>(?!=))" % _ACCESS),
}
_RANGE_BEFORE = re.compile(rb"(?:\.\.[.=<]?|[0-9]00\s+(?:to|until)\s|range\([^(),]*,)%b" % _PATH)
_SIGN_BEFORE = re.compile(rb"(?:(?<![-=<])[<>]=?|\.\.[.=<]?|-[lg][te]\s)%b" % _PATH)
"""What stands before a constant that is a bound."""
_SIGN_BEHIND = re.compile(rb"%b[<>]" % _ACCESS)
_BOUND = re.compile(rb"(?<![-=<])[<>]|-[lg][te]\b")
_NEVER_OFF = {"100", "600"}
_WITH_OTHER_END = frozenset(map(str, _NEEDS_OTHER_END))
_REACH = 40
_DRAWING = {"choice", "rand", "randint", "random", "sample"}
"""Of calls that draw a number: what they are given is what may come out, and no class."""


@dataclass(frozen=True, slots=True)
class _Edge:
    bound: Bound
    other_end: int | None
    """The bound from the other side that it is joined with; where that is inside a class, single codes are meant."""

    @property
    def is_wrong(self) -> bool:
        bound, other = self.bound, self.other_end
        is_class = bound.number not in _NEEDS_OTHER_END if other is None else other % 100 in {0, _LAST}
        return is_class and _is_off(bound.number, bound.comparison.operator)

    @property
    def may_be_meant(self) -> bool:
        """Whether it can mean what is worse than one code, any success but 200, or errors up to the usual one."""
        operator, number = self.bound.comparison.operator, self.bound.number
        if operator == ">":
            return self.other_end is None or number == _OK
        return operator == "<=" and number == _USUAL_ERROR


def _is_off(number: int, operator: str) -> bool:
    """Tell whether a bound is one off; what stands around 100 or above 599 does not matter.

    No answer ends with 100, and nobody sends the others.
    """
    return _INTERIM < number < _NO_CODE and number % 100 == _WRONG.get(operator)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the bounds that are one off the edge of a class."""
    document = subject.document
    if document is None:
        return
    for occurrence in subject.with_role(Role.BOUND, Role.CONSTANT):
        token = subject.token(occurrence)
        if token is None:
            continue
        spread = range_ending(token.node, token.around, document.language)
        if spread is not None:
            if not _is_drawn_from(occurrence, subject):
                yield from _of_range(spread, occurrence, subject)
        elif bound := find_bound(occurrence, subject):
            edge = _Edge(bound, _other_end(bound, subject))
            if edge.is_wrong and not _is_met_alone(bound, subject):
                yield _of_edge(edge, occurrence, subject)


def can_find(near: Surroundings) -> bool:
    """Tell whether the number is the first or last of a class behind an operator that takes the other one, or a range.

    Of a name, whether it is compared as a bound at all.
    """
    if near.is_in_data:
        return False
    before, behind = near.before(_REACH), near.after(_REACH)
    if not near.code:
        return (_SIGN_BEFORE.search(before) or _SIGN_BEHIND.match(behind)) is not None
    last = near.code[-2:].encode()
    if last not in _BOUND_BEFORE or near.code in _NEVER_OFF:
        return False
    if _RANGE_BEFORE.search(before):
        return True
    if not (_BOUND_BEFORE[last].search(before) or _BOUND_BEHIND[last].match(behind)):
        return False
    return near.code not in _WITH_OTHER_END or len(_BOUND.findall(before + behind)) > 1


def _other_end(bound: Bound, subject: Subject) -> int | None:
    """Return the bound from the other side in the innermost junction that has one."""
    own = bound.comparison
    for junction in junctions(bound.condition):
        beside = list(comparisons(junction))
        if not any(own.right in {item.left, item.right} for item in beside):
            continue
        for item in (side for one in beside for side in (one, one.turned)):
            is_opposite = item.operator in _WRONG and (item.operator in _UPPER) != (own.operator in _UPPER)
            if is_opposite and item.left.text == own.left.text and (number := number_of(item.right, subject)):
                return number
    return None


def _is_met_alone(bound: Bound, subject: Subject) -> bool:
    """Tell whether the file looks for the number itself too, so that a bound may leave it out or take it in."""
    code, name = str(bound.number), name_of(bound.comparison.left)
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT):
        if occurrence.code == code and name is not None:
            context = next(iter(subject.contexts(occurrence)), None)
            if context is not None and context.relation in {Relation.COMPARED, Relation.CASE, Relation.MEMBER}:
                return True
    return False


def _of_edge(edge: _Edge, occurrence: Occurrence, subject: Subject) -> Problem:
    comparison, sign = edge.bound.comparison, edge.bound.comparison.sign
    left = f"{comparison.left.text} " if comparison.left.text else ""
    said = f"{left}{comparison.operator} {comparison.right.text}"
    fix = None
    if sign is not None and (other := _OTHER_SIGN.get(sign.text)):
        edit = Edit(subject.offset(sign.start), subject.offset(sign.end), other)
        fix = Fix(f"Replace {sign.text} by {other}", (edit,), is_safe=False)
    message = _message(said, comparison.operator, edge.bound.number, subject)
    most = Level.INFORMATION if edge.may_be_meant else None
    return replace(subject.problem(occurrence, message, fix=fix), most=most)


def _is_drawn_from(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a range's end is given to a call that draws a number from the range."""
    calls = (context for context in subject.contexts(occurrence) if context.relation is Relation.ARGUMENT)
    return any(not _DRAWING.isdisjoint(words(context.subject)) for context in calls)


def _of_range(spread: Range, occurrence: Occurrence, subject: Subject) -> Iterator[Problem]:
    operator = "<=" if spread.is_closed else "<"
    number = int(occurrence.code) if occurrence.code.isdecimal() else 0
    is_of_classes = not spread.start or (spread.start.isdecimal() and int(spread.start) % 100 == 0)
    if is_of_classes and _is_off(number, operator):
        said = f"{spread.start}{spread.operator}{number}"
        if spread.is_call:
            said = f"{spread.operator}({spread.start}, {number})"
        right = str(number - 1 if spread.is_closed else number + 1)
        fix = subject.replace(occurrence, right, f"Replace {number} by {right}", is_safe=False)
        is_number = occurrence.text == occurrence.code
        message = _message(said, operator, number, subject)
        most = Level.INFORMATION if spread.is_closed and number == _USUAL_ERROR else None
        yield replace(subject.problem(occurrence, message, fix=fix if is_number else None), most=most)


def _message(said: str, operator: str, number: int, subject: Subject) -> str:
    status = subject.registry.get(str(number))
    named, own = status.title if status is not None else str(number), number // 100
    match operator:
        case "<":
            return f"{said} leaves out {named}, with which {own}xx ends."
        case "<=":
            return f"{said} takes in {named}: {own - 1}xx ends with {number - 1}."
        case ">":
            return f"{said} leaves out {named}, with which {own}xx begins."
        case _:
            return f"{said} takes in {named}: {own + 1}xx begins with {number + 1}."
