"""Reasons: where code gives a reason phrase beside a status, from ``data/reasons.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from statuslens.datafile import check_fields, read_data
from statuslens.registry import name_key

_FILE = "reasons.yaml"


@dataclass(frozen=True, slots=True)
class ReasonSlot:
    """Where a call takes a status and its reason phrase: positions among its arguments, from zero."""

    status: int
    reason: int
    languages: frozenset[str]
    """The languages in which its name means this call; empty for all."""

    def is_of(self, language: str) -> bool:
        """Tell whether the call is one of a language."""
        return not self.languages or language in self.languages


@cache
def reason_names(language: str) -> frozenset[str]:
    """Return the names of keywords, keys and members whose value is a reason phrase, as ``name_key`` folds them."""
    for entry in _read()["names"]:
        check_fields(entry, f"{_FILE}: names", {"name", "source"}, {"languages"})
    return frozenset(entry["name"] for entry in _read()["names"] if language in entry.get("languages", (language,)))


@cache
def reason_slots() -> Mapping[str, tuple[ReasonSlot, ...]]:
    """Return the calls that take a reason phrase, by the callee's last name."""
    slots: dict[str, list[ReasonSlot]] = {}
    for entry in _read()["calls"]:
        check_fields(entry, f"{_FILE}: calls", {"call", "status", "reason", "source"}, {"languages"})
        languages = frozenset(entry.get("languages", ()))
        slots.setdefault(entry["call"], []).append(ReasonSlot(entry["status"], entry["reason"], languages))
    return {name: tuple(found) for name, found in slots.items()}


@cache
def meant_phrases() -> frozenset[tuple[str, str]]:
    """Return codes with phrases of others that servers send beside them on purpose, as ``name_key`` folds them."""
    for entry in _read()["meant"]:
        check_fields(entry, f"{_FILE}: meant", {"code", "phrase", "source"})
    return frozenset((entry["code"], name_key(entry["phrase"])) for entry in _read()["meant"])


def _read() -> Any:  # noqa: ANN401 (checked at once)
    entry = read_data(_FILE)
    check_fields(entry, _FILE, {"names", "calls", "meant"})
    return entry
