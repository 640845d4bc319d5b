"""response-key: a key under OpenAPI's ``responses`` that no status can have."""

import re
from collections.abc import Iterator

from statuslens.recognise import Occurrence
from statuslens.registry import Registry
from statuslens.rules.contract import Contract, Response
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject

_KEYS = re.compile(r"[1-5](?:[0-9]{2}|XX)")
_RANGE = re.compile(r"[1-5][xX]{2}")
_MEANT = re.compile(r"[0-9].*", re.DOTALL)
"""What is meant for a status; other keys are ``default``, extensions and whatever else a tool reads."""
_BEGINNING = re.compile(r"[1-5][0-9]{2}(?![0-9A-Za-z])")
_SWAGGER = 2


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the keys of operations' responses that OpenAPI does not have."""
    contract = subject.contract
    for response in contract.responses if contract is not None else ():
        if contract is not None and _is_wrong(response, contract):
            yield _problem(response, contract, subject)


def can_find(_near: Surroundings) -> bool:
    """Tell that no status matters: what describes responses is looked for."""
    return False


def is_wrong_key(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether an occurrence is such a key."""
    contract, response = subject.contract, subject.listed(occurrence)
    return contract is not None and response is not None and _is_wrong(response, contract)


def _is_wrong(response: Response, contract: Contract) -> bool:
    if not response.is_listed or not _MEANT.fullmatch(response.code):
        return False
    is_range = _RANGE.fullmatch(response.code) is not None
    return not _KEYS.fullmatch(response.code) or (is_range and contract.version == _SWAGGER)


def _problem(response: Response, contract: Contract, subject: Subject) -> Problem:
    start = subject.offset(response.start)
    end = start + len(response.code)
    code, upper = response.code, response.code.upper()
    if not _RANGE.fullmatch(code):
        message = (
            f"{code} is no key of a response: OpenAPI has statuses from 100 to 599, ranges such as 4XX, and default."
        )
        return Problem(start, end, code, message, _meant(code, subject.registry))
    if contract.version == _SWAGGER:
        message = f"{code} is a range, which OpenAPI 2 does not have: list the statuses, or write default."
        return Problem(start, end, code.lower(), message)
    message = f"{code} is no key of a response: OpenAPI writes ranges with capitals, {upper}."
    edit = Edit(start, end, upper)
    fix = Fix(f"Replace {code} by {upper}", (edit,), is_safe=False) if upper not in response.beside else None
    return Problem(start, end, code.lower(), message, fix=fix)


def _meant(key: str, registry: Registry) -> tuple[str, ...]:
    """Return the status that a key begins with, ``204 NO_CONTENT``, or else those that are near a number."""
    begun = _BEGINNING.match(key)
    if begun is not None:
        return (begun[0],) if registry.get(begun[0]) else ()
    return tuple(status.code for status in registry.nearest(key)) if key.isdecimal() else ()
