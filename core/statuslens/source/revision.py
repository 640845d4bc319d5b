"""A document whose text is changed: the new one takes over as much of the syntax tree as still holds."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from statuslens.source.document import Document
from statuslens.source.folding import may_change_folds
from statuslens.source.nesting import may_be_deep
from statuslens.source.syntax import Change, reparse

_HALF = re.compile("[\ud800-\udfff]")
_AS_WRITTEN: Mapping[str, str] = MappingProxyType({})
_LONGEST_MASK = 1000
"""Bytes on both sides of a change in which a placeholder that it is a part of is looked for."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A document before and after a change."""

    old: Document
    new: Document
    change: Change
    distance: int
    """How far what stands behind the change has moved, in code points."""
    difference: Change
    """The part in which the trees differ; the change is in it."""
    is_broken: bool
    """Whether the change has put an error where there was none."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines on which a document and its revision differ, as bytes."""

    start: int
    """Where they begin."""
    old: bytes
    new: bytes

    def with_any(self, names: Iterable[str], forms: Mapping[str, str] = _AS_WRITTEN) -> list[str]:
        """Return the names that are written on them, or whose other form is."""
        text = b"\n".join((self.old, self.new)).decode("utf-8", "replace")
        return [name for name in names if name in text or (name in forms and forms[name] in text)]

    def moved(self, place: int, change: Change) -> int:
        """Return where a place on the old lines is on the new ones; -1 for one that the change has taken away."""
        if self.start + place <= change.start:
            return place
        return place + change.delta if self.start + place > change.old_end else -1

    def are_alike(self, find: Callable[[bytes], object]) -> bool:
        """Tell whether the same is found on both."""
        return find(self.old) == find(self.new)


def changed_lines(revision: Revision, reach: int = 0) -> Lines:
    """Return the whole lines around the change, with so many bytes more before and behind."""
    old, new, change = revision.old.data, revision.new.data, revision.change
    start = old.rfind(b"\n", 0, max(0, change.start - reach)) + 1
    end = old.find(b"\n", change.old_end + reach)
    end = len(old) if end < 0 else end
    return Lines(start, old[start:end], new[start : end + change.delta])


def revise(old: Document, start: int, end: int, replacement: str, *, is_trial: bool = False) -> Revision | None:
    """Replace a part of a document's text, between two offsets in code points.

    A trial that breaks what was sound goes no further than to tell so.
    Returns None where the old tree is of no use. Raises ParseTimeoutError as ``parse`` does.
    """
    if len(old.readable) != len(old.data) or not is_sound(replacement):
        return None
    first, last, inserted = old.waypoints.byte(start), old.waypoints.byte(end), replacement.encode()
    data = _replaced(old.data, first, last, inserted)
    new, change = Document(data, old.language), Change(first, last, first + len(inserted))
    if _may_be_hidden(old, new, change):
        return None
    new.may_be_deep = old.may_be_deep
    readable = data if old.readable is old.data else _replaced(old.readable, first, last, inserted)
    if _may_fold(old, new, change) and new.readable != readable:
        return None
    new.readable = readable
    new.waypoints = old.waypoints.moved(data, first, last, replacement)
    ends = _point(old, first), _point(old, last), _point(new, change.new_end)
    parsed = reparse(new.readable, old.tree, change, ends, old.language)
    if parsed.has_error and not (is_trial and parsed.is_broken):
        parsed = parsed.whole(new.readable, old.language)
    new.tree = parsed.tree
    return Revision(old, new, change, len(replacement) - (end - start), parsed.difference, parsed.is_broken)


def unasked(document: Document) -> Document:
    """Return a document that was asked nothing yet, with the syntax tree of another one of the same text."""
    new = Document(document.data, document.language)
    new.may_be_deep, new.readable, new.waypoints = document.may_be_deep, document.readable, document.waypoints
    new.tree = document.tree
    return new


def _replaced(data: bytes, start: int, end: int, replacement: bytes) -> bytes:
    view = memoryview(data)
    return b"".join((view[:start], replacement, view[end:]))


def is_sound(text: str) -> bool:
    """Tell whether a text is what its bytes in UTF-8 say: it has no half of a pair that stands for a character."""
    return text.isascii() or _HALF.search(text) is None


def _point(document: Document, place: int) -> tuple[int, int]:
    return document.waypoints.row(place), place - document.data.rfind(b"\n", 0, place) - 1


def _may_be_hidden(old: Document, new: Document, change: Change) -> bool:
    """Tell whether the grammar may not be given all bytes of the new text."""
    language = new.language
    start = max(0, change.start - _LONGEST_MASK)
    part = new.data[start : change.new_end + _LONGEST_MASK]
    before = old.data[start : change.old_end + _LONGEST_MASK]
    if any(mask.search(part) or mask.search(before) for mask in language.masks):
        return True
    if language.folds and old.readable.count(b"\n") != old.data.count(b"\n"):
        return True
    levels = language.levels
    return levels is not None and (may_be_deep(part, levels) or old.may_be_deep)


def _may_fold(old: Document, new: Document, change: Change) -> bool:
    """Tell whether a change may make or mend a quoted text that goes on further left than it should."""
    if not new.language.folds:
        return False
    start = old.data.rfind(b"\n", 0, change.start) + 1
    end = old.data.find(b"\n", change.old_end) % (len(old.data) + 1)
    lines = old.data[start:end], new.data[start : end + change.delta]
    is_indentation = not old.data[start : change.start].strip()
    return is_indentation or any(b"\n" in line or may_change_folds(line) for line in lines)
