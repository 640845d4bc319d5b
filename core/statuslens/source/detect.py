"""Which language a file is in."""

import os
import re
from functools import cache
from pathlib import PurePath

from statuslens.source.filename import compile_globs
from statuslens.source.language import Language, load_languages

HEAD_BYTES = 8192
"""So much of a file is enough to tell its language."""

_WRAPPINGS = {
    *(".bak", ".default", ".dist", ".epp", ".erb", ".example", ".gotmpl", ".in", ".j2", ".jinja", ".jinja2"),
    *(".mustache", ".old", ".orig", ".sample", ".template", ".tmpl", ".tpl"),
}
"""Endings of templates and copies; the name before them tells what they become."""
_SHEBANG = re.compile(
    r"#![ \t]*(?:\S*/)?env(?:[ \t]+-\S+|[ \t]+\w+=\S*)*[ \t]+(?:\S*/)?([\w+-]+)|#![ \t]*(?:\S*/)?([\w+-]+)"
)
_VERSION = re.compile(r"[\d.-]+\Z")


def language_of(path: str | PurePath) -> str | None:
    """Return the LSP language id of a file by its name, or None where the name does not tell it."""
    name = _name(path).lower()
    language = _by_extension().get(_suffix(name))
    if language is not None:
        return language.id
    bare = _bare(name)
    # A template of a configuration can be read as it stands; one of a program cannot.
    language = _by_extension().get(_suffix(bare))
    if language is not None and language.format is not None:
        return language.id
    if not _any_name().match(name) and (bare == name or not _any_name().match(bare)):
        return None
    return next(named for named, pattern in _by_name() if pattern.match(name) or pattern.match(bare))


def is_told_by_text(path: str | PurePath) -> bool:
    """Tell whether a file whose name does not tell its language could be of one that we read, by its name."""
    return bool(_candidates(_name(path)))


def language_in(path: str | PurePath, head: str) -> str | None:
    """Return the LSP language id of a file by its name or else by the beginning of its text; None if it is not known.

    ``head`` is the first ``HEAD_BYTES`` or so. Of several languages whose signs are in it, the one with most is taken.
    """
    known = language_of(path)
    if known:
        return known
    if head.startswith("#!"):
        return _by_shebang(head)
    signs = {
        language.id: sum(1 for sign in language.marks.contents if sign.search(head))
        for language in _candidates(_name(path))
    }
    best = max(signs, key=lambda language: signs[language], default="")
    return best if signs.get(best) else None


def _bare(name: str) -> str:
    """Return a name in lower case without the endings of templates and copies."""
    while (suffix := _suffix(name)) in _WRAPPINGS:
        name = name.removesuffix(suffix)
    return name


def _name(path: str | PurePath) -> str:
    return os.path.basename(path)  # noqa: PTH119 (a PurePath costs more than all else that is done here)


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def _by_shebang(head: str) -> str | None:
    found = _SHEBANG.match(head)
    if not found:
        return None
    interpreter = _VERSION.sub("", found[1] or found[2])
    languages = load_languages().values()
    return next((language.id for language in languages if interpreter in language.marks.shebangs), None)


@cache
def _by_extension() -> dict[str, Language]:
    return {extension: language for language in load_languages().values() for extension in language.extensions}


@cache
def _by_name() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (language.id, compile_globs(language.marks.names))
        for language in load_languages().values()
        if language.marks.names
    ]


@cache
def _any_name() -> re.Pattern[str]:
    return compile_globs(name for language in load_languages().values() for name in language.marks.names)


def _candidates(name: str) -> list[Language]:
    """Return the languages that a file with an ambiguous name could be of.

    One without extension could be of any, but for those that begin with a capital: Makefile, README.
    """
    bare = _bare(name.lower())
    if "." not in bare.lstrip(".") and not name[:1].isupper():
        return [language for language, _ in _by_candidate()]
    if not _any_candidate().match(bare):
        return []
    return [language for language, pattern in _by_candidate() if pattern.match(bare)]


@cache
def _any_candidate() -> re.Pattern[str]:
    return compile_globs(glob for language, _ in _by_candidate() for glob in language.marks.candidates)


@cache
def _by_candidate() -> list[tuple[Language, re.Pattern[str]]]:
    return [
        (language, compile_globs(language.marks.candidates))
        for language in load_languages().values()
        if language.marks.contents or language.marks.shebangs
    ]
