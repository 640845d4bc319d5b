"""Codes that the team file makes known."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from statuslens.config.model import TeamFile

if TYPE_CHECKING:
    from statuslens.registry.vendor import VendorCode


@lru_cache(maxsize=64)
def known_codes(team: TeamFile) -> frozenset[str]:
    """Return the team's own codes and those of the vendors that it switched on."""
    return frozenset((*(entry.code for entry in team.codes), *(own.code for own in _of_vendors(team) if own.is_status)))


@lru_cache(maxsize=64)
def codes_to_choose(team: TeamFile) -> Mapping[str, str]:
    """Return the codes that new work may use, in their order, with their names.

    They are IANA's that nobody advises against, the teapot, and those of three digits that the team file makes known.
    """
    from statuslens.registry import load_registry  # noqa: PLC0415 (a check needs what the team file says, not this)
    from statuslens.registry.model import TEAPOT  # noqa: PLC0415

    found = {own.code: own.name for own in _of_vendors(team) if own.is_status}
    found |= {status.code: status.name for status in load_registry() if status.in_use or status.code == TEAPOT}
    found |= {entry.code: entry.name for entry in team.codes}
    return MappingProxyType({code: name for code, name in sorted(found.items()) if code.isdecimal()})


def _of_vendors(team: TeamFile) -> Iterator["VendorCode"]:
    if team.vendors:
        from statuslens.registry.vendor import find_vendor  # noqa: PLC0415 (38 files that few settings need)

        yield from (code for name in team.vendors if (vendor := find_vendor(name)) for code in vendor.codes)
