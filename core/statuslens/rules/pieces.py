"""The texts that rules look at one by one: a file's own, and each code in another language inside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from statuslens.config.model import TeamFile
from statuslens.recognise import Occurrence, Part, Scan
from statuslens.registry import Registry
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules.model import Fix, Problem
from statuslens.rules.placing import place_fix, place_problem, place_span
from statuslens.rules.subject import Subject


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in one language, and what it is a part of, the nearest first."""

    subject: Subject
    parts: tuple[Part, ...]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return what some characters of it stand for in the file; None where they are not of one piece there."""
        span: tuple[int, int] | None = (start, end)
        for part in self.parts:
            span = place_span(*span, part) if span is not None else None
        return span

    def problem(self, problem: Problem) -> Problem | None:
        """Return a problem in it at its place in the file; None where it is not of one piece there."""
        placed: Problem | None = problem
        for part in self.parts:
            placed = place_problem(placed, part) if placed is not None else None
        return placed

    def fix(self, fix: Fix) -> Fix | None:
        """Return a fix in it as one of the file; None where the file does not hold the code as it is."""
        placed: Fix | None = fix
        for part in self.parts:
            placed = place_fix(placed, part)
        return placed

    def offset(self, place: int) -> int | None:
        """Return where a character of the file stands in it; None where it does not."""
        found: int | None = place
        for part in reversed(self.parts):
            found = part.region.excerpt.offset(found) if found is not None else None
        return found

    def occurrences(self, start: int, end: int) -> Iterator[Occurrence]:
        """Yield its occurrences that stand between two offsets of the file, or touch one of these."""
        items = self.subject.occurrences
        if not self.parts:
            first = bisect_left(items, start, key=attrgetter("end"))
            yield from items[first : bisect_right(items, end, key=attrgetter("start"))]
            return
        for item in items:
            span = self.span(item.start, item.end)
            if span is not None and span[0] <= end and start <= span[1]:
                yield item


def find_pieces(
    scan: Scan, registry: Registry, team: TeamFile, declared: Declared = NOTHING, parts: tuple[Part, ...] = ()
) -> Iterator[Piece]:
    """Yield a scan's own text, and each code in another language inside it."""
    yield Piece(Subject(scan, registry, team, declared), parts)
    for part in scan.parts:
        yield from find_pieces(part.scan, registry, team, declared, (part, *parts))
