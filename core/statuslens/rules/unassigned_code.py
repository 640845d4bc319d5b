"""unassigned-code: a status that nobody has given a meaning, or that cannot be one."""

import re
from collections.abc import Iterator

from statuslens.config.known import known_codes
from statuslens.recognise import Occurrence, Role
from statuslens.recognise.weights import load_weights
from statuslens.registry import Registry, StatusClass, load_registry
from statuslens.registry.vendor import vendor_codes
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.range_end import ends_range
from statuslens.rules.response_key import is_wrong_key
from statuslens.rules.subject import Subject
from statuslens.source.language import TokenKind

_DOUBT = 1.0
"""What has to speak for an unknown number beyond what makes a known one a status."""
_NO_CONTENT_IN_OLD_BROWSERS = "1223"
"""What Internet Explorer's XMLHttpRequest makes of 204."""
_SPEAKING = re.compile(rb"status|code|http(?!s?:)|resp|err|exception|header|abort|halt|return")
_LISTED_BEFORE = re.compile(rb"([0-9]{3}),\s*\Z")
_LISTED_BEHIND = re.compile(rb"\A,\s*([0-9]{3})(?![0-9])")
_BOUND = re.compile(rb"(?:[<>]=?|\.\.[.=<]?|[0-9]\s*-|\w-)\s*\Z")
"""What stands before a bound, and before a number that is a part of a name."""
_APART = re.compile(rb"[,;({&|]")
_GIVEN = re.compile(rb"[=:]\s*[\"'(]?\Z")
"""What stands before a number that is the value of something: that has to speak of a status then."""
_REACH, _REACH_BEHIND = 60, 20
_CLOSE_CODES = re.compile(r"10[01][0-9]|[34][0-9]{3}")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that neither IANA's table, the team file nor any vendor has."""
    registry, known = subject.registry, known_codes(subject.team)
    for occurrence in subject.with_role(Role.STATUS):
        code = occurrence.code
        if registry.get(code) or code in known or vendor_codes(code) or _is_meant(occurrence, subject):
            continue
        nearest = tuple(status.code for status in registry.nearest(code))
        yield subject.problem(occurrence, _message(code, registry), suggestions=nearest)


def can_find(near: Surroundings) -> bool:
    """Tell whether what could be a status is a number that IANA's table does not have, where that is clear.

    In data it is a value of its own. In code something on its line speaks of a status, or it stands in a list beside
    one.
    """
    if near.is_number and _is_unknown(near.code):
        return _is_clear_there(near)
    listed = (*_LISTED_BEFORE.findall(near.before(_REACH)), *_LISTED_BEHIND.findall(near.after(_REACH_BEHIND)))
    return any(_is_unknown(number.decode()) for number in listed)


def _is_unknown(code: str) -> bool:
    return code.isdecimal() and load_registry().get(code) is None


def _is_clear_there(near: Surroundings) -> bool:
    if near.is_in_data:
        return near.is_value
    before = near.before(_REACH)
    if _BOUND.search(before):
        return False
    line = before[before.rstrip().rfind(b"\n") + 1 :]
    own = _APART.split(line)[-1]
    if _GIVEN.search(own) is None:
        own = line + near.after(_REACH_BEHIND).split(b"\n", 1)[0]
    return _SPEAKING.search(own) is not None


def _is_meant(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a number means something else than a status, or stands where a text lists what there is."""
    return (
        not _is_clear(occurrence, subject)
        or ends_range(occurrence, subject)
        or _is_foreign(occurrence.code, subject)
        or subject.is_catalogue
        or is_wrong_key(occurrence, subject)
    )


def _is_clear(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a place speaks so clearly of a status that an unknown number, or even text, has to be one."""
    weights, token = load_weights(), subject.token(occurrence)
    is_text = token is not None and token.kind is TokenKind.STRING
    return occurrence.confidence >= (weights.certain if is_text else weights.threshold + _DOUBT)


def _is_foreign(code: str, subject: Subject) -> bool:
    """Tell whether a number is a code of another protocol that the text speaks of, or a browser's own."""
    if code == _NO_CONTENT_IN_OLD_BROWSERS or subject.other_protocol:
        return True
    return _CLOSE_CODES.fullmatch(code) is not None and "websocket" in subject.text.lower()


def _message(code: str, registry: Registry) -> str:
    status_class = StatusClass.of(code)
    if status_class is None:
        return f"{code} is no HTTP status code: they run from 100 to 599."
    return f"{code} is not an assigned HTTP status code. {registry.describe_class(status_class).unknown}"
