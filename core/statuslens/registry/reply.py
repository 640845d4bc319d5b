"""Calls that answer a request, as libraries have them: what they take, and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from statuslens.datafile import check_fields
from statuslens.errors import RegistryError

_FIELDS = {"also", "status", "with", "body", "headers", "means", "later", "opening", "nothing", "anywhere"}


class Meaning(StrEnum):
    """What a library takes a call for."""

    RESPONSE = "response"
    ERROR = "error"
    REDIRECT = "redirect"


Places = tuple[int | str, ...]
"""Positions among the arguments, from zero, and names by which they are passed."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A call that answers a request."""

    receiver: str
    """What stands before the last name, as in a call that takes a status."""
    name: str
    """The last name; ``return`` for a tuple that a handler returns."""
    status: Places
    """Where it takes the status."""
    companions: frozenset[str]
    """Calls of the same chain that give it its status, where it takes none itself."""
    leaders: frozenset[str]
    """Calls of a statement before, on the same response, that give it its status, where it takes none itself."""
    body: Places
    """Where it takes what it sends."""
    headers: Places
    """Where it takes header fields."""
    meaning: Meaning
    also: frozenset[str]
    """Codes that the library means to be sent so, though they are not what the call is named for."""
    opening: str
    """What its first argument, a text, begins with."""
    only_null: bool
    """Whether an empty text counts as a body too."""
    anywhere: bool
    """Whether the name says enough without the import."""

    def matches(self, names: tuple[str, ...]) -> bool:
        """Tell whether the names along a callee are this call's; the last one is known to be."""
        return is_received(self.receiver, names)


def is_received(receiver: str, names: tuple[str, ...]) -> bool:
    """Tell whether what stands before the last of some names is what an entry's call has there."""
    if receiver in {"*", "?"}:
        return receiver == "?" or len(names) > 1
    if not receiver:
        return len(names) == 1
    owners = tuple(receiver.split("."))
    return names[-1 - len(owners) : -1] == owners


def read_reply(entry: Mapping[str, Any], where: str) -> Reply:
    """Read an entry of an ecosystem's ``replies``."""
    check_fields(entry, where, {"call"}, _FIELDS)
    receiver, _, name = entry["call"].rpartition(".")
    try:
        meaning = Meaning(entry.get("means", "response"))
    except ValueError as error:
        raise RegistryError(f"{where}: means {entry['means']!r} is none of {', '.join(Meaning)}") from error
    return Reply(
        receiver=receiver,
        name=name,
        status=tuple(entry.get("status", ())),
        companions=frozenset(entry.get("with", ())),
        leaders=frozenset(entry.get("later", ())),
        body=tuple(entry.get("body", ())),
        headers=tuple(entry.get("headers", ())),
        meaning=meaning,
        also=frozenset(entry.get("also", ())),
        opening=entry.get("opening", ""),
        only_null=entry.get("nothing", "") == "null",
        anywhere=entry.get("anywhere", False),
    )
