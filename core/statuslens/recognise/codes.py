"""Statuses in a word or a short text that is known to hold some: single ones, lists, ranges, classes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from statuslens.recognise.model import Role

_RANGE = r"[1-9][0-9]{2}[-:][1-9][0-9]{2}"
_ITEM = rf"(?:{_RANGE}|[1-9][0-9]{{2}}|[1-5][xX]{{2}})"
LIST = rf"{_ITEM}(?:,{_ITEM})*"
"""A pattern for a status, a range or a class, or several with commas between."""
INTEGER = r"[1-9][0-9]{1,3}"
"""A pattern for what someone may write where nothing but a status can stand."""

_CODE = re.compile(r"[1-5][xX]{2}|[0-9]+")
_IN_TEXT = re.compile(rf"(?:(?<![\w.])|(?<=\\b))(?:{_ITEM})(?!\w|\.[0-9])")
_UP_TO_LAST = r"\s*(?:\.{2,3}=?|,)\s*|\s+to\s+"
_UP_TO_NEXT = r"\s*\.\.[.<]?\s*|\s+until\s+|\.until\("
_SPAN_AFTER = re.compile(rf"(?:{_UP_TO_LAST})[2-5]99\b|(?:{_UP_TO_NEXT})[3-6]00\b")
_SPAN_BEFORE = {
    "99": re.compile(rf"(?<![\w.])[1-5]00(?:{_UP_TO_LAST})\Z"),
    "00": re.compile(rf"(?<![\w.])[1-5]00(?:{_UP_TO_NEXT})\Z"),
}
_FIRST_HUNDRED = {"199", "200"}
"""Ends of a range that counts from 100 on, more often than it is a class."""


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A status in a text. Offsets are in code points."""

    start: int
    end: int
    text: str
    role: Role

    def moved(self, by: int) -> "FoundCode":
        """Return it as it stands in a text that holds this one from a place on."""
        return replace(self, start=self.start + by, end=self.end + by)


def read_codes(text: str, *, is_bound: bool = False) -> Iterator[FoundCode]:
    """Yield the codes of a list that is nothing but a list; those of a range are bounds."""
    for item in re.finditer(r"[^,]+", text):
        codes = list(_CODE.finditer(item[0]))
        for code in codes:
            role = Role.BOUND if is_bound or len(codes) > 1 else Role.STATUS
            if not code[0].isdigit():
                role = Role.CLASS
            yield FoundCode(item.start() + code.start(), item.start() + code.end(), code[0], role)


def find_codes(text: str, *, is_bound: bool = False) -> Iterator[FoundCode]:
    """Yield the codes that stand alone in a text, such as a regular expression."""
    for match in _IN_TEXT.finditer(text):
        for code in read_codes(match[0], is_bound=is_bound):
            yield code.moved(match.start())


def ends_span(before: str, code: str, after: str) -> bool:
    """Tell whether a number is an end of a range that holds whole classes: ``400 to 499``, ``200..<300``."""
    pattern = _SPAN_BEFORE.get(code[1:])
    if pattern is None:
        return False
    if code in _FIRST_HUNDRED and pattern.search(before):
        return False
    return pattern.search(before) is not None or (code[1:] == "00" and _SPAN_AFTER.match(after) is not None)
