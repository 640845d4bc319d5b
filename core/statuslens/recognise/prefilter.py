"""Which files are worth a look at all, told from their bytes.

Most numbers of three digits are no statuses, and to parse the files that they stand in takes most of the time of a
check. A number, and a name such as ``created`` that many other things have, can be a status only where something near
it speaks of one: a word of ``data/evidence.yaml``, a code's phrase, a call that a library of the language has.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

from statuslens.config.model import ContextRule
from statuslens.recognise.candidates import Candidate, Shape, find_candidates, has_trace
from statuslens.recognise.hints import load_nearby, read_evidence
from statuslens.recognise.promising import is_telling, promising_names
from statuslens.registry.names import names_in_libraries, names_of_codes
from statuslens.source.outline import Outline, load_outlines

_ESCAPE = re.compile(rb"\\[a-z]")
WIDE = (BOM_UTF16_BE, BOM_UTF16_LE)
_REACHES = {False: (250, 120), True: (90, 40)}
"""Bytes before and after a number or name in which something has to speak of a status; fewer in a language of data,
where a key stands beside its value."""
_CLOSE_REACH = (45, 30)
"""The same for a number that is seldom a status."""
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
    known = load_outlines().get(language)
    if known is None:
        return False
    if known.is_formatted or data.startswith(WIDE):
        return True
    if not data.isascii():
        data = data.decode("utf-8", "replace").encode()
    if not known.is_container and _can_hold_own(data, known, has_contexts=bool(contexts)):
        return True
    return known.has_embeddings and can_embed_any(data)


def can_embed_any(data: bytes) -> bool:
    """Tell at the price of a search whether code inside a file can hold a status."""
    if has_trace(data):
        return True
    words = _ESCAPE.sub(b"  ", data)
    return any(promising_names(words, language) for language in load_outlines().values())


def _can_hold_own(data: bytes, language: Outline, *, has_contexts: bool) -> bool:
    candidates = sorted(find_candidates(data), key=itemgetter(1))
    if has_contexts and candidates:
        return True
    lowered = data.lower()
    if _is_near_number(lowered, candidates, language):
        return True
    names = promising_names(data, language)
    if any(is_telling(name.encode()) for name in names):
        return True
    return bool(names) and _is_near_hint(lowered, _places(data, names, language), *_reach_of(language))


def _places(data: bytes, names: Collection[str], language: Outline) -> list[tuple[int, int]]:
    """Return where names stand that could be a status's, in their order."""
    from statuslens.recognise.countable import find_countable  # noqa: PLC0415 (few files have such names)

    return sorted((item.start, item.end) for item in find_countable(data, names, language.id))


def _is_near_number(lowered: bytes, candidates: Iterable[Candidate], language: Outline) -> bool:
    """Tell whether something speaks of a status beside a number, closer to one that is seldom a status."""
    common: list[tuple[int, int]] = []
    seldom: list[tuple[int, int]] = []
    for item in candidates:
        is_seldom = item.shape is Shape.NUMBER and _is_seldom(lowered[item.start : item.end])
        (seldom if is_seldom else common).append((item.start, item.end))
    if _is_near_hint(lowered, common, *_reach_of(language)):
        return True
    return bool(seldom) and _is_near_hint(lowered, seldom, _hints_close(language), _CLOSE_REACH)


@cache
def _is_seldom(number: bytes) -> bool:
    """Tell whether a number is no registered code, or is 100 or 300, which are mostly something else."""
    code = number.decode()
    return code not in names_of_codes() or read_evidence()["values"].get(code, 0) < 0


def _reach_of(language: Outline) -> tuple[re.Pattern[bytes], tuple[int, int]]:
    return _hints(language), _REACHES[language.is_data]


def _is_near_hint(
    lowered: bytes, places: Iterable[tuple[int, int]], hints: re.Pattern[bytes], reach: tuple[int, int]
) -> bool:
    """Tell whether something speaks of a status beside one of some places, which are in their order."""
    seen = 0
    before, after = reach
    for start, end in places:
        first, last = max(seen, start - before), end + after
        if first < last and hints.search(lowered, first, last):
            return True
        seen = max(seen, last - _LONGEST_HINT)
    return False


@cache
def _hints(language: Outline) -> re.Pattern[bytes]:
    nearby = load_nearby()
    of_code = () if language.is_data else nearby["words_of_code"]
    phrases = {"[^a-z]?".join(re.findall("[a-z]+", names[0].lower())) for names in names_of_codes().values()}
    whole = _one_of({*nearby["words"], *of_code, *phrases, *_calls(language)})
    parts = "|".join([*nearby["parts"], *(() if language.is_data else nearby["parts_of_code"])])
    return re.compile(rf"(?<![a-z])(?:{whole})(?![a-z])|{parts}".encode())


@cache
def _hints_close(language: Outline) -> re.Pattern[bytes]:
    close, calls = "|".join(load_nearby()["close"]), _calls(language)
    return re.compile((rf"{close}|(?<![a-z])(?:{_one_of(calls)})\(" if calls else close).encode())


def _calls(language: Outline) -> set[str]:
    names = {name.lower() for folder in language.ecosystems for name in names_in_libraries(folder).calls}
    return set(map(re.escape, names - _COMMON))


def _one_of(patterns: Iterable[str]) -> str:
    """Return a pattern of several that begin with a letter each, one branch for each letter: ``re`` tries them all."""
    groups = groupby(sorted(patterns), key=itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(pattern[1:] for pattern in group)})" for first, group in groups)
