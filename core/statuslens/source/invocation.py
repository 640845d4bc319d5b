"""Calls as a whole: what they are given by position and by name, the calls of one chain, and those that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statuslens.source.language import Language
from statuslens.source.selector import text_of
from statuslens.source.siblings import parts_of
from statuslens.source.syntax import Node, child_at

_CALLS = {"argument", "macro"}
_AROUND_NAMES = " :\"'=>$@"
_PIPE = "|>"
_SHORTHAND = {"shorthand_property_identifier"}
_LONGEST_CHAIN = 24
_DEEPEST_BRACKETS = 3
_LONGEST_BLOCK = 200
_STATEMENTS_LATER = 4
_DEEPEST = 8
_BLOCKS = ("block", "body", "statement_list", "literal_value")
_WAYS_OUT = ("return", "break", "continue", "goto", "throw", "raise")
_SPREADS = ("spread", "splat", "variadic", "unpack")


@dataclass(frozen=True, slots=True)
class Argument:
    """A value that a call is given."""

    name: str
    """The keyword, or the key of a mapping, that it is passed by; empty where it is its position."""
    node: Node

    @property
    def text(self) -> str:
        """The value's source text, shortened."""
        return text_of(self.node)


@dataclass(frozen=True, slots=True)
class Invocation:
    """A call and what it is given."""

    callee: str
    """The callee's source text; of a long chain the end."""
    arguments: tuple[Argument, ...]
    node: Node
    language: Language

    def find(self, place: int | str) -> Argument | None:
        """Return the argument at a position, from zero, or by a name: a keyword, or a key of a mapping it is given."""
        if isinstance(place, int):
            plain = [argument for argument in self.arguments if not argument.name]
            return plain[place] if place < len(plain) else None
        named = (argument for argument in self.arguments if argument.name == place)
        entries = (
            entry
            for argument in self.arguments
            if not argument.name
            for entry in entries_of(argument.node, self.language)
            if entry.name == place
        )
        return next(named, None) or next(entries, None)

    def first(self, places: Sequence[int | str]) -> Argument | None:
        """Return the first argument that is found at one of some places."""
        return next(filter(None, map(self.find, places)), None)

    @property
    def is_whole(self) -> bool:
        """Whether all that it is given is written out: no spread list or mapping is among it."""
        given = (node for argument in self.arguments for node in (argument.node, *argument.node.named_children))
        return not any(word in node.type for node in given for word in _SPREADS)


def read_invocation(node: Node, language: Language, received: Node | None = None) -> Invocation | None:
    """Read the call that a node is, or None where it is none; ``received`` is what a pipe gives it first."""
    step = language.steps.get(node.type)
    if step is None or step.kind not in _CALLS:
        return None
    callee = step.pick("callee", node, node)
    brackets = _brackets(node, language)
    given = tuple(_arguments(brackets, language)) if brackets is not None else ()
    first = (Argument("", received),) if received is not None else ()
    return Invocation(callee.ending if callee is not None else "", (*first, *given), node, language)


def entries_of(node: Node, language: Language) -> Iterator[Argument]:
    """Yield the entries of the mapping that a node is written as; none of anything else."""
    for part in _plain(node, language).named_children:
        if part.type in _SHORTHAND:
            yield Argument(text_of(part), part)
        elif (step := language.steps.get(part.type)) is not None and step.kind == "pair":
            yield from _entry(part, language)


def chain_after(node: Node, around: Sequence[Node], language: Language) -> Iterator[Invocation]:
    """Yield the calls that are made on the result of a call; ``around`` are the nodes around that, innermost first."""
    child = node
    for parent in around[:_LONGEST_CHAIN]:
        step = language.steps.get(parent.type)
        if _is_pipe(parent, language):
            right = parent.child_by_field_name("right")
            if right is not None and right != child and (call := read_invocation(right, language, child)):
                yield call
        elif step is not None and step.kind in _CALLS:
            if (brackets := _brackets(parent, language)) is not None and _holds(brackets, child):
                return
            if call := read_invocation(parent, language):
                yield call
        elif step is None or step.kind not in {"member", "through"}:
            return
        child = parent


def chain_before(node: Node, around: Sequence[Node], language: Language) -> Iterator[Invocation]:
    """Yield the calls on whose result a call is made, the last one first."""
    if (piped := piped_into(node, around, language)) is not None:
        yield from _pipeline(piped, language)
        return
    owner = _owner(node, language)
    for _ in range(_LONGEST_CHAIN):
        if owner is None:
            return
        if call := read_invocation(owner, language):
            yield call
        owner = _owner(owner, language)


