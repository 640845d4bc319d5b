"""Operations: the handlers of a text that a framework's routes lead to, what they list and what they answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from statuslens.recognise.facts import FileFacts
from statuslens.rules.frameworks import Framework, frameworks_of
from statuslens.rules.listing import CALLS, Lister, Listing, Place
from statuslens.rules.reply import replies_named
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.document import Document, Token
from statuslens.source.invocation import chain_after, read_invocation
from statuslens.source.language import TokenKind
from statuslens.source.selector import text_of
from statuslens.source.syntax import Node

_WAYS = {"arm", "choice", "result", "returned", "switch", "through", "typed_literal"}
"""Steps through which a call's result goes out of a handler."""
_RAISES = ("raise", "throw")
_GENERIC = re.compile(r"<.*>")
_DEEPEST = 8
_MOST_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Operation:
    """A handler."""

    name: str
    """As it is defined; empty for one without a name."""
    framework: Framework
    own: Listing
    """What is listed for it alone."""
    around: Listing
    """What is listed for all handlers of its class or router."""
    answers: tuple[Place, ...]
    is_whole: bool
    """Whether all that it may answer is in view: it calls nothing else."""

    def lists(self, code: str) -> bool:
        """Tell whether a status is listed for it, or may be where we do not see it."""
        return code in self.framework.by_itself or self.own.covers(code) or self.around.covers(code)


def find_operations(subject: Subject) -> Iterator[Operation]:
    """Yield the handlers of a text, as far as the frameworks are known that list what a handler answers."""
    document = subject.document
    frameworks = tuple(frameworks_of(subject.language)) if document is not None else ()
    if document is None or not any(framework.route.search(document.data) for framework in frameworks):
        return
    facts = subject.facts
    if facts is None:
        return
    imported = {ecosystem.id for ecosystem in facts.ecosystems}
    for framework in frameworks:
        if framework.requires and framework.requires not in imported:
            continue
        reader = _Reader(subject, document, facts, framework, Lister(subject, document, framework))
        routes: dict[int, tuple[Node, list[_Route]]] = {}
        for match in framework.route.finditer(document.data):
            token = document.token(*match.span("name"))
            function = reader.handler(token) if token is not None and token.kind is TokenKind.NAME else None
            if token is not None and function is not None:
                route = _Route(token, (match.groupdict().get("owner") or b"").decode())
                routes.setdefault(function.id, (function, []))[1].append(route)
        for function, leading in routes.values():
            yield from reader.read(function, leading)


