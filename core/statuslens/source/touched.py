"""What a change touches of a syntax tree: where the way from a literal outwards can meet it.

Such a way goes on from node to node as long as they have a step, so that a literal cannot meet a change where the
smallest node that holds both has none: a statement in a block says nothing of the next one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest
from typing import TypeAlias

from statuslens.source.definitions import bases_of, parameters_of
from statuslens.source.language import Language
from statuslens.source.revision import Revision
from statuslens.source.selector import MAX_TEXT, text_of
from statuslens.source.siblings import MAX_SIBLINGS
from statuslens.source.syntax import Node

_DEFINITION = re.compile(r"(?:class|enum|function|impl|interface|method|module|object|signature|struct|trait)(?:_|\Z)")
_NAMED_BY = ("name", "declarator", "key", "left", "type", "return_type", "returns")
"""Fields in which what holds a function, or is a definition, has what is said of it elsewhere."""
_MOST_PARTS = 16
"""Children of what a function belongs to, such as an assignment."""
_PASSED_THROUGH = {"collection", "through"}
"""Kinds of steps that say nothing but what stands beside, which is not told of many."""


Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Places from one offset in bytes to another."""


def join_spans(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return spans in their order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def find_touched(revision: Revision) -> Spans | None:
    """Return where in the new bytes ways outwards can meet a change.

    None where it is in what a definition says to all that is inside, or to those that call it.
    """
    old, new, difference = revision.old, revision.new, revision.difference
    before = _nodes_around(old.root, difference.start, difference.old_end)
    after = _nodes_around(new.root, difference.start, difference.new_end)
    if list(_headers(before, old.language)) != list(_headers(after, new.language)):
        return None
    met = _meeting(before.nodes, difference.start, difference.old_end, old.language)
    moved = ((_moved(start, revision), _moved(end, revision)) for start, end in met)
    return (*moved, *_meeting(after.nodes, difference.start, difference.new_end, new.language))


def _moved(place: int, revision: Revision) -> int:
    difference = revision.difference
    if place >= difference.old_end:
        return place + difference.delta
    return min(place, difference.new_end)


@dataclass(frozen=True, slots=True)
class _Way:
    """The nodes around some bytes and those beside them, outermost first."""

    nodes: list[Node]
    fields: list[str | None]
    """What each is in the one before."""


def _nodes_around(root: Node, start: int, end: int) -> _Way:
    way, cursor = _Way([root], [None]), root.walk()
    while cursor.goto_first_child_for_byte(max(0, start - 1)) is not None:
        node = cursor.node
        if node is None or node.start_byte >= start or node.end_byte <= end:
            break
        way.nodes.append(node)
        way.fields.append(cursor.field_name)
    return way


def _headers(way: _Way, language: Language) -> Iterator[tuple[object, ...]]:
    """Yield what functions and other definitions below the root are called, and take.

    Those are left out whose body the way leads into, for it leaves the rest as it is.
    """
    if language.is_data:
        return
    for node, inner in zip_longest(way.nodes[1:], way.fields[2:]):
        if inner == "body":
            continue
        node_type = node.type
        is_definition = node_type in language.functions or _is_definition(node_type)
        is_holder = (
            not is_definition
            and node.child_count <= _MOST_PARTS
            and any(child.type in language.functions for child in node.children)
        )
        if is_definition or is_holder:
            names = tuple(text_of(node.child_by_field_name(name)) for name in _NAMED_BY)
            step = language.steps.get(node.type)
            named = step.text("name", node, node) if step is not None and is_definition else ""
            yield node.type, names, named, *((parameters_of(node), bases_of(node)) if is_definition else ())


@cache
def _is_definition(node_type: str) -> bool:
    return _DEFINITION.search(node_type) is not None


def _meeting(nodes: Sequence[Node], start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    for node, inner in pairwise(nodes):
        if _is_met(node, language) and not _is_beyond_reach(node, inner, start, language):
            yield node.start_byte, inner.start_byte
            yield inner.end_byte, node.end_byte
    last = nodes[-1]
    if _is_met(last, language) or last.type in language.tokens:
        yield last.start_byte, last.end_byte
    else:
        cursor = last.walk()
        goes_on = cursor.goto_first_child_for_byte(max(0, start - 1)) is not None
        while goes_on and cursor.node is not None and cursor.node.start_byte <= end:
            yield cursor.node.start_byte, cursor.node.end_byte
            goes_on = cursor.goto_next_sibling()


def _is_beyond_reach(node: Node, inner: Node, start: int, language: Language) -> bool:
    """Tell whether what is beside a node is told so little of its text that a place in it is no part of that."""
    step = language.steps.get(node.type)
    is_list = step is not None and step.kind in _PASSED_THROUGH
    return is_list and start - inner.start_byte > MAX_TEXT


def _is_met(node: Node, language: Language) -> bool:
    step = language.steps.get(node.type)
    if step is None:
        return node.is_error
    return step.kind not in _PASSED_THROUGH or node.named_child_count <= MAX_SIBLINGS
