"""Comments that switch rules off: ``statuslens: ignore[rule] reason``, for a line, for the next one, for the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from statuslens.rules.subject import Subject
from statuslens.source.language import load_languages
from statuslens.source.statements import find_comments

_DIRECTIVE = re.compile(r"\bstatuslens:[ \t]*ignore(?P<reach>-next-line|-file)?\b(?:\[(?P<rules>[^\]\r\n]*)\])?")
_NEEDLE = "statuslens:"
_REACHES = {None: 0, "-next-line": 1, "-file": None}
_FILE_LINES = 20
"""The lines at the beginning of a file in which a comment can be about all of it."""


@dataclass(slots=True)
class Suppression:
    """A comment that switches rules off. Offsets are in code points, the end is exclusive."""

    start: int
    end: int
    rules: tuple[str, ...]
    """The names that it gives; empty where it is about all rules."""
    reach: int | None
    """How many lines further down the line is that it is about; None where it is about the file."""
    line: int
    """The line that it stands on, counted from zero."""
    comment: tuple[int, int]
    """The comment that it stands in."""
    used: set[str] = field(default_factory=set)
    """The rules of which it has kept a finding from being reported."""

    def covers(self, rule: str, first: int, last: int) -> bool:
        """Tell whether it is about a rule's finding on some lines."""
        is_there = self.reach is None or first <= self.line + self.reach <= last
        return is_there and (not self.rules or rule in self.rules)

    def moved(self, start: int, end: int, line: int, comment: tuple[int, int]) -> "Suppression":
        """Return it at another place, that of the code in the file around it."""
        return Suppression(start, end, self.rules, self.reach, line, comment, self.used)


def can_suppress(data: bytes) -> bool:
    """Tell at the price of a search whether a file can have such a comment."""
    return _NEEDLE.encode() in data


def find_suppressions(subject: Subject) -> Iterator[Suppression]:
    """Yield the comments of a text, in its own language, that switch rules off."""
    if _NEEDLE not in subject.text:
        return
    for start, comment in _comments(subject):
        for match in _DIRECTIVE.finditer(comment):
            place = start + match.start(), start + match.end()
            line = subject.scan.lines.position(place[0]).line
            rules = tuple(filter(None, (name.strip() for name in (match["rules"] or "").split(","))))
            reach = _REACHES[match["reach"]]
            if reach is not None or line < _FILE_LINES:
                yield Suppression(*place, rules, reach, line, (start, start + len(comment)))


def _comments(subject: Subject) -> Iterator[tuple[int, str]]:
    """Yield where a comment with the needle begins, and its text."""
    form = load_languages()[subject.language].format
    if form is not None:
        yield from find_comments(subject.text, form)
        return
    seen = 0
    while (found := subject.text.find(_NEEDLE, seen)) >= 0:
        seen = found + len(_NEEDLE)
        span = subject.comment_at(found)
        if span is not None:
            seen = max(seen, span[1])
            yield span[0], subject.text[slice(*span)]
