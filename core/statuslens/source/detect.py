"""Which language a file is in."""

import os
import re
from functools import cache

from statuslens.source.filename import compile_globs
from statuslens.source.outline import Outline, load_outlines

HEAD_BYTES = 8192
"""So much of a file is enough to tell its language."""

_WRAPPINGS = {
    *(".bak", ".default", ".dist", ".epp", ".erb", ".example", ".gotmpl", ".in", ".j2", ".jinja", ".jinja2"),
    *(".mustache", ".old", ".orig", ".sample", ".template", ".tmpl", ".tpl"),
}
"""Endings of templates and copies; the name before them tells what they become."""
_SHEBANG = r"#![ \t]*(?:\S*/)?env(?:[ \t]+-\S+|[ \t]+\w+=\S*)*[ \t]+(?:\S*/)?([\w+-]+)|#![ \t]*(?:\S*/)?([\w+-]+)"
_VERSION = r"[\d.-]+\Z"


def language_of(path: str | os.PathLike[str]) -> str | None:
    """Return the LSP language id of a file by its name, or None where the name does not tell it."""
    return language_at(*os.path.split(path))


def language_at(folder: str, name: str) -> str | None:
    """Return what ``language_of`` does, given the path of the folder and the name in it."""
    return None if _is_of_site(folder) else _by_own_name(name.lower())


def _by_own_name(name: str) -> str | None:
    """Return the language of a file by its name in lower case."""
    language = _by_extension().get(_suffix(name))
    if language is not None:
        return language.id
    bare = _bare(name)
    # A template of a configuration can be read as it stands; one of a program cannot.
    language = _by_extension().get(_suffix(bare))
    if language is not None and language.is_formatted:
        return language.id
    if not _any_name().match(name) and (bare == name or not _any_name().match(bare)):
        return None
    return next(named for named, pattern in _by_name() if pattern.match(name) or pattern.match(bare))


def is_told_by_text(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file whose name does not tell its language could be of one that we read, by its name."""
    return bool(_candidates(path))


def language_in(path: str | os.PathLike[str], head: str) -> str | None:
    """Return the LSP language id of a file by its name or else by the beginning of its text; None if it is not known.

    ``head`` is the first ``HEAD_BYTES`` or so. Of several languages whose signs are in it, the one with most is taken.
    """
    known = language_of(path)
    if known:
        return known
    if head.startswith("#!"):
        return _by_shebang(head)
    if not _has_sign(head):
        return _by_own_name(os.path.basename(path).lower())
    signs = {
        language.id: sum(1 for sign in _signs(language.marks.contents) if sign.search(head))
        for language in _candidates(path)
    }
    best = max(signs, key=lambda language: signs[language], default="")
    return best if signs.get(best) else _by_own_name(os.path.basename(path).lower())


def _has_sign(head: str) -> bool:
    """Tell whether a sign of any language is in a text, in place of one search for each."""
    in_lines, at_start, anywhere = _all_signs()
    return bool(in_lines.search(head) or at_start.match(head) or anywhere.search(head))


@cache
def _all_signs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds the signs at the beginnings of lines, those at that of a text, and the others."""
    signs = {pattern for language in load_outlines().values() for pattern in language.marks.contents}
    in_lines, at_start = (sorted(sign for sign in signs if sign.startswith(start)) for start in ("^", r"\A"))
    return (
        re.compile(f"^(?:{'|'.join(sign.removeprefix('^') for sign in in_lines) or '(?!)'})", re.MULTILINE),
        re.compile("|".join(at_start) or "(?!)", re.MULTILINE),
        re.compile("|".join(sorted(signs.difference(in_lines, at_start))) or "(?!)", re.MULTILINE),
    )


@cache
def _signs(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


def _bare(name: str) -> str:
    """Return a name in lower case without the endings of templates and copies."""
    while (suffix := _suffix(name)) in _WRAPPINGS:
        name = name.removesuffix(suffix)
    return name


@cache
def _is_of_site(folder: str) -> bool:
    """Tell whether a folder is one of a web server's for sites, which are called by the host: ``shop.rs``."""
    return os.path.basename(folder) in _site_folders()


@cache
def _site_folders() -> frozenset[str]:
    """Return the folders of which every file is a candidate: ``sites-available`` of ``sites-available/*``."""
    globs = (glob for language in load_outlines().values() for glob in language.marks.candidates)
    return frozenset(glob.removesuffix("/*") for glob in globs if glob.endswith("/*"))


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def _by_shebang(head: str) -> str | None:
    found = re.match(_SHEBANG, head)
    if not found:
        return None
    interpreter = re.sub(_VERSION, "", found[1] or found[2])
    languages = load_outlines().values()
    return next((language.id for language in languages if interpreter in language.marks.shebangs), None)


@cache
def _by_extension() -> dict[str, Outline]:
    return {extension: language for language in load_outlines().values() for extension in language.marks.extensions}


@cache
def _by_name() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (language.id, compile_globs(language.marks.names))
        for language in load_outlines().values()
        if language.marks.names
    ]


@cache
def _any_name() -> re.Pattern[str]:
    return compile_globs(name for language in load_outlines().values() for name in language.marks.names)


def _candidates(path: str | os.PathLike[str]) -> list[Outline]:
    """Return the languages that a file with an ambiguous name could be of.

    One without extension could be of any, but for those that begin with a capital: Makefile, README.
    """
    folder, name = os.path.split(path)
    bare = _bare(name.lower())
    if _is_of_site(folder):
        named = f"{os.path.basename(folder)}/{bare}"
        return [language for language, pattern in _by_candidate() if pattern.match(named)]
    if "." not in bare.lstrip(".") and not name[:1].isupper():
        return [language for language, _ in _by_candidate()]
    if not _any_candidate().match(bare):
        return []
    return [language for language, pattern in _by_candidate() if pattern.match(bare)]


@cache
def _any_candidate() -> re.Pattern[str]:
    return compile_globs(glob for language, _ in _by_candidate() for glob in language.marks.candidates)


@cache
def _by_candidate() -> list[tuple[Outline, re.Pattern[str]]]:
    return [
        (language, compile_globs(language.marks.candidates))
        for language in load_outlines().values()
        if language.marks.contents or language.marks.shebangs
    ]
