"""Codes that the team file makes known."""

from functools import lru_cache

from statuslens.config.model import TeamFile


@lru_cache(maxsize=64)
def known_codes(team: TeamFile) -> frozenset[str]:
    """Return the team's own codes and those of the vendors that it switched on."""
    own = {entry.code for entry in team.codes}
    if not team.vendors:
        return frozenset(own)
    from statuslens.registry.vendor import find_vendor  # noqa: PLC0415 (38 files that few settings need)

    vendors = [vendor for name in team.vendors if (vendor := find_vendor(name))]
    return frozenset(own | {code.code for vendor in vendors for code in vendor.codes if code.is_status})
