"""Ranges: ``200..299``, ``range(200, 300)``, ``..<300``, and whether their end belongs to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_STEP_WORDS = {"by", "step"}
_REACH = 2
"""Nodes between an end and its range."""
_ARGUMENTS = 2


@dataclass(frozen=True, slots=True)
class Range:
    """A range, and where a literal stands in it."""

    start: str
    """The source text of its start; empty where it has none."""
    end: str
    """Likewise of its end."""
    operator: str
    """The operator, or the function that makes it."""
    is_closed: bool
    """Whether its end belongs to it."""
    is_call: bool
    ends_there: bool
    """Whether the literal is its end, not its start."""


def range_ending(end: Node, around: Sequence[Node], language: Language) -> Range | None:
    """Return the range that a literal is the end of; None for its start, and for a range in steps.

    ``around`` are the nodes around the literal, innermost first.
    """
    found = range_with(end, around, language)
    return found if found is not None and found.ends_there else None


def range_with(literal: Node, around: Sequence[Node], language: Language) -> Range | None:
    """Return the range that a literal is the start or the end of; None for a range in steps."""
    if not language.ranges:
        return None
    for parent, outer in pairwise(around[: _REACH + 1]):
        parts = [child for child in parent.children if "comment" not in child.type]
        place = next((at for at, child in enumerate(parts) if _holds(child, literal)), 0)
        for between in (place - 1, place + 1):
            operator = _text_at(parts, between)
            if operator in language.ranges:
                is_stepped = not _STEP_WORDS.isdisjoint(text_of(outer).split())
                start, end = _text_at(parts, between - 1), _text_at(parts, between + 1)
                found = Range(
                    start, end, operator, language.ranges[operator], is_call=False, ends_there=between < place
                )
                return None if is_stepped else found
            step = language.steps.get(outer.type)
            if operator == "," and step is not None and step.kind == "argument":
                return _called(step.text("callee", outer, parent), parent, language, ends_there=between < place)
    return None


def _called(callee: str, arguments: Node, language: Language, *, ends_there: bool) -> Range | None:
    """Return the range that a call makes of its two arguments; None where it makes none."""
    if callee not in language.ranges or arguments.named_child_count != _ARGUMENTS:
        return None
    start, end = map(text_of, arguments.named_children)
    return Range(start, end, callee, language.ranges[callee], is_call=True, ends_there=ends_there)


def _text_at(parts: Sequence[Node], place: int) -> str:
    return text_of(parts[place]) if 0 <= place < len(parts) else ""


def _holds(node: Node, inner: Node) -> bool:
    return node.start_byte <= inner.start_byte and inner.end_byte <= node.end_byte
