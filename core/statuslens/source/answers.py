"""Whether a change can alter what a document answered to questions about names; if not, the new one takes it over."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TypeAlias

from statuslens.source.asked import Asked
from statuslens.source.document import BODY_REACH
from statuslens.source.imports import find_imports
from statuslens.source.names import (
    GIVEN_REACH,
    GIVERS,
    MOST_PLACES,
    REACH_AFTER,
    REACH_BEFORE,
    assigned_in,
    classes_in,
    companions_in,
    count_places,
    count_set,
    declared_in,
    definitions_in,
    members_in,
    names_in,
    package_in,
)
from statuslens.source.revision import Lines, Revision, changed_lines
from statuslens.source.syntax import Change

_IMPORT_REACH = 1000
"""Characters before and behind a change in which an import that it is a part of is looked for, and those that a pattern
says it takes at most, as ``{0,5000}``."""
_AT_MOST = re.compile(r"\{0,(\d+)\}")
_LONGEST_CHARACTER = 4
"""Bytes of one."""
_DEFINITION_REACH = REACH_BEFORE + REACH_AFTER


_Question: TypeAlias = tuple[Iterable[str], Mapping[str, str], Callable[[bytes, str], object]]
"""The names that were asked for, what else they are written as, and what finds the answer."""


def take_over(revision: Revision) -> bool:
    """Take over what a document was asked before a change; tell whether all answers are as they were."""
    old, new, lines = revision.old, revision.new, changed_lines(revision)
    if not lines.are_alike(classes_in) or not lines.are_alike(package_in) or not _has_same_imports(revision):
        return False
    new.imports, new.classes, new.package = old.imports, old.classes, old.package
    asked, form = old.asked, old.language.declared
    placed = asked.placed.union(asked.assigned, asked.declared)
    new.asked = Asked(
        given_with=asked.given_with.copy(),
        members=asked.members.copy(),
        prefixed=asked.prefixed.copy(),
        times_set=asked.times_set.copy(),
        parameters=asked.parameters.copy(),
        fields=asked.fields.copy(),
        providers=asked.providers.copy(),
        placed=placed,
    )
    if not _are_given_alike(placed, revision):
        return False
    questions: tuple[_Question, ...] = (
        (placed if form else (), {}, lambda data, name: [value for _, value in declared_in(data, name, form)]),
        (asked.given_with, {}, companions_in),
        (asked.members, {}, members_in),
        (asked.prefixed, {}, names_in),
        (asked.times_set, {}, count_set),
    )
    for names, forms, find in questions:
        for name in lines.with_any(names, forms):
            if find(lines.old, name) != find(lines.new, name) or _may_hide(name, lines, revision):
                return False
    return _has_same_definitions(revision) and _has_same_fields(revision)


def _are_given_alike(names: Iterable[str], revision: Revision) -> bool:
    """Tell whether names are given the same, be it on several lines."""
    lines = changed_lines(revision, GIVEN_REACH)
    for name in lines.with_any(names, GIVERS):
        before, after = ([value for _, value in assigned_in(data, name)] for data in (lines.old, lines.new))
        if before != after or _may_hide(name, lines, revision):
            return False
    return True


def _may_hide(name: str, lines: Lines, revision: Revision) -> bool:
    """Tell whether a change may move the last place of a name that is looked at."""
    return not lines.are_alike(lambda data: count_places(data, name)) and (
        max(count_places(data, name) for data in (revision.old.data, revision.new.data)) >= MOST_PLACES
    )


def _has_same_imports(revision: Revision) -> bool:
    old, new, change = revision.old.data, revision.new.data, revision.change
    for pattern in revision.old.language.imports:
        reach = _import_reach(pattern)
        if not new[max(0, change.start - reach) : change.new_end + reach].isascii():
            reach *= _LONGEST_CHARACTER
        first = old.rfind(b"\n", 0, max(0, change.start - reach)) + 1
        parts = old[first : change.old_end + reach], new[first : change.new_end + reach]
        before, after = (find_imports(part.decode("utf-8", "replace"), (pattern,)) for part in parts)
        if before != after:
            return False
    return True


@cache
def _import_reach(pattern: re.Pattern[str]) -> int:
    return _IMPORT_REACH + sum(map(int, _AT_MOST.findall(pattern.pattern)))


def _has_same_definitions(revision: Revision) -> bool:
    """Compare the functions that are defined where the change may be a part of the definition."""
    old, new, change, difference = revision.old, revision.new, revision.change, revision.difference
    lines, forms = changed_lines(revision, _DEFINITION_REACH), old.language.definitions
    for name in lines.with_any(old.asked.defined):
        before = [lines.moved(end, change) for end in definitions_in(lines.old, name, forms)]
        if before != list(definitions_in(lines.new, name, forms)):
            return False
    moved = {name: _moved(end, change) for name, end in old.asked.defined.items()}
    new.asked.defined = moved
    is_broken = old.root.is_error or new.root.is_error
    top = (0, len(new.data)) if is_broken else new.top_around(difference.start, difference.new_end)
    for name, parameters in old.asked.parameters.items():
        end = moved.get(name)
        if end is not None and top[0] <= end <= top[1] and new.parameters_at(end) != parameters:
            return False
    for (function, name), answer in old.asked.compared.items():
        end = moved[function]
        if end is None or end > difference.new_end or end + BODY_REACH < difference.start:
            new.asked.compared[function, name] = answer
        elif new.compared(function, name) != answer:
            return False
    return True


def _moved(end: int | None, change: Change) -> int | None:
    return end if end is None or end <= change.start else end + change.delta


def _has_same_fields(revision: Revision) -> bool:
    """Compare the types that are defined where the change may be a part of the definition."""
    old, new, difference = revision.old, revision.new, revision.difference
    records = old.language.records
    if records is None:
        return True
    lines = changed_lines(revision, _DEFINITION_REACH)
    for name in lines.with_any(old.asked.fields):
        pattern = records.pattern_of(name)
        if len(pattern.findall(lines.old)) != len(pattern.findall(lines.new)):
            return False
    for name, (start, end) in old.asked.records.items():
        if difference.start <= end and start <= difference.old_end:
            return False
        moved = revision.change.delta if start >= difference.old_end else 0
        new.asked.records[name] = (start + moved, end + moved)
    return True
