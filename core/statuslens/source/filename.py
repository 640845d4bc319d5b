"""What tells a file's language: its name, and where that says too little, how its text begins."""

import re
from collections.abc import Iterable, Mapping
from fnmatch import translate
from typing import Any, NamedTuple

from statuslens.datafile import check_fields

_FIELDS = ("names", "shebangs", "contents")


class FileMarks(NamedTuple):
    """What tells that a file is of a language."""

    extensions: tuple[str, ...]
    """Endings of names, from the last dot."""
    names: tuple[str, ...] = ()
    """Whole names, as globs: ``Caddyfile``, ``nginx*.conf``."""
    shebangs: tuple[str, ...] = ()
    """Interpreters that a first line ``#!`` names, without their versions: ``bash``."""
    candidates: tuple[str, ...] = ()
    """Globs of names that could be the language's, ``sites-available/*`` of all in a folder; the text decides."""
    contents: tuple[str, ...] = ()
    """Patterns of what stands in the text of such a file, line by line; each that is found is one sign."""


def read_file_marks(
    entry: Mapping[str, Any], where: str, required: Iterable[str], optional: Iterable[str]
) -> FileMarks:
    """Return the marks in a language's entry, which has further fields; raises RegistryError for an unknown one."""
    check_fields(entry, where, {"extensions", *required}, {*_FIELDS, *optional})
    contents = entry.get("contents", {"of": [], "patterns": []})
    check_fields(contents, f"{where}: contents", {"of", "patterns"})
    return FileMarks(
        extensions=tuple(entry["extensions"]),
        names=tuple(entry.get("names", ())),
        shebangs=tuple(entry.get("shebangs", ())),
        candidates=tuple(contents["of"]),
        contents=tuple(contents["patterns"]),
    )


def compile_globs(globs: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches the names which one of some globs does."""
    # Without any, a pattern that matches nothing.
    return re.compile("|".join(translate(glob.lower()) for glob in globs) or r"(?!)")
