"""Which files are worth a look at all, told from their bytes.

Most numbers of three digits are no statuses, and to parse the files that they stand in takes most of the time of a
check. A number, and a name such as ``created`` that many other things have, can be a status only where something near
it speaks of one: a word of ``data/evidence.yaml``, a code's phrase, a call that a library of the language has.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, partial
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple, Protocol, TypeVar

from statuslens.config.model import ContextRule
from statuslens.recognise.candidates import Shape, find_candidates, has_trace
from statuslens.recognise.hints import has_hint, load_nearby, read_evidence
from statuslens.registry.names import names_in_libraries, names_of_codes
from statuslens.source.outline import Outline, load_outlines

_ESCAPE = re.compile(rb"\\[a-z]")
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

Languages = tuple[Outline, ...]
"""A file's own, or those that there can be code of in it."""


class Spanning(Protocol):
    """What has a place."""

    @property
    def start(self) -> int:
        """Where it begins, in bytes."""

    @property
    def end(self) -> int:
        """Where it ends."""


S = TypeVar("S", bound=Spanning)


class Place(NamedTuple):
    """What could be a status. Offsets are in bytes."""

    start: int
    end: int
    is_number: bool
    counts: Callable[[], bool] = lambda: True
    """Whether it could be one by all that its file says of it, which takes longer to tell."""


def can_hold(data: bytes, language: str, contexts: Collection[ContextRule] = ()) -> bool:
    """Tell at the price of a search whether a file's bytes can hold a status in code.

    A file that is said to hold none has no occurrences for ``scan_text`` with the same ``contexts``, but for rare
    ones, such as a number that only a function defined far away tells to be a status; ``benchmarks/prefilter.py``
    counts them.
    """
    known = load_outlines().get(language)
    if known is None:
        return False
    if not is_searchable(data, language):
        return True
    data = as_parsed(data)
    if contexts and next(find_candidates(data), None) is not None:
        return True
    if not known.is_container and _can_hold_own(data, (known,)):
        return True
    return known.has_embeddings and can_embed_any(data)


def _can_hold_own(data: bytes, languages: Languages) -> bool:
    lowered = data.lower()
    places = chain(_numbers(data, lowered, languages), _names(data, lowered, languages))
    return any(place.counts() for place in places)


def as_parsed(data: bytes) -> bytes:
    """Return a file's bytes as they are parsed, with U+FFFD for what is no UTF-8."""
    return data if data.isascii() else data.decode("utf-8", "replace").encode()


def is_searchable(data: bytes, language: str) -> bool:
    """Tell whether what a file can hold is told from its bytes; of any other one it is not known."""
    known = load_outlines().get(language)
    return known is not None and not known.is_formatted and not data.startswith(_WIDE)


def can_embed_any(data: bytes) -> bool:
    """Tell at the price of a search whether code inside a file can hold a status."""
    if has_trace(data):
        return True
    from statuslens.recognise.promising import promising_names  # noqa: PLC0415 (as in _names)

    words = _ESCAPE.sub(b"  ", data)
    return any(promising_names(words, language) for language in load_outlines().values())


def find_places(data: bytes, language: str) -> Iterator[Place]:
    """Yield what could be a status in a file that is searchable, in its language or in code inside it.

    ``data`` are the file's bytes as they are parsed. Names count only where a file has a hint, which those do not
    that hold nothing but a constant of their own making.
    """
    known = load_outlines()[language]
    languages: Languages = (known,)
    if known.has_embeddings:
        data, languages = _ESCAPE.sub(b"  ", data), tuple(load_outlines().values())
    lowered = data.lower()
    yield from _numbers(data, lowered, languages)
    if any(_distinct(languages)) and has_hint(data):
        yield from _names(data, lowered, languages)


def _names(data: bytes, lowered: bytes, languages: Languages) -> Iterator[Place]:
    """Yield the names that could be a status, those that few other things have wherever they stand."""
    from statuslens.recognise.promising import is_telling, promising_names  # noqa: PLC0415 (many files have no hint)

    names = {name for item in _distinct(languages) for name in promising_names(data, item)}
    telling = {name for name in names if is_telling(name.encode())}
    if telling:
        from statuslens.source.concordance import find_name  # noqa: PLC0415 (few files have such names)

    for name in telling:
        yield from (Place(start, end, is_number=False) for start, end in find_name(data, name.encode()))
    for language in _distinct(languages) if names - telling else ():
        yield from _mentions(data, lowered, names - telling, language, languages)