def piped_into(node: Node, around: Sequence[Node], language: Language) -> Node | None:
    """Return what a pipe gives a call as its first argument, or None where it stands behind no pipe."""
    if around and _is_pipe(around[0], language) and around[0].child_by_field_name("right") == node:
        return around[0].child_by_field_name("left")
    return None


def calls_later(node: Node, around: Sequence[Node], language: Language) -> Iterator[Invocation]:
    """Yield the calls of the next statements, up to the block's end or a way out of it; inner blocks do not count."""
    statement, place = node, 0
    while place < len(around) and _is_same(around[place], node):
        statement = around[place]
        place += 1
    block = around[place] if place < len(around) else None
    if block is None or block.named_child_count > _LONGEST_BLOCK:
        return
    later = [part for part in parts_of(block) if part.start_byte >= statement.end_byte]
    for following in later[:_STATEMENTS_LATER]:
        if any(word in following.type for word in _WAYS_OUT):
            return
        yield from _calls_in(following, language)


def _is_same(outer: Node, node: Node) -> bool:
    """Tell whether a node is another one with no more than a sign at its end."""
    return outer.start_byte == node.start_byte and outer.end_byte - node.end_byte <= 1 and "block" not in outer.type


def _calls_in(node: Node, language: Language, depth: int = 0) -> Iterator[Invocation]:
    if depth > _DEEPEST or node.type in language.functions or any(word in node.type for word in _BLOCKS):
        return
    if call := read_invocation(node, language):
        yield call
    for child in node.named_children:
        yield from _calls_in(child, language, depth + 1)


def _pipeline(left: Node | None, language: Language) -> Iterator[Invocation]:
    for _ in range(_LONGEST_CHAIN):
        if left is None:
            return
        call, received = (left.child_by_field_name("right"), left.child_by_field_name("left"))
        if not _is_pipe(left, language):
            call, received = left, None
        if call is not None and (found := read_invocation(call, language, received)):
            yield found
        left = received


def _owner(node: Node, language: Language) -> Node | None:
    """Return what a method is called on, or what a member is taken from."""
    step = language.steps.get(node.type)
    if step is None:
        return None
    if step.kind == "through":
        return child_at(node, 0)
    span = step.pick("receiver", node, node) or step.pick("callee", node, node) or step.pick("object", node, node)
    if span is None or span.first == node:
        return None
    return span.first


def _is_pipe(node: Node, language: Language) -> bool:
    step = language.steps.get(node.type)
    return step is not None and step.kind == "binary" and text_of(node.child_by_field_name("operator")) == _PIPE


def _brackets(node: Node, language: Language, depth: int = 0) -> Node | None:
    """Return the node whose children are a call's arguments."""
    for child in node.named_children:
        step = language.steps.get(child.type)
        if step is not None and step.kind == "arguments":
            return child
        is_inside = depth < _DEEPEST_BRACKETS and step is not None and step.kind == "through"
        if is_inside and (found := _brackets(child, language, depth + 1)) is not None:
            return found
    return None


def _arguments(brackets: Node, language: Language) -> Iterator[Argument]:
    for part in parts_of(brackets):
        plain = _plain(part, language)
        step = language.steps.get(plain.type)
        if step is not None and step.kind == "keyword":
            name = step.text("name", plain, plain).strip(_AROUND_NAMES)
            if plain.named_child_count:
                yield Argument(name, plain.named_children[-1])
        elif step is not None and step.kind == "pair":
            yield from _entry(plain, language)
        elif step is not None and step.kind == "assignment" and len(parts_of(plain)) > 1:  # Scala's entity = "x"
            yield Argument(text_of(plain.named_child(0)).strip(_AROUND_NAMES), plain.named_children[-1])
        elif plain.type == "keywords":
            for pair in plain.named_children:
                yield from _entry(pair, language)
        else:
            yield Argument("", plain)


def _entry(pair: Node, language: Language) -> Iterator[Argument]:
    step = language.steps.get(pair.type)
    parts = parts_of(pair)
    if step is not None and len(parts) > 1:
        yield Argument((step.text("key", pair, parts[-1]) or text_of(parts[0])).strip(_AROUND_NAMES), parts[-1])
    elif len(parts) == 1 and step is not None and step.kind == "pair":
        yield Argument("", parts[0])


def _plain(node: Node, language: Language) -> Node:
    """Return what a node only wraps."""
    step = language.steps.get(node.type)
    while step is not None and step.kind == "through" and len(parts_of(node)) == 1:
        inner = parts_of(node)[0]
        inner_step = language.steps.get(inner.type)
        is_entry = inner_step is not None and inner_step.kind == "pair"
        if is_entry or inner.start_byte != node.start_byte:  # quotes and brackets stay
            break
        node, step = inner, inner_step
    return node


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
