"""What stands around bytes that could be a status, before anything is parsed.

A rule that asks for a call, a phrase or an operator beside a status finds nothing where there is none. To ask for
that first spares a check the look at most files.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from statuslens.recognise.prefilter import Languages, Place
from statuslens.recognise.sayings import saying_of
from statuslens.registry.ecosystem import load_ecosystems
from statuslens.registry.reply import Meaning, Reply
from statuslens.source.outline import load_outlines

_REACH = 300
"""Bytes before and after a status in which the other arguments of its call stand, or the call that it is made on."""


@dataclass(frozen=True)
class Surroundings:
    """What stands around a number or a name that could be a status. Offsets are in bytes."""

    data: bytes
    """The file."""
    lowered: bytes
    """The file in lower case, as ``around``, ``before`` and ``after`` show it."""
    start: int
    """Where the number or the name begins."""
    end: int
    code: str
    """What the number is, or the name says; empty where that is not known."""
    is_number: bool
    languages: Languages
    """The file's own, or those that there can be code of in it."""

    @cached_property
    def around(self) -> bytes:
        """What stands before it and behind it, and the number or name itself."""
        return self.lowered[max(0, self.start - _REACH) : self.end + _REACH]

    def before(self, length: int) -> bytes:
        """Return so many bytes before it."""
        return self.lowered[max(0, self.start - length) : self.start]

    def after(self, length: int) -> bytes:
        """Return so many bytes behind it."""
        return self.lowered[self.end : self.end + length]

    def has_call(self, meaning: Meaning) -> bool:
        """Tell whether a call of a library is named nearby that takes a status, or sends one with, and means that."""
        calls = _calls(self.languages, meaning)
        return calls is not None and calls.search(self.data, max(0, self.start - _REACH), self.end + _REACH) is not None

    @property
    def is_in_data(self) -> bool:
        """Whether nothing near it can be code."""
        return all(language.is_data for language in self.languages)


CanFind = Callable[[Surroundings], bool]
"""What tells whether a rule could find something there."""


def look_around(data: bytes, language: str, places: Iterable[Place]) -> Iterator[Surroundings]:
    """Yield what stands around some places in a file; its language is an LSP id."""
    known = load_outlines()[language]
    languages = tuple(load_outlines().values()) if known.has_embeddings else (known,)
    lowered = data.lower()
    for start, end, is_number in places:
        code = data[start:end].decode("ascii", "replace")
        if not is_number:
            saying = saying_of(code)
            code = saying.code if saying is not None else ""
        yield Surroundings(data, lowered, start, end, code, is_number, languages)


@cache
def _calls(languages: Languages, meaning: Meaning) -> re.Pattern[bytes] | None:
    """Return what finds the names of the calls that libraries take for something; None where there are none."""
    folders = {folder for language in languages for folder in language.ecosystems}
    replies = (reply for folder in folders for item in load_ecosystems(folder) for reply in item.replies)
    names = sorted({name for reply in replies if reply.meaning is meaning for name in _names(reply)})
    return re.compile("|".join(names).encode()) if names else None


def _names(reply: Reply) -> Iterator[str]:
    """Yield patterns of the names of a call, and of those that give it its status; some stand behind their owner."""
    owner = rf"(?<={re.escape(reply.receiver)}[.:>])" if reply.receiver.isidentifier() else ""
    yield rf"{owner}(?<!\w){re.escape(reply.name)}(?!\w)"
    for name in (*reply.companions, *reply.leaders):
        yield rf"(?<!\w){re.escape(name.rpartition('.')[2])}(?!\w)"
