"""Judgements that outlive an edit of their text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from statuslens.recognise.constants import NameJudgement, accept_name, compare_names
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.judge import Judgement
from statuslens.recognise.model import Occurrence
from statuslens.recognise.scan import accept, compare
from statuslens.recognise.weights import load_weights
from statuslens.source.syntax import Change
from statuslens.source.touched import Spans

_Item = TypeVar("_Item", Judgement, NameJudgement)
PLACE = attrgetter("place")


@dataclass(slots=True)
class Judged(Generic[_Item]):
    """A judgement as it was before it was compared with the others of its file."""

    item: _Item
    place: int
    """Where the literal or name stands, an offset in bytes."""
    reasons: int
    total: float
    known: frozenset[str]
    accepted: Occurrence | None = None
    """The occurrence that it makes by itself, where that was asked."""

    @property
    def is_by_itself(self) -> bool:
        """Whether no other judgement has told it anything."""
        return len(self.item.weighing.evidence) == self.reasons

    def restore(self) -> _Item:
        """Return the judgement without what it was told by others."""
        if not self.is_by_itself:
            weighing = self.item.weighing
            del weighing.evidence[self.reasons :]
            weighing.known = set(self.known)
            weighing.total = self.total
        return self.item

    def move(self, distance: int) -> None:
        """Follow the text, which has been changed before it."""
        self.place += distance
        self.item.move(distance)
        old = self.accepted
        if old is not None:
            start, end = old.start + distance, old.end + distance
            self.accepted = Occurrence(start, end, old.text, old.code, old.role, old.evidence)


def keep_literals(judgements: Iterable[Judgement]) -> list[Judged[Judgement]]:
    """Keep judgements that have not been compared yet."""
    return [_judged(item, item.candidate.start) for item in judgements]


def keep_names(judgements: Iterable[NameJudgement]) -> list[Judged[NameJudgement]]:
    """Keep judgements of names that have not been compared yet."""
    return [_judged(item, item.mention.name_start) for item in judgements]


def _judged(item: _Item, place: int) -> Judged[_Item]:
    weighing = item.weighing
    return Judged(item, place, len(weighing.evidence), weighing.total, frozenset(weighing.known))


def keep_outside(
    judged: Sequence[Judged[_Item]], spans: Spans, difference: Change, facts: FileFacts
) -> list[Judged[_Item]]:
    """Return judgements of what stands outside of some spans, and of a change, moved to their new places.

    ``judged`` and ``spans`` are in the order of their places, those of the spans in the changed text; the change is in
    one of them.
    """
    first = bisect_left(judged, difference.start, key=PLACE)
    behind = judged[bisect_left(judged, difference.old_end, lo=first, key=PLACE) :]
    if difference.delta:
        for item in behind:
            item.move(difference.delta)
    kept: list[Judged[_Item]] = []
    for part in (judged[:first], behind):
        start = 0
        for span in spans:
            kept += part[start : bisect_left(part, span[0], lo=start, key=PLACE)]
            start = bisect_left(part, span[1], lo=start, key=PLACE)
        kept += part[start:]
    for item in kept:
        item.item.weighing.facts = facts
    return kept


def conclude_literals(literals: Sequence[Judged[Judgement]], data: bytes, least: float) -> list[Occurrence]:
    """Compare the judgements of a file's literals, and return the occurrences that they make, in bytes."""
    weights = load_weights()
    compare([literal.restore() for literal in literals], weights)
    enough = (literal for literal in literals if literal.item.weighing.total >= least)
    return _accepted(enough, lambda item: accept(item, data, weights, least))


def conclude_names(names: Sequence[Judged[NameJudgement]], data: bytes, least: float) -> list[Occurrence]:
    """Compare the judgements of a file's names, and return the occurrences that they make, in bytes."""
    weights = load_weights()
    compare_names([name.restore() for name in names], weights)
    enough = (name for name in names if name.item.weighing.total >= weights.threshold)
    return [
        item for item in _accepted(enough, lambda item: accept_name(item, data, weights)) if item.confidence >= least
    ]


def _accepted(judged: Iterable[Judged[_Item]], accept_item: Callable[[_Item], Occurrence | None]) -> list[Occurrence]:
    """Return the occurrences of judgements; those that they make by themselves are made once."""
    found = []
    for one in judged:
        if not one.is_by_itself:
            occurrence = accept_item(one.item)
        elif (occurrence := one.accepted) is None:
            occurrence = one.accepted = accept_item(one.item)
        if occurrence is not None:
            found.append(occurrence)
    return found
