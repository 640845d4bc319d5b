"""Grammars: which package each is in, and whether it is installed; none is imported to tell."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from statuslens.errors import MissingExtraError

if TYPE_CHECKING:
    from statuslens.source.language import Language


def package_of(language: "Language") -> str:
    """Return the package that a language's grammar is in; nothing for a language that is read without one."""
    return _module_of(language).replace("_", "-")


def is_installed(language: "Language") -> bool:
    """Tell whether all that is needed to read a language is installed."""
    module = _module_of(language)
    return not module or (find_spec("tree_sitter") is not None and find_spec(module) is not None)


def require_parser() -> None:
    """Raise MissingExtraError where files in no language at all can be parsed."""
    if find_spec("tree_sitter") is None:
        raise lacking_parser()


def lacking_parser() -> MissingExtraError:
    """Return the error for a parser that is not installed."""
    return MissingExtraError("reading source files", "check")


def _module_of(language: "Language") -> str:
    return language.grammar.partition(".")[0]
