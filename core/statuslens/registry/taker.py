"""Calls that take a constant in a number's place, though it is none: an enumeration's member, a symbol."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from statuslens.datafile import check_fields
from statuslens.registry.reply import Places, is_received


@dataclass(frozen=True, slots=True)
class Taker:
    """A call that takes a number and a constant alike, and does the same with both."""

    receiver: str
    """What stands before the last name, as in a call that takes a status."""
    name: str
    """The last name; ``return`` for a tuple that a handler returns."""
    status: Places
    """Where it takes them."""
    ecosystem: str
    """The id of the ecosystem whose constants it takes."""
    anywhere: bool
    """Whether the name says enough without the import."""
    alone: bool
    """Whether it takes a constant only where there is no other argument."""

    def matches(self, names: tuple[str, ...]) -> bool:
        """Tell whether the names along a callee are this call's."""
        return names[-1] == self.name and is_received(self.receiver, names)


def read_taker(entry: Mapping[str, Any], ecosystem: str, where: str) -> Taker:
    """Read an entry of ``takes`` of an ecosystem with this id."""
    check_fields(entry, where, {"call", "status"}, {"alone", "anywhere", "of"})
    receiver, _, name = entry["call"].rpartition(".")
    return Taker(
        receiver=receiver,
        name=name,
        status=tuple(entry["status"]),
        ecosystem=entry.get("of", ecosystem),
        anywhere=entry.get("anywhere", False),
        alone=entry.get("alone", False),
    )
