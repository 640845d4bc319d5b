"""The words that a text is written in, and in which of its parts each of them stands.

Most of what is looked for in a text is nowhere in it, and the rest in few places; its words tell both at a tenth of
the price. To gather them is dear too: it is done once for a text, by what looks at all of it.
"""

import re
import string
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

_BLANK = b" "
_IN_WORD = frozenset(sign.encode() for sign in f"{string.ascii_letters}{string.digits}_")
_BETWEEN_WORDS = bytes(byte if bytes([byte]) in _IN_WORD else ord(_BLANK) for byte in range(256))
_PART = 8_192
"""Bytes of a part, which goes on to the end of its last word."""


class _Part(NamedTuple):
    start: int
    end: int
    words: frozenset[bytes]


class Concordance:
    """The words of a text: runs of letters of ASCII, digits and underscores."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._parts = list(_split(data.translate(_BETWEEN_WORDS)))
        self.words = frozenset[bytes]().union(*(part.words for part in self._parts))

    def find(self, word: bytes) -> Iterator[tuple[int, int]]:
        """Yield at least where a word stands by itself. Offsets are in bytes."""
        for part in self._parts if word in self.words else ():
            if word in part.words:
                yield from find_name(self.data, word, part.start, part.end)


def is_whole(data: bytes, start: int, end: int) -> bool:
    """Tell whether what stands between two places is no part of a longer word."""
    return data[end : end + 1] not in _IN_WORD and data[start - 1 : start] not in _IN_WORD


def _split(words: bytes) -> Iterator[_Part]:
    """Yield the parts of a text that has blanks between its words."""
    end = 0
    while end < len(words):
        start, end = end, words.find(_BLANK, end + _PART)
        end = end if end >= 0 else len(words)
        yield _Part(start, end, frozenset(words[start:end].split()))


_latest = Concordance(b"")


def concordance_of(data: bytes) -> Concordance:
    """Return the words of a text; the latest text is remembered, since more than one asks for its words."""
    global _latest  # noqa: PLW0603 (a cache that can be asked whether it has something)
    if data is not _latest.data and data != _latest.data:
        _latest = Concordance(data)
    return _latest


def words_of(data: bytes) -> AbstractSet[bytes]:
    """Return the words of a text alone, for which it is not cut in parts."""
    latest = _latest
    return latest.words if data is latest.data else set(data.translate(_BETWEEN_WORDS).split())


def find_word(data: bytes, word: bytes) -> Iterator[tuple[int, int]]:
    """Yield at least where a word stands by itself, at little cost where the words of the text have been gathered."""
    if not word or _BLANK in word.translate(_BETWEEN_WORDS):
        return find_name(data, word)
    latest = _latest
    return (
        latest.find(word) if data is latest.data else (found.span() for found in pattern_of_name(word).finditer(data))
    )


@lru_cache(maxsize=4096)
def pattern_of_name(name: bytes) -> re.Pattern[bytes]:
    """Return what finds a name by itself; that it begins with the name is what makes it fast."""
    name = re.escape(name)
    return re.compile(rb"%b(?<!\w%b)(?!\w)" % (name, name))


def find_name(data: bytes, name: bytes, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where a name is written between two places, be it as a part of a longer one. Offsets are in bytes."""
    place = data.find(name, start, end) if name else -1
    while place >= 0:
        yield place, place + len(name)
        place = data.find(name, place + len(name), end)
