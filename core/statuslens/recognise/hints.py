"""What of ``data/evidence.yaml`` tells from a file's bytes alone whether a status can be in it, typed."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from statuslens.datafile import check_fields, read_data


class NameWeights(NamedTuple):
    """What tells a named constant from its like."""

    reasons: Mapping[str, float]
    protocol: frozenset[str]
    kind: frozenset[str]
    plain: frozenset[str]
    errors: frozenset[str]
    foreign: frozenset[str]
    answer: frozenset[str]
    generic: frozenset[str]
    shared: frozenset[str]
    short: Mapping[str, str]
    hints: tuple[re.Pattern[bytes], ...]

    def is_prefix(self, words: Iterable[str]) -> bool:
        """Tell whether words can stand before a phrase in a constant's name: ``HTTP_STATUS_``, ``NGX_HTTP_``."""
        found = tuple(words)
        if not self.protocol.isdisjoint(found):
            if not (self.errors | self.foreign).isdisjoint(found):
                return False
            # A library's own name may stand before, and nothing that tells what else is meant behind.
            first = next(place for place, word in enumerate(found) if word in self.protocol)
            found = found[min(first, 1) :]
        return not set(found) - self.protocol - self.kind - self.plain


@cache
def read_evidence() -> dict[str, Any]:
    """Return the data as they are written."""
    entry: dict[str, Any] = read_data("evidence.yaml")
    return entry


@cache
def load_name_weights() -> NameWeights:
    """Return what tells names."""
    entry = read_evidence()["names"]
    fields = set(NameWeights._fields)
    check_fields(entry, "evidence.yaml: names", fields)
    lists = {name: frozenset(entry[name]) for name in fields - {"reasons", "short", "hints"}}
    hints = tuple(re.compile(hint.encode()) for hint in entry["hints"])
    return NameWeights(reasons=entry["reasons"], short=entry["short"], hints=hints, **lists)


def has_hint(data: bytes) -> bool:
    """Tell whether a file has one of the hints of ``evidence.yaml``."""
    return any(hint.search(data) for hint in load_name_weights().hints)


@cache
def load_nearby() -> Mapping[str, tuple[str, ...]]:
    """Return patterns of which one stands near a number, or a name, that is a status."""
    entry = read_evidence()["nearby"]
    check_fields(entry, "evidence.yaml: nearby", {"parts", "words", "parts_of_code", "words_of_code", "close"})
    return {name: tuple(hints) for name, hints in entry.items()}
