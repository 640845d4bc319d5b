"""Findings: what a rule reports at a place, and how to mend it. Offsets are in code points, ends are exclusive."""

from dataclasses import dataclass

from statuslens.rules.level import Level


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a text, and what takes its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding together, or not at all."""

    title: str
    """What they do, as an instruction: ``Replace 404 by HTTPStatus.NOT_FOUND``."""
    edits: tuple[Edit, ...]
    """In the order of their places, without overlaps."""
    is_safe: bool
    """Whether the program does the same as before."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule says of a place."""

    start: int
    end: int
    code: str
    """The code at the place: ``299``."""
    message: str
    """One sentence: what is wrong."""
    suggestions: tuple[str, ...] = ()
    """Codes that were perhaps meant, most likely first."""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    most: Level | None = None
    """The highest level that it may have, where it matters less than the rule's other problems."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as it is reported: by which rule, at which level."""

    rule: str
    level: Level
    start: int
    end: int
    code: str
    message: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
