"""Of which type the status is that a library gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from statuslens.datafile import check_fields, read_data
from statuslens.errors import RegistryError

_FILE = "status_types.yaml"
_REQUIRED = {"library", "languages", "uses", "status", "type", "source"}


class StatusType(StrEnum):
    """What a library gives for a status."""

    INTEGER = "integer"
    STRING = "string"
    NAME = "name"
    """A string that holds the status's name, and not its number."""


@dataclass(frozen=True, slots=True)
class Read:
    """An expression that reads a status."""

    library: str
    languages: frozenset[str]
    uses: re.Pattern[str]
    """Finds the library's use in a file."""
    unless: re.Pattern[str] | None
    """Finds another library in it that calls a status of another type the same."""
    status: re.Pattern[str]
    """The whole expression; the group ``owner``, where there is one, is the response."""
    given: re.Pattern[str] | None
    """Finds the library in what the owner was given, where the name says too little."""
    type: StatusType


@dataclass(frozen=True, slots=True)
class StatusTypes:
    """All of them, and where a number and a text never are equal."""

    strict: Mapping[str, frozenset[str]]
    """Operators by language; ``case`` and ``in`` stand for cases and for memberships."""
    reads: tuple[Read, ...]


@cache
def load_status_types() -> StatusTypes:
    """Return what ``data/status_types.yaml`` holds."""
    entry = read_data(_FILE)
    check_fields(entry, _FILE, {"strict", "reads"})
    strict = {language: frozenset(operators) for language, operators in entry["strict"].items()}
    return StatusTypes(strict, tuple(_read(item, f"{_FILE}: reads: {n}") for n, item in enumerate(entry["reads"], 1)))


def _read(entry: Any, where: str) -> Read:  # noqa: ANN401 (checked at once)
    check_fields(entry, where, _REQUIRED, {"unless", "given"})
    if entry["type"] not in set(StatusType):
        raise RegistryError(f"{where}: type {entry['type']!r} is none of {', '.join(StatusType)}")
    return Read(
        library=entry["library"],
        languages=frozenset(entry["languages"]),
        uses=re.compile(entry["uses"]),
        unless=re.compile(entry["unless"]) if "unless" in entry else None,
        status=re.compile(entry["status"]),
        given=re.compile(entry["given"]) if "given" in entry else None,
        type=StatusType(entry["type"]),
    )
