"""A document whose text is changed: the new one takes over as much of the syntax tree as still holds."""

import re
from dataclasses import dataclass

from statuslens.source.document import Document
from statuslens.source.nesting import may_be_deep
from statuslens.source.syntax import Change, reparse

_HALF = re.compile("[\ud800-\udfff]")
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


def revise(old: Document, start: int, end: int, replacement: str) -> Revision | None:
    """Replace a part of a document's text, between two offsets in code points.

    Returns None where the old tree is of no use. Raises ParseTimeoutError as ``parse`` does.
    """
    if old.readable is not old.data or not is_sound(replacement):
        return None
    first, last, inserted = old.waypoints.byte(start), old.waypoints.byte(end), replacement.encode()
    view = memoryview(old.data)
    data = b"".join((view[:first], inserted, view[last:]))
    new, change = Document(data, old.language), Change(first, last, first + len(inserted))
    if _may_be_hidden(old, new, change):
        return None
    new.waypoints = old.waypoints.moved(data, first, last, replacement)
    ends = _point(old, first), _point(old, last), _point(new, change.new_end)
    new.tree, difference = reparse(data, old.tree, change, ends, old.language)
    new.readable = data
    return Revision(old, new, change, len(replacement) - (end - start), difference)


def is_sound(text: str) -> bool:
    """Tell whether a text is what its bytes in UTF-8 say: it has no half of a pair that stands for a character."""
    return text.isascii() or _HALF.search(text) is None


def _point(document: Document, place: int) -> tuple[int, int]:
    return document.waypoints.row(place), place - document.data.rfind(b"\n", 0, place) - 1


def _may_be_hidden(old: Document, new: Document, change: Change) -> bool:
    """Tell whether the grammar may not be given all bytes of the new text."""
    language = new.language
    part = new.data[max(0, change.start - _LONGEST_MASK) : change.new_end + _LONGEST_MASK]
    if any(mask.search(part) for mask in language.masks):
        return True
    levels = language.levels
    return levels is not None and (may_be_deep(part, levels) or old.may_be_deep)