def _numbers(data: bytes, lowered: bytes, languages: Languages) -> Iterator[Place]:
    """Yield the numbers beside which something speaks of a status, closer to one that is seldom a status."""
    common: list[Place] = []
    seldom: list[Place] = []
    for shape, start, end in sorted(find_candidates(data), key=itemgetter(1)):
        is_seldom = shape is Shape.NUMBER and _is_seldom(data[start:end])
        (seldom if is_seldom else common).append(Place(start, end, is_number=True))
    # The hints are hundreds of words, which are not put together for a file without a number.
    if common:
        yield from _near_hint(lowered, common, *_reach_of(languages))
    if seldom:
        yield from _near_hint(lowered, seldom, _hints_close(languages), _CLOSE_REACH)


def _mentions(
    data: bytes, lowered: bytes, names: Collection[str], language: Outline, languages: Languages
) -> Iterator[Place]:
    """Yield where names stand beside which something speaks of a status."""
    from statuslens.recognise.countable import is_countable  # noqa: PLC0415 (few files have such names)
    from statuslens.recognise.mentions import find_mentions  # noqa: PLC0415 (as above)
    from statuslens.source.language import load_languages  # noqa: PLC0415 (as above)

    found = sorted(find_mentions(data, names, load_languages()[language.id]), key=attrgetter("start"))
    for item in _near_hint(lowered, found, *_reach_of(languages)):
        yield Place(item.start, item.end, is_number=False, counts=partial(is_countable, item, data, language.id))


def _distinct(languages: Languages) -> Iterable[Outline]:
    """Return of the languages that use the same libraries one each, of those that use any."""
    return {language.ecosystems: language for language in languages if language.ecosystems}.values()


@cache
def _is_seldom(number: bytes) -> bool:
    """Tell whether a number is no registered code, or is 100 or 300, which are mostly something else."""
    code = number.decode()
    return code not in names_of_codes() or read_evidence()["values"].get(code, 0) < 0


def _reach_of(languages: Languages) -> tuple[re.Pattern[bytes], tuple[int, int]]:
    return _hints(languages), _REACHES[_is_data(languages)]


def _is_data(languages: Languages) -> bool:
    return all(language.is_data for language in languages)


def _near_hint(lowered: bytes, places: Iterable[S], hints: re.Pattern[bytes], reach: tuple[int, int]) -> Iterator[S]:
    """Yield of some places, which are in their order, those beside which something speaks of a status."""
    hint, seen = -1, 0
    before, after = reach
    for place in places:
        first, last = max(0, place.start - before), place.end + after
        if hint < first:
            found = hints.search(lowered, max(seen, first), last)
            if found is None:
                seen = max(seen, last - _LONGEST_HINT)
                continue
            hint = found.start()
        yield place


@cache
def _hints(languages: Languages) -> re.Pattern[bytes]:
    nearby = load_nearby()
    of_code = () if _is_data(languages) else nearby["words_of_code"]
    phrases = {"[^a-z]?".join(re.findall("[a-z]+", names[0].lower())) for names in names_of_codes().values()}
    whole = {*nearby["words"], *of_code, *phrases, *_calls(languages)}
    parts = {*nearby["parts"], *(() if _is_data(languages) else nearby["parts_of_code"])}
    return _one_of_either(whole, "(?![a-z])", parts)


@cache
def _hints_close(languages: Languages) -> re.Pattern[bytes]:
    return _one_of_either(_calls(languages), "\\(", load_nearby()["close"])


def _calls(languages: Languages) -> set[str]:
    folders = {folder for language in languages for folder in language.ecosystems}
    names = {name.lower() for folder in folders for name in names_in_libraries(folder).calls}
    return set(map(re.escape, names - _COMMON))


def _one_of_either(names: Iterable[str], behind: str, parts: Iterable[str]) -> re.Pattern[bytes]:
    """Return a pattern of whole names, with what is behind them, and of parts of any; both begin with what they find.

    There is one branch for each letter, which is what makes ``re`` fast: it tries them all wherever one begins so.
    """
    found: dict[str, list[str]] = {}
    for first, group in groupby(sorted(names), key=_first_of):
        found[first] = [rf"(?<![a-z]{first})(?:{'|'.join(name[len(first) :] for name in group)}){behind}"]
    for part in sorted(parts):
        first = _first_of(part)
        found.setdefault(first, []).append(part[len(first) :])
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in found.items()).encode())


def _first_of(pattern: str) -> str:
    """Return what a pattern begins with, which is a single character."""
    return pattern[: 1 + pattern.startswith("\\")]
