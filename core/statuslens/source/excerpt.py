"""Text taken out of a file, each of its characters with its place there."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and what it stands for in the file. Offsets are in code points.

    Where both are as long as each other, each character stands for one; else all of them stand for the whole.
    """

    text: str
    start: int
    end: int


class Excerpt:
    """Pieces of a file, put together in their order."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = tuple(piece for piece in pieces if piece.text)
        self.text = "".join(piece.text for piece in self.pieces)
        self._starts = list(accumulate((len(piece.text) for piece in self.pieces), initial=0))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return what characters of the excerpt stand for in the file; ``end`` is above ``start``."""
        return self._place_of(start)[0], self._place_of(end - 1)[1]

    def offset(self, place: int) -> int | None:
        """Return where the character at a place in the file stands in the excerpt; None where it does not as it is."""
        number = bisect_right(self.pieces, place, key=attrgetter("start")) - 1
        if number < 0 or place >= self.pieces[number].end:
            return None
        piece = self.pieces[number]
        is_copy = len(piece.text) == piece.end - piece.start
        return self._starts[number] + place - piece.start if is_copy else None

    def mask(self, pattern: re.Pattern[str], hidden: str) -> "Excerpt":
        """Return the excerpt with the characters of ``hidden``, a class of them, made underscores in each match.

        Of a pattern with a group, that group is the match.
        """
        group = 1 if pattern.groups else 0
        pieces, text, at = [], self.text, 0
        for match in pattern.finditer(text):
            pieces += [text[at : match.start(group)], re.sub(hidden, "_", match[group])]
            at = match.end(group)
        masked = "".join((*pieces, text[at:]))
        return Excerpt(
            Piece(masked[start : start + len(piece.text)], piece.start, piece.end)
            for start, piece in zip(self._starts, self.pieces, strict=False)
        )

    def _place_of(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._starts, offset, hi=len(self.pieces)) - 1
        piece = self.pieces[number]
        if len(piece.text) != piece.end - piece.start:
            return piece.start, piece.end
        start = piece.start + offset - self._starts[number]
        return start, start + 1


def copy(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield a part of a file as it stands there."""
    if start < end:
        yield Piece(text[start:end], start, end)
