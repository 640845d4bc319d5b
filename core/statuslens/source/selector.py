"""Selectors: how a language's data name a part of a syntax node, whatever the grammar calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

MAX_TEXT = 400

Pick: TypeAlias = "Callable[[Node, Node], Span | None]"
"""What picks a part of a node, given the node and the child through which a literal is reached."""


class Span(NamedTuple):
    """One node, or neighbours from the first to the last."""

    first: Node
    last: Node
    around: Node | None = None
    """A node that holds them, where it is known; to ask a node for its parent can take long."""

    @property
    def _whole(self) -> Node:
        if self.first == self.last:
            return self.first
        return self.around or self.first.parent or self.first

    def holds(self, node: Node) -> bool:
        """Tell whether a node stands inside."""
        return self.first.start_byte <= node.start_byte and node.end_byte <= self.last.end_byte

    @property
    def ending(self) -> str:
        """The end of the source text: of a long chain of calls the last is the one that takes the literal."""
        whole = self._whole
        text = (whole.text or b"")[: self.last.end_byte - whole.start_byte]
        return text[max(self.first.start_byte - whole.start_byte, len(text) - MAX_TEXT) :].decode("utf-8", "replace")

    @property
    def text(self) -> str:
        """The source text, shortened."""
        if self.first is self.last:
            return text_of(self.first)
        whole = self._whole
        start = self.first.start_byte - whole.start_byte
        end = min(self.last.end_byte - whole.start_byte, start + MAX_TEXT)
        return (whole.text or b"")[start:end].decode("utf-8", "replace")


def text_of(node: Node | None) -> str:
    """Return the source text of a node, shortened."""
    text = node.text if node is not None else None
    return text[:MAX_TEXT].decode("utf-8", "replace") if text else ""


def compile_selector(text: str) -> Pick:
    """Return what picks a part of a node, given the node and the child through which a literal is reached.

    The forms are those that the head comment of ``languages/python.yaml`` lists.
    """
    for separator, combine in _COMBINED:
        first, found, rest = text.partition(separator)
        if found:
            return combine(compile_selector(first), compile_selector(rest))
    if text.startswith("^"):
        return _above(compile_selector(text[1:]))
    if text.startswith("~@"):
        return _before(text[2:])
    return _SPECIAL.get(text) or _part(text)


def _part(text: str) -> Pick:
    if text.lstrip("-").isdigit():
        return _by_position(int(text))
    if text.endswith("*"):
        return _all(text[:-1])
    if text.startswith("@"):
        wanted = text[1:]
        return lambda node, _child: _span(next((item for item in node.children if item.type == wanted), None))
    return lambda node, _child: _span(node.child_by_field_name(text))


def _span(node: Node | None) -> Span | None:
    return Span(node, node) if node is not None else None


def _all(text: str) -> Pick:
    wanted = text.removeprefix("@")

    def pick(node: Node, _child: Node) -> Span | None:
        if wanted == text:
            found = node.children_by_field_name(text)
        else:
            found = [item for item in node.children if item.type == wanted]
        return Span(found[0], found[-1], node) if found else None

    return pick


def _by_position(position: int) -> Pick:
    def pick(node: Node, _child: Node) -> Span | None:
        count = node.named_child_count
        place = position if position >= 0 else count + position
        return _span(node.named_child(place)) if 0 <= place < count else None

    return pick


def _between(first: Pick, last: Pick) -> Pick:
    def pick(node: Node, child: Node) -> Span | None:
        start, end = first(node, child), last(node, child)
        if start is None or end is None:
            return start or end
        is_inside = node.start_byte <= start.first.start_byte and end.last.end_byte <= node.end_byte
        return Span(start.first, end.last, node if is_inside else None)

    return pick


def _either(first: Pick, second: Pick) -> Pick:
    def pick(node: Node, child: Node) -> Span | None:
        return first(node, child) or second(node, child)

    return pick


def _inside(outer: Pick, inner: Pick) -> Pick:
    def pick(node: Node, child: Node) -> Span | None:
        span = outer(node, child)
        return inner(span.first, child) if span is not None else None

    return pick


def _above(inner: Pick) -> Pick:
    def pick(node: Node, _child: Node) -> Span | None:
        return inner(node.parent, node) if node.parent is not None else None

    return pick


def _before(wanted: str) -> Pick:
    def pick(_node: Node, child: Node) -> Span | None:
        before = child.prev_named_sibling
        while before is not None and before.type != wanted:
            before = before.prev_named_sibling
        return _span(before)

    return pick


def _sibling_before(child: Node) -> Node | None:
    before = child.prev_named_sibling
    while before is not None and "comment" in before.type:
        before = before.prev_named_sibling
    return before


def _pieces_before(node: Node) -> Span | None:
    """Return what a suffix belongs to, in grammars that put a name and its suffixes side by side."""
    last = first = node.prev_named_sibling
    while first is not None and first.type == node.type and first.prev_named_sibling is not None:
        first = first.prev_named_sibling
    return Span(first, last) if first is not None and last is not None else None


_COMBINED = (("..", _between), ("|", _either), ("/", _inside))
_SPECIAL: dict[str, Pick] = {
    "~": lambda _node, child: _span(_sibling_before(child)),
    "<<": lambda node, _child: _pieces_before(node),
}
