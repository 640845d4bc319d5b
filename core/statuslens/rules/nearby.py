"""What stands around bytes that could be a status, before anything is parsed.

A rule that asks for a call, a phrase or an operator beside a status finds nothing where there is none. To ask for
that first spares a check the look at most files.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from statuslens.recognise.candidates import Shape, find_candidates
from statuslens.recognise.promising import promising_names
from statuslens.recognise.sayings import saying_of
from statuslens.registry.ecosystem import load_ecosystems
from statuslens.registry.reply import Meaning, Reply
from statuslens.source.names import find_name
from statuslens.source.outline import Outline, load_outlines

_REACH = 300
"""Bytes before and after a status in which the other arguments of its call stand, or the call that it is made on."""
_WORD = re.compile(rb"\w")


@dataclass(frozen=True)
class Place:
    """A number or a name that could be a status. Offsets are in bytes."""

    data: bytes
    """The file."""
    lowered: bytes
    """The file in lower case, as ``around``, ``before`` and ``after`` show it."""
    start: int
    end: int
    code: str
    """What the number is, or the name says; empty where that is not known."""
    is_number: bool
    languages: tuple[Outline, ...]
    """The file's own, or those that it can hold code in."""

    @cached_property
    def around(self) -> bytes:
        """What stands before it and behind it, and the place itself."""
        return self.lowered[max(0, self.start - _REACH) : self.end + _REACH]

    def before(self, length: int) -> bytes:
        """Return so many bytes before it."""
        return self.lowered[max(0, self.start - length) : self.start]

    def after(self, length: int) -> bytes:
        """Return so many bytes behind it."""
        return self.lowered[self.end : self.end + length]

    def has_call(self, meaning: Meaning) -> bool:
        """Tell whether a call is named nearby that a library takes a status in, or sends one with."""
        calls = calls_of(self.languages, meaning)
        return calls is not None and calls.search(self.around) is not None

    @property
    def is_in_data(self) -> bool:
        """Whether nothing near it can be code."""
        return all(language.is_data for language in self.languages)


CanFind = Callable[[Place], bool]
"""What tells whether a rule could find something at a place."""


def find_places(data: bytes, language: str) -> Iterator[Place]:
    """Yield what could be a status in a file, of a language given by its LSP id."""
    known = load_outlines()[language]
    lowered = data.lower()
    languages = tuple(load_outlines().values()) if known.has_embeddings else (known,)
    for shape, start, end in find_candidates(data):
        code = data[start:end].decode()
        yield Place(data, lowered, start, end, code, shape is not Shape.WILDCARD, languages)
    names = frozenset[str]().union(*(promising_names(data, item) for item in _distinct(languages)))
    for name in names:
        saying = saying_of(name)
        code = saying.code if saying is not None else ""
        for start, end in find_name(data, name.encode()):
            if not _WORD.match(data, end):
                yield Place(data, lowered, start, end, code, is_number=False, languages=languages)


def _distinct(languages: Iterable[Outline]) -> Iterable[Outline]:
    """Return of the languages that use the same libraries one each."""
    return {language.ecosystems: language for language in languages}.values()


@cache
def calls_of(languages: tuple[Outline, ...], meaning: Meaning) -> re.Pattern[bytes] | None:
    """Return what finds the names of the calls that libraries take for something; None where there are none."""
    folders = {folder for language in languages for folder in language.ecosystems}
    replies = (reply for folder in folders for item in load_ecosystems(folder) for reply in item.replies)
    names = {name.lower() for reply in replies if reply.meaning is meaning for name in _names(reply)}
    return re.compile(rf"(?<![a-z0-9_])(?:{'|'.join(sorted(map(re.escape, names)))})(?!\w)".encode()) if names else None


def _names(reply: Reply) -> Iterator[str]:
    for name in (reply.name, *reply.companions, *reply.leaders):
        yield name.rpartition(".")[2]
