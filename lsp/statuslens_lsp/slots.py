"""Where a status goes: a number in place of what stands at the cursor would be one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from lsprotocol import types as lsp

from statuslens.recognise import Occurrence, Role, Scan
from statuslens.registry import load_registry
from statuslens.source.language import Language, TokenKind, load_languages
from statuslens_lsp.views import Analysis, View

_NUMBER = "404"
"""A status that can stand wherever one does."""
_REACH = 80
"""Characters before the cursor in which words are looked for."""
_WORD = re.compile(r"(?:[^\W\d]\w*|\d*)\Z")
_REST = re.compile(r"\w*")
_PHRASE = re.compile(r"(?<![\w.'-])(?!not )[A-Za-z'-]+ (?=[A-Za-z' -]*\Z)")
"""A word that others follow; with ``not`` conditions begin as well."""
_OWNED = re.compile(r"(?:[\w.@$#\\]|::|->)\Z")
"""What stands before a member or a variable, of which other servers know more."""
_HUNDREDS = re.compile(r"[/,] *100\)* *[!=]==? *\Z")
"""What a class is compared with, by its first digit."""
_COLON = re.compile(r"(?<![\w:]):\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a status goes. Offsets are those of the analysed text, in code points."""

    start: int
    end: int
    """What stands from the one to the other gives way to the status."""
    typed: str
    """What of it stands before the cursor."""
    analysis: Analysis
    """Of the text with a number in its place; of occurrences that are written alike it has one."""
    occurrence: Occurrence
    """The number."""


def find_slot(view: View, position: lsp.Position) -> Slot | None:
    """Return the place at a position where a status goes, or None."""
    language = load_languages().get(view.analysis.scan.language)
    if language is None or language.is_log:
        return None
    text, cursor = view.analysis.scan.lines.text, view.offset(position)
    line = text[max(view.start, cursor - _REACH) : cursor].replace("\r", "\n").rpartition("\n")[2]
    typed, rest = _typed(line, language), _REST.match(text, cursor, view.end)
    behind = rest[0] if rest is not None else ""
    before = line.removesuffix(typed)
    if _OWNED.search(before) or _HUNDREDS.search(before) or (behind and not typed and not behind.isdecimal()):
        return None
    return _slot(view, cursor - len(typed), cursor + len(behind), typed)


def _typed(line: str, language: Language) -> str:
    """Return what of a word, a number, a name of several words or a symbol stands at the end of a line."""
    phrases = (line[found.start() :] for found in _PHRASE.finditer(line))
    if phrase := next((text for text in phrases if any(name.startswith(text.lower()) for name in _names())), ""):
        return phrase
    word = _WORD.search(line)
    typed = word[0] if word is not None else ""
    is_symbol = TokenKind.SYMBOL in language.tokens.values() and _COLON.search(line.removesuffix(typed))
    return f":{typed}" if is_symbol else typed


@cache
def _names() -> tuple[str, ...]:
    return tuple(status.name.lower() for status in load_registry())


def _slot(view: View, start: int, end: int, typed: str) -> Slot | None:
    analysis = view.analysis
    occurrences = analysis.scan.occurrences
    place = bisect_left(occurrences, start, key=attrgetter("start"))
    match occurrences[place : place + 1]:
        case [Occurrence(start=first, end=last, role=Role.STATUS) as there] if (first, last) == (start, end):
            return Slot(start, end, typed, analysis, there)
    probed = analysis.text.probe(start, end, _NUMBER) if analysis.text is not None else None
    match probed:
        case Scan(occurrences=[Occurrence(role=Role.STATUS) as number]):
            around = (*_others(occurrences, start, end, len(_NUMBER)), number)
            whole = replace(probed, occurrences=tuple(sorted(around, key=attrgetter("start"))))
            return Slot(start, end, typed, replace(analysis, scan=whole, text=None), number)
    return None


def _others(occurrences: Iterable[Occurrence], start: int, end: int, length: int) -> Iterator[Occurrence]:
    """Yield one of those that are written alike, at its place where so much stands between two offsets."""
    others = {(item.text, item.role): item for item in occurrences if item.end <= start or item.start >= end}
    for item in others.values():
        yield item if item.end <= start else item.moved(length - (end - start))
