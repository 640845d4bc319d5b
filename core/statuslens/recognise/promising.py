"""Names that a status could have, told from a file's bytes."""

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from statuslens.recognise.hints import has_hint, load_name_weights
from statuslens.recognise.sayings import ends_like_phrase, name_endings, saying_of
from statuslens.registry.names import names_in_libraries
from statuslens.source.concordance import words_of
from statuslens.source.outline import Outline

_UNDERSCORE = ord("_")
_MOST_PLAIN = 100_000
_plain: set[bytes] = set()
"""Names that say no status: most of a file's are in the files before it, too."""


def promising_names(data: bytes, language: Outline, *, is_hinted: bool | None = None) -> frozenset[str]:
    """Return the names in a file that a status could have, at a price that every file can pay.

    A name that is spelled like those of many other things counts only in a file that has a hint; whether it does can
    be given, where the bytes are a part of it.
    """
    if not language.ecosystems:
        return frozenset()
    names, said = _names_in(data)
    if has_hint(data) if is_hinted is None else is_hinted:
        found = said | (names & _spelled(language.ecosystems))
    else:
        found = frozenset(filter(is_telling, said))
    return frozenset(name.decode() for name in found)


@lru_cache(maxsize=2)
def _names_in(data: bytes) -> tuple[AbstractSet[bytes], frozenset[bytes]]:
    """Return all names in a file, and those that say a status; for a file is asked for them more than once."""
    names = words_of(data)
    unknown, endings = names - _plain, name_endings()
    ending = [name for name in unknown if name[-3:] in endings or name[-1] == _UNDERSCORE]
    said = frozenset(filter(_is_said, ending))
    if len(_plain) > _MOST_PLAIN:
        _plain.clear()
    _plain.update(unknown - said)
    return names, said


@cache
def _spelled(ecosystems: tuple[str, ...]) -> frozenset[bytes]:
    """Return the names of the constants that can stand for a status."""
    from statuslens.registry.constant import LOOK_UP_ONLY  # noqa: PLC0415 (most files have no hint)

    kinds = (kind for folder in ecosystems for kind in names_in_libraries(folder).constants.items())
    return frozenset(name.encode() for kind, names in kinds if kind not in LOOK_UP_ONLY for name in names)


@lru_cache(maxsize=65536)
def _is_said(name: bytes) -> bool:
    saying = saying_of(name.decode()) if ends_like_phrase(name) else None
    if saying is None:
        return False
    weights = load_name_weights()
    if saying.is_short and not saying.prefix and name[:1].islower():
        return False
    has_kind = not weights.kind.isdisjoint(saying.prefix) or not weights.protocol.isdisjoint(saying.prefix)
    return weights.is_prefix(saying.prefix) and (bool(saying.phrase) or has_kind)


@lru_cache(maxsize=65536)
def is_telling(name: bytes) -> bool:
    """Tell whether a name says a phrase that few other things are called by."""
    saying = saying_of(name.decode()) if _is_said(name) else None
    weights = load_name_weights()
    if saying is None or saying.is_short:
        return False
    return bool(saying.prefix) or saying.phrase not in weights.generic | weights.shared
