"""Where a file writes a name that could be a status's: as a member, alone, as a symbol, or with its type implied."""

import re
import string
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from statuslens.source.concordance import find_name, find_word
from statuslens.source.language import Language, TokenKind

_CHAIN = re.compile(rb"\\?[A-Za-z_$][\w$]*(?:(?:::|\?\.|\.|\\)[A-Za-z_$][\w$]*)*(?:::|\?\.|\.|\\)\Z|\\\Z")
_OF_CHAIN = b"$.:?\\_" + (string.ascii_letters + string.digits).encode()
_GOES_ON = re.compile(rb"[\w$]")
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


def find_mentions(
    data: bytes, names: Collection[str], language: Language, start: int = 0, end: int | None = None
) -> Iterator[Mention]:
    """Yield each place between two others where one of the names is written, as far as bytes tell."""
    if not names:
        return
    has_symbols = TokenKind.SYMBOL in language.tokens.values()
    is_all = start == 0 and end is None
    for name in map(str.encode, names):
        for first, last in find_word(data, name) if is_all else find_name(data, name, start, end):
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
