"""What an overview tells: every status with its place, what it is there for, and what is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from statuslens.recognise import Role
from statuslens.registry import StatusClass
from statuslens.report.model import CheckedFile
from statuslens.report.place import Frame, Range
from statuslens.rules.purpose import Purpose

OTHER_CLASS = "other"
"""The class of what has none: a code above 599."""

Counts = Mapping[Purpose, int]
"""How many statuses there are for each purpose that has any, in the order of the purposes."""


def class_of(code: str) -> str:
    """Return the class of a code or of a class: ``4xx``; ``other`` where there is none."""
    if code in set(StatusClass):
        return code
    found = StatusClass.of(code)
    return found.value if found is not None else OTHER_CLASS


@dataclass(frozen=True, slots=True)
class Place:
    """A status in a file."""

    path: str
    range: Range
    frame: Frame
    text: str
    """As written: ``http.StatusNotFound``."""
    code: str
    """What it means: ``404``; ``4xx`` for a class."""
    role: Role
    language: str
    purpose: Purpose
    handler: str
    """The function, operation or block that it belongs to; empty where none has a name."""

    @property
    def status_class(self) -> str:
        """The class: ``4xx``; ``other`` where there is none."""
        return class_of(self.code)

    @property
    def subject(self) -> str:
        """What is told of it together: its code, or its class for a bound, which is about more than one code."""
        return self.status_class if self.role is Role.BOUND else self.code


@dataclass(frozen=True, slots=True)
class Name:
    """What a code is called, and what the team says of it."""

    name: str
    """Empty for a code that nobody knows."""
    owner: str = ""
    runbook: str = ""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file that was looked at."""

    path: str
    places: tuple[Place, ...]
    checked: CheckedFile | None
    """With its findings; None where it has none."""
    names: Mapping[str, Name]
    """What the codes in it are called."""


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A code, or a class as a whole, and its places."""

    code: str
    name: Name
    status_class: str
    counts: Counts
    places: tuple[Place, ...]
    """In the order of the purposes, then of the files."""


@dataclass(frozen=True, slots=True)
class ClassUse:
    """A class, and how often its codes stand somewhere."""

    status_class: str
    name: str
    counts: Counts
    codes: tuple[CodeUse, ...]


@dataclass(frozen=True, slots=True)
class FileUse:
    """A file, or a handler in it, and its codes by what they are there for."""

    path: str
    handler: str
    line: int
    """Of its first status, from 1."""
    counts: Counts
    codes: Mapping[Purpose, tuple[str, ...]]

    @property
    def answers(self) -> tuple[str, ...]:
        """The codes that it answers with, or is configured to."""
        return (*self.codes.get(Purpose.ANSWERED, ()), *self.codes.get(Purpose.CONFIGURED, ()))


def most_answers_first(handlers: Iterable[FileUse]) -> list[FileUse]:
    """Return handlers, those first that answer with most codes."""
    return sorted(handlers, key=lambda use: -len(use.answers))


@dataclass(frozen=True, slots=True)
class Gaps:
    """Codes that are there for one purpose and lack another; empty where nothing at all has that one."""

    not_answered: tuple[str, ...]
    """Documented, but answered nowhere."""
    not_documented: tuple[str, ...]
    """Answered, but documented nowhere."""
    not_expected: tuple[str, ...]
    """Answered, but no test expects it."""


@dataclass(frozen=True, slots=True)
class Overview:
    """An overview of files."""

    files: int
    """How many were looked at."""
    counts: Counts
    classes: tuple[ClassUse, ...]
    codes: tuple[CodeUse, ...]
    handlers: tuple[FileUse, ...]
    by_file: tuple[FileUse, ...]
    gaps: Gaps
    checked: tuple[CheckedFile, ...]
    """The files with findings."""

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(len(file.findings) for file in self.checked)
