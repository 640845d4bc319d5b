"""Judgements that outlive an edit of their text."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Generic, TypeVar

from statuslens.recognise.constants import NameJudgement
from statuslens.recognise.judge import Judgement
from statuslens.recognise.model import Occurrence
from statuslens.source.syntax import Change
from statuslens.source.touched import Spans
from statuslens.source.waypoints import Waypoints

_Item = TypeVar("_Item", Judgement, NameJudgement)


@dataclass(slots=True, eq=False)
class Judged(Generic[_Item]):
    """A judgement, and how it was before it was compared with others."""

    item: _Item
    place: int
    """Where the literal or name stood when the judgement was last looked at, an offset in bytes."""
    kin: tuple[object, ...]
    """What it shares with the judgements that it is compared with."""
    reasons: int
    total: float
    known: frozenset[str]
    is_open: bool = True
    """Whether it has not been asked yet for its occurrence."""
    occurrence: Occurrence | None = None
    point: int = 0
    """Where the literal or name stood when the occurrence was made, an offset in code points."""

    @property
    def is_told(self) -> bool:
        """Whether other judgements have told it anything."""
        return len(self.item.weighing.evidence) != self.reasons

    def restore(self) -> None:
        """Take back what the judgement was told by others."""
        if self.is_told:
            weighing = self.item.weighing
            del weighing.evidence[self.reasons :]
            weighing.known = set(self.known)
            weighing.total = self.total
            self.is_open = True

    def copy(self) -> _Item:
        """Return the judgement as it was before others told it anything; what the copy is told stays there."""
        item = copy(self.item)
        item.weighing = copy(item.weighing)
        item.weighing.evidence = item.weighing.evidence[: self.reasons]
        item.weighing.known, item.weighing.total = set(self.known), self.total
        return item


@dataclass(slots=True)
class Judgements(Generic[_Item]):
    """The judgements of a text that is being edited, in the order of their places.

    A change moves the places only; a judgement follows when it is asked for its occurrence.
    """

    kin_of: Callable[[_Item], tuple[object, ...]]
    """What a judgement shares with those that it is compared with."""
    compare: Callable[[Sequence[_Item]], None]
    """Adds what some judgements say of each other."""
    accept: Callable[[_Item, bytes], Occurrence | None]
    """Returns the occurrence that a judgement makes of a text, its offsets in bytes."""
    _judged: list[Judged[_Item]] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)
    _points: list[int] = field(default_factory=list)
    _alike: dict[object, set[Judged[_Item]]] = field(default_factory=dict)
    _stirred: set[object] = field(default_factory=set)
    """What those share that have to be compared again."""

    def move(self, change: Change, to_points: int) -> None:
        """Follow a change of the text, which moves what stands behind it by so many code points."""
        first = bisect_left(self._places, change.start)
        last = bisect_left(self._places, change.old_end, lo=first)
        if to_bytes := change.delta:
            self._places[last:] = [place + to_bytes for place in self._places[last:]]
        if to_points:
            self._points[last:] = [point + to_points for point in self._points[last:]]
        self._put(first, last, [], [])

    def renew(self, spans: Spans, items: Iterable[tuple[int, _Item]], waypoints: Waypoints) -> None:
        """Replace the judgements of what stands in some spans; new ones are given with their places."""
        fresh = sorted(items, key=lambda item: item[0])
        places = [place for place, _ in fresh]
        points = [waypoints.point(place) for place in places]
        judged = [self._keep(place, item) for place, item in fresh]
        for start, end in spans:
            first, last = bisect_left(self._places, start), bisect_left(self._places, end)
            new = slice(bisect_left(places, start), bisect_left(places, end))
            self._put(first, last, places[new], judged[new])
            self._points[first:first] = points[new]

    def _keep(self, place: int, item: _Item) -> Judged[_Item]:
        weighing = item.weighing
        weighing.release()
        kin = self.kin_of(item)
        return Judged(item, place, kin, len(weighing.evidence), weighing.total, frozenset(weighing.known))

    def _put(self, first: int, last: int, places: list[int], judged: list[Judged[_Item]]) -> None:
        """Replace judgements, of which the new ones have no points yet."""
        for one in self._judged[first:last]:
            self._stirred.update(one.kin)
            for key in one.kin:
                self._alike[key].remove(one)
                if not self._alike[key]:
                    del self._alike[key]
        for one in judged:
            self._stirred.update(one.kin)
            for key in one.kin:
                self._alike.setdefault(key, set()).add(one)
        self._judged[first:last], self._places[first:last] = judged, places
        del self._points[first:last]

    def conclude(self, waypoints: Waypoints) -> list[Occurrence]:
        """Return the occurrences of the text, their offsets in code points."""
        self._compare_again()
        found = []
        for number, one in enumerate(self._judged):
            if one.is_open:
                one.occurrence, one.point, one.is_open = (
                    self._accept(one, number, waypoints),
                    self._points[number],
                    False,
                )
            if one.occurrence is None:
                continue
            if distance := self._points[number] - one.point:
                one.occurrence, one.point = one.occurrence.moved(distance), self._points[number]
            found.append(one.occurrence)
        return found

    def compare_after(self, change: Change, item: _Item, spans: Spans, fresh: Iterable[tuple[int, _Item]]) -> None:
        """Compare a judgement with those that it would have beside it after a change, which they do not follow.

        ``fresh`` are the judgements, the one among them, of what then stands in some spans, with their places.
        """
        added = [self._keep(place, one) for place, one in fresh]
        gone = {one for start, end in spans for one in self._before(change, start, end)}
        keys, met = set(self.kin_of(item)), set[Judged[_Item]]()
        while keys:
            beside = {one for key in keys for one in self._alike.get(key, ())} - gone
            beside = beside.union(one for one in added if not keys.isdisjoint(one.kin)) - met
            met |= beside
            keys = {key for one in beside for key in one.kin} - keys
        together = [(one.place, one.item) for one in added if one in met]
        for place, one in zip(self._places, self._judged, strict=True):
            if one in met:
                together.append((place + change.delta * (place >= change.old_end), one.copy()))
        self.compare([one for _, one in sorted(together, key=itemgetter(0))])

    def _before(self, change: Change, start: int, end: int) -> Sequence[Judged[_Item]]:
        """Return the judgements of what stands between two places after a change that is yet to be followed."""
        first, last = (place - change.delta if place >= change.new_end else place for place in (start, end))
        return self._judged[bisect_left(self._places, first) : bisect_left(self._places, last)]

    def _compare_again(self) -> None:
        met: set[Judged[_Item]] = set()
        keys = self._stirred
        while keys:
            beside = set().union(*(self._alike[key] for key in keys if key in self._alike)) - met
            met |= beside
            keys = {key for one in beside for key in one.kin} - keys
        self._stirred = set()
        judged = [one for one in self._judged if one in met] if met else []
        for one in judged:
            one.restore()
        self.compare([one.item for one in judged])
        for one in judged:
            one.is_open = one.is_open or one.is_told

    def _accept(self, one: Judged[_Item], number: int, waypoints: Waypoints) -> Occurrence | None:
        one.item.move(self._places[number] - one.place)
        one.place = self._places[number]
        found = self.accept(one.item, waypoints.data)
        if found is None or waypoints.is_ascii:
            return found
        start = self._points[number] if found.start == one.place else waypoints.point(found.start)
        return replace(found, start=start, end=start + len(found.text))
