"""Whether a file is a test, by where it stands and how it is named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import translate
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Any

from statuslens.datafile import check_fields, read_data

_DATA = "tests.yaml"
_FIELDS = ("folders", "names")


@lru_cache(maxsize=4096)
def is_test(path: str, language: str) -> bool:
    """Tell whether a file in a language is a test, or what tests work with.

    ``path`` leads to it from the project's folder, with ``/`` between the parts: what stands around the project says
    nothing. The conventions, with their sources, are those of ``data/tests.yaml``.
    """
    folders, names = _conventions(language)
    parts = PurePosixPath(path).parts
    return bool(parts) and (names.match(parts[-1]) is not None or any(map(folders.match, parts[:-1])))


@cache
def _conventions(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a folder of tests in a language, and what finds the name of one."""
    kept = [entry for entry in _entries() if language in entry.get("languages", [language])]
    folders, names = ([glob for entry in kept for glob in entry.get(field, ())] for field in _FIELDS)
    return _compile(folders), _compile(names)


def _entries() -> Iterator[Mapping[str, Any]]:
    for place, entry in enumerate(read_data(_DATA), 1):
        check_fields(entry, f"{_DATA}: convention {place}", {"source"}, {"languages", *_FIELDS})
        yield entry


def _compile(globs: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches the names which one of some globs does, where capitals count."""
    return re.compile("|".join(map(translate, globs)))
