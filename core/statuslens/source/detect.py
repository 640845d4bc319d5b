"""Which language a file is in."""

import re
from collections.abc import Iterator
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
    name = PurePath(path).name.lower()
    language = _by_extension().get(PurePath(name).suffix)
    if language is not None:
        return language.id
    bare = _bare(name)
    # A template of a configuration can be read as it stands; one of a program cannot.
    language = _by_extension().get(PurePath(bare).suffix)
    if language is not None and language.format is not None:
        return language.id
    return next((named for named, pattern in _by_name() if pattern.match(name) or pattern.match(bare)), None)


def is_told_by_text(path: str | PurePath) -> bool:
    """Tell whether a file whose name does not tell its language could be of one that we read, by its name."""
    return any(True for _ in _candidates(PurePath(path).name))


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
        for language in _candidates(PurePath(path).name)
    }
    best = max(signs, key=lambda language: signs[language], default="")
    return best if signs.get(best) else None


def _bare(name: str) -> str:
    """Return a name in lower case without the endings of templates and copies."""
    while (suffix := PurePath(name).suffix) in _WRAPPINGS:
        name = name.removesuffix(suffix)
    return name


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


def _candidates(name: str) -> Iterator[Language]:
    """Yield the languages that a file with an ambiguous name could be of.

    One without extension could be of any, but for those that begin with a capital: Makefile, README.
    """
    bare = _bare(name.lower())
    is_open = "." not in bare.lstrip(".") and not name[:1].isupper()
    for language, pattern in _by_candidate():
        if is_open or pattern.match(bare):
            yield language


@cache
def _by_candidate() -> list[tuple[Language, re.Pattern[str]]]:
    return [
        (language, compile_globs(language.marks.candidates))
        for language in load_languages().values()
        if language.marks.contents or language.marks.shebangs
    ]
