"""A document whose text is changed: the new one takes over as much of the syntax tree as still holds."""

from dataclasses import dataclass

from statuslens.source.document import Document
from statuslens.source.nesting import may_be_deep
from statuslens.source.syntax import Change, reparse

_LONGEST_MASK = 1000
"""Bytes on both sides of a change in which a placeholder that it is a part of is looked for."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A document before and after a change."""

    old: Document
    new: Document
    place: Change
    """What is changed, in code points."""
    change: Change
    difference: Change
    """The part in which the trees differ; the change is in it."""


def revise(old: Document, start: int, end: int, replacement: str) -> Revision | None:
    """Replace a part of a document's text, between two offsets in code points.

    Returns None where the old tree is of no use. Raises ParseTimeoutError as ``parse`` does.
    """
    if old.readable != old.data:
        return None
    text = old.text
    first = start if text.isascii() else len(_encode(text[:start]))
    last, inserted = first + len(_encode(text[start:end])), _encode(replacement)
    data = b"".join((old.data[:first], inserted, old.data[last:]))
    new = Document(f"{text[:start]}{replacement}{text[end:]}", old.language, data)
    change = Change(first, last, first + len(inserted))
    if _may_be_hidden(old, new, change):
        return None
    new.tree, difference = reparse(data, old.data, old.tree, change, old.language)
    new.readable = data
    return Revision(old, new, Change(start, end, start + len(replacement)), change, difference)


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _may_be_hidden(old: Document, new: Document, change: Change) -> bool:
    """Tell whether the grammar may not be given all bytes of the new text."""
    language = new.language
    part = new.data[max(0, change.start - _LONGEST_MASK) : change.new_end + _LONGEST_MASK]
    if any(mask.search(part) for mask in language.masks):
        return True
    levels = language.levels
    return levels is not None and (may_be_deep(part, levels) or old.may_be_deep)
