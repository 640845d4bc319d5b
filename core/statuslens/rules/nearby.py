"""What stands around bytes that could be a status, before anything is parsed.

A rule that asks for a call, a phrase or an operator beside a status finds nothing where there is none. To ask for
that first spares a check the look at most files.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from statuslens.recognise.prefilter import Languages, Place
from statuslens.recognise.sayings import saying_of
from statuslens.registry.ecosystem import Ecosystem, load_ecosystems
from statuslens.registry.reply import Meaning, Reply
from statuslens.source.outline import load_outlines

_REACH = 300
"""Bytes before and after a status in which the other arguments of its call stand, or the call that it is made on."""


_LAST_NAME = re.compile(r".*[^\w]")
"""What stands before the name of a constant."""
_VALUE = re.compile(rb"(?:[:=,(\[{\"'-]|http/[0-9.]+|status|code)\s*\Z")
_REACH_OF_VALUE = 20
_WORD = re.compile(rb"\w+")
_OPENED = re.compile(rb"\s*\(")
_BRACKET = re.compile(rb"[()]")
_TEXT = re.compile(rb"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`")
_LONGEST_OWNER = 60
"""Bytes of what stands before the last name of a call."""
_UNFINISHED = (b",", b"(", b"[", b"{", b"|", b"\\")
"""What ends a line with which a call without brackets goes on."""


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
    counts: Callable[[], bool]
    """Tells whether a name could be a status's by all that the file says of it."""
    languages: Languages
    """The file's own, or those that there can be code of in it."""
    libraries: tuple[str, ...]
    """The folders below ``data/ecosystems`` that these use."""

    @cached_property
    def around(self) -> bytes:
        """What stands before it and behind it, and the number or name itself."""
        return self.lowered[self.first : self.end + _REACH]

    @property
    def first(self) -> int:
        """Where ``around`` begins."""
        return max(0, self.start - _REACH)

    def before(self, length: int) -> bytes:
        """Return so many bytes before it."""
        return self.lowered[max(0, self.start - length) : self.start]

    def after(self, length: int) -> bytes:
        """Return so many bytes behind it."""
        return self.lowered[self.end : self.end + length]

    def is_sent_with(self, meaning: Meaning) -> bool:
        """Tell whether it stands among the arguments of a library's call that means something.

        Some calls get their status by another one, which stands before them or behind them.
        """
        calls = _calls(self.libraries, meaning)
        names = calls.names & self._words
        if not names:
            return False
        if self._is_argument(calls.takers, names):
            return True
        last = self.end + _REACH
        return self._is_argument(calls.setters, names) and calls.senders.search(self.data, self.first, last) is not None

    @cached_property
    def _words(self) -> frozenset[bytes]:
        return frozenset(_WORD.findall(self.data, self.first, self.start))

    def _is_argument(self, calls: re.Pattern[bytes], names: Iterable[bytes]) -> bool:
        first = min(self.data.find(name, self.first, self.start) for name in names)
        last = max(self.data.rfind(name, self.first, self.start) + len(name) for name in names)
        found = calls.finditer(self.data, max(self.first, first - _LONGEST_OWNER), min(self.start, last + 1))
        return any(_leads_on(self.data[match.end() : self.start]) for match in found)

    @cached_property
    def is_value(self) -> bool:
        """Whether a number is a value, or begins one, and stands in no other text."""
        return _VALUE.search(self.before(_REACH_OF_VALUE)) is not None

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
    libraries = tuple(sorted({folder for language in languages for folder in language.ecosystems}))
    lowered, members = data.lower(), _members(libraries)
    for start, end, is_number, counts in places:
        code = data[start:end].decode("ascii", "replace")
        code = code if is_number else _said(code, members)
        yield Surroundings(data, lowered, start, end, code, is_number, counts, languages, libraries)


def _said(name: str, members: Mapping[str, str]) -> str:
    """Return the code that a name says by itself, or as the constant of a library; nothing where that are several."""
    name = _LAST_NAME.sub("", name)
    saying = saying_of(name)
    return saying.code if saying is not None else members.get(name, "")


@cache
def _members(libraries: tuple[str, ...]) -> Mapping[str, str]:
    """Return the codes of constants by their names, nothing for a name that stands for several."""
    found: dict[str, str] = {}
    for ecosystem in ecosystems_of(libraries):
        for name, code in (item for group in ecosystem.constants for item in group.members.items()):
            found[name] = code if found.get(name, code) == code else ""
    return found


@cache
def ecosystems_of(libraries: tuple[str, ...]) -> tuple[Ecosystem, ...]:
    """Return what there is in some folders below ``data/ecosystems``."""
    return tuple(ecosystem for folder in libraries for ecosystem in load_ecosystems(folder))


@dataclass(frozen=True, slots=True)
class _Calls:
    """What finds the names of the calls of libraries that mean something."""

    names: frozenset[bytes]
    """The last names of those of which one stands before a status."""
    takers: re.Pattern[bytes]
    """Those that take a status."""
    senders: re.Pattern[bytes]
    """Those that another one gives their status."""
    setters: re.Pattern[bytes]
    """Those others."""


@cache
def _calls(libraries: tuple[str, ...], meaning: Meaning) -> _Calls:
    replies = [reply for item in ecosystems_of(libraries) for reply in item.replies if reply.meaning is meaning]
    setters = {name.rpartition(".")[2] for reply in replies for name in (*reply.companions, *reply.leaders)}
    names = {reply.name for reply in replies if reply.status} | setters
    return _Calls(
        names=frozenset(_WORD.findall(name.encode())[-1] for name in names),
        takers=_one_of(_pattern(reply) for reply in replies if reply.status),
        senders=_one_of(_pattern(reply) for reply in replies if not reply.status),
        setters=_one_of(map(_whole, setters)),
    )


def _pattern(reply: Reply) -> str:
    owner = rf"(?<={re.escape(reply.receiver)}[.:>])" if reply.receiver.isidentifier() else ""
    return owner + _whole(reply.name)


def _whole(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _one_of(patterns: Iterable[str]) -> re.Pattern[bytes]:
    """Return what finds one of some patterns, and nothing where there are none."""
    return re.compile("|".join(sorted(set(patterns))).encode() or rb"(?!)")


def _leads_on(text: bytes) -> bool:
    """Tell whether what stands behind the name of a call can be the beginning of its arguments."""
    if _OPENED.match(text):
        return not _is_closed(_TEXT.sub(b"", text))
    if text.count(b"(") > text.count(b")"):
        return True
    return all(line.rstrip().endswith(_UNFINISHED) for line in text.split(b"\n")[:-1])


def _is_closed(text: bytes) -> bool:
    """Tell whether the first bracket of a text is closed in it."""
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match[0] == b"(" else -1
        if depth == 0:
            return True
    return False
