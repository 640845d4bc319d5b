"""One source file: its bytes, its syntax tree, and the tokens in it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from statuslens.source.asked import Asked
from statuslens.source.context import Context, Siblings, Walk
from statuslens.source.definitions import bases_of, names_below, parameters_of
from statuslens.source.folding import fold_left
from statuslens.source.imports import Imports, find_imports
from statuslens.source.language import Language, TokenKind
from statuslens.source.lines import LineIndex
from statuslens.source.names import (
    Places,
    assigned_in,
    callees_in,
    classes_in,
    columns_in,
    companions_in,
    compared_in,
    count_set,
    declared_in,
    definition_in,
    members_in,
    names_in,
    package_in,
)
from statuslens.source.nesting import cut_deep, may_be_deep
from statuslens.source.path import Path
from statuslens.source.results import result_of
from statuslens.source.selector import text_of
from statuslens.source.steps import contexts_of
from statuslens.source.syntax import Node, Tree, parse
from statuslens.source.waypoints import Waypoints, find_waypoints

_PREFIX_OR_QUOTE = re.compile(r"^[A-Za-z]{0,2}[\"'`]+|[\"'`]+$")
_OPENING = re.compile(r"[A-Za-z]{0,2}#*[\"'`]")
_QUOTED = re.compile(r"[A-Za-z]{0,2}#*([\"'`]).*\1#*", re.DOTALL)
_DEFINITION = re.compile(r"(?:class|computed|enum|function|impl|interface|method|module|object|struct|trait)(?:_|\Z)")
_CLASSES = {"class_specifier", "struct_specifier"}
_LONGEST_EQUALITY = 3
_COMMENT_BEHIND = re.compile(r"(?<!:)//")
_USE_REACH = 600
BODY_REACH = 1500
_QUOTIENT_STEPS = 6


class Token(NamedTuple):
    """A leaf of the syntax tree. Offsets are in bytes."""

    kind: TokenKind
    start: int
    end: int
    content: str
    """The whole literal without quotes, where it is a string; the token's text otherwise."""
    node: Node
    around: Sequence[Node]
    """The nodes around it, innermost first."""


