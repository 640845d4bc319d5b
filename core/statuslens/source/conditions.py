"""Conditions: comparisons joined by "and", "or" and "not", read alike in every language.

Grammars disagree on what binds tighter (Swift's reads ``a >= 200 && b`` as ``a >= (200 && b)``), so a condition is read
from the leaves of its tree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from statuslens.source.language import Language, TokenKind
from statuslens.source.syntax import Node

_AND, _OR, _NOT = {"&&", "and", "-a"}, {"||", "or", "-o"}, {"!", "not"}
_COMPARISONS = {
    "==": "==",
    "===": "==",
    "!=": "!=",
    "!==": "!=",
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "in": "in",
    "!in": "not in",
    "not in": "not in",
    "-eq": "==",
    "-ne": "!=",
    "-lt": "<",
    "-le": "<=",
    "-gt": ">",
    "-ge": ">=",
}
_JOINING = _AND | _OR | _NOT | {operator for operator in _COMPARISONS if not operator.endswith("in")}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_CLOSING = {"(": ")", "[": "]", "[[": "]]", "((": "))", "{": "}"}
_OPAQUE = re.compile(r"type|lambda|closure|function|block|template|string|regex|heredoc")
_MOST_LEAVES = 400
"""A condition that is longer is data, or another grammar's mistake."""
_LONGEST_OPERATOR = 6


@dataclass(frozen=True, slots=True)
class Operand:
    """What is compared, joined or negated, but is none of that itself. Offsets are in bytes."""

    text: str
    """Without blanks that say nothing."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands and what is said of them."""

    left: Operand
    operator: str
    """``==``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``in`` or ``not in``, however the language writes it."""
    right: Operand
    sign: Operand | None = None
    """The operator as it stands; None where a pattern has none."""

    @property
    def turned(self) -> "Comparison":
        """The same, said of the right operand."""
        return Comparison(self.right, _TURNED.get(self.operator, self.operator), self.left, self.sign)


@dataclass(frozen=True, slots=True)
class Negation:
    """A condition that must not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Junction:
    """Conditions of which all must hold, or any."""

    is_and: bool
    parts: tuple["Condition", ...]


Condition: TypeAlias = Operand | Comparison | Negation | Junction


def outermost(node: Node, around: Sequence[Node]) -> Node:
    """Return the whole condition that a comparison is a part of, given the nodes around it, innermost first."""
    for parent in around:
        if not _joins(parent):
            break
        node = parent
    return node


def read_condition(node: Node, language: Language) -> Condition | None:
    """Return the condition that a node is; None where it is none, or too long."""
    return parse(tuple(leaves_of(node, language)))


def parse(leaves: Sequence[Operand], implied: Operand | None = None) -> Condition | None:
    """Return the condition that leaves are; None where they are none, or too many.

    ``implied`` is what a comparison without a left operand is about.
    """
    if not leaves or len(leaves) > _MOST_LEAVES:
        return None
    reader = _Reader(leaves, implied)
    found = reader.disjunction()
    return found if reader.is_done else None


def is_comparison(operator: str) -> bool:
    """Tell whether an operator compares, as a language writes it."""
    return " ".join(operator.split()) in _COMPARISONS


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Yield the comparisons in a condition, in their order."""
    if isinstance(condition, Comparison):
        yield condition
    elif isinstance(condition, Negation):
        yield from comparisons(condition.part)
    elif isinstance(condition, Junction):
        for part in condition.parts:
            yield from comparisons(part)


def _joins(node: Node) -> bool:
    """Tell whether a node joins or negates conditions, or puts one in brackets."""
    if node.named_child_count == 1 and node.child_count and _text(node.children[0]) in _CLOSING:
        return True
    return any(_operator(child) in _JOINING for child in node.children)


def _operator(node: Node) -> str:
    return _text(node) if node.end_byte - node.start_byte <= _LONGEST_OPERATOR else ""


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def leaves_of(node: Node, language: Language) -> Iterator[Operand]:
    """Yield the leaves of a node, comments aside; functions and the like stay whole."""
    if language.tokens.get(node.type) is TokenKind.COMMENT:
        return
    if not node.child_count or _is_whole(node):
        yield Operand(_text(node), node.start_byte, node.end_byte)
        return
    for child in node.children:
        yield from leaves_of(child, language)


