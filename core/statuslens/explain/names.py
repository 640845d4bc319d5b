"""What a code is called, without all else that is known of it."""

from collections.abc import Iterable

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.registry import Registry, StatusClass
from statuslens.registry.vendor import usual_name, vendor_codes

_CLASSES = frozenset(StatusClass)


def name_of(code: str, registry: Registry, team: TeamFile = DEFAULTS) -> str:
    """Return the name of a code, substatus or class: IANA's, or the team's, or a vendor's; empty where it has none."""
    if code in _CLASSES:
        return StatusClass(code).label
    status = registry.get(code)
    if status is not None:
        return status.name
    own = next((item.name for item in team.codes if item.code == code), "")
    owners = vendor_codes(code)
    return own or usual_name(item for item in owners if item.vendor_id in team.vendors) or usual_name(owners)


def title_of(code: str, registry: Registry, team: TeamFile = DEFAULTS) -> str:
    """Return a code and its name: ``404 Not Found``, ``4xx Client Error``; the code alone where it has none."""
    return f"{code} {name_of(code, registry, team)}".rstrip()


def title_among(code: str, registry: Registry, teams: Iterable[TeamFile]) -> str:
    """Return a code and its name by the first team that has a name for it."""
    titles = [title_of(code, registry, team) for team in teams]
    return next((title for title in titles if title != code), code)
