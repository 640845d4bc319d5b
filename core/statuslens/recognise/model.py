"""Occurrences: places in a source file that mean a status, and why; all those of a text are a scan."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from statuslens.errors import MissingGrammarError
from statuslens.source.document import Document
from statuslens.source.lines import LineIndex
from statuslens.source.regions import Region

if TYPE_CHECKING:
    from statuslens.recognise.facts import FileFacts


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
    language: str = ""
    """The LSP language id, where it is not that of the text: that of code inside another file."""

    @property
    def confidence(self) -> float:
        """The sum of the weights."""
        return sum(item.weight for item in self.evidence)

    def moved(self, distance: int) -> "Occurrence":
        """Return it at its place in a text that has been changed before it; faster than ``replace``."""
        start, end = self.start + distance, self.end + distance
        return Occurrence(start, end, self.text, self.code, self.role, self.evidence, self.language)


@dataclass(frozen=True, slots=True)
class Scan:
    """The occurrences of one text, in the order of their places."""

    language: str
    lines: LineIndex
    occurrences: tuple[Occurrence, ...]
    left_out: str = ""
    """Why the text was not looked at, where it was not."""
    lacking: tuple[MissingGrammarError, ...] = ()
    """Of which languages code inside the text was not looked at, since their grammars are not installed."""
    document: Document | None = field(default=None, compare=False, repr=False)
    """The text with its syntax tree, where it is in a language that is parsed."""
    facts: "FileFacts | None" = field(default=None, compare=False, repr=False)
    """What the whole text says of what is in it, where that is known of a text that is being edited."""
    parts: tuple["Part", ...] = field(default=(), compare=False, repr=False)
    """The code in other languages inside the text, whose occurrences are among those of the text."""


@dataclass(frozen=True, slots=True)
class Part:
    """Code in another language inside a text."""

    scan: Scan
    """Of the code alone: its offsets count from its own beginning."""
    region: Region
    """Where the code stands in the text around it."""
