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
from statuslens.recognise.candidates import Candidate, Shape, find_candidates
from statuslens.recognise.constants import OWN_CLASS, marks_tuple
from statuslens.recognise.containers import may_say_status
from statuslens.recognise.embedded import can_embed_any
from statuslens.recognise.facts import ecosystems_of
from statuslens.recognise.mentions import Form, Mention, find_mentions, is_telling, promising_names
from statuslens.recognise.sayings import saying_of
from statuslens.recognise.spellings import EVERYTHING, resolve, spellings_of
from statuslens.recognise.weighing import is_registered, value_weight
from statuslens.recognise.weights import load_weights
from statuslens.registry import load_registry
from statuslens.source.imports import Import, find_imports
from statuslens.source.language import Language, load_languages

_WIDE = (BOM_UTF16_BE, BOM_UTF16_LE)
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
    candidates = sorted(find_candidates(data), key=itemgetter(1))
    if has_contexts and candidates:
        return True
    lowered = data.lower()
    if _is_near_number(lowered, candidates, language):
        return True
    names = promising_names(data, language) if language.ecosystems else frozenset()
    if any(is_telling(name.encode()) for name in names):
        return True
    return bool(names) and _is_near_hint(lowered, _places(data, names, language), *_reach_of(language))


def _is_near_number(lowered: bytes, candidates: Iterable[Candidate], language: Language) -> bool:
    """Tell whether something speaks of a status beside a number, closer to one that is seldom a status."""
    common: list[tuple[int, int]] = []
    seldom: list[tuple[int, int]] = []
    for item in candidates:
        is_seldom = item.shape is Shape.NUMBER and _is_seldom(lowered[item.start : item.end])
        (seldom if is_seldom else common).append((item.start, item.end))
    return _is_near_hint(lowered, common, *_reach_of(language)) or _is_near_hint(
        lowered, seldom, _hints_close(language), _CLOSE_REACH
    )


@cache
def _is_seldom(number: bytes) -> bool:
    """Tell whether a number is no registered code, or is 100 or 300, which are mostly something else."""
    code = number.decode()
    return not is_registered(code) or value_weight(code, load_weights()) < 0


def _places(data: bytes, names: Collection[str], language: Language) -> list[tuple[int, int]]:
    """Return where names stand that could be a status's, in their order."""
    mentions = list(find_mentions(data, names, language))
    if not mentions:
        return []
    imports = find_imports(data.decode("utf-8", "replace"), language.imports)
    return sorted((item.start, item.end) for item in mentions if _can_count(item, data, imports, language))


def _can_count(mention: Mention, data: bytes, imports: Collection[Import], language: Language) -> bool:
    """Tell whether a name is more than a variable, a member of something else or the mark of a tuple: ``{:ok, user}``.

    A library's constant counts where the file imports it, and one that stands alone in capitals by its place.
    """
    if mention.form is Form.SYMBOL:
        return not marks_tuple(data, mention.start)
    member = mention.path[-1]
    if mention.form is Form.IMPLICIT or mention.path[0] in OWN_CLASS or (member.isupper() and len(mention.path) == 1):
        return True
    written = resolve(mention.path, imports)
    saying = saying_of(written.member)
    if saying is not None and len(written.full) > 1 and may_say_status(written, saying):
        return True
    spellings = spellings_of(language).get(written.member, ())
    source = written.source
    if source is not None:
        return any(item.ecosystem.is_imported_by(source.module) for item in spellings)
    if len(written.path) > 1:
        return any(item.container == written.full[-2] for item in spellings)
    takes_all = any(item.name in EVERYTHING for item in imports)
    return any(not item.container or takes_all or item.ecosystem.opened_by for item in spellings)


def _reach_of(language: Language) -> tuple[re.Pattern[bytes], tuple[int, int]]:
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
def _hints(language: Language) -> re.Pattern[bytes]:
    nearby = load_weights().nearby
    of_code = () if language.is_data else nearby["words_of_code"]
    phrases = {"[^a-z]?".join(re.findall("[a-z]+", status.name.lower())) for status in load_registry()}
    whole = _one_of({*nearby["words"], *of_code, *phrases, *_calls(language)})
    parts = "|".join([*nearby["parts"], *(() if language.is_data else nearby["parts_of_code"])])
    return re.compile(rf"(?<![a-z])(?:{whole})(?![a-z])|{parts}".encode())


@cache
def _hints_close(language: Language) -> re.Pattern[bytes]:
    close, calls = "|".join(load_weights().nearby["close"]), _calls(language)
    return re.compile((rf"{close}|(?<![a-z])(?:{_one_of(calls)})\(" if calls else close).encode())


def _calls(language: Language) -> set[str]:
    names = {call.name.lower() for ecosystem in ecosystems_of(language) for call in ecosystem.calls}
    return set(map(re.escape, names - _COMMON))


def _one_of(patterns: Iterable[str]) -> str:
    """Return a pattern of several that begin with a letter each, one branch for each letter: ``re`` tries them all."""
    groups = groupby(sorted(patterns), key=itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(pattern[1:] for pattern in group)})" for first, group in groups)
