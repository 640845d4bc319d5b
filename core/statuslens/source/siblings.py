"""The other arguments, elements or entries beside a part of a syntax node."""

from statuslens.source.context import Siblings, Walk
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

MAX_SIBLINGS = 64
"""A list with more of them holds data."""


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
    places = range(parent.named_child_count - 1, -1, -1)
    return next((node for place in places if (node := parent.named_child(place)) and "comment" not in node.type), None)
