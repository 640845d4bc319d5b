"""What is known about a status code, as frozen values."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_RFC = re.compile(r"RFC (\d+)\Z")


TEAPOT = "418"
"""Reserved since it is in use as a joke (RFC 9110 §15.5.19), which people mean."""


class Registration(StrEnum):
    """The standing of a number in IANA's HTTP Status Code Registry."""

    ASSIGNED = "assigned"
    UNUSED = "unused"
    OBSOLETED = "obsoleted"
    TEMPORARY = "temporary"
    UNASSIGNED = "unassigned"


class StatusClass(StrEnum):
    """The class that the first digit names (RFC 9110 §15)."""

    INFORMATIONAL = "1xx"
    SUCCESSFUL = "2xx"
    REDIRECTION = "3xx"
    CLIENT_ERROR = "4xx"
    SERVER_ERROR = "5xx"

    @property
    def label(self) -> str:
        """The class's name in words: ``Client Error``."""
        return self.name.replace("_", " ").title()

    @classmethod
    @lru_cache(maxsize=1024)
    def of(cls, code: str) -> "StatusClass | None":
        """Return the class of a three-digit code, or None outside 100 to 599."""
        if len(code) == 3 and code.isascii() and code.isdigit() and code[0] in "12345":  # noqa: PLR2004
            return cls(f"{code[0]}xx")
        return None


class Body(StrEnum):
    """Whether a response with the status has content."""

    ALLOWED = "allowed"
    NONE = "none"
    """The framing has no place for it: the message ends with the headers (1xx, 204, 304)."""
    EMPTY = "empty"
    """The framing has a place, but a server leaves it empty (205)."""


class Strength(StrEnum):
    """How strongly a specification asks for something (BCP 14)."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    MAY = "MAY"


@dataclass(frozen=True, slots=True)
class Reference:
    """A specification and, where there is one, the section that defines something."""

    document: str
    """The specification as cited: ``RFC 9110``, ``draft-ietf-httpbis-resumable-upload-05``."""
    section: str | None = None
    """The section without its sign: ``15.5.5``."""

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read ``RFC 9110 §15.5.5``; without a section sign the whole text is the document."""
        document, _, section = text.partition(" §")
        return cls(document, section or None)

    @property
    def url(self) -> str:
        """Where the section can be read."""
        if found := _RFC.match(self.document):
            page = f"https://www.rfc-editor.org/rfc/rfc{found[1]}.html"
        else:
            page = f"https://datatracker.ietf.org/doc/html/{self.document}"
        return f"{page}#section-{self.section}" if self.section else page

    def __str__(self) -> str:
        return f"{self.document} §{self.section}" if self.section else self.document


CACHING = Reference("RFC 9110", "15.1")
"""Where the codes stand that are heuristically cacheable; all others are not."""
CONTENT = Reference("RFC 9110", "6.4.1")
"""Where it stands which responses have content."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A reason phrase that older specifications or other software used for a code."""

    name: str
    used_by: str
    """Who used it: ``RFC 2616 §10.4.15``, ``Werkzeug``."""


@dataclass(frozen=True, slots=True)
class HeaderDuty:
    """A header field that goes with a status."""

    header: str
    strength: Strength
    when: str
    """The condition as a short clause, ``if the shortage is temporary``; empty where there is none."""
    reference: Reference
    keyword: bool = True
    """Whether the specification uses the word of ``strength``; if not, it is the nearest to what it describes."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """What becomes of the request when a client follows the response elsewhere."""

    method: str
    """Whether the method may change, as a short sentence."""
    reference: Reference


@dataclass(frozen=True, slots=True)
class Retry:
    """Whether and how the request may be sent again."""

    advice: str
    strength: Strength | None
    """Of the advice, which may be not to retry; None where the specification uses no such word."""
    reference: Reference


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another code that is easily mistaken for this one."""

    code: str
    choose: str
    """When to choose which."""


@dataclass(frozen=True, slots=True)
class OlderText:
    """What an older text says that the current specification does not."""

    by: str
    """Who says it: ``RFC 2616``, ``Some older tables``; the subject of ``said``."""
    said: str
    """The rest of that sentence, without its full stop: ``said that only one resource is created``."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from."""

    id: str
    title: str
    url: str
    date: dt.date | None = None
    """The date that the source itself carries."""


@dataclass(frozen=True, slots=True)
class ClassDescription:
    """What a class of status codes says, and how to read an unknown member of it."""

    status_class: StatusClass
    meaning: str
    unknown: str
    """What a client does with a code of the class that it does not know."""
    reference: Reference
    sources: tuple[Source, ...]
    older_texts: tuple[OlderText, ...] = ()

    @property
    def title(self) -> str:
        """Class and name: ``4xx Client Error``."""
        return f"{self.status_class} {self.status_class.label}"


@dataclass(frozen=True, slots=True)
class StatusCode:
    """A status code of IANA's registry."""

    code: str
    name: str
    """The name people know: the registered one, but ``I'm a teapot`` for 418."""
    registered_name: str
    """The name in IANA's table: ``(Unused)`` for 418."""
    registration: Registration
    reference: Reference
    meaning: str
    """One to three plain sentences of our own."""
    client: str
    """What a client, or who writes it, does about it."""
    server: str
    """What a server does that sends it, or how it is avoided or mended there."""
    sources: tuple[Source, ...]
    former_names: tuple[FormerName, ...] = ()
    former_references: tuple[Reference, ...] = ()
    """Specifications that defined the code before, newest first."""
    deprecated_by: Reference | None = None
    """The specification that advises against the code (305)."""
    expires: dt.date | None = None
    """When a temporary registration ends (104)."""
    heuristically_cacheable: bool = False
    """Whether a cache may keep the response without being told how long (RFC 9111 §4.2.2)."""
    must_not_store: bool = False
    """Whether the definition forbids every cache to keep the response."""
    caching_reference: Reference = CACHING
    body: Body = Body.ALLOWED
    body_reference: Reference = CONTENT
    content_length_forbidden: bool = False
    """Whether a server must leave Content-Length out (RFC 9110 §8.6)."""
    headers: tuple[HeaderDuty, ...] = ()
    redirect: Redirect | None = None
    retry: Retry | None = None
    confusions: tuple[Confusion, ...] = ()
    older_texts: tuple[OlderText, ...] = ()

    @property
    def status_class(self) -> StatusClass:
        """The class that the first digit names."""
        return StatusClass(f"{self.code[0]}xx")

    @property
    def title(self) -> str:
        """Code and name: ``404 Not Found``."""
        return f"{self.code} {self.name}"

    @property
    def in_use(self) -> bool:
        """Whether new work may use the code: registered, and nobody advises against it."""
        return self.registration in {Registration.ASSIGNED, Registration.TEMPORARY} and not self.deprecated_by
