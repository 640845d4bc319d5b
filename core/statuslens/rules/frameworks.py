"""Handlers of frameworks in which a handler lists what it answers, as ``data/frameworks.yaml`` tells them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from statuslens.datafile import check_fields, read_data

_FILE = "frameworks.yaml"
_REQUIRED = {"library", "languages", "route", "holder", "by_itself", "elsewhere", "source"}
_GIVEN = {"status", "mapping", "shown"}
_OPTIONAL = {
    "requires",
    "group",
    "bases",
    "marks",
    "given",
    "makers",
    "sets",
    "names",
    "covers",
    "answers",
    "receivers",
}


@dataclass(frozen=True, slots=True, eq=False)
class Framework:
    """How a framework's handlers list statuses, and how they answer; the head comment of the data tells it all."""

    library: str
    languages: frozenset[str]
    requires: str
    route: re.Pattern[bytes]
    holder: str
    group: str
    bases: frozenset[str]
    marks: re.Pattern[bytes] | None
    status: str
    """The keyword that takes one status."""
    mapping: str
    """The keyword that takes a mapping whose keys are statuses."""
    shown: str
    """The keyword with which a route can be left out of the document."""
    makers: str
    """A pattern for the calls that make an owner of routes."""
    parameter: str
    """The type of a parameter in whose field the status of the answer is set."""
    field: str
    names: Mapping[str, str]
    covers: re.Pattern[bytes] | None
    lists: re.Pattern[bytes] | None
    """Finds the names that list statuses."""
    answers: Mapping[str, str]
    receivers: frozenset[str]
    by_itself: frozenset[str]
    elsewhere: frozenset[str]


def frameworks_of(language: str) -> Iterator[Framework]:
    """Yield the frameworks that are used in a language."""
    return (framework for framework in _load() if language in framework.languages)


@cache
def _load() -> tuple[Framework, ...]:
    return tuple(_read(entry, f"{_FILE}: {place}") for place, entry in enumerate(read_data(_FILE), 1))


def _read(entry: Mapping[str, Any], where: str) -> Framework:
    check_fields(entry, where, _REQUIRED, _OPTIONAL)
    given = entry.get("given", dict.fromkeys(_GIVEN, ""))
    check_fields(given, f"{where}: given", _GIVEN)
    sets = entry.get("sets", {"type": "", "field": ""})
    check_fields(sets, f"{where}: sets", {"type", "field"})
    return Framework(
        library=entry["library"],
        languages=frozenset(entry["languages"]),
        requires=entry.get("requires", ""),
        route=re.compile(entry["route"].encode()),
        holder=entry["holder"],
        group=entry.get("group", ""),
        bases=frozenset(entry.get("bases", ())),
        marks=_named(entry.get("marks", ())),
        status=given["status"],
        mapping=given["mapping"],
        shown=given["shown"],
        makers="|".join(entry.get("makers", ())),
        parameter=sets["type"],
        field=sets["field"],
        names=entry.get("names", {}),
        covers=_named(entry.get("covers", ())),
        lists=_named(entry.get("names", ())),
        answers=entry.get("answers", {}),
        receivers=frozenset(entry.get("receivers", ())),
        by_itself=frozenset(entry["by_itself"]),
        elsewhere=frozenset(entry["elsewhere"]),
    )


def _named(names: Iterable[str]) -> re.Pattern[bytes] | None:
    """Return a pattern that finds one of some names where it is written as a whole."""
    either = "|".join(names)
    return re.compile(rf"(?<![\w])(?P<name>{either})(?:Attribute)?(?![\w])".encode()) if either else None
