"""Syntax trees: grammars, loaded when the first file needs them, and parsing."""

from functools import cache
from importlib import import_module

from statuslens.errors import MissingExtraError, MissingGrammarError
from statuslens.source.grammar import is_installed, package_of
from statuslens.source.language import Language

try:
    from tree_sitter import Language as Grammar
    from tree_sitter import Node, Parser, Tree
except ImportError as error:
    raise MissingExtraError("reading source files", "check") from error

__all__ = ["Node", "Tree", "parse", "require_grammar"]


def parse(data: bytes, language: Language) -> Tree:
    """Parse a file's bytes; a file with errors has a tree with error nodes.

    Raises MissingGrammarError where the language's grammar is not installed, or does not fit the parser.
    """
    return _parser(language).parse(data)


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
