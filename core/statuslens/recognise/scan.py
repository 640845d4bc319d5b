"""Recognise: from a text to the places in it that mean a status."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from statuslens.config.model import ContextRule
from statuslens.errors import ParseTimeoutError
from statuslens.recognise.candidates import Candidate, find_candidates
from statuslens.recognise.constants import find_constants, has_constant_needle
from statuslens.recognise.embedded import add_embedded
from statuslens.recognise.facts import FileFacts, find_facts
from statuslens.recognise.formats import find_in_format
from statuslens.recognise.judge import Judgement, judge
from statuslens.recognise.model import Occurrence, Role, Scan
from statuslens.recognise.weighing import ROUND_CODES, is_known, is_registered, value_weight
from statuslens.recognise.weights import Weights, load_weights
from statuslens.registry import StatusClass, load_registry
from statuslens.source.context import Relation
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex

MAX_LENGTH = 10_000_000
"""Characters; a longer text is data, not source."""
_COMPARABLE = {Relation.ARGUMENT, Relation.CASE, Relation.COMPARED, Relation.RETURNED}
_OF_HTTP = {"http_import", "speaks_http", "known_call", "mark"}
_FOR = ("class_bounds", "same_use", "siblings")
"""What judgements say for each other."""
_SIBLINGS = {"siblings", "clear_siblings", "many_siblings"}
_FAMILY = re.compile(r"([A-Z][A-Z0-9]*_[A-Z0-9]+)_[A-Z]")
_WORD = re.compile(r"[A-Z]+(?=_[A-Z])")
_FEW = 3
_CLASSES = {f"{digit}00": (f"{digit}99", f"{digit + 1}00") for digit in range(2, 6)}
"""The bounds of each class: its first code, its last one and the one after."""
_FOREMOST = {"200", "404", "500"}
"""Statuses of which one stands wherever seldom ones are listed."""
MAX_CANDIDATES = 20_000
"""Source that people write has fewer numbers of three digits in a file; tables of data have more."""


def scan_text(
    text: str,
    *,
    language: str,
    contexts: Iterable[ContextRule] = (),
    prose: bool = False,
    min_confidence: float | None = None,
) -> Scan:
    """Find what means a status in a text.

    ``language`` is an LSP language id; a text in a language that is not known has no occurrences. ``contexts`` are the
    team file's: calls, names and keys whose value is, or is not, a status; they count where a syntax tree is read.
    ``prose`` adds statuses in comments and free text. ``min_confidence`` is the least sum of weights that counts, on
    the scale of ``data/evidence.yaml``; its threshold where nothing is given.
    Code in other languages inside the text is looked at as well.

    Raises MissingGrammarError where the text has to be parsed and its language's grammar is not installed.
    """
    known = load_languages().get(language)
    if known is None:
        return Scan(language, LineIndex(text), ())
    if len(text) > MAX_LENGTH:
        return Scan(language, LineIndex(text), (), f"longer than {MAX_LENGTH:,} characters")
    weights = load_weights()
    least = weights.threshold if min_confidence is None else min_confidence
    if known.format is not None:
        found_in_format = find_in_format(text, known.format, known.name, weights, prose=prose)
        return Scan(language, LineIndex(text), tuple(item for item in found_in_format if item.confidence >= least))
    document = Document(text, known)
    rules = tuple(contexts)

    def scan_inner(inner: str, name: str) -> Scan:
        return scan_text(inner, language=name, contexts=rules, prose=prose, min_confidence=min_confidence)

    try:
        scan = Scan(language, document.lines, (), document=document)
        if not known.is_container:
            scan = _scan_own(document, rules, least, prose=prose)
        return add_embedded(scan, document, scan_inner) if known.embeddings and not scan.left_out else scan
    except ParseTimeoutError as error:
        return Scan(language, document.lines, (), str(error))


def _scan_own(document: Document, contexts: tuple[ContextRule, ...], least: float, *, prose: bool) -> Scan:
    """Find what means a status in the language of the text itself."""
    language = document.language.id
    candidates = list(find_candidates(document.data))
    if len(candidates) > MAX_CANDIDATES:
        return Scan(language, document.lines, (), f"holds more than {MAX_CANDIDATES:,} numbers, so it is data")
    if not candidates and not has_constant_needle(document.data, document.language):
        return Scan(language, document.lines, (), document=document)
    facts = find_facts(document, contexts)
    occurrences = recognise(facts, candidates, least, prose=prose)
    return Scan(language, document.lines, occurrences, document=document, facts=facts)


def recognise(
    facts: FileFacts, candidates: Iterable[Candidate], least: float, *, prose: bool
) -> tuple[Occurrence, ...]:
    """Return those of some candidates, and of the names in a document, that mean a status."""
    weights, document = load_weights(), facts.document
    judgements = judge_all(candidates, facts, weights, prose=prose)
    literals = (accept(item, document.data, weights, least) for item in judgements)
    constants = (item for item in find_constants(facts, weights) if item.confidence >= least)
    return in_code_points((*filter(None, literals), *constants), document)


def judge_all(candidates: Iterable[Candidate], facts: FileFacts, weights: Weights, *, prose: bool) -> list[Judgement]:
    """Judge the candidates of a file, and let those that are accepted speak for those that are used alike."""
    judgements = judge_each(candidates, facts, weights, prose=prose)
    compare(judgements, weights)
    return judgements


def judge_each(candidates: Iterable[Candidate], facts: FileFacts, weights: Weights, *, prose: bool) -> list[Judgement]:
    """Judge candidates, each by itself."""
    return [item for candidate in candidates if (item := judge(candidate, facts, weights, prose=prose))]


def compare(judgements: Iterable[Judgement], weights: Weights) -> None:
    """Add what the judgements of a file say of each other."""
    _compare_uses(judgements, weights)
    accepted_uses = {item.use for item in judgements if item.use and _is_enough(item, weights)}
    families = _families(judgements, weights)
    _compare_named(judgements, weights)
    for item in judgements:
        if _is_enough(item, weights) or "no_error" in item.weighing.known:
            continue
        if item.use in accepted_uses:
            item.weighing.add_known("same_use", "another status of the file is used alike")
        elif (family := _family(item)) in families:
            item.weighing.add_known("same_use", f"other constants that begin with {family} are statuses")


def extremes(item: Judgement, weights: Weights) -> tuple[float, float]:
    """Return the lowest and the highest sum that a judgement can have once it is compared with others."""
    if not kin_of(item):
        return item.weighing.total, item.weighing.total
    is_of_http = item.weighing.is_known_slot or bool(item.weighing.known & _OF_HTTP)
    against = 0.0 if is_of_http else weights.reasons["unlike_codes"]
    return item.weighing.total + against, item.weighing.total + sum(weights.reasons[name] for name in _FOR)


def kin_of(item: Judgement) -> tuple[object, ...]:
    """Return what a judgement shares with those that it is compared with."""
    return tuple(filter(None, (item.use, _family(item), _first_word(item))))


def _compare_uses(judgements: Iterable[Judgement], weights: Weights) -> None:
    """Let numbers speak for each other that are used alike and are all codes: ``n == 301 || n == 302 || n == 308``."""
    uses: dict[object, list[Judgement]] = {}
    bounds: dict[object, list[Judgement]] = {}
    for item in judgements:
        if item.use and item.role is Role.BOUND:
            bounds.setdefault(item.use, []).append(item)
        elif item.use and item.use[0] in _COMPARABLE:
            uses.setdefault(item.use, []).append(item)
    for items in bounds.values():
        _compare_bounds(items)
    for items in uses.values():
        _compare_codes(items, {item.code for item in items}, weights)


def _compare_codes(items: Sequence[Judgement], codes: set[str], weights: Weights) -> None:
    """Add what the codes say of each other that are used alike."""
    if _are_counted_on(items, codes, weights):
        _add_unlike(items, "used like numbers of which few are seen as statuses")
        return
    numbers = [int(code) for code in codes if load_registry().get(code)]
    is_row = len(numbers) == max(numbers, default=0) - min(numbers, default=0) + 1
    if len(numbers) == len(codes) and not is_row and _are_telling(items, codes, weights):
        for item in items:
            if not item.weighing.known & _SIBLINGS:
                item.weighing.add_known("siblings", f"used like {', '.join(sorted(codes - {item.code})[:3])}")
    elif _are_of_another_kind(items, codes, weights):
        _add_unlike(items, "used like numbers most of which are no status")


def _add_unlike(items: Iterable[Judgement], reason: str) -> None:
    for item in items:
        item.weighing.add_known("unlike_codes", reason)


def _are_counted_on(items: Sequence[Judgement], codes: set[str], weights: Weights) -> bool:
    """Tell whether codes are something's that is numbered by hundreds, 101 to 103 and 201 to 203, as orders are.

    Where several codes stand that are seldom seen, an application of HTTP has one of its foremost ones as well.
    """
    seldom = sum(code not in weights.usual and code not in ROUND_CODES for code in codes)
    return seldom >= _FEW and codes.isdisjoint(_FOREMOST) and not _are_of_http(items)


def _are_of_http(items: Iterable[Judgement]) -> bool:
    return any(item.weighing.is_known_slot or item.weighing.known & _OF_HTTP for item in items)


def _compare_named(judgements: Iterable[Judgement], weights: Weights) -> None:
    """Let constants speak against each other whose names begin alike: ``STATUS_PAID = 201``, ``STATUS_SENT = 301``."""
    named: dict[str, list[Judgement]] = {}
    for item in judgements:
        if first := _first_word(item):
            named.setdefault(first, []).append(item)
    for items in named.values():
        is_told = any("named_like_phrase" in item.weighing.known for item in items)
        if not is_told and _are_counted_on(items, {item.code for item in items}, weights):
            _add_unlike(items, "named like numbers of which few are seen as statuses")


def _are_of_another_kind(items: Sequence[Judgement], codes: set[str], weights: Weights) -> bool:
    """Tell whether literals that are used alike are codes of something else, such as SMTP: most of them are no status.

    One code is enough that only servers of files and mail reply.

    What a library is known to take is a status, whatever its number, and so is what a file that speaks of HTTP tests.
    """
    others = [code for code in codes if not is_known(code)]
    if weights.replies.isdisjoint(codes) and (len(others) < _FEW or len(others) <= len(codes) / 2):
        return False
    return not _are_of_http(items)


def _are_telling(items: Sequence[Judgement], codes: set[str], weights: Weights) -> bool:
    """Tell whether codes are enough to speak for each other: three of them, or two that a value is compared with."""
    usual = codes & weights.usual
    if len(usual) >= _FEW:
        return True
    relation, names, place, _ = items[0].use or (None, (), None, ())
    is_tested = bool(names) and (relation is Relation.COMPARED or (relation is Relation.CASE and place is None))
    is_error = any(code[0] == "4" for code in usual)
    return is_tested and is_error and len(codes) > 1 and all(item.weighing.is_usual for item in items)


def _families(judgements: Iterable[Judgement], weights: Weights) -> set[str]:
    """Return what the names of constants begin with that all hold codes, some of them surely statuses."""
    members: dict[str, list[Judgement]] = {}
    for item in judgements:
        if family := _family(item):
            members.setdefault(family, []).append(item)
    return {
        family
        for family, items in members.items()
        if all(is_registered(item.code) for item in items) and sum(_is_enough(item, weights) for item in items) >= _FEW
    }


def _family(item: Judgement) -> str:
    """Return what a constant's name begins with, ``SHOP_CLIENT`` of ``SHOP_CLIENT_GONE``; empty for other uses."""
    if not item.use or item.use[0] is not Relation.ASSIGNED or not item.use[1]:
        return ""
    named = _FAMILY.match(item.use[1][-1])
    return named[1] if named else ""


