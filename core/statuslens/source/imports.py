"""What a file imports, and under which local names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

_ITEM = re.compile(r"(?:type\s+(?=[\w$]))?[\w$*]+(?:(?:\s+as\s+|\s*=>\s*|\s*:\s*)[\w$]+)?")
_RENAMED = re.compile(r"\s+as\s+|\s*=>\s*|\s*:\s*")
_PARTS = re.compile(r"[./\\]|::")
_TYPE_ONLY = re.compile(r"type\s+")
_SEPARATOR = re.compile(r"[./\\]|::?")
EVERYTHING = {"*", "_"}
"""What an import names that takes all that a module has."""


class Import(NamedTuple):
    """One imported module or name."""

    module: str
    """The module as written: ``http``, ``net/http``, ``@nestjs/common``."""
    name: str
    """The name taken from the module, ``*`` or ``_`` for all; empty where the module itself, or its default, is."""
    local: str
    """What the file calls it; empty where it gets no name."""


class Imports(tuple[Import, ...]):  # noqa: SLOT001 (what is asked for is kept beside)
    """What one file imports; for each name in it, somebody asks where that comes from."""

    @cached_property
    def by_local(self) -> Mapping[str, Import]:
        """The first import that gives the file each of its local names."""
        return {item.local: item for item in reversed(self) if item.name not in EVERYTHING}

    @cached_property
    def wildcards(self) -> Mapping[str, Import]:
        """The imports that bring all members of a container, or of a module, by its last name."""
        return {parts[-1]: item for item in self if item.name in EVERYTHING and (parts := parts_of(item.module))}


def parts_of(module: str) -> tuple[str, ...]:
    """Split a module's name: ``akka.http.scaladsl.model``, ``net/http``, ``axum::http``."""
    return tuple(filter(None, _SEPARATOR.split(module)))


def find_imports(text: str, patterns: Iterable[re.Pattern[str]]) -> Imports:
    """Return the imports of a file, in the order of its language's patterns.

    They are found as text, so that a broken file has them too; one inside a comment does little harm.
    """
    lines = f"\n{text}"
    return Imports(item for pattern in patterns for match in _matches(pattern, lines) for item in _imports_of(match))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern; one may begin with the line end that the one before it ended with."""
    place = 0
    while match := pattern.search(text, place):
        yield match
        place = match.end() - text.startswith("\n", match.end() - 1)


def _imports_of(match: re.Match[str]) -> list[Import]:
    groups = match.groupdict()
    module, alias, names = groups["module"], groups.get("alias"), groups.get("names")
    found = [_named(module, item) for item in _ITEM.findall(names)] if names else []
    if alias == "." or groups.get("all") is not None:
        return [Import(module, "*", "")]
    if alias:
        found.append(Import(module, "", alias))
    elif not names:
        found.append(Import(module, "", _PARTS.split(module)[-1]))
    return found


def _named(module: str, item: str) -> Import:
    if item.isidentifier():
        return Import(module, item, item)
    name, *local = _RENAMED.split(_TYPE_ONLY.sub("", item, count=1))
    return Import(module, name, local[0] if local else name)
