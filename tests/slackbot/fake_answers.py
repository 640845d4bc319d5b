"""What a fake Slack can be told to answer to a call, instead of what it would answer by itself."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """200 and ``ok``, with these fields over the usual ones."""

    fields: Fields


@dataclass(frozen=True, slots=True)
class Refused:
    """200, and not ``ok``: Slack's own way to refuse a call."""

    error: str


@dataclass(frozen=True, slots=True)
class RateLimited:
    """429, and when to come back, in words where ``retry_after`` is no number."""

    retry_after: str = "0"


@dataclass(frozen=True, slots=True)
class Broken:
    """A status that is Slack's fault, with a page instead of JSON."""

    status: int = 500


@dataclass(frozen=True, slots=True)
class Dropped:
    """The connection ends without an answer."""


@dataclass(frozen=True, slots=True)
class Held:
    """The usual answer, once it is let go; never, if it is not."""

    end: asyncio.Event = field(default_factory=asyncio.Event)


Scripted = Answered | Refused | RateLimited | Broken | Dropped | Held
