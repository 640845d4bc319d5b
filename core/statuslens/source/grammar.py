"""Grammars: which package each is in, and whether it is installed; none is imported to tell."""

from importlib.util import find_spec

from statuslens.source.language import Language


def package_of(language: Language) -> str:
    """Return the package that a language's grammar is in; nothing for a language that is read without one."""
    return _module_of(language).replace("_", "-")


def is_installed(language: Language) -> bool:
    """Tell whether all that is needed to read a language is installed."""
    module = _module_of(language)
    return not module or (find_spec("tree_sitter") is not None and find_spec(module) is not None)


def _module_of(language: Language) -> str:
    return language.grammar.partition(".")[0]
