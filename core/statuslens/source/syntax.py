"""Syntax trees: grammars, loaded when the first file needs them, and parsing."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from threading import Lock
from time import monotonic
from typing import NamedTuple, TypeAlias

from statuslens.errors import MissingGrammarError, ParseTimeoutError
from statuslens.source.grammar import is_installed, lacking_parser, package_of
from statuslens.source.language import Language

try:
    from tree_sitter import Language as Grammar
    from tree_sitter import Node, Parser, Tree
except ImportError as error:
    raise lacking_parser() from error

__all__ = ["Change", "Node", "Reparsed", "Tree", "child_at", "parse", "reparse", "require_grammar"]


@dataclass(frozen=True, slots=True)
class Change:
    """A part of some bytes, and what has taken its place. Offsets are in bytes."""

    start: int
    old_end: int
    new_end: int

    @property
    def delta(self) -> int:
        """How far what stands behind has moved."""
        return self.new_end - self.old_end


Points: TypeAlias = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]

_SURE_BYTES = 50_000
"""What is no longer than this is parsed in some seconds, whatever it holds."""
_PATIENCE, _BYTES_A_SECOND = 2.0, 500_000
"""Seconds that a parse may take, and the bytes for which it may take one more; grammars read 4 MB a second or more."""
_PIECE, _SMALL_PIECE = memoryview(bytearray(65_536)), memoryview(bytearray(512))
"""In what a parser is given pieces of a text, under the lock."""
_ONE_AT_A_TIME = Lock()
"""There is one parser for each grammar, and a parse that can be stopped lets other threads run meanwhile."""


def child_at(node: Node, place: int) -> Node | None:
    """Return a named child of a node; None where it has fewer, for which ``Node.named_child`` raises."""
    return node.named_child(place) if place < node.named_child_count else None


def parse(data: bytes, language: Language) -> Tree:
    """Parse a file's bytes; a file with errors has a tree with error nodes.

    Raises MissingGrammarError where the language's grammar is not installed, or does not fit the parser, and
    ParseTimeoutError for bytes at which the grammar despairs.
    """
    parser = _parser(language)
    with _ONE_AT_A_TIME:
        if len(data) <= _SURE_BYTES:
            return parser.parse(data)
        # Only a parse that asks for pieces can be stopped; only one of the whole keeps the texts of its nodes.
        return parser.parse(data, _parse_in_time(parser, _Pieces(data, _PIECE), len(data)))


class Reparsed(NamedTuple):
    """A tree of changed bytes, made with what the change has left of the one before."""

    old: Tree
    """The one before, which was told of the change."""
    tree: Tree
    change: Change
    difference: Change
    """The part in which the two differ."""
    has_error: bool
    """Whether there is an error in what stands around it; from one a grammar may recover in another way when it is
    given all bytes."""
    is_broken: bool
    """Whether there is one, and none was before."""

    def whole(self, data: bytes, language: Language) -> "Reparsed":
        """Parse all bytes, as ``parse`` does."""
        tree = parse(data, language)
        return self._replace(tree=tree, difference=_difference(self.old, tree, self.change))


def reparse(data: bytes, old: Tree, change: Change, points: Points, language: Language) -> Reparsed:
    """Parse bytes that differ from those of a tree by a change, with what the change has left of the tree.

    ``points`` are the change's three places as lines and columns. Raises ParseTimeoutError as ``parse`` does.
    """
    tree = old.copy()
    tree.edit(change.start, change.old_end, change.new_end, *points)
    parser = _parser(language)
    with _ONE_AT_A_TIME:
        # Such a tree asks for the texts of its nodes, so that one parse is enough.
        new = _parse_in_time(parser, _Pieces(data, _SMALL_PIECE), len(data), tree)
    difference = _difference(tree, new, change)
    has_error = _has_error(new, difference.start, difference.new_end)
    is_broken = has_error and not _has_error(old, change.start, change.old_end)
    return Reparsed(tree, new, change, difference, has_error, is_broken)


def _difference(old: Tree, new: Tree, change: Change) -> Change:
    """Return the part in which an old tree, which was told of a change, and a new one differ, with the change."""
    ranges = old.changed_ranges(new)
    if not ranges:
        return change
    new_end = max(change.new_end, ranges[-1].end_byte)
    return Change(min(change.start, ranges[0].start_byte), new_end - change.delta, new_end)


def _has_error(tree: Tree, start: int, end: int) -> bool:
    """Tell whether there is an error in what stands around some bytes."""
    node = tree.root_node.descendant_for_byte_range(max(0, start - 1), end + 1)
    around = node.parent if node is not None else None
    return (around or tree.root_node).has_error or (node is not None and node.has_error)


class _Pieces:
    """Gives a parser pieces of bytes, and later the texts of the nodes that it has made of them.

    py-tree-sitter 0.26.1 never lets go of what it is given while it parses (parser.c: the result of the call keeps a
    reference), so it is given the same object again and again; for the text of a node it wants bytes (node.c).
    """

    def __init__(self, data: bytes, piece: memoryview) -> None:
        self._data, self._piece = memoryview(data), piece
        self._is_parsing = True

    def __call__(self, offset: int, _point: object) -> bytes | memoryview:
        found = self._data[offset : offset + len(self._piece)]
        if not self._is_parsing:
            return bytes(found)
        self._piece[: len(found)] = found
        return self._piece if len(found) == len(self._piece) else self._piece[: len(found)]

    def end(self) -> None:
        """Note that the parse has come to its end."""
        self._is_parsing = False


def _parse_in_time(parser: Parser, pieces: _Pieces, length: int, old: Tree | None = None) -> Tree:
    end = monotonic() + _PATIENCE + length / _BYTES_A_SECOND

    def is_late(_offset: int, _has_error: object) -> bool:
        return monotonic() > end

    try:
        if old is None:
            return parser.parse(pieces, progress_callback=is_late)
        return parser.parse(pieces, old, progress_callback=is_late)
    except ValueError as error:
        parser.reset()
        raise ParseTimeoutError("takes too long to parse") from error
    finally:
        pieces.end()


def require_grammar(language: Language) -> None:
    """Raise MissingGrammarError where files of a language cannot be parsed, though they would have to be."""
    if language.grammar:
        _parser(language)


@cache
def _parser(language: Language) -> Parser:
    module, _, function = language.grammar.rpartition(".")
    try:
        return Parser(Grammar(getattr(import_module(module), function)()))
    except (ImportError, AttributeError, ValueError) as error:
        raise MissingGrammarError(language.name, package_of(language), is_installed=is_installed(language)) from error
