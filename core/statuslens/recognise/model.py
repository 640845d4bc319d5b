"""Occurrences: places in a source file that mean a status, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an occurrence does where it stands."""

    STATUS = "status"
    BOUND = "bound"
    CLASS = "class"
    CONSTANT = "constant"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason why a literal is, or is not, a status."""

    reason: str
    """In words, for people: ``compared with response.status_code``."""
    weight: float
    """Above zero speaks for a status, below zero against it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place in a text that means a status. Offsets are in code points, the end is exclusive."""

    start: int
    end: int
    text: str
    """The text between start and end."""
    code: str
    """What it means: ``404``; ``4xx`` for a class."""
    role: Role
    evidence: tuple[Evidence, ...]

    @property
    def confidence(self) -> float:
        """The sum of the weights."""
        return sum(item.weight for item in self.evidence)
