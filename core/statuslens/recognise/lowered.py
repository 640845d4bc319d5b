"""A file in lower case, in which signs of what it speaks of are counted."""

import re
from functools import cache

from statuslens.source.concordance import concordance_of

_WORD = re.compile(rb"\w+")


class Lowered:
    """A file in lower case."""

    def __init__(self, data: bytes) -> None:
        self.data = data.lower()
        self._words = b" ".join(concordance_of(data).words).lower()

    def count(self, sign: str) -> int:
        """Count how often a sign, in lower case, is written, be it as a part of a longer word."""
        return self.data.count(sign.encode()) if self._may_hold(sign) else 0

    def holds(self, sign: str) -> bool:
        """Tell whether a sign, in lower case, is written at all."""
        return self._may_hold(sign) and sign.encode() in self.data

    def _may_hold(self, sign: str) -> bool:
        """Tell from the words of the file whether a sign, most of which are in none, can be in it."""
        return all(word in self._words for word in _words_of(sign))


@cache
def _words_of(sign: str) -> tuple[bytes, ...]:
    return tuple(_WORD.findall(sign.encode()))