@dataclass(frozen=True, slots=True)
class _Route:
    """The name of a route, and what it belongs to, where that has a name."""

    token: Token
    owner: str


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the handlers of one framework."""

    subject: Subject
    document: Document
    facts: FileFacts
    framework: Framework
    lister: Lister

    def handler(self, route: Token) -> Node | None:
        """Return the function that a route leads to, where it stands with it."""
        holder = self._holder(route)
        return self._function(holder) if holder is not None else None

    def _holder(self, route: Token) -> Node | None:
        return next((node for node in route.around if node.type == self.framework.holder), None)

    def read(self, function: Node, routes: list[_Route]) -> Iterator[Operation]:
        """Yield the handler that a function is, to which some routes lead."""
        holder, body = self._holder(routes[0].token), function.child_by_field_name("body")
        if holder is None or body is None:
            return
        own, around = Listing(), Listing()
        if self.framework.names:
            self.lister.named(own, *self._beside(holder, function, body))
            around.join(self.lister.group(routes[0].token))
        for route in routes if not self.framework.names else ():
            call = self.lister.call(route.token)
            own.join(self.lister.given(call) if call is not None else Listing(is_open=True))
            around.join(self.lister.owner(route.owner))
        calls = list(self._outgoing(function, body))
        given = list(filter(None, map(self._answer, calls)))
        answers = {place.start: place for place in (*given, *self._set(function, body))}
        is_whole = self._count_calls(function, body) == len(calls) == len(given)
        name = text_of(function.child_by_field_name("name"))
        yield Operation(name, self.framework, own, around, tuple(answers.values()), is_whole)

    def _function(self, holder: Node, depth: int = 0) -> Node | None:
        """Return the last function in a node, which is its handler."""
        if holder.type in self.document.language.functions:
            return holder
        inner = (self._function(child, depth + 1) for child in reversed(holder.named_children))
        return next(filter(None, inner), None) if depth < _DEEPEST else None

    def _beside(self, holder: Node, function: Node, body: Node) -> tuple[int, int]:
        """Return where statuses are listed for a handler alone: before its body, or in calls on the route."""
        if holder == function:
            return holder.start_byte, body.start_byte
        chain = chain_after(holder, self.document.around(holder), self.document.language)
        return holder.end_byte, max((call.node.end_byte for call in chain), default=holder.end_byte)

    def _outgoing(self, function: Node, body: Node) -> Iterator[Node]:
        """Yield the calls whose results a handler returns, or raises."""
        if self.lister.kind(function) == "result" or self.lister.kind(body) == "result":
            yield from self._alternatives(body)
        for node in self._walk(body):
            if self.lister.kind(node) == "returned" or _is_raise(node):
                yield from self._alternatives(node)

    def _alternatives(self, node: Node, depth: int = 0) -> Iterator[Node]:
        kind = self.lister.kind(node)
        if kind in CALLS:
            yield node
        elif depth < _DEEPEST and (kind in _WAYS or _is_raise(node)):
            for child in node.named_children:
                yield from self._alternatives(child, depth + 1)

    def _count_calls(self, function: Node, body: Node) -> int:
        """Count the calls in a handler's body and among its parameters."""
        parameters = function.child_by_field_name("parameters")
        nodes = (body, *self._walk(body), *(self._walk(parameters) if parameters is not None else ()))
        return sum(self.lister.kind(node) == "argument" for node in nodes)

    def _walk(self, node: Node) -> Iterator[Node]:
        """Yield the nodes below one in the order of the text, without those of functions inside it."""
        waiting, count = node.named_children[::-1], 0
        while waiting and count < _MOST_NODES:
            inner = waiting.pop()
            if inner.type not in self.document.language.functions:
                count += 1
                yield inner
                waiting += inner.named_children[::-1]

    def _answer(self, node: Node) -> Place | None:
        call = read_invocation(node, self.document.language)
        if call is None:
            return None
        receiver, _, name = _GENERIC.sub("", call.callee).rpartition(".")
        code = self.framework.answers.get(name)
        if code is not None and receiver in self.framework.receivers:
            start = node.start_byte + call.callee.encode().find(name.encode())
            return self.lister.place(code, start, start + len(name))
        for reply in replies_named(self.facts.names_of(call.callee), self.facts):
            status = call.first(reply.status)
            found = list(self.lister.statuses(status.node.start_byte, status.node.end_byte)) if status else []
            if len(found) == 1:
                return found[0]
        return None

    def _set(self, function: Node, body: Node) -> Iterator[Place]:
        """Yield the statuses that are set in a field of a parameter."""
        if not self.framework.field:
            return
        head = self.document.data[function.start_byte : body.start_byte].decode("utf-8", "replace")
        for item in self.subject.within(body.start_byte, body.end_byte):
            context = next(iter(self.subject.contexts(item)), None)
            owner, _, name = context.subject.partition(".") if context is not None else ("", "", "")
            if context is None or context.relation is not Relation.ASSIGNED or name != self.framework.field:
                continue
            if re.search(rf"\b{re.escape(owner)}[ \t]*:[ \t]*(?:\w+\.)?{self.framework.parameter}\b", head):
                yield Place(item.code, item.start, item.end)


def _is_raise(node: Node) -> bool:
    return any(word in node.type for word in _RAISES)
