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
    operator: str
    """The operator, or the function that makes it."""
    is_closed: bool
    """Whether its end belongs to it."""
    is_call: bool


def range_ending(end: Node, around: Sequence[Node], language: Language) -> Range | None:
    """Return the range that a literal is the end of; None for its start, and for a range in steps.

    ``around`` are the nodes around the literal, innermost first.
    """
    if not language.ranges:
        return None
    for parent, outer in pairwise(around[: _REACH + 1]):
        parts = [child for child in parent.children if "comment" not in child.type]
        place = next((at for at, child in enumerate(parts) if _holds(child, end)), 0)
        operator = text_of(parts[place - 1]) if place else ""
        if operator in language.ranges:
            is_stepped = not _STEP_WORDS.isdisjoint(text_of(outer).split())
            start = text_of(parts[place - 2]) if place > 1 else ""
            return None if is_stepped else Range(start, operator, language.ranges[operator], is_call=False)
        step = language.steps.get(outer.type)
        if operator == "," and step is not None and step.kind == "argument":
            callee = step.text("callee", outer, parent)
            if callee not in language.ranges or parent.named_child_count != _ARGUMENTS:
                return None
            return Range(text_of(parent.named_child(0)), callee, language.ranges[callee], is_call=True)
    return None


def _holds(node: Node, inner: Node) -> bool:
    return node.start_byte <= inner.start_byte and inner.end_byte <= node.end_byte
