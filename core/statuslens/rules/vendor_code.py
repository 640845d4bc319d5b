"""vendor-code: a status that only a vendor gives a meaning, which the team file does not name."""

import re
from collections.abc import Iterator
from functools import cache

from statuslens.config.known import known_codes
from statuslens.recognise import Role
from statuslens.registry import load_registry
from statuslens.registry.vendor import VendorCode, load_vendors, vendor_codes
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.range_end import ends_range
from statuslens.rules.response_key import is_wrong_key
from statuslens.rules.subject import Subject

_NAMED = 3
_NUMBER = re.compile(
    rb"([1-9][0-9]{2})(?![\w.%])(?<![\w.#][0-9]{3})(?<!\w-[0-9]{3})"
    rb"(?<![^=-][<>][0-9]{3})(?<![^=-][<>] [0-9]{3})(?<![<>]=[0-9]{3})(?<![<>]= [0-9]{3})"
)
"""What is no part of something else, and no bound."""
_PART_BEFORE = re.compile(rb"\w-\Z")
"""What stands before a part of a name, ``red-600``, and before the end of a range."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the codes of vendors that are not in use."""
    known = known_codes(subject.team)
    for occurrence in subject.with_role(Role.STATUS):
        code = occurrence.code
        owners = vendor_codes(code)
        is_at_home = any(own.vendor_id == subject.language for own in owners)  # 444 in the configuration of nginx
        is_known = is_at_home or subject.registry.get(code) is not None or code in known
        is_meant = subject.is_catalogue or ends_range(occurrence, subject) or is_wrong_key(occurrence, subject)
        if owners and not is_known and not is_meant:
            yield subject.problem(occurrence, _message(code, owners))


def can_find(near: Surroundings) -> bool:
    """Tell whether what could be a status, or a number beside it, is one that a vendor alone has."""
    alone = _of_vendors_alone()
    if near.is_in_data:
        return near.is_number and near.code in alone and near.is_value
    if near.is_number and near.code in alone and not _PART_BEFORE.search(near.before(2)):
        return True
    return any(number.decode() in alone for number in _NUMBER.findall(near.around))


@cache
def _of_vendors_alone() -> frozenset[str]:
    codes = {own.code for vendor in load_vendors() for own in vendor.codes}
    return frozenset(code for code in codes if load_registry().get(code) is None)


def _message(code: str, owners: tuple[VendorCode, ...]) -> str:
    vendors = list(dict.fromkeys(own.vendor for own in owners))
    users = ", ".join(vendors) if len(vendors) <= _NAMED else f"{len(vendors)} vendors (statuslens explain {code})"
    name = f", as {owners[0].name}" if len(vendors) == 1 and owners[0].name else ""
    return f"{code} is no standard status: it is known from {users}{name}. If meant, name the vendor in the team file."