def _first_word(item: Judgement) -> str:
    """Return the first word of a constant's name, ``STATUS`` of ``STATUS_PAID``; empty for other uses."""
    if not item.use or item.use[0] is not Relation.ASSIGNED or not item.use[1]:
        return ""
    named = _WORD.match(item.use[1][-1])
    return named[0] if named else ""


def _compare_bounds(items: Iterable[Judgement]) -> None:
    """Let the bounds of a class speak for each other: ``code < 200 || code >= 300``, ``code in 200..299``."""
    by_code = {item.code: item for item in items}
    for low, (last, after) in _CLASSES.items():
        for high in (last, after):
            if low in by_code and high in by_code:
                for item in (by_code[low], by_code[high]):
                    item.weighing.add_known("class_bounds", f"{low} and {high} are the bounds of a class")


def _is_enough(item: Judgement, weights: Weights) -> bool:
    return item.weighing.total >= weights.threshold


def accept(item: Judgement, data: bytes, weights: Weights, least: float) -> Occurrence | None:
    """Return the occurrence that a judgement makes, its offsets in bytes, or None where its sum is not enough."""
    if item.weighing.total < least:
        return None
    if item.role is Role.STATUS and StatusClass.of(item.code) is None:
        # A number that cannot be a status is a mistake only where nothing else can stand.
        without_value = item.weighing.total - value_weight(item.code, weights)
        if not item.weighing.is_known_slot and without_value < weights.certain:
            return None
    return Occurrence(
        start=item.start,
        end=item.end,
        text=data[item.start : item.end].decode(),
        code=item.code,
        role=item.role,
        evidence=tuple(item.weighing.evidence),
    )


def without_overlaps(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Sort occurrences, and leave out those that begin inside another one."""
    ordered: list[Occurrence] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not ordered or item.start >= ordered[-1].end:
            ordered.append(item)
    return ordered


def in_code_points(found: Iterable[Occurrence], document: Document) -> tuple[Occurrence, ...]:
    """Sort occurrences without overlaps, and turn their byte offsets into offsets in code points."""
    ordered = without_overlaps(found)
    if document.text.isascii():
        return tuple(ordered)
    converted = []
    at_byte = at_point = 0
    for item in ordered:
        at_point += len(document.data[at_byte : item.start].decode())
        at_byte = item.start
        converted.append(replace(item, start=at_point, end=at_point + len(item.text)))
    return tuple(converted)
