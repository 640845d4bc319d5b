"""The way from the root of a syntax tree to a place in it.

A node finds its parent, and its siblings, by walking from the root past everything on the way: in a list of ten
thousand numbers that is ten thousand steps for each of them. A path goes on from the place where it was last.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from statuslens.source.syntax import Node

_WIDE = 64
"""Children among which the right one is no longer looked for from the first one."""
_SELDOM = 4
"""Times that it is."""
_MOST_AROUND = 200
"""Nodes around a node that are told; code that people write nests less deep."""


@dataclass(frozen=True, slots=True)
class _Children:
    nodes: list[Node]
    ends: list[int]


class Path:
    """The nodes around the place of a tree that was last asked for."""

    def __init__(self, root: Node) -> None:
        self._nodes = [root]
        self._spans = [(root.start_byte, root.end_byte)]
        self._cursor = root.walk()
        self._wide: dict[int, _Children] = {}
        self._times: Counter[int] = Counter()

    def leaf(self, start: int, end: int) -> Node:
        """Return the smallest node that holds some bytes."""
        while len(self._nodes) > 1 and not (self._spans[-1][0] <= start and end <= self._spans[-1][1]):
            self._nodes.pop()
            self._spans.pop()
        self._cursor.reset(self._nodes[-1])
        while (child := self._enter(self._nodes[-1], start)) is not None:
            span = (child.start_byte, child.end_byte)
            if span[0] > start or span[1] < end:
                break
            self._nodes.append(child)
            self._spans.append(span)
        return self._nodes[-1]

    def around(self, node: Node) -> Sequence[Node]:
        """Return the nodes around a node, innermost first."""
        if self._nodes[-1] != node:
            self.leaf(node.start_byte, node.end_byte)
        place = len(self._nodes) - 1
        while place > 0 and self._nodes[place] != node:
            place -= 1
        return self._nodes[max(0, place - _MOST_AROUND) : place][::-1]

    def children(self, node: Node) -> Sequence[Node]:
        """Return the children of a node, which are read once where they are many."""
        return node.children if node.child_count <= _WIDE else self._read(node).nodes

    def place(self, parent: Node, child: Node) -> int:
        """Return the place of a node among the children of another."""
        if parent.child_count <= _WIDE:
            return parent.children.index(child)
        children = self._read(parent)
        return children.nodes.index(child, bisect_right(children.ends, child.start_byte))

    def _enter(self, node: Node, start: int) -> Node | None:
        """Move the cursor to the first child that ends behind a place."""
        if node.child_count <= _WIDE or self._is_seldom(node):
            return self._cursor.node if self._cursor.goto_first_child_for_byte(start) is not None else None
        children = self._read(node)
        number = bisect_right(children.ends, start)
        if number == len(children.nodes):
            return None
        self._cursor.reset(children.nodes[number])
        return children.nodes[number]

    def _is_seldom(self, node: Node) -> bool:
        """Tell whether a node has not been asked for a child often enough for all of them to be read."""
        self._times[node.id] += 1
        return self._times[node.id] <= _SELDOM and node.id not in self._wide

    def _read(self, node: Node) -> _Children:
        if node.id not in self._wide:
            nodes = node.children
            self._wide[node.id] = _Children(nodes, [child.end_byte for child in nodes])
        return self._wide[node.id]
