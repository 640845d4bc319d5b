"""Which files are worth a look at all, told from their bytes.

Most numbers of three digits are no statuses, and to parse the files that they stand in takes most of the time of a
check. A number, and a name such as ``created`` that many other things have, can be a status only where something near
it speaks of one: a word of ``data/evidence.yaml``, a code's phrase, a call that a library of the language has.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable
from functools import cache

from statuslens.config.model import ContextRule
from statuslens.recognise.candidates import find_candidates
from statuslens.recognise.embedded import can_embed_any
from statuslens.recognise.facts import ecosystems_of
from statuslens.recognise.mentions import is_telling, promising_names
from statuslens.recognise.weights import load_weights
from statuslens.registry import load_registry
from statuslens.source.language import Language, load_languages

_WIDE = (BOM_UTF16_BE, BOM_UTF16_LE)
_REACHES = {False: (250, 120), True: (90, 40)}
"""Bytes before and after a number or name in which something has to speak of a status; fewer in a language of data,
where a key stands beside its value."""
_COMMON = {"return", "returns"}
"""Names of calls that are words of nearly every file, in code or in its comments."""
_LONGEST_HINT = 40
"""Bytes; a phrase is the longest."""


def can_hold(data: bytes, language: str, contexts: Collection[ContextRule] = ()) -> bool:
    """Tell at the price of a search whether a file's bytes can hold a status in code.

    A file that is said to hold none has no occurrences for ``scan_text`` with the same ``contexts``, but for rare
    ones, such as a number that only a function defined far away tells to be a status; ``benchmarks/prefilter.py``
    counts them.
    """
    known = load_languages().get(language)
    if known is None:
        return False
    if known.format is not None or data.startswith(_WIDE):
        return True
    if not data.isascii():
        data = data.decode("utf-8", "replace").encode()
    if not known.is_container and _can_hold_own(data, known, has_contexts=bool(contexts)):
        return True
    return bool(known.embeddings) and can_embed_any(data)


def _can_hold_own(data: bytes, language: Language, *, has_contexts: bool) -> bool:
    numbers = sorted((item.start, item.end) for item in find_candidates(data))
    if has_contexts and numbers:
        return True
    lowered = data.lower()
    if _is_near_hint(lowered, numbers, language):
        return True
    names = promising_names(data, language) if language.ecosystems else frozenset()
    if any(is_telling(name.encode()) for name in names):
        return True
    return bool(names) and _is_near_hint(lowered, _places(data, names), language)


def _places(data: bytes, names: Iterable[str]) -> Iterable[tuple[int, int]]:
    wanted = "|".join(sorted(map(re.escape, names)))
    return (match.span() for match in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)".encode(), data))


def _is_near_hint(lowered: bytes, places: Iterable[tuple[int, int]], language: Language) -> bool:
    """Tell whether something speaks of a status beside one of some places, which are in their order."""
    seen = 0
    before, after = _REACHES[language.is_data]
    hints = _hints(language)
    for start, end in places:
        first, last = max(seen, start - before), end + after
        if first < last and hints.search(lowered, first, last):
            return True
        seen = max(seen, last - _LONGEST_HINT)
    return False


@cache
def _hints(language: Language) -> re.Pattern[bytes]:
    nearby = load_weights().nearby
    of_code = () if language.is_data else nearby["words_of_code"]
    phrases = {re.sub("[^a-z]+", "[^a-z]?", status.name.lower()) for status in load_registry()}
    names = {call.name.lower() for ecosystem in ecosystems_of(language) for call in ecosystem.calls}
    calls = set(map(re.escape, names - _COMMON))
    whole = "|".join([*nearby["words"], *of_code, *sorted(phrases | calls)])
    parts = "|".join([*nearby["parts"], *(() if language.is_data else nearby["parts_of_code"])])
    return re.compile(rf"(?<![a-z])(?:{whole})(?![a-z])|{parts}".encode())
