"""Syntax trees: grammars, loaded when the first file needs them, and parsing."""

from functools import cache
from importlib import import_module
from threading import Lock
from time import monotonic

from statuslens.errors import MissingExtraError, MissingGrammarError, ParseTimeoutError
from statuslens.source.grammar import is_installed, package_of
from statuslens.source.language import Language

try:
    from tree_sitter import Language as Grammar
    from tree_sitter import Node, Parser, Tree
except ImportError as error:
    raise MissingExtraError("reading source files", "check") from error

__all__ = ["Node", "Tree", "parse", "require_grammar"]


_SURE_BYTES = 50_000
"""What is no longer than this is parsed in some seconds, whatever it holds."""
_PATIENCE, _BYTES_A_SECOND = 2.0, 500_000
"""Seconds that a parse may take, and the bytes for which it may take one more; grammars read 4 MB a second or more."""
_CHUNK = 65_536
_ONE_AT_A_TIME = Lock()
"""There is one parser for each grammar, and a parse that can be stopped lets other threads run meanwhile."""


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
        return parser.parse(data, _parse_in_time(parser, data))


def _parse_in_time(parser: Parser, data: bytes) -> Tree:
    view = memoryview(data)
    end = monotonic() + _PATIENCE + len(data) / _BYTES_A_SECOND
    try:
        return parser.parse(
            lambda offset, _point: view[offset : offset + _CHUNK],
            progress_callback=lambda _offset, _has_error: monotonic() > end,
        )
    except ValueError as error:
        parser.reset()
        raise ParseTimeoutError("takes too long to parse") from error


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
