"""The words that a file is written in, each once.

Most of what is looked for in a file is nowhere in it, which is told from its words at a tenth of the price.
"""

import re
from functools import cache, lru_cache

_BETWEEN_WORDS = bytes(byte if bytes([byte]).isalnum() or byte == ord("_") else ord(" ") for byte in range(256))
_WORD = re.compile(rb"\w+")


@lru_cache(maxsize=2)
def words_in(data: bytes) -> frozenset[bytes]:
    """Return the words of a file, of letters of ASCII, digits and underscores; it is asked for them more than once."""
    return frozenset(data.translate(_BETWEEN_WORDS).split())


class Lowered:
    """A file in lower case, in which signs are counted."""

    def __init__(self, data: bytes) -> None:
        self.data = data.lower()
        self._words = b" ".join(words_in(data)).lower()

    def count(self, sign: str) -> int:
        """Count how often a sign, in lower case, is written, be it as a part of a longer word."""
        return self.data.count(sign.encode()) if self._may_hold(sign) else 0

    def holds(self, sign: str) -> bool:
        """Tell whether a sign, in lower case, is written at all."""
        return self._may_hold(sign) and sign.encode() in self.data

    def _may_hold(self, sign: str) -> bool:
        return all(word in self._words for word in _words_of(sign))


@cache
def _words_of(sign: str) -> tuple[bytes, ...]:
    return tuple(_WORD.findall(sign.encode()))
