"""Reason phrases of a code in names and texts."""

import re
from functools import cache, lru_cache

from statuslens.recognise.hints import load_name_weights
from statuslens.registry import Registry, load_registry, name_key
from statuslens.registry.vendor import vendor_codes
from statuslens.source.words import words

_SURE_LENGTH = 7
"""A phrase of so many letters does not occur by accident: ``notfound`` does, ``ok`` and ``found`` do not."""
_QUOTED_WORDS = re.compile(r"([\"'`])[A-Za-z][A-Za-z' _-]*\1")
_NAMES_CODE = {"code", "status"}
_PREFIXES = {"http", "https", "status", "code", "sc", "err", "error", "e", "statuscode", "is", "response"}


@lru_cache(maxsize=1024)
def _keys(code: str) -> tuple[str, ...]:
    registry: Registry = load_registry()
    status = registry.get(code)
    former = (item.name for item in status.former_names) if status else ()
    names = (status.name, *former) if status else (item.name for item in vendor_codes(code))
    # A vendor may have a code without a name.
    return tuple(filter(None, map(name_key, names)))


@lru_cache(maxsize=16384)
def is_named_like(name: str, code: str) -> bool:
    """Tell whether a name says a code's phrase: ``ErrNotFound`` and ``HTTP_404_NOT_FOUND`` do for 404."""
    squashed = name_key(name)
    bare = "".join(word for word in words(name) if word not in _PREFIXES)
    *_, before, last = ("", "", *words(name))
    if last in _NAMES_CODE and before in _keys(code):
        return True  # go-swagger's GetOrdersOKCode
    if any(bare == key or (len(key) >= _SURE_LENGTH and _says(squashed, key)) for key in _keys(code)):
        # The letters of o2_k2 are no OK.
        return not (len(bare) < _SURE_LENGTH and any(len(word) == 1 for word in words(name) if word not in _PREFIXES))
    found = frozenset(words(name))
    return any(phrase <= found and found - phrase <= _PREFIXES for phrase in _words(code))


@cache
def _words(code: str) -> tuple[frozenset[str], ...]:
    """Return the words of a code's phrases, which a name may hold in another order: ``ERROR_INTERNAL_SERVER``."""
    status = load_registry().get(code)
    names = (status.name, *(item.name for item in status.former_names)) if status else ()
    return tuple(found for name in names if len(found := frozenset(words(name))) > 1)


def _says(squashed: str, key: str) -> bool:
    """Tell whether a name holds a phrase; one that many things are called by has to end it: ``ORDER_CREATED``."""
    return squashed.endswith(key) if key in load_name_weights().generic else key in squashed


@lru_cache(maxsize=4096)
def names_another(name: str, code: str) -> bool:
    """Tell whether a name says the phrase of another code than this one."""
    squashed = name_key(name)
    return any(key in squashed and key not in _keys(code) for key in _sure_keys())


@cache
def _sure_keys() -> tuple[str, ...]:
    return tuple(key for status in load_registry() for key in _keys(status.code) if len(key) >= _SURE_LENGTH)


def says_phrase(text: str, code: str) -> bool:
    """Tell whether a text holds a code's phrase."""
    keys = _keys(code)
    squashed = name_key(text) if keys else ""
    for key in keys:
        if len(key) >= _SURE_LENGTH and key in squashed:
            return True
        if len(key) < _SURE_LENGTH and re.search(rf"\b{key}\b", text, re.IGNORECASE):
            return True
    return False


def stands_near_phrase(before: str, after: str, code: str) -> bool:
    """Tell whether a text around a number holds its phrase.

    A short phrase counts as it is written, ``OK``; another spelling, ``:ok``, only right beside the number.
    """
    status = load_registry().get(code)
    if status is None or len(name_key(status.name)) >= _SURE_LENGTH:
        return says_phrase(f"{before} {after}", code)
    if status.name.lower() not in f"{before} {after}".lower():
        return False
    phrase = re.escape(status.name)
    beside = rf"\b{phrase}\W{{1,3}}\Z", rf"\W{{1,4}}{phrase}\b"
    return (
        re.search(rf"\b{phrase}\b", f"{before} {after}") is not None
        or re.search(beside[0], before, re.IGNORECASE) is not None
        or re.match(beside[1], after, re.IGNORECASE) is not None
    )


@cache
def _phrases() -> frozenset[str]:
    return frozenset(
        name for status in load_registry() for name in (status.name, *(former.name for former in status.former_names))
    )


def is_phrase(text: str) -> bool:
    """Tell whether a text is a status's phrase and nothing else, as the registry writes it."""
    return text in _phrases()


def starts_with_phrase(text: str, code: str) -> bool:
    """Tell whether a text is, or begins with, a code's phrase."""
    keys = _keys(code)
    return bool(keys) and name_key(text).startswith(keys)


def says_just_phrase(text: str, code: str) -> bool:
    """Tell whether a text in quotes is a code's phrase and nothing else."""
    keys = _keys(code)
    return bool(keys) and _QUOTED_WORDS.fullmatch(text) is not None and name_key(text) in keys
