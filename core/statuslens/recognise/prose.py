"""Statuses in comments and other free text."""

import re
from collections.abc import Iterator

from statuslens.recognise.codes import FoundCode
from statuslens.recognise.model import Role
from statuslens.recognise.phrases import starts_with_phrase
from statuslens.recognise.weights import Weights

_CODE = re.compile(r"(?<![\w.$#-])[1-5][0-9]{2}(?![\w%]|\.[0-9])")
_NEAR = 3
"""So many words before and after a number tell what it is."""
_REACH = 160


def find_in_prose(text: str, weights: Weights) -> Iterator[FoundCode]:
    """Yield the numbers of a text that it calls a status."""
    for match in _CODE.finditer(text):
        before, after = text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH]
        around = (*before.split()[-_NEAR:], *after.split()[:_NEAR])
        if any(weights.word(word.strip(".,:;()'\"").lower()) >= 1 for word in around) or starts_with_phrase(
            after, match[0]
        ):
            yield FoundCode(match.start(), match.end(), match[0], Role.PROSE)
