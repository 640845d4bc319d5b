"""What is known about a status code, as frozen values."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

_RFC = re.compile(r"RFC (\d+)\Z")


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
    def of(cls, code: str) -> "StatusClass | None":
        """Return the class of a three-digit code, or None outside 100 to 599."""
        if len(code) == 3 and code.isascii() and code.isdigit() and code[0] in "12345":  # noqa: PLR2004
            return cls(f"{code[0]}xx")
        return None


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


@dataclass(frozen=True, slots=True)
class FormerName:
    """A reason phrase that older specifications or other software used for a code."""

    name: str
    used_by: str
    """Who used it: ``RFC 2616 §10.4.15``, ``Werkzeug``."""


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
    sources: tuple[Source, ...]
    former_names: tuple[FormerName, ...] = ()
    deprecated_by: Reference | None = None
    """The specification that advises against the code (305)."""
    expires: dt.date | None = None
    """When a temporary registration ends (104)."""

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
