"""Where a file writes a name that could be a status's: as a member, alone, as a symbol, or with its type implied."""

import re
import string
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from statuslens.recognise.sayings import ends_like_phrase, name_endings, saying_of
from statuslens.recognise.spellings import spellings_of, symbols_of
from statuslens.recognise.weights import load_weights
from statuslens.source.language import Language, TokenKind
from statuslens.source.names import find_name

_BETWEEN_NAMES = bytes(byte if bytes([byte]).isalnum() or byte == ord("_") else ord(" ") for byte in range(256))
_CHAIN = re.compile(rb"\\?[A-Za-z_$][\w$]*(?:(?:::|\?\.|\.|\\)[A-Za-z_$][\w$]*)*(?:::|\?\.|\.|\\)\Z|\\\Z")
_OF_CHAIN = b"$.:?\\_" + (string.ascii_letters + string.digits).encode()
_GOES_ON = re.compile(rb"[\w$]")
_UNDERSCORE = ord("_")
_SEPARATOR = re.compile(r"::|\?\.|[.\\]")
_LONGEST_CHAIN = 160
_ENDS_OPERAND = re.compile(rb"(?:[\w$)\]}\"'`?!>.]|[\w$)\]}\"'`?!>](?<!\bin)\s*\n\s*)\Z")
_LONGEST_INDENT = 120


class Form(StrEnum):
    """How a name is written."""

    MEMBER = "member"
    ALONE = "alone"
    SYMBOL = "symbol"
    IMPLICIT = "implicit"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. Offsets are in bytes."""

    form: Form
    path: tuple[str, ...]
    """The names of the whole expression: ``("http", "StatusNotFound")``."""
    start: int
    """Where the whole expression begins, with a symbol's colon or an implicit member's dot."""
    name_start: int
    end: int


def has_hint(data: bytes) -> bool:
    """Tell whether a file has one of the hints of ``evidence.yaml``."""
    return any(hint in data for hint in load_weights().names.hints)


def promising_names(data: bytes, language: Language, *, is_hinted: bool | None = None) -> frozenset[str]:
    """Return the names in a file that a status could have, at a price that every file can pay.

    A name that is spelled like those of many other things counts only in a file that has a hint; whether it does can
    be given, where the bytes are a part of it.
    """
    names, said = _names_in(data)
    found = said | (names & _spelled(language))
    if found and not (has_hint(data) if is_hinted is None else is_hinted):
        found = frozenset(filter(is_telling, said))
    return frozenset(name.decode() for name in found)


def find_mentions(
    data: bytes, names: Collection[str], language: Language, start: int = 0, end: int | None = None
) -> Iterator[Mention]:
    """Yield each place between two others where one of the names is written, as far as bytes tell."""
    if not names:
        return
    has_symbols = TokenKind.SYMBOL in language.tokens.values()
    for name in names:
        for first, last in find_name(data, name.encode(), start, end):
            if not _GOES_ON.match(data, last) and (mention := _mention(data, first, last, has_symbols=has_symbols)):
                yield mention


def _mention(data: bytes, start: int, end: int, *, has_symbols: bool) -> Mention | None:
    name = data[start:end].decode()
    before = data[start - 1 : start]
    if before in {b".", b":", b"\\"}:
        chain = _chain_before(data, start)
        if chain and (chain.start() == 0 or not _continues(data, chain.start())):
            path = (*filter(None, _SEPARATOR.split(chain[0].decode())), name)
            return Mention(Form.MEMBER if len(path) > 1 else Form.ALONE, path, chain.start(), start, end)
        if chain:
            return None
        if before == b":":
            return Mention(Form.SYMBOL, (name,), start - 1, start, end) if has_symbols else None
        around = data[max(0, start - _LONGEST_INDENT) : start - 1]
        return None if _ENDS_OPERAND.search(around) else Mention(Form.IMPLICIT, (name,), start - 1, start, end)
    if before.isalnum() or before in {b"_", b"$", b"@", b"-", b"#"} or data[max(0, start - 2) : start] == b"->":
        return None
    return Mention(Form.ALONE, (name,), start, start, end)


def _chain_before(data: bytes, start: int) -> re.Match[bytes] | None:
    """Return the names and separators right before a name."""
    around = data[max(0, start - _LONGEST_CHAIN) : start]
    return _CHAIN.search(data, start - len(around) + len(around.rstrip(_OF_CHAIN)), start)


def _continues(data: bytes, start: int) -> bool:
    """Tell whether a chain of names goes on before, as one after a call does; a range's dots are no part of it."""
    return data[start - 1 : start] in {b"@", b"."} and data[start - 2 : start] != b".."


@lru_cache(maxsize=2)
def _names_in(data: bytes) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return all names in a file, and those that say a status; for a file is asked for them more than once."""
    names = frozenset(data.translate(_BETWEEN_NAMES).split())
    endings, underscore = name_endings(), _UNDERSCORE
    ending = [name for name in names if name[-3:] in endings or name[-1] == underscore]
    return names, frozenset(filter(_is_said, ending))


@cache
def _spelled(language: Language) -> frozenset[bytes]:
    return frozenset(name.encode() for name in (*spellings_of(language), *symbols_of(language)))


@lru_cache(maxsize=65536)
def _is_said(name: bytes) -> bool:
    saying = saying_of(name.decode()) if ends_like_phrase(name) else None
    if saying is None:
        return False
    weights = load_weights().names
    if saying.is_short and not saying.prefix and name[:1].islower():
        return False
    has_kind = not weights.kind.isdisjoint(saying.prefix) or not weights.protocol.isdisjoint(saying.prefix)
    return weights.is_prefix(saying.prefix) and (bool(saying.phrase) or has_kind)


@lru_cache(maxsize=65536)
def is_telling(name: bytes) -> bool:
    """Tell whether a name says a phrase that few other things are called by."""
    saying = saying_of(name.decode()) if _is_said(name) else None
    weights = load_weights().names
    if saying is None or saying.is_short:
        return False
    return bool(saying.prefix) or saying.phrase not in weights.generic | weights.shared