class Document:
    """A text in a language, parsed when something first asks for a token."""

    def __init__(self, text: str | bytes, language: Language) -> None:
        """Take a text, or its bytes in UTF-8."""
        self.language = language
        self.lines = LineIndex(text)
        self.data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        self.asked = Asked()
        self._siblings: dict[int, Siblings] = {}
        self._contexts: dict[int, tuple[Context, ...]] = {}

    @property
    def text(self) -> str:
        """The text."""
        return self.lines.text

    @cached_property
    def waypoints(self) -> Waypoints:
        """From where its bytes are counted in code points and in lines."""
        return find_waypoints(self.data)

    @cached_property
    def imports(self) -> Imports:
        """What the file imports."""
        return find_imports(self.text, self.language.imports)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The names of the classes that the file defines."""
        return classes_in(self.data)

    @cached_property
    def package(self) -> str:
        """The module, package or namespace that the file says it is a part of, or nothing."""
        return package_in(self.data)

    def members(self, container: str) -> frozenset[str]:
        """Return the capitalised names that the file writes as members of a container, calls aside."""
        if container not in self.asked.members:
            self.asked.members[container] = members_in(self.data, container)
        return self.asked.members[container]

    def prefixed(self, prefix: str) -> frozenset[str]:
        """Return the names in the file that begin with a prefix and go on with a capital, calls aside."""
        if prefix not in self.asked.prefixed:
            self.asked.prefixed[prefix] = names_in(self.data, prefix)
        return self.asked.prefixed[prefix]

    @cached_property
    def tree(self) -> Tree:
        """The syntax tree."""
        return parse(self.readable, self.language)

    @cached_property
    def readable(self) -> bytes:
        """The file's bytes as its grammar is given them."""
        data = self.data
        for mask in self.language.masks:
            data = mask.sub(_hide, data)
        if self.language.folds:
            data = fold_left(data)
        return data if self.language.levels is None else cut_deep(data, self.language.levels)

    @cached_property
    def may_be_deep(self) -> bool:
        """Whether a text whose blocks can be too deep has to be looked at for them."""
        return self.language.levels is not None and may_be_deep(self.data, self.language.levels)

    @cached_property
    def root(self) -> Node:
        """The root of the syntax tree."""
        return self.tree.root_node

    @cached_property
    def _path(self) -> Path:
        return Path(self.root)

    def token(self, start: int, end: int) -> Token | None:
        """Return the token that holds these bytes, or None where code stands that is no such token."""
        node = self._path.leaf(start, end)
        kind = self.language.tokens.get(node.type)
        if kind is None:
            return None
        nodes = self._path.around(node)
        content = text_of(node)
        if kind is TokenKind.MACRO:
            return _macro(node, content, start, nodes)
        if kind is TokenKind.STRING:
            around = text_of(nodes[0]) if nodes and self._is_plain(nodes[0]) else ""
            is_part = not _QUOTED.fullmatch(content) and _OPENING.match(around)
            content = _PREFIX_OR_QUOTE.sub("", around if is_part else content)
        return Token(kind, node.start_byte, node.end_byte, content, node, nodes)

    def is_macro(self, token: Token) -> bool:
        """Tell whether a token is a macro's value, or a part of the comment behind it."""
        return self.language.tokens.get(token.node.type) is TokenKind.MACRO

    def _is_plain(self, node: Node) -> bool:
        step = self.language.steps.get(node.type)
        return step is not None and step.kind == "through"

    def is_documentation(self, token: Token) -> bool:
        """Tell whether a string stands for itself, as a docstring does, or is given to what takes documentation."""
        statement = token.around[1] if len(token.around) > 1 else None
        if statement is None or statement.named_child_count != 1:
            return False
        taker = statement.prev_named_sibling
        is_given = taker is not None and text_of(taker) in self.language.documents
        return is_given or statement.type == "expression_statement"

    def contexts(self, token: Token) -> tuple[Context, ...]:
        """Return the contexts of a token, innermost first; they are looked for once."""
        node = token.node
        if node.id not in self._contexts:
            walk = Walk(self.language, self._path, node, token.around, self._siblings)
            self._contexts[node.id] = contexts_of(walk)
        return self._contexts[node.id]

    def around(self, node: Node) -> Sequence[Node]:
        """Return the nodes around a node, innermost first."""
        return self._path.around(node)

    def expression(self, start: int, end: int) -> Token | None:
        """Return the expression that ends with a name, as a token that has contexts; None where no name stands."""
        node = self._path.leaf(end - 1, end)
        if node.end_byte != end or self.language.tokens.get(node.type) is not TokenKind.NAME:
            return None
        around = self._path.around(node)
        while node.start_byte > start and around and around[0].end_byte == end:
            node, around = around[0], around[1:]
        return Token(TokenKind.NAME, start, end, self.data[start:end].decode("utf-8", "replace"), node, around)

    def result_type(self, token: Token) -> str:
        """Return the declared type of the function that returns a token; empty where none does, or declares none.

        Where the token is a part of a tuple, it is that part of the type, with the name that it may have there.
        """
        return result_of(token.node, token.around, self.language)

    def compared_quotient(self, divisor: Token) -> Token | None:
        """Return the number that a quotient is compared with: the ``4`` of ``status // 100 == 4``."""
        node = divisor.node
        for parent in divisor.around[:_QUOTIENT_STEPS]:
            if any(_is_equality(child) for child in parent.children):
                operands = (child for child in parent.named_children if child != node and not _is_equality(child))
                tokens = (self.token(child.start_byte, child.end_byte) for child in operands)
                return next(filter(None, tokens), None)
            node = parent
        return None

    def assigned(self, name: str, place: int) -> str:
        """Return what a name was given last before a place, or else is given first in the file, on one line.

        ``place`` is an offset in bytes; what is not found is empty.
        """
        given = self._given(name)
        before = bisect_left(given, (place, ""))
        return given[max(0, before - 1)][1] if given else ""

    def given_here(self, name: str, place: int) -> str:
        """Return what a name was given last before a place, where that is in the same function; else nothing."""
        given = self._given(name)
        before = bisect_left(given, (place, ""))
        if not before or self.enclosing(given[before - 1][0]) != self.enclosing(place):
            return ""
        return given[before - 1][1]

    def _given(self, name: str) -> Places:
        if name not in self.asked.assigned:
            self.asked.assigned[name] = assigned_in(self.data, name)
        return self.asked.assigned[name]

    def times_set(self, name: str) -> int:
        """Return how often a name stands before a colon or an equals sign."""
        if name not in self.asked.times_set:
            self.asked.times_set[name] = count_set(self.data, name)
        return self.asked.times_set[name]

    def given_with(self, name: str) -> frozenset[str]:
        """Return the names that are given something together with a name."""
        if name not in self.asked.given_with:
            self.asked.given_with[name] = companions_in(self.data, name)
        return self.asked.given_with[name]

    def columns(self, name: str) -> tuple[str, ...]:
        """Return the names that a loop over a name gives the parts of each row."""
        if name not in self.asked.columns:
            self.asked.columns[name] = columns_in(self.data, name)
        return self.asked.columns[name]

    def declared(self, name: str, place: int) -> str:
        """Return the type that a name was declared with last before a place, an offset in bytes, or nothing."""
        if name not in self.asked.declared:
            self.asked.declared[name] = declared_in(self.data, name, self.language.declared)
        given = self.asked.declared[name]
        before = bisect_left(given, (place, ""))
        return given[before - 1][1] if before else ""

    def top_around(self, start: int, end: int) -> tuple[int, int]:
        """Return where the outermost nodes below the root begin and end that some bytes are in, and those beside."""
        cursor = self.root.walk()
        found = cursor.goto_first_child_for_byte(max(0, start - 1)) is not None
        first = cursor.node.start_byte if found and cursor.node is not None else 0
        cursor.reset(self.root)
        found = cursor.goto_first_child_for_byte(end + 1) is not None
        last = cursor.node.end_byte if found and cursor.node is not None else len(self.data)
        return min(first, start), last

    def enclosing(self, place: int) -> tuple[str, ...]:
        """Return the names of the functions and types around a place, an offset in bytes, innermost first."""
        leaf = self._path.leaf(place, place + 1)
        definitions = (node for node in (leaf, *self._path.around(leaf)) if _is_definition(node.type))
        # A name that broken code lacks has no text.
        return tuple(filter(None, map(text_of, map(_name_of, definitions))))

    def bases(self, place: int) -> tuple[str, ...]:
        """Return what the class around a place extends, an offset in bytes, with the other types of its head."""
        leaf = self._path.leaf(place, place + 1)
        definitions = (node for node in (leaf, *self._path.around(leaf)) if _is_definition(node.type))
        return next(filter(None, map(bases_of, definitions)), ())

    def uses(self, name: str, place: int) -> tuple[str, ...]:
        """Return the callees and keys that a name is given to on the next lines after a place, an offset in bytes."""
        return callees_in(self.data[place : place + _USE_REACH], name)

    def parameters(self, function: str) -> tuple[str, ...]:
        """Return the parameters of a function that this file defines, as written; empty for any other name."""
        if function not in self.asked.parameters:
            end = self._defined(function)
            self.asked.parameters[function] = self.parameters_at(end) if end is not None else ()
        return self.asked.parameters[function]

    def compared(self, function: str, name: str) -> tuple[str, ...]:
        """Return what a name is compared with in a function that this file defines, as far as it is not long."""
        if (function, name) not in self.asked.compared:
            start = self._defined(function)
            found = compared_in(self.data, name, start, self._body_end(start)) if start is not None else ()
            self.asked.compared[function, name] = found
        return self.asked.compared[function, name]

    def _defined(self, function: str) -> int | None:
        """Return where the name of a function ends in its definition, an offset in bytes."""
        if function not in self.asked.defined:
            self.asked.defined[function] = definition_in(self.data, function, self.language.definitions)
        return self.asked.defined[function]

    def _body_end(self, start: int) -> int:
        leaf = self._path.leaf(start - 1, start)
        around = (leaf, *self._path.around(leaf))
        holder = next((node for node in around if node.type in self.language.functions), None)
        reach = start + BODY_REACH
        return min(holder.end_byte, reach) if holder is not None and holder.start_byte < start else reach

    def fields(self, record: str) -> tuple[str, ...]:
        """Return the fields of a type that this file defines, in their order; empty for any other name."""
        if record not in self.asked.fields:
            self.asked.fields[record] = self._find_fields(record)
        return self.asked.fields[record]

    def _find_fields(self, record: str) -> tuple[str, ...]:
        records = self.language.records
        if records is None:
            return ()
        found = records.pattern_of(record).search(self.data)
        bracket = self.root.descendant_for_byte_range(found.end(), found.end() + 1) if found else None
        if bracket is None or bracket.parent is None:
            return ()
        self.asked.records[record] = (found.start() if found else 0, bracket.parent.end_byte)
        return tuple(names_below(bracket.parent, records.field))

    def parameters_at(self, end: int) -> tuple[str, ...]:
        """Return the parameters of the function whose name, where it is defined, ends at an offset in bytes."""
        holder_type = "parameter" if self.language.functions else "arguments"
        leaf = self._path.leaf(end - 1, end)
        around = (leaf, *self._path.around(leaf))
        return next(filter(None, (parameters_of(node, holder_type) for node in around)), ())


