"""Rules: what they find, with what ``data/rules`` says of each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from statuslens.config.model import RuleLevel, Style
from statuslens.datafile import check_fields, read_data
from statuslens.errors import RegistryError
from statuslens.rules import (
    body_not_allowed,
    impossible_condition,
    missing_header,
    name_mismatch,
    not_a_redirect,
    obsolete_code,
    off_by_one_bound,
    old_name,
    prefer_constant,
    prefer_number,
    reason_mismatch,
    response_key,
    string_comparison,
    success_as_error,
    unassigned_code,
    undocumented_code,
    unquoted_response_key,
    unused_suppression,
    vendor_code,
)
from statuslens.rules.level import Level
from statuslens.rules.model import Problem
from statuslens.rules.nearby import CanFind
from statuslens.rules.subject import Subject

L = TypeVar("L", bound=StrEnum)
Find = Callable[[Subject], Iterator[Problem]]

_FINDERS: dict[str, tuple[Find, CanFind | None]] = {
    "unassigned-code": (unassigned_code.find, unassigned_code.can_find),
    "vendor-code": (vendor_code.find, vendor_code.can_find),
    "obsolete-code": (obsolete_code.find, obsolete_code.can_find),
    "reason-mismatch": (reason_mismatch.find, reason_mismatch.can_find),
    "name-mismatch": (name_mismatch.find, name_mismatch.can_find),
    "old-name": (old_name.find, old_name.can_find),
    "string-comparison": (string_comparison.find, string_comparison.can_find),
    "off-by-one-bound": (off_by_one_bound.find, off_by_one_bound.can_find),
    "impossible-condition": (impossible_condition.find, impossible_condition.can_find),
    "body-not-allowed": (body_not_allowed.find, body_not_allowed.can_find),
    "success-as-error": (success_as_error.find, success_as_error.can_find),
    "not-a-redirect": (not_a_redirect.find, not_a_redirect.can_find),
    "missing-header": (missing_header.find, None),
    "response-key": (response_key.find, response_key.can_find),
    "unquoted-response-key": (unquoted_response_key.find, unquoted_response_key.can_find),
    "undocumented-code": (undocumented_code.find, None),
    "prefer-constant": (prefer_constant.find, None),
    "prefer-number": (prefer_number.find, None),
    "unused-suppression": (unused_suppression.find, unused_suppression.can_find),
}
"""What each rule finds, and what tells from bytes whether it can, in the order of the lists that people see."""

_REQUIRED = {"summary", "why", "level", "examples"}
_OPTIONAL = {"off", "preview", "in-tests", "everywhere", "style"}


@dataclass(frozen=True, slots=True)
class Example:
    """Code in a language, and what a rule finds in it."""

    language: str
    """The LSP language id."""
    fails: str
    finds: tuple[str, ...]
    """The texts of the places that are reported in ``fails``, in their order."""
    passes: str
    """Code that differs in what matters, and in which nothing is reported."""
    fixed: str
    """What the rule's fixes make of ``fails``; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    name: str
    summary: str
    """What it finds, in one sentence."""
    why: str
    """Why that matters, and what to do."""
    level: Level
    """Of its findings, where the team says nothing else."""
    is_on: bool
    """Whether it runs where the team says nothing of it."""
    is_preview: bool
    """Whether what it finds may still change much from version to version."""
    in_tests: RuleLevel | None
    """The highest level of its findings in tests, where they matter less; None where they matter as much."""
    is_everywhere: bool
    """Whether it has something to say of texts in which nothing means a status, too."""
    style: Style | None
    """Of the team, where the rule runs with no other."""
    examples: tuple[Example, ...]
    find: Find
    can_find: CanFind | None
    """What tells whether it could find something at a place; None where it might at any."""


@cache
def load_rules() -> Mapping[str, Rule]:
    """Return all rules by name."""
    return MappingProxyType({name: _read(name, *finders) for name, finders in _FINDERS.items()})


RULE_NAMES = tuple(_FINDERS)


def _read(name: str, find: Find, can_find: CanFind | None) -> Rule:
    file = f"rules/{name}.yaml"
    entry = read_data(file)
    check_fields(entry, file, _REQUIRED, _OPTIONAL)
    in_tests = entry.get("in-tests")
    return Rule(
        name=name,
        summary=_words(entry["summary"]),
        why=_words(entry["why"]),
        level=_level(entry["level"], Level, f"{file}: level"),
        is_on=not entry.get("off", False),
        is_preview=entry.get("preview", False),
        in_tests=_level(in_tests, RuleLevel, f"{file}: in-tests") if in_tests is not None else None,
        is_everywhere=entry.get("everywhere", False),
        style=Style(entry["style"]) if "style" in entry else None,
        examples=tuple(_example(item, f"{file}: examples {place}") for place, item in enumerate(entry["examples"], 1)),
        find=find,
        can_find=can_find,
    )


def _level(word: str, kind: type[L], where: str) -> L:
    try:
        return kind(word)
    except ValueError as error:
        raise RegistryError(f"{where} {word!r} is none of {', '.join(kind)}") from error


def _example(entry: Any, where: str) -> Example:  # noqa: ANN401 (checked at once)
    check_fields(entry, where, {"language", "fails", "finds", "passes"}, {"fixed"})
    finds = tuple(str(text) for text in entry["finds"])
    return Example(entry["language"], entry["fails"], finds, entry["passes"], entry.get("fixed", ""))


def _words(text: str) -> str:
    return " ".join(text.split())
