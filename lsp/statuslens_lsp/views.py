"""A text as the client shows it, and what is known of it in the client's own positions."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from lsprotocol import types as lsp

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.recognise import Occurrence, Role, Scan, scan_text
from statuslens.recognise.spoken import find_spoken
from statuslens.registry import load_registry
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import Finding, find
from statuslens.rules.pieces import Piece, find_pieces
from statuslens.rules.subject import Subject
from statuslens.rules.wording import Wording, find_wording
from statuslens.source.lines import LineIndex
from statuslens_lsp.positions import to_offset, to_range
from statuslens_lsp.texts import EditedText

MOST_PLACES = 10_000
"""Places of a text that are told in one answer; nothing but a log has more."""
_USING = {Role.CONSTANT, Role.STATUS}
_Placed = TypeVar("_Placed", Occurrence, Finding)


@dataclass(frozen=True)
class Analysis:
    """What is known of a text."""

    scan: Scan
    team: TeamFile = DEFAULTS
    place: str = ""
    """Where the file stands in its project; empty for a text that is no file."""
    declared: Declared = NOTHING
    """The versions of libraries that its project asks for."""
    text: EditedText | None = None
    """The text itself, for as long as this is known of it; None for one that nobody edits."""

    @cached_property
    def uses(self) -> Mapping[str, int]:
        """How often the text uses each code, by number or constant; those that it does not use are 0."""
        return Counter(item.code for item in self.scan.occurrences if item.role in _USING)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find, in the order of the places; looked for when it is first asked for."""
        return find(self.scan, load_registry(), self.team, self.place, self.declared)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text and the code in other languages inside it, as the rules look at them; the text itself first."""
        return tuple(find_pieces(self.scan, load_registry(), self.team, self.declared))

    def subject_at(self, offset: int) -> tuple[Subject, int]:
        """Return the text in one language that an offset is in, and the offset there."""
        places = ((piece.subject, piece.offset(offset)) for piece in reversed(self.pieces))
        return next((subject, place) for subject, place in places if place is not None)

    def spoken_at(self, offset: int) -> Occurrence | None:
        """Return the status that a comment or text speaks of at an offset, which is none of the occurrences."""
        subject, place = self.subject_at(offset)
        found = find_spoken(subject.scan, subject.facts, place)
        moved = offset - place
        return replace(found, start=found.start + moved, end=found.end + moved) if found is not None else None

    def wording_at(self, offset: int) -> Wording | None:
        """Return the constants that the text in one language can write that an offset is in; None where there are none.

        They are looked for once.
        """
        subject, _ = self.subject_at(offset)
        if id(subject) not in self._wordings:
            self._wordings[id(subject)] = find_wording(subject)
        return self._wordings[id(subject)]

    @cached_property
    def _wordings(self) -> dict[int, Wording | None]:
        """By the identity of the subject, which ``pieces`` keeps alive."""
        return {}

    def of(self, text: str) -> "Analysis":
        """Return what is known of another text in the place of this one."""
        scan = scan_text(text, language=self.scan.language, contexts=self.team.contexts)
        return replace(self, scan=scan, text=None)


@dataclass(frozen=True, slots=True)
class View:
    """One version of a text that the client shows: a document, or a cell of a notebook.

    The cells of a notebook are analysed as one text, of which each shows a part; a document shows all of its own.
    Offsets are those of the analysed text, in code points.
    """

    uri: str
    version: int
    analysis: Analysis
    lines: LineIndex
    """Of the shown text."""
    encoding: str
    """The unit of columns that client and server agreed on."""
    start: int = 0
    """Where the shown text begins in the analysed one."""

    @property
    def end(self) -> int:
        """Where the shown text ends in the analysed one."""
        return self.start + len(self.lines.text)

    @property
    def occurrences(self) -> Sequence[Occurrence]:
        """What means a status in the shown text, in the order of the places."""
        return _between(self.analysis.scan.occurrences, self.start, self.end)

    def occurrences_in(self, asked: lsp.Range) -> Sequence[Occurrence]:
        """Return what means a status in a client's range, in the order of the places."""
        return _between(self.analysis.scan.occurrences, *self.span(asked))

    @property
    def findings(self) -> Sequence[Finding]:
        """What the rules find in the shown text, in the order of the places."""
        return _between(self.analysis.findings, self.start, self.end)

    def offset(self, position: lsp.Position) -> int:
        """Return the offset of a client's position; one that is out of range is moved to the nearest that is not."""
        return self.start + to_offset(self.lines, position, self.encoding)

    def span(self, asked: lsp.Range) -> tuple[int, int]:
        """Return the offsets of a client's range."""
        return self.offset(asked.start), self.offset(asked.end)

    def range(self, start: int, end: int) -> lsp.Range:
        """Return the client's range for offsets inside the shown text."""
        return to_range(self.lines, start - self.start, end - self.start, self.encoding)

    def shows(self, start: int, end: int) -> bool:
        """Tell whether a part of the analysed text is in the shown one."""
        return self.start <= start and end <= self.end

    def occurrence_at(self, position: lsp.Position) -> Occurrence | None:
        """Return the occurrence that covers the character behind a position."""
        offset = self.offset(position)
        occurrences = self.analysis.scan.occurrences
        following = bisect_right(occurrences, offset, key=attrgetter("start"))
        if following and offset < min(occurrences[following - 1].end, self.end):
            return occurrences[following - 1]
        return None


def _between(items: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    first = bisect_left(items, start, key=attrgetter("start"))
    last = bisect_right(items, end, key=attrgetter("start"))
    return [item for item in items[first:last] if item.end <= end]
