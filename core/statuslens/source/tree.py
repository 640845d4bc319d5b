"""Entries of YAML and JSON: a key, its value, and what is said around it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from statuslens.source.document import Document
from statuslens.source.excerpt import Piece
from statuslens.source.offsets import Offsets
from statuslens.source.scalar import pieces_of
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_MAX_DEPTH = 100
"""Workflows and notebooks nest 30 nodes deep; what nests deeper is none."""
_ANY = "*"
_OUT = ".."


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    nodes: tuple[Node, ...]
    """The syntax node of the entry, and those around it, inside out."""
    keys: tuple[str, ...]
    """Its key and those above it, inside out; ``*`` for a list that it is in."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text that is a value, or an item of a list that is one; without pieces where that is no text."""

    pieces: tuple[Piece, ...]
    is_item: bool


class Entries:
    """The entries of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._offsets = Offsets(document.data)
        self._steps = document.language.steps
        self._mappings: dict[int, Mapping[str, Node]] = {}

    def find(self, colon: re.Pattern[str]) -> Iterator[Entry]:
        """Yield the entries whose key's colon a pattern finds."""
        for match in re.finditer(colon.pattern.encode(), self._document.data):
            end = match.start()
            while self._document.data[end - 1 : end].isspace():
                end -= 1
            entry = self._entry_of(end - 1, end)
            if entry is not None:
                yield entry

    def is_at(self, entry: Entry, path: tuple[str, ...]) -> bool:
        """Tell whether a path of keys leads to an entry: the last ones are enough.

        ``*`` is any key, or any item of a list.
        """
        above = entry.keys[: len(path)]
        return len(above) == len(path) and all(
            wanted in {key, _ANY} for wanted, key in zip(reversed(path), above, strict=True)
        )

    def scalars(self, entry: Entry) -> Iterator[Scalar]:
        """Yield the text that is the value of an entry, or those in the list that is."""
        value = entry.nodes[0].child_by_field_name("value")
        if value is not None:
            yield from self._scalars(value, is_item=False)

    def text_beside(self, entry: Entry, path: tuple[str, ...]) -> str:
        """Return the value to which a path leads from the mapping that an entry is in; ``..`` is the one around that.

        A text is given without quotes, a list or mapping as its source; what is not there is empty.
        """
        level = path.count(_OUT)
        mapping = next(islice(self._mappings_around(entry), level, None), None)
        return self._text_at(mapping, path[level:]) if mapping is not None else ""

    def text_near(self, entry: Entry, path: tuple[str, ...]) -> str:
        """Return the same from the mapping that an entry is in, or else from the next one around that has it."""
        texts = (self._text_at(mapping, path) for mapping in self._mappings_around(entry))
        return next(filter(None, texts), "")

    def _mappings_around(self, entry: Entry) -> Iterator[Node]:
        return (around for node, around in pairwise(entry.nodes) if self._kind(node) == "pair")

    def _text_at(self, mapping: Node, path: tuple[str, ...]) -> str:
        for key in path:
            value = self._values(mapping).get(key)
            if value is None:
                return ""
            mapping = inner_of(value)
        pieces = self._pieces(mapping)
        return "".join(piece.text for piece in pieces) if pieces else text_of(mapping)

    def _entry_of(self, start: int, end: int) -> Entry | None:
        cursor = self._document.root.walk()
        nodes = [self._document.root]
        while cursor.goto_first_child_for_byte(start) is not None and cursor.node is not None:
            nodes.append(cursor.node)
            if cursor.field_name == "key" and self._kind(nodes[-2]) == "pair":
                is_key = cursor.node.start_byte <= start and end <= cursor.node.end_byte
                around = tuple(nodes[-2::-1])
                return Entry(around, tuple(self._keys_of(around))) if is_key else None
            if len(nodes) > _MAX_DEPTH:
                break
        return None

    def _keys_of(self, nodes: Iterable[Node]) -> Iterator[str]:
        for node in nodes:
            kind = self._kind(node)
            if kind == "pair":
                yield _key(node)
            elif kind == "collection":
                yield _ANY

    def _values(self, mapping: Node) -> Mapping[str, Node]:
        if mapping.id not in self._mappings:
            pairs = (node for node in mapping.named_children if self._kind(node) == "pair")
            values = ((_key(pair), pair.child_by_field_name("value")) for pair in pairs)
            self._mappings[mapping.id] = {key: value for key, value in values if value is not None}
        return self._mappings[mapping.id]

    def _pieces(self, value: Node) -> tuple[Piece, ...]:
        start, end = self._offsets.of(value.start_byte), self._offsets.of(value.end_byte)
        return tuple(pieces_of(value.type, self._document.text, start, end))

    def _scalars(self, value: Node, *, is_item: bool) -> Iterator[Scalar]:
        value = inner_of(value)
        if self._kind(value) == "collection" and not is_item:
            for item in value.named_children:
                inner = item.named_children[-1] if item.type.endswith("_item") and item.named_child_count else item
                yield from self._scalars(inner, is_item=True)
        else:
            yield Scalar(self._pieces(value), is_item)

    def _kind(self, node: Node) -> str:
        step = self._steps.get(node.type)
        return step.kind if step is not None else ""


def inner_of(value: Node) -> Node:
    """Return a value of YAML or JSON itself, without the nodes that only wrap it."""
    while value.type.endswith("_node") and value.named_child_count:
        value = value.named_children[-1]
    return value


def _key(pair: Node) -> str:
    return text_of(pair.child_by_field_name("key")).strip("\"'")
