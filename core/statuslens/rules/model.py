"""Findings: what a rule reports at a place."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters, with LSP's names, most severe first."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """A report of a rule. Offsets are in code points, the end is exclusive."""

    rule: str
    level: Level
    start: int
    end: int
    code: str
    """The code at the place: ``299``."""
    message: str
    """One sentence: what is wrong."""
    suggestions: tuple[str, ...] = ()
    """Codes that were perhaps meant, most likely first."""
