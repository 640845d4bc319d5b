"""Extents: for which statuses a condition holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from operator import and_, or_

from statuslens.recognise.spellings import last_name
from statuslens.registry.ecosystem import load_ecosystems
from statuslens.rules.subject import Subject
from statuslens.source.conditions import Comparison, Condition, Junction, Negation, Operand, comparisons

_HIGHEST = 1000
EVERYTHING = (1 << _HIGHEST) - 1
_NUMBER = re.compile(r"[\"']?([0-9]{1,4})[\"']?")
_CAST = re.compile(r"\(\w+\)(?=\w)")
_ACCESSORS = re.compile(r"(?:\.\w+(?:\(\))?|!)*")
"""What turns a constant into its number: ``.value``, ``.value()``."""
_NAME = re.compile(
    r"[\w$@]+(?:\(\))?(?:(?:\?\.|!\.|!!\.|\.|::|->|\?->|&\.)[\w$@]+(?:\(\))?|\[[\"':]?\w+[\"']?\])*[?!]?"
)
"""What is the same wherever it stands: names, members, and getters, which take no arguments."""
_TAKES = re.compile(r"(?:next|pop|read|receive|recv|shift|take)\w*\(\)|\+\+|--")
_LIST = re.compile(r"[\[({]?([0-9]{3}(?:,[0-9]{3})*),?[\])}]?")
_RANGE = re.compile(r"(?P<call>\w+)?\(?(?P<start>[0-9]{3})(?P<operator>\W+|[a-z]+|,)(?P<end>[0-9]{3})\)?")


@dataclass(frozen=True, slots=True)
class Extent:
    """For which numbers a condition holds, each a bit: for these at least, and for no others than those."""

    least: int = 0
    most: int = EVERYTHING

    @property
    def is_exact(self) -> bool:
        """Whether it is known for every number."""
        return self.least == self.most


def subjects_of(condition: Condition) -> tuple[str, ...]:
    """Return what a condition compares, by names that mean the same at each place."""
    found = (name_of(side) for item in comparisons(condition) for side in (item.left, item.right))
    return tuple(dict.fromkeys(name for name in found if name is not None))


def name_of(operand: Operand) -> str | None:
    """Return what an operand is, without casts and quotes; None for what may differ from place to place."""
    text = _CAST.sub("", operand.text.strip("\"'"))
    return text if _NAME.fullmatch(text) and not _NUMBER.fullmatch(text) and not _TAKES.search(text) else None


def number_of(operand: Operand, subject: Subject) -> int | None:
    """Return the number that an operand is, as a literal or a constant."""
    if found := _NUMBER.fullmatch(operand.text):
        return int(found[1])
    for occurrence in subject.within(operand.start, operand.end):
        before, constant, after = _CAST.sub("", operand.text).partition("".join(occurrence.text.split()))
        if constant and not before and _ACCESSORS.fullmatch(after) and occurrence.code.isdecimal():
            return None if last_name(occurrence.text) in _made_by_client(subject) else int(occurrence.code)
    return None


def _made_by_client(subject: Subject) -> frozenset[str]:
    """Return the constants of what no server sent, which differ from what servers send with the same number."""
    return _client_generated(subject.document.language.ecosystems) if subject.document is not None else frozenset()


@cache
def _client_generated(folders: tuple[str, ...]) -> frozenset[str]:
    groups = (group for folder in folders for item in load_ecosystems(folder) for group in item.constants)
    return frozenset(
        name
        for group in groups
        for name, detail in group.details.items()
        if "client-generated" in {group.deprecated, detail.deprecated}
    )


def extent_of(condition: Condition, name: str, subject: Subject) -> Extent:
    """Return for which values of a name a condition holds."""
    match condition:
        case Comparison():
            return _of_comparison(condition, name, subject)
        case Negation(part):
            inner = extent_of(part, name, subject)
            return Extent(EVERYTHING & ~inner.most, EVERYTHING & ~inner.least)
        case Junction(is_and, parts):
            extents = [extent_of(part, name, subject) for part in parts]
            join = and_ if is_and else or_
            return Extent(reduce(join, (item.least for item in extents)), reduce(join, (item.most for item in extents)))
        case _:
            return Extent()


def junctions(condition: Condition) -> Iterator[Junction]:
    """Yield the junctions in a condition, the inner ones first."""
    if isinstance(condition, Negation):
        yield from junctions(condition.part)
    elif isinstance(condition, Junction):
        for part in condition.parts:
            yield from junctions(part)
        yield condition


def _of_comparison(comparison: Comparison, name: str, subject: Subject) -> Extent:
    if name_of(comparison.left) != name:
        comparison = comparison.turned
    if name_of(comparison.left) != name:
        return Extent()
    if comparison.operator.endswith("in"):
        mask = _members(comparison.right, subject)
        if mask is None:
            return Extent()
        return _exactly(mask if comparison.operator == "in" else ~mask)
    number = number_of(comparison.right, subject)
    if number is None or number >= _HIGHEST:
        return Extent()
    return _exactly(_MASKS[comparison.operator](number))


_MASKS = {
    "==": lambda number: 1 << number,
    "!=": lambda number: ~(1 << number),
    "<": lambda number: (1 << number) - 1,
    "<=": lambda number: (1 << number + 1) - 1,
    ">": lambda number: ~((1 << number + 1) - 1),
    ">=": lambda number: ~((1 << number) - 1),
}


def _exactly(mask: int) -> Extent:
    return Extent(mask & EVERYTHING, mask & EVERYTHING)


def _members(operand: Operand, subject: Subject) -> int | None:
    ranges = subject.document.language.ranges if subject.document is not None else {}
    if found := _LIST.fullmatch(operand.text):
        return reduce(or_, (1 << int(item) for item in found[1].split(",")))
    if found := _RANGE.fullmatch(operand.text):
        is_closed = ranges.get(found["call"] if found["operator"] == "," else found["operator"])
        if is_closed is not None:
            first, last = int(found["start"]), int(found["end"])
            return ((1 << last + is_closed) - 1) & ~((1 << first) - 1)
    return None
