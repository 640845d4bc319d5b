"""Contracts: the responses that an OpenAPI document describes, and what it says of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from statuslens.rules.needles import can_describe
from statuslens.source.context import Context, Relation
from statuslens.source.document import Document
from statuslens.source.scalar import pieces_of
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node
from statuslens.source.tree import Entries, Entry, inner_of

_RESPONSES = "responses"
_AROUND_NAMES = " \"'"
_COLON = re.compile(r"(?<=\bresponses)[\"']?\s*:")
_VERSION = re.compile(rb"(?:\A|[\s{,\"'])(?:openapi|swagger)[\"']?\s*:\s*[\"']?(?P<major>[23])\b")
METHODS = {"delete", "get", "head", "options", "patch", "post", "put", "query", "trace"}
"""The fields of a path item that are operations (OpenAPI 3.2.0, Path Item Object)."""
_OF_OPERATIONS = {*METHODS, ""}
_OF_COMPONENTS = {"components", ""}
_DESCRIBES = {"$ref", "content", "description", "headers", "schema"}
"""Fields of which a response has one."""
_REFERENCE = "$ref"
_MERGE = "<<"
_LONGEST_CHAIN = 8
_CHALLENGES = {"basic", "http", "oauth2", "openidconnect"}
"""Types of security schemes that come with a challenge of their own (RFC 9110 §11.6.1, RFC 6750 §3)."""

Fields = Mapping[str, Node]


@dataclass(frozen=True, slots=True)
class Response:
    """A response, as an operation lists it or as a component."""

    key: Node
    """The key, with its quotes where it has any."""
    code: str
    """What the key says: ``404``, ``4XX``, ``default``."""
    fields: Fields | None
    """What is said of it, if need be by reference; None where that stands elsewhere."""
    is_reference: bool
    is_listed: bool
    """Whether an operation lists it, so that its key has to be a status; the key of a component is a name."""
    beside: tuple[str, ...]
    """The keys that are listed with it, and its own."""
    operation: Fields

    @property
    def start(self) -> int:
        """Where its code begins, in bytes."""
        return self.key.start_byte + (text_of(self.key)[:1] in {'"', "'"})

    @property
    def place(self) -> int:
        """Where it is described, in bytes: alike for all that refer to one component."""
        return min((node.start_byte for node in (self.fields or {}).values()), default=self.start)


@dataclass(frozen=True, eq=False)
class Contract:
    """An OpenAPI document, or a part of one in a file of its own."""

    document: Document

    @cached_property
    def version(self) -> int | None:
        """The major version of OpenAPI, 2 for Swagger's; None where the document does not tell."""
        found = _VERSION.search(self.document.data)
        return int(found["major"]) if found else None

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """The responses in the order of the text."""
        return tuple(response for entry in self._entries.find(_COLON) for response in self._read(entry))

    @cached_property
    def at(self) -> Mapping[int, Response]:
        """The responses by where their codes begin, in bytes."""
        return {response.start: response for response in self.responses}

    def text(self, node: Node | None) -> str:
        """Return the text that a value is; empty for a value of another kind."""
        value = inner_of(node) if node is not None else None
        written = (value.text or b"").decode("utf-8", "replace") if value is not None else ""
        return "".join(piece.text for piece in pieces_of(value.type, written, 0, len(written))) if value else ""

    def is_challenged(self, response: Response) -> bool:
        """Tell whether a scheme of HTTP's own protects the operation: it says what the challenge of a 401 is."""
        required = response.operation.get("security") or self._root.get("security")
        names = set(self._pairs_below(required)) if required is not None else set()
        schemes = self.entries(self.entries(self._root.get("components")).get("securitySchemes"))
        schemes = schemes or self.entries(self._root.get("securityDefinitions"))
        types = (self.text(self.entries(schemes.get(name)).get("type")) for name in names)
        return any(kind.lower() in _CHALLENGES for kind in types)

    @cached_property
    def _entries(self) -> Entries:
        return Entries(self.document)

    @cached_property
    def _root(self) -> Fields:
        node = self.document.root
        while node.named_child_count and self._kind(node) != "through":
            node = node.named_children[-1]
        return self.entries(node)

    def _read(self, entry: Entry) -> Iterator[Response]:
        owner = entry.keys[1] if len(entry.keys) > 1 else ""
        is_root = len(entry.keys) == 1
        is_listed = owner in _OF_OPERATIONS and not (is_root and self.version)
        if not is_listed and owner not in _OF_COMPONENTS:
            return
        listed = entry.nodes[0].child_by_field_name("value")
        pairs = tuple(self._read_pairs(listed)) if listed is not None else ()
        beside = tuple(code for code, _, _ in pairs)
        operation = self.entries(entry.nodes[1]) if len(entry.nodes) > 1 else {}
        for code, key, value in pairs:
            own = self.entries(value)
            if not _DESCRIBES.isdisjoint(own):
                fields = self._resolve(own)
                yield Response(key, code, fields, _REFERENCE in own, is_listed, beside, operation)

    def _resolve(self, fields: Fields) -> Fields | None:
        """Follow references inside the document, and give up on others."""
        for _ in range(_LONGEST_CHAIN):
            if _REFERENCE not in fields:
                return fields if fields and _MERGE not in fields else None
            path = self.text(fields[_REFERENCE])
            if not path.startswith("#/"):
                return None
            fields = self._root
            for name in path.removeprefix("#/").split("/"):
                fields = self.entries(fields.get(name.replace("~1", "/").replace("~0", "~")))
        return None

    @cached_property
    def _known(self) -> dict[int, Fields]:
        """The entries of mappings that were read, which references ask for again and again."""
        return {}

    def entries(self, node: Node | None) -> Fields:
        """Return the entries of the mapping that a value is, by their keys; none of another value."""
        if node is None:
            return {}
        if node.id not in self._known:
            self._known[node.id] = {name: value for name, _, value in self._read_pairs(node)}
        return self._known[node.id]

    def _read_pairs(self, node: Node) -> Iterator[tuple[str, Node, Node]]:
        """Yield the keys of a mapping, with their nodes and their values."""
        for pair in inner_of(node).named_children:
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if self._kind(pair) == "pair" and key is not None and value is not None:
                yield self.text(key), inner_of(key), value

    def _pairs_below(self, node: Node) -> Iterator[str]:
        """Yield the keys of the mappings in a list."""
        for item in inner_of(node).named_children:
            is_item = item.type.endswith("_item")
            yield from self.entries(item.named_children[-1] if is_item and item.named_child_count else item)

    def _kind(self, node: Node) -> str:
        step = self.document.language.steps.get(node.type)
        return step.kind if step is not None else ""


def read_contract(document: Document | None) -> Contract | None:
    """Return what a text says of responses as OpenAPI does; None where it is code, or speaks of none."""
    return (
        Contract(document) if document is not None and can_describe(document.data, document.language.outline) else None
    )


def is_response(contexts: Sequence[Context]) -> bool:
    """Tell whether a status, by its contexts, is the key of a response."""
    relations = [context.relation for context in contexts[:2]]
    return relations == [Relation.KEY, Relation.KEYED] and contexts[1].subject.strip(_AROUND_NAMES) == _RESPONSES
