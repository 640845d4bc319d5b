"""Branches of which one is taken: the tests of an if and what follows its else, and the arms of a switch."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from statuslens.source.conditions import (
    Comparison,
    Condition,
    Operand,
    is_comparison,
    leaves_of,
    merged,
    parse,
)
from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

MATCHED = "matched"
"""Stands for what a switch compares."""
_IF = re.compile(r"if(?:_|\Z)")
_ELSE_IF = re.compile(r"elif|elsif|else_if")
_ELSE = "else"
_LONGEST_WAY = 8
"""Nodes between a pattern and the arm that it is in."""
_MOST = 200
_STARTS = {"case", "when"}
_GUARDS = {"if", "when", "where", "unless"}
_ENDS = {":", "=>", "->", ")", "then"}
_SEPARATORS = {",", "|", "or"}
_OPENING, _CLOSING = {"(", "[", "{"}, {")", "]", "}"}


@dataclass(frozen=True, slots=True)
class Branch:
    """A condition under which a branch is taken, if none before it is."""

    condition: Condition
    has_guard: bool = False
    """Whether it takes more than the condition."""


def tests_beside(
    test: Node, around: Sequence[Node], language: Language, read: Callable[[Node], Condition | None]
) -> tuple[Branch, ...]:
    """Return the branches of the if, or of the switch without a subject, of which a condition tests one.

    ``around`` are the nodes around the condition, innermost first; ``read`` reads a condition. Nothing where it tests
    none.
    """
    if around and _is_if(around[0]) and _test_of(around[0]) == test:
        tests = map(read, islice(_tests(_first(around)), _MOST))
        return tuple(Branch(condition) for condition in tests if condition is not None)
    found = _find_arm(around, language)
    if found is None or not _is_without_subject(*found, language):
        return ()
    return tuple(branch for arm in _arms(found[1]) for branch in _alternatives(arm, None, language))


def arms_beside(around: Sequence[Node], language: Language) -> tuple[Branch, ...]:
    """Return what is matched by each pattern of each arm of the switch around a literal that is such a pattern.

    ``around`` are the nodes around the literal, innermost first. ``MATCHED`` stands for what the switch compares.
    """
    found = _find_arm(around, language)
    if found is None:
        return ()
    matched = Operand(MATCHED, found[0].start_byte, found[0].start_byte)
    return tuple(branch for arm in _arms(found[1]) for branch in _alternatives(arm, matched, language))


def _is_if(node: Node) -> bool:
    return node.is_named and (_IF.match(node.type) or _ELSE_IF.search(node.type)) is not None


def _test_of(node: Node) -> Node | None:
    tests = node.children_by_field_name("condition") or node.named_children
    return tests[0] if tests else None


def _first(around: Sequence[Node]) -> Node:
    """Return the if that a chain of them begins with."""
    first = around[0]
    for node, outer in pairwise(around):
        if _ELSE_IF.search(node.type) or node.type.startswith(_ELSE) or _is_behind_else(node):
            if _is_if(outer):
                first = outer
        else:
            break
    return first


def _is_behind_else(node: Node) -> bool:
    before = node.prev_sibling
    return _is_if(node) and before is not None and text_of(before) == _ELSE


def _tests(node: Node) -> Iterator[Node]:
    """Yield the conditions of a chain, as far as none gives a name something before it tests it."""
    test = _test_of(node)
    if test is not None:
        yield test
    for child in node.children:
        following = child.named_children[0] if child.type.startswith(_ELSE) and child.named_child_count == 1 else child
        if _ELSE_IF.search(child.type) or _is_behind_else(following):
            if following.child_by_field_name("initializer") is not None:
                return
            yield from _tests(following)


def _find_arm(around: Sequence[Node], language: Language) -> tuple[Node, Node] | None:
    """Return the switch and the arm of it around a pattern."""
    arm: Node | None = None
    for node in around[:_LONGEST_WAY]:
        step = language.steps.get(node.type)
        kind = step.kind if step is not None else ""
        if kind in {"switch", "macro"} and arm is not None:
            return node, arm
        if kind in {"arm", "case"} and arm is None:
            arm = node
        elif kind not in {"binary", "collection", "range", "tail", "through", "arguments", "pattern_test", "guard"}:
            return None
    return None


def _is_without_subject(switch: Node, arm: Node, language: Language) -> bool:
    step = language.steps[switch.type]
    if step.kind == "macro":
        return step.text("callee", switch, arm) == "cond"
    return step.text("subject", switch, arm).strip("() ") in {"", "true"}


def _arms(arm: Node) -> list[Node]:
    parent = arm.parent
    return [node for node in parent.named_children if node.type == arm.type][:_MOST] if parent is not None else []


def _alternatives(arm: Node, matched: Operand | None, language: Language) -> Iterator[Branch]:
    leaves: list[Operand] = []
    for child in arm.children:
        if child.type in _ENDS or text_of(child) in _ENDS:
            break
        leaves += leaves_of(child, language)
    if leaves and leaves[0].text in _STARTS:
        del leaves[0]
    guard = next((place for place, leaf in enumerate(leaves) if leaf.text in _GUARDS), None)
    if language.has_sequences and len(tuple(_split(leaves[:guard], {","}))) > 1:
        return
    for piece in _split(leaves[:guard], {","} if matched is None else _SEPARATORS):
        condition = _pattern(piece, matched, language)
        if condition is not None:
            yield Branch(condition, guard is not None)


def _pattern(leaves: Sequence[Operand], matched: Operand | None, language: Language) -> Condition | None:
    if matched is None or not leaves or is_comparison(leaves[0].text):
        return parse(leaves, matched)
    is_range = any(leaf.text in language.ranges for leaf in leaves)
    return Comparison(matched, "in" if is_range else "==", merged(leaves))


def _split(leaves: Sequence[Operand], separators: set[str]) -> Iterator[Sequence[Operand]]:
    depth = start = 0
    for place, leaf in enumerate(leaves):
        depth += (leaf.text in _OPENING) - (leaf.text in _CLOSING)
        if not depth and leaf.text in separators:
            yield leaves[start:place]
            start = place + 1
    yield leaves[start:]
