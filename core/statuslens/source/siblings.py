"""The other arguments, elements or entries beside a part of a syntax node."""

from statuslens.source.context import Siblings, Walk
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

MAX_SIBLINGS = 64
"""A list with more of them holds data."""
_MOST_STEPS = 4
"""Nodes around a definition of which one stands among its like."""


def among(walk: Walk, parent: Node, child: Node) -> tuple[int | None, tuple[str, ...]]:
    """Return the position of a child among its named siblings, and their texts."""
    if parent.named_child_count > MAX_SIBLINGS:
        return None, ()
    siblings = walk.siblings.get(parent.id)
    if siblings is None:
        nodes = parts_of(parent)
        places = {node.id: place for place, node in enumerate(nodes)}
        siblings = walk.siblings[parent.id] = Siblings(places, tuple(map(text_of, nodes)))
    position = siblings.places.get(child.id)
    if position is None:
        return None, siblings.texts
    return position, siblings.texts[:position] + siblings.texts[position + 1 :]


def parts_of(parent: Node) -> list[Node]:
    """Return the named children of a node, comments aside."""
    return [node for node in parent.named_children if "comment" not in node.type]


def last_part(parent: Node) -> Node | None:
    """Return the last of them, where there is one."""
    count = parent.named_child_count
    last = parent.named_child(count - 1) if count else None
    return next(reversed(parts_of(parent)), None) if last is not None and "comment" in last.type else last


def peers_of(node: Node) -> tuple[str, ...]:
    """Return the source texts of the definitions or entries beside one, shortened: the other members of an enumeration.

    They are the nodes of the same kind beside it, or beside the nearest node around it that has any.
    """
    for _ in range(_MOST_STEPS):
        parent = node.parent
        if parent is None or parent.named_child_count > MAX_SIBLINGS:
            break
        peers = tuple(text_of(child) for child in parent.named_children if child.type == node.type and child != node)
        if peers:
            return peers
        node = parent
    return ()