@cache
def _is_definition(node_type: str) -> bool:
    return _DEFINITION.search(node_type) is not None


def _name_of(definition: Node) -> Node | None:
    """Return the name of a definition; a class of C++ behind a macro is read like a function that returns one.

    Swift has the name of what is computed outside of it.
    """
    if definition.type == "computed_property" and definition.parent is not None:
        return definition.parent.child_by_field_name("name")
    declared = definition.child_by_field_name("type")
    declarator = definition.child_by_field_name("declarator")
    if (
        declared is not None
        and declared.type in _CLASSES
        and declarator is not None
        and declarator.type == "identifier"
    ):
        return declarator
    return definition.child_by_field_name("name")


def _is_equality(node: Node) -> bool:
    return node.end_byte - node.start_byte <= _LONGEST_EQUALITY and text_of(node) in {"==", "===", "!=", "!=="}


def _macro(node: Node, content: str, start: int, around: Sequence[Node]) -> Token:
    comment = _COMMENT_BEHIND.search(content)
    value = content[: comment.start()] if comment else content
    is_behind = comment is not None and start >= node.start_byte + len(value.encode())
    kind = TokenKind.COMMENT if is_behind else TokenKind.STRING
    return Token(kind, node.start_byte, node.end_byte, value.strip(" \t()"), node, around)


def _hide(found: re.Match[bytes]) -> bytes:
    """Return as many bytes that say nothing: blanks where a placeholder has its line for itself, else letters.

    The indentation of its lines stays, by which YAML tells what goes on.
    """
    data = found.string
    before = data[data.rfind(b"\n", 0, found.start()) + 1 : found.start()]
    after = data[found.end() : data.find(b"\n", found.end()) % (len(data) + 1)]
    fill = b"x" if before.strip() or after.strip() else b" "
    lines = ((len(line), len(line.lstrip(b" \t"))) for line in found[0].split(b"\n"))
    return b"\n".join(b" " * (length - filled) + fill * filled for length, filled in lines)