def _is_whole(node: Node) -> bool:
    """Tell whether a node with parts is an operator, as ``not in`` is, or a function or the like."""
    if " ".join(_operator(node).split()) in _COMPARISONS:
        return True
    return node.is_named and _OPAQUE.search(node.type) is not None and "{" in _text(node)


class _Reader:
    """Reads a condition from leaves; a lower method binds tighter."""

    def __init__(self, leaves: Sequence[Operand], implied: Operand | None) -> None:
        self._leaves = leaves
        self._implied = implied
        self._place = 0

    @property
    def is_done(self) -> bool:
        return self._place == len(self._leaves)

    @property
    def _next(self) -> str:
        return self._leaves[self._place].text if not self.is_done else ""

    def disjunction(self) -> Condition:
        parts = [self._conjunction()]
        while self._next in _OR:
            self._place += 1
            parts.append(self._conjunction())
        return Junction(is_and=False, parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _conjunction(self) -> Condition:
        parts = [self._negation()]
        while self._next in _AND:
            self._place += 1
            parts.append(self._negation())
        return Junction(is_and=True, parts=tuple(parts)) if len(parts) > 1 else parts[0]

    def _negation(self) -> Condition:
        is_tight = self._next == "!"
        if self._next not in _NOT or (is_tight and not self._closes_at_end(self._place + 1)):
            return self._comparison()
        self._place += 1
        return Negation(self._negation())

    def _comparison(self) -> Condition:
        first = left = self._operand()
        found: list[Condition] = []
        while operator := _COMPARISONS.get(" ".join(self._next.split())):
            sign = self._leaves[self._place]
            self._place += 1
            right = self._operand()
            if isinstance(left, Operand) and isinstance(right, Operand):
                found.append(Comparison(left, operator, right, sign))
            else:
                found.append(_unknown(sign))
            left = right
        if len(found) > 1:
            return Junction(is_and=True, parts=tuple(found))
        return found[0] if found else first

    def _operand(self) -> Condition:
        start = self._place
        if self._closes_at_end(start):
            self._place += 1
            inner = self.disjunction()
            end = self._closing(start)
            if self._place == end:
                self._place = end + 1
                return inner
            self._place = start
        while not self._is_at_end(self._place):
            self._place = self._closing(self._place) + 1 if self._next in _CLOSING else self._place + 1
        pieces = self._leaves[start : self._place]
        if not pieces:
            return self._implied or _unknown(self._leaves[min(start, len(self._leaves) - 1)])
        if pieces[-1].text == "is" and len(pieces) > 1 and self._next in _COMPARISONS:
            pieces = pieces[:-1]  # C#: status is >= 200 and < 300
            self._implied = merged(pieces)
        return merged(pieces)

    def _closes_at_end(self, place: int) -> bool:
        """Tell whether a bracket opens at a place, and closes where the operand ends."""
        if place >= len(self._leaves) or self._leaves[place].text not in _CLOSING:
            return False
        return self._is_at_end(self._closing(place) + 1)

    def _is_at_end(self, place: int) -> bool:
        if place >= len(self._leaves):
            return True
        text = " ".join(self._leaves[place].text.split())
        return text in _AND | _OR or text in _COMPARISONS or text in _CLOSING.values()

    def _closing(self, place: int) -> int:
        """Return the place of the bracket that closes the one at a place; the last place where none does."""
        depth = 0
        for at in range(place, len(self._leaves)):
            text = self._leaves[at].text
            depth += (text in _CLOSING) - (text in _CLOSING.values())
            if not depth:
                return at
        return len(self._leaves) - 1


def _unknown(leaf: Operand) -> Operand:
    return Operand("", leaf.start, leaf.end)


def merged(leaves: Sequence[Operand]) -> Operand:
    """Return leaves as one operand."""
    text = ""
    for leaf in leaves:
        text += f" {leaf.text}" if text[-1:].isalnum() and leaf.text[:1].isalnum() else leaf.text
    return Operand(text, leaves[0].start, leaves[-1].end)
