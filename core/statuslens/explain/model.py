"""Answers as plain values, which each front end renders in its own markup."""

from dataclasses import dataclass

from statuslens.registry import Reference, StatusClass, StatusCode
from statuslens.registry.constant import Constant
from statuslens.registry.vendor import VendorCode


@dataclass(frozen=True, slots=True)
class Link:
    """A place to read on."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know about a code, in a few words."""

    label: str
    """What it is about: ``Headers``, ``Body``, ``Caching``, ``Method``, ``Retry``."""
    text: str
    """Duties carry their strength: ``MUST send Allow``."""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A code that is easily confused with the explained one, and when to choose which."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code, explained: a registered one, a vendor's, a substatus, or the team's own."""

    code: str
    """``404``, ``403.10``."""
    name: str
    """Empty where nobody has given one."""
    status_class: StatusClass | None
    label: str
    """What kind of code it is: ``Client Error``, ``Microsoft IIS substatus of 403``."""
    meaning: str
    client: str = ""
    """What a client should do."""
    server: str = ""
    """What a server should do."""
    notes: tuple[str, ...] = ()
    """Sentences about its standing and its names, most important first."""
    facts: tuple[Fact, ...] = ()
    older_texts: tuple[str, ...] = ()
    """What older texts say that the specification does not."""
    choices: tuple[Choice, ...] = ()
    team: tuple[Fact, ...] = ()
    """What the team file adds: a note, an owner, a runbook."""
    is_teams_own: bool = False
    """Whether name, meaning and notes are words of a team file, which no markup may take for its own."""
    owners: tuple[VendorCode, ...] = ()
    """Vendors that give the number a meaning of their own."""
    constants: tuple[Constant, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def title(self) -> str:
        """Code and name: ``404 Not Found``."""
        return f"{self.code} {self.name}" if self.name else self.code


@dataclass(frozen=True, slots=True)
class Listing:
    """Several codes that have something in common: a class, a vendor, a property, a word."""

    title: str
    """``4xx Client Error``, ``Codes that may be retried``."""
    notes: tuple[str, ...]
    members: tuple[Choice, ...]
    """Each with its title and, where the listing has one for it, a remark."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Codes side by side: what differs, and when to choose which."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """What is compared, and what each code has there; only rows that differ."""
    choices: tuple[Choice, ...]
    links: tuple[Link, ...]

    @property
    def title(self) -> str:
        """The codes that are compared: ``401 vs 403``."""
        return " vs ".join(title.split(" ", 1)[0] for title in self.titles)


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked."""

    examples: tuple[Choice, ...]
    """Queries, and what each does."""

    @property
    def title(self) -> str:
        """What the answer is."""
        return "What can be asked"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A query without an answer: what is known all the same, and how to go on."""

    query: str
    message: str
    """One or two sentences; what the user typed stands in ``query`` only."""
    nearest: tuple[StatusCode, ...]
    example: str
    """A query that has an answer."""


Answer = Explanation | Listing | Comparison | Help | Refusal


def codes_of(answer: Answer) -> tuple[str, ...]:
    """Return the codes that an answer is about; none for help or a refusal."""
    match answer:
        case Explanation():
            return (answer.code,)
        case Comparison():
            titles = answer.titles
        case Listing():
            titles = tuple(member.title for member in answer.members)
        case _:
            return ()
    return tuple(dict.fromkeys(title.partition(" ")[0] for title in titles))
