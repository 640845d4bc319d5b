"""Usage lines: where a status stands in a directive, written as a manual would.

``error_page CODE+`` and ``error_page * =CODE`` say that nginx's ``error_page`` takes statuses first, and one behind
``=`` anywhere. A usage is words separated by blanks:

- a glob stands for itself, in any case; ``a|b`` for one of two
- ``?`` is any one word, ``*`` any number of them
- ``CODE`` is a word that is a status, ``R=CODE`` a word or an item of a word's list that has one
- ``CODE+`` is one or more such words
- ``MATCH`` is a regular expression or a list; each status in it counts
- ``{`` ends the statement around the block in which the rest stands
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import translate
from functools import cache

from statuslens.recognise.codes import INTEGER, LIST, FoundCode, find_codes, read_codes
from statuslens.source.statements import Word

_ANYTHING = re.compile(r"")
_EDGE = r"[\s,\[\](){}\"';]"
"""What stands between the items of a word that is a list: ``[R=301,L]``."""


class Slot(StrEnum):
    """What a part of a usage line takes."""

    WORD = "word"
    WORDS = "words"
    STATUS = "status"
    WITHIN = "within"
    """A word with a status in it."""
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a usage line."""

    slot: Slot
    pattern: re.Pattern[str]
    repeats: bool = False

    def fits(self, word: Word) -> bool:
        """Tell whether a word can stand here; the tag of a template can stand for a status."""
        if self.slot is Slot.STATUS:
            return bool(self.pattern.fullmatch(word.text)) or (word.is_tag and not self.repeats)
        if self.slot is Slot.WITHIN:
            return bool(self.pattern.search(word.text))
        return bool(self.pattern.match(word.text))


@dataclass(frozen=True, slots=True)
class Usage:
    """A usage line."""

    head: tuple[Part, ...]
    """What the statement around the block is; empty where it does not matter."""
    parts: tuple[Part, ...]

    def is_at_home(self, head: Sequence[Word]) -> bool:
        """Tell whether it holds in the block of a statement."""
        return not self.head or any(True for _ in _fit(self.head, head))

    def is_of(self, directive: Word) -> bool:
        """Tell whether it can be about a directive."""
        return self.parts[0].fits(directive)


@dataclass(frozen=True, slots=True)
class Filled:
    """A word that fills a slot, and the statuses in it; none where a template's tag stands for one."""

    word: Word
    codes: tuple[FoundCode, ...]


def fill(usage: Usage, words: Sequence[Word]) -> Iterator[Filled]:
    """Yield the words of a statement that fill the slots of a usage line."""
    for place, part in sorted(
        {match for matches in _fit(usage.parts, words) for match in matches}, key=lambda it: it[0]
    ):
        word = words[place]
        yield Filled(word, () if word.is_tag else tuple(_codes(word.text, part)))


@cache
def parse_usage(line: str) -> Usage:
    """Parse a usage line."""
    head, brace, rest = line.partition(" { ")
    return Usage(tuple(_parts(head)), tuple(_parts(rest))) if brace else Usage((), tuple(_parts(line)))


def _codes(text: str, part: Part) -> Iterator[FoundCode]:
    if part.slot is Slot.STATUS:
        yield from read_codes(text)
    elif part.slot is Slot.MATCH:
        yield from find_codes(text)
    else:
        for match in part.pattern.finditer(text):
            for code in read_codes(match[1]):
                yield code.moved(match.start(1))


def _fit(parts: Sequence[Part], words: Sequence[Word], start: int = 0) -> Iterator[tuple[tuple[int, Part], ...]]:
    """Yield for each way in which words fit the parts which words fill which slots; words may be left over."""
    if not parts:
        yield ()
        return
    part, rest = parts[0], parts[1:]
    if part.slot is Slot.WORDS:
        for place in range(start, len(words)):
            yield from _fit(rest, words, place)
        return
    end = start
    while end < len(words) and part.fits(words[end]) and (part.repeats or end == start):
        end += 1
    # Of a part that repeats, the longest run that leaves the rest enough.
    for after in range(end, start, -1):
        own = () if part.slot is Slot.WORD else tuple((place, part) for place in range(start, after))
        fits = False
        for fitting in _fit(rest, words, after):
            fits = True
            yield (*own, *fitting)
        if fits:
            return


def _parts(line: str) -> Iterator[Part]:
    pattern = f"{LIST}|{INTEGER}"
    for word in line.split():
        yield _part(word, pattern)
        if word == "*":
            # Among any words, a number of two or four digits is none that was meant as a status.
            pattern = LIST


def _part(word: str, status: str) -> Part:
    bare = word.removesuffix("+")
    repeats = bare != word
    if word in {"*", "?"}:
        return Part(Slot.WORDS if word == "*" else Slot.WORD, _ANYTHING)
    if bare == "MATCH":
        return Part(Slot.MATCH, _ANYTHING, repeats)
    if bare == "CODE":
        return Part(Slot.STATUS, re.compile(status), repeats)
    if "CODE" in word:
        before, after = map(re.escape, word.split("CODE"))
        pattern = rf"(?:\A|(?<={_EDGE})){before}({status}){after}(?=\Z|{_EDGE})"
        return Part(Slot.WITHIN, re.compile(pattern, re.IGNORECASE))
    globs = "|".join(translate(glob) for glob in word.split("|"))
    return Part(Slot.WORD, re.compile(globs, re.IGNORECASE))
