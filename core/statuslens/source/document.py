"""One source file: its bytes, its syntax tree, and the tokens in it."""

import re
from dataclasses import dataclass
from functools import cached_property

from statuslens.source.context import Context
from statuslens.source.imports import Import, find_imports
from statuslens.source.language import Language, TokenKind
from statuslens.source.lines import LineIndex
from statuslens.source.selector import text_of
from statuslens.source.steps import contexts_of, names_below, parameters_of
from statuslens.source.syntax import Node, parse

_PREFIX_OR_QUOTE = re.compile(r"^[A-Za-z]{0,2}[\"'`]+|[\"'`]+$")
_OPENING = re.compile(r"[A-Za-z]{0,2}#*[\"'`]")
_DEFINITION = re.compile(r"(?:class|enum|function|impl|interface|method|module|object|struct|trait)(?:_|\Z)")
_COMMENT_BEHIND = re.compile(r"(?<!:)//.*", re.DOTALL)
_USE_REACH = 600
_QUOTIENT_STEPS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A leaf of the syntax tree. Offsets are in bytes."""

    kind: TokenKind
    start: int
    end: int
    content: str
    """The whole literal without quotes, where it is a string; the token's text otherwise."""
    node: Node


class Document:
    """A text in a language, parsed when something first asks for a token."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.lines = LineIndex(text)
        self.data = text.encode("utf-8", "replace")
        self._assigned: dict[str, str] = {}
        self._definitions: dict[str, tuple[str, ...]] = {}
        self._records: dict[str, tuple[str, ...]] = {}

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """What the file imports."""
        return find_imports(self.text, self.language)

    @cached_property
    def root(self) -> Node:
        """The syntax tree."""
        data = self.data
        for mask in self.language.masks:
            data = mask.sub(lambda found: _hide(found, data), data)
        return parse(data, self.language).root_node

    def token(self, start: int, end: int) -> Token | None:
        """Return the token that holds these bytes, or None where code stands that is no such token."""
        node = self.root.descendant_for_byte_range(start, end)
        kind = self.language.tokens.get(node.type) if node is not None else None
        if node is None or kind is None:
            return None
        content = text_of(node)
        if kind is TokenKind.MACRO:
            return _macro(node, content, start)
        if kind is TokenKind.STRING:
            around = text_of(node.parent) if node.parent and self._is_plain(node.parent) else ""
            is_part = not _OPENING.match(content) and _OPENING.match(around)
            content = _PREFIX_OR_QUOTE.sub("", around if is_part else content)
        return Token(kind, node.start_byte, node.end_byte, content, node)

    def _is_plain(self, node: Node) -> bool:
        step = self.language.steps.get(node.type)
        return step is not None and step.kind == "through"

    def is_documentation(self, token: Token) -> bool:
        """Tell whether a string stands for itself, as a docstring does."""
        string = token.node.parent
        statement = string.parent if string is not None else None
        return statement is not None and statement.type == "expression_statement" and statement.named_child_count == 1

    def contexts(self, token: Token) -> tuple[Context, ...]:
        """Return the contexts of a token, innermost first."""
        return contexts_of(token.node, self.language)

    def expression(self, token: Token) -> tuple[int, int]:
        """Return the bytes of the longest member expression that ends with a name: ``http.HTTPStatus.OK``."""
        node = token.node
        while (parent := node.parent) is not None and parent.end_byte == node.end_byte:
            step = self.language.steps.get(parent.type)
            if step is None or step.kind != "member":
                break
            node = parent
        return node.start_byte, node.end_byte

    def compared_quotient(self, divisor: Token) -> Token | None:
        """Return the number that a quotient is compared with: the ``4`` of ``status // 100 == 4``."""
        node = divisor.node
        for _ in range(_QUOTIENT_STEPS):
            parent = node.parent
            if parent is None:
                return None
            if any(text_of(child) in {"==", "===", "!=", "!=="} for child in parent.children):
                others = (self.token(child.start_byte, child.end_byte) for child in parent.children if child != node)
                return next(filter(None, others), None)
            node = parent
        return None

    def assigned(self, name: str) -> str:
        """Return what a name is first given in this file, as written on one line; empty where nothing is found."""
        if name not in self._assigned:
            pattern = rb"(?<![\w.>:])%b\b(?:[ \t]*:[ \t]*[\w<>?\[\], ]+)?[ \t]*(?::=|=(?![=~>]))[ \t]*([^\n;]{1,200})"
            found = re.search(pattern % re.escape(name.encode()), self.data)
            self._assigned[name] = found[1].decode("utf-8", "replace").strip() if found else ""
        return self._assigned[name]

    def enclosing(self, place: int) -> tuple[str, ...]:
        """Return the names of the functions and types around a place, an offset in bytes, innermost first."""
        names = []
        node: Node | None = self.root.descendant_for_byte_range(place, place + 1)
        while node is not None:
            if _DEFINITION.search(node.type) and (name := node.child_by_field_name("name")) is not None:
                names.append(text_of(name))
            node = node.parent
        return tuple(names)

    def uses(self, name: str, place: int) -> tuple[str, ...]:
        """Return the callees to which a name is passed on the next lines after a place, an offset in bytes."""
        pattern = rb"([\w.]{1,80})\s*\((?=[^()\n]*(?<![\w.])%b(?![\w.(]))" % re.escape(name.encode())
        found = re.finditer(pattern, self.data[place : place + _USE_REACH])
        return tuple(match[1].decode("utf-8", "replace") for match in found)

    def parameters(self, function: str) -> tuple[str, ...]:
        """Return the parameters of a function that this file defines, as written; empty for any other name."""
        if function not in self._definitions:
            self._definitions[function] = self._find_parameters(function)
        return self._definitions[function]

    def fields(self, record: str) -> tuple[str, ...]:
        """Return the fields of a type that this file defines, in their order; empty for any other name."""
        if record not in self._records:
            self._records[record] = self._find_fields(record)
        return self._records[record]

    def _find_fields(self, record: str) -> tuple[str, ...]:
        records = self.language.records
        if records is None:
            return ()
        found = re.search(records.pattern.replace("{name}", re.escape(record)).encode(), self.data)
        bracket = self.root.descendant_for_byte_range(found.end(), found.end() + 1) if found else None
        if bracket is None or bracket.parent is None:
            return ()
        return tuple(names_below(bracket.parent, records.field))

    def _find_parameters(self, function: str) -> tuple[str, ...]:
        pattern = self.language.definition.replace("{name}", re.escape(function))
        found = re.search(pattern.encode(), self.data, re.MULTILINE)
        if not found:
            return ()
        node = self.root.descendant_for_byte_range(found.end() - 1, found.end())
        while node is not None:
            if parameters := parameters_of(node):
                return parameters
            node = node.parent
        return ()


def _macro(node: Node, content: str, start: int) -> Token:
    value = _COMMENT_BEHIND.sub("", content)
    kind = TokenKind.COMMENT if start >= node.start_byte + len(value.encode()) else TokenKind.STRING
    return Token(kind, node.start_byte, node.end_byte, value.strip(" \t()"), node)


def _hide(found: re.Match[bytes], data: bytes) -> bytes:
    """Return as many bytes that say nothing: blanks where a placeholder has its line for itself, else letters."""
    before = data[data.rfind(b"\n", 0, found.start()) + 1 : found.start()]
    after = data[found.end() : data.find(b"\n", found.end()) % (len(data) + 1)]
    fill = b"x" if before.strip() or after.strip() else b" "
    return b"\n".join(fill * len(line) for line in found[0].split(b"\n"))
