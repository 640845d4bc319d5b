"""Syntax trees: grammars, loaded when the first file needs them, and parsing."""

from functools import cache
from importlib import import_module

from statuslens.errors import MissingExtraError
from statuslens.source.language import Language

try:
    from tree_sitter import Language as Grammar
    from tree_sitter import Node, Parser, Tree
except ImportError as error:
    raise MissingExtraError("reading source files", "check") from error

__all__ = ["Node", "Tree", "parse"]


def parse(data: bytes, language: Language) -> Tree:
    """Parse a file's bytes; a file with errors has a tree with error nodes."""
    return _parser(language.grammar).parse(data)


@cache
def _parser(grammar: str) -> Parser:
    module, _, function = grammar.rpartition(".")
    try:
        pointer = getattr(import_module(module), function)()
    except ImportError as error:
        raise MissingExtraError(f"reading {module.removeprefix('tree_sitter_')} files", "check") from error
    return Parser(Grammar(pointer))
