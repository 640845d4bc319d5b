"""Answers as plain values, which each front end renders in its own markup."""

from dataclasses import dataclass

from statuslens.registry import ClassDescription, StatusCode


@dataclass(frozen=True, slots=True)
class Link:
    """A place to read on."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One status code, explained."""

    status: StatusCode
    notes: tuple[str, ...]
    """Sentences about its standing and its names, most important first."""
    links: tuple[Link, ...]

    @property
    def title(self) -> str:
        """Code and name: ``404 Not Found``."""
        return self.status.title


@dataclass(frozen=True, slots=True)
class ClassExplanation:
    """One class of status codes and its members."""

    description: ClassDescription
    members: tuple[StatusCode, ...]
    links: tuple[Link, ...]

    @property
    def title(self) -> str:
        """Class and name: ``4xx Client Error``."""
        return self.description.title


@dataclass(frozen=True, slots=True)
class Refusal:
    """A query without an answer: what is known all the same, and how to go on."""

    query: str
    message: str
    """One or two sentences; what the user typed stands in ``query`` only."""
    nearest: tuple[StatusCode, ...]
    example: str
    """A query that has an answer."""


Answer = Explanation | ClassExplanation | Refusal
