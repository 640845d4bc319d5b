"""Listings: the statuses that are listed beside a handler, in attributes, in calls or in the call of its route."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from statuslens.recognise import Role
from statuslens.rules.frameworks import Framework
from statuslens.rules.subject import Subject
from statuslens.source.document import Document, Token
from statuslens.source.invocation import Invocation, read_invocation
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

CALLS = {"annotation", "argument"}
_ROLES = {Role.STATUS, Role.CONSTANT, Role.CLASS}
_WILDCARD = re.compile(r"[1-5]xx|default", re.IGNORECASE)
_BASE = re.compile(rb"\bclass\s+\w+[^{:]*:\s*([\w.]+)")
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a status is listed or answered. Offsets are in code points, the end is exclusive."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class Listing:
    """Statuses that are listed together."""

    places: list[Place] = field(default_factory=list)
    is_open: bool = False
    """Whether there are more that we do not see."""

    def covers(self, code: str) -> bool:
        """Tell whether a status is listed, by itself or with its class, or may be where we do not see it."""
        return self.is_open or any(place.code in {code, f"{code[0]}xx", "default"} for place in self.places)

    def join(self, other: "Listing") -> None:
        """Take in what another listing has."""
        self.places += other.places
        self.is_open |= other.is_open

    def add(self, found: list[Place]) -> None:
        """Take in what is listed in one place, where nothing means that it is not understood."""
        self.places += found
        self.is_open |= not found


@dataclass(frozen=True, slots=True)
class Lister:
    """Reads what the handlers of a framework list in a text."""

    subject: Subject
    document: Document
    framework: Framework

    def named(self, listing: Listing, start: int, end: int) -> None:
        """Add the statuses behind the names that list some, between two offsets in bytes."""
        framework, data = self.framework, self.document.data
        if framework.covers is not None and framework.covers.search(data, start, end):
            listing.is_open = True
        for match in framework.lists.finditer(data, start, end) if framework.lists is not None else ():
            name = self.document.token(*match.span("name"))
            call = self.around(name) if name is not None else None
            found = list(self.statuses(match.end(), call.end_byte)) if call is not None else []
            otherwise = framework.names[match["name"].decode()]
            if not found and otherwise:
                found = [self.place(otherwise, *match.span("name"))]
            listing.add(found)

    def group(self, route: Token) -> Listing:
        """Return what is listed for all handlers of the class that a route is in."""
        listing = Listing()
        group = next((node for node in route.around if node.type == self.framework.group), None)
        body = group.child_by_field_name("body") if group is not None else None
        if group is not None and body is not None:
            base = _BASE.search(self.document.data, group.start_byte, body.start_byte)
            listing.is_open = base is None or base[1].decode().rpartition(".")[2] not in self.framework.bases
            marks = self.framework.marks
            listing.is_open |= marks is not None and not marks.search(
                self.document.data, group.start_byte, body.start_byte
            )
            self.named(listing, group.start_byte, body.start_byte)
        return listing

    def given(self, call: Invocation) -> Listing:
        """Return the statuses that a route is given, one by its own keyword and more as the keys of a mapping."""
        listing = self._keys_given(call)
        status = call.find(self.framework.status)
        if status is not None:
            listing.add(list(self.statuses(status.node.start_byte, status.node.end_byte)))
        return listing

    def owner(self, name: str) -> Listing:
        """Return what is listed where the owner of routes is made; it may have been made in another file."""
        makers = self.framework.makers
        made = rf"(?m)^[ \t]*{re.escape(name)}[ \t]*(?::[^=\n]+)?=[ \t]*(?:\w+\.)?({makers})[ \t]*\("
        match = re.search(made.encode(), self.document.data)
        token = self.document.token(*match.span(1)) if match else None
        call = self.call(token) if token is not None else None
        return self._keys_given(call) if call is not None else Listing(is_open=True)

    def call(self, name: Token) -> Invocation | None:
        """Return the call that a name is the callee of."""
        node = self.around(name)
        return read_invocation(node, self.document.language) if node is not None else None

    def around(self, name: Token) -> Node | None:
        """Return the nearest call or attribute around a name."""
        return next((node for node in name.around if self.kind(node) in CALLS), None)

    def statuses(self, start: int, end: int) -> Iterator[Place]:
        """Yield the statuses between two offsets in bytes."""
        for item in self.subject.within(start, end):
            if item.role in _ROLES:
                yield Place(item.code, item.start, item.end)

    def place(self, code: str, start: int, end: int) -> Place:
        """Return the place of a status between two offsets in bytes."""
        return Place(code, self.subject.offset(start), self.subject.offset(end))

    def kind(self, node: Node) -> str:
        """Return what a node does to what is inside it, in the words of the language's data."""
        step = self.document.language.steps.get(node.type)
        return step.kind if step is not None else ""

    def _keys_given(self, call: Invocation) -> Listing:
        listing = Listing(is_open=not call.is_whole or call.find(self.framework.shown) is not None)
        mapping = call.find(self.framework.mapping)
        if mapping is None:
            return listing
        entries = [child for child in mapping.node.named_children if "comment" not in child.type]
        listing.is_open |= self.kind(mapping.node) != "through"
        for entry in entries:
            key = entry.child_by_field_name("key")
            listing.add(list(self._key(key)) if key is not None else [])
        return listing

    def _key(self, key: Node) -> Iterator[Place]:
        text = text_of(key).strip(_QUOTES)
        if _WILDCARD.fullmatch(text):
            yield self.place(text.lower(), key.start_byte, key.end_byte)
        else:
            yield from self.statuses(key.start_byte, key.end_byte)
