"""unassigned-code: a status that nobody has given a meaning, or that cannot be one."""

from collections.abc import Iterator

from statuslens.config.known import known_codes
from statuslens.config.model import TeamFile
from statuslens.recognise import Occurrence, Role
from statuslens.registry import Registry, StatusClass
from statuslens.registry.vendor import vendor_codes
from statuslens.rules.model import Finding, Level

NAME = "unassigned-code"

_NAMED_VENDORS = 3


def find(occurrence: Occurrence, registry: Registry, team: TeamFile) -> Iterator[Finding]:
    """Yield a finding where a status stands that neither IANA's table nor the team file has."""
    code = occurrence.code
    if occurrence.role is not Role.STATUS or registry.get(code) or code in known_codes(team):
        return
    nearest = registry.nearest(occurrence.code)
    message = _message(occurrence.code, registry)
    suggestions = tuple(status.code for status in nearest)
    yield Finding(NAME, Level.WARNING, occurrence.start, occurrence.end, occurrence.code, message, suggestions)


def _message(code: str, registry: Registry) -> str:
    status_class = StatusClass.of(code)
    if status_class is None:
        return f"{code} is no HTTP status code: they run from 100 to 599."
    vendors = list(dict.fromkeys(own.vendor for own in vendor_codes(code)))
    if vendors:
        few = len(vendors) <= _NAMED_VENDORS
        users = ", ".join(vendors) if few else f"{len(vendors)} vendors (statuslens explain {code})"
        return f"{code} is not an assigned HTTP status code. Known from {users}: if meant, name it in the team file."
    return f"{code} is not an assigned HTTP status code. {registry.describe_class(status_class).unknown}"
