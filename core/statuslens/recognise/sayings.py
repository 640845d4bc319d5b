"""What a name says by itself: ``NotFound``, ``HTTP_404_NOT_FOUND`` and ``k404NotFound`` say 404."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from statuslens.recognise.hints import load_name_weights
from statuslens.registry.names import name_key, names_of_codes

_TOKEN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_NUMBER = re.compile(r"[1-5][0-9]{2}")
_WRITTEN_SHORT = {"auth": "authentication", "perm": "permanent", "req": "request", "temp": "temporary"}
_MOST_TOKENS = 12
_PROTOCOL = "http"
_ERROR = "error"
_KINDS, _BEFORE_KIND = {"code", "status", "statuscode"}, {"http", "status"}
"""What stands behind a phrase in a name: the last word, and the ones before it: ``NOT_FOUND_STATUS_CODE``."""
_BEHIND = re.compile(rb"(?:_?(?:[Cc]ode|CODE|ERROR|[Hh]ttp|HTTP|[Ss]tatus|STATUS))+\Z")
_OF_ENDING = 3
_OF_LONG_ENDING = 6
_IN_NAMES = bytes(byte for byte in range(128) if chr(byte).isalnum() or chr(byte) == "_")


class Saying(NamedTuple):
    """The code that a name says, and how."""

    code: str
    phrase: str
    """The phrase's letters, ``notfound``; empty where the name has only the number."""
    prefix: tuple[str, ...]
    """The words around the phrase, or all words beside the number."""
    is_numbered: bool
    """Whether the name holds the number."""
    is_short: bool = False
    """Whether the phrase is a short form that only enumerations of HTTP's statuses use for it."""


@lru_cache(maxsize=16384)
def saying_of(name: str) -> Saying | None:
    """Return what a name says: a current or former phrase of one code, its number, or both; None for another name."""
    tokens = [token.lower() for token in _TOKEN.findall(name)]
    numbers = [token for token in tokens if token.isdigit()]
    letters = tuple(token for token in tokens if not token.isdigit())
    if len(tokens) > _MOST_TOKENS or len(numbers) > 1 or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    for said, behind in _cuts(letters, name):
        for start in range(len(said)):
            phrase = "".join(_WRITTEN_SHORT.get(letter, letter) for letter in said[start:])
            code = _phrases().get(phrase) or ("" if behind else _short().get(phrase))
            if code and (not numbers or numbers == [code]):
                prefix = said[:start] if start or said[0] != _PROTOCOL else (_PROTOCOL,)
                return Saying(code, phrase, (*prefix, *behind), bool(numbers), phrase not in _phrases())
    is_number_last = bool(numbers) and tokens[-1] == numbers[0]
    return Saying(numbers[0], "", letters, is_numbered=True) if is_number_last and letters else None


def _cuts(letters: tuple[str, ...], name: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the words of a name in which a phrase can be, and those behind, which only say what it is.

    The first cut is the one that leaves most: ``INTERNAL_SERVER_ERROR_CODE`` before ``BAD_REQUEST_ERROR_CODE``.
    """
    end = len(letters)
    yield letters, ()
    if not name[:1].isupper():
        return
    if end > 1 and letters[-1] in _KINDS:
        end -= 1
        while end > 1 and letters[end - 1] in _BEFORE_KIND:
            end -= 1
        yield letters[:end], letters[end:]
    if end > 1 and letters[end - 1] == _ERROR and name.isupper():
        yield letters[: end - 1], letters[end - 1 :]


@cache
def _phrases() -> Mapping[str, str]:
    """Return the code by each phrase that is, or was, one code's only."""
    codes: dict[str, set[str]] = {}
    for code, names in names_of_codes().items():
        for name in names:
            codes.setdefault(re.sub("[^a-z]", "", name_key(name)), set()).add(code)
    return {phrase: next(iter(found)) for phrase, found in codes.items() if len(found) == 1}


@cache
def _short() -> Mapping[str, str]:
    return load_name_weights().short


@cache
def name_endings() -> frozenset[bytes]:
    """Return the last three characters of names that say something, and all of a shorter one.

    They are those of a code, or of a phrase in each case that names have; before a phrase of two letters, OK, stands
    any character.
    """
    endings = {phrase[-3:].encode() for phrase in (*_phrases(), *_short())}
    endings |= {kind[-3:].encode() for kind in (*_KINDS, _ERROR)}
    forms = {form for ending in endings for form in (ending, ending.upper(), ending.capitalize())}
    shorter = {form for form in forms if len(form) < _OF_ENDING}
    longer = {bytes([byte]) + form for form in shorter for byte in _IN_NAMES}
    return frozenset(forms | longer | {str(code).encode() for code in range(100, 600)})


def ends_like_phrase(name: bytes) -> bool:
    """Tell whether a name can say something, closer than its last three characters tell and cheaper than it is read."""
    if _says(name):
        return True
    return name[:1].isupper() and (behind := _BEHIND.search(name)) is not None and _says(name[: behind.start()])


def _says(name: bytes) -> bool:
    return name.replace(b"_", b"").lower().endswith(_long_endings())


@cache
def _long_endings() -> tuple[bytes, ...]:
    digits_last = {str(digit).encode() for digit in range(10)}
    return tuple(digits_last | {phrase[-_OF_LONG_ENDING:].encode() for phrase in (*_phrases(), *_short())})
