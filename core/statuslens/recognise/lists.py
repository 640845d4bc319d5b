"""Weigh the other codes in the list, the mapping or the call that a literal stands in."""

import re
from collections.abc import Sequence
from functools import lru_cache

from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import ROUND_CODES, Weighing, is_known, is_registered
from statuslens.recognise.weights import Weights
from statuslens.source.context import Relation

_LEADING_NAME = re.compile(
    r"[\"':.]?([A-Za-z_][\w-]*)[\"']?\s*[:=]|[\"']?[$@&]*\{?([A-Za-z_]\w*)\}?[\"']?(?:\Z|\s*(?:\?[:?]|\|\|)\s)"
)
_LEADING_CODE = re.compile(r"[\"']?([1-5][0-9]{2})[\"']?\s*(?:[:=]|\Z)")
_CALLS = {Relation.ANNOTATED, Relation.ARGUMENT}
_RUN = 3
_MANY = 4
_COUNT = re.compile(r"[0-9]{1,2}|[0-9]{4,}")
_PAIR = 2


def weigh_siblings(reading: Reading, weighing: Weighing) -> None:
    """Add what the other numbers say that stand beside a literal: codes speak for it, other numbers against."""
    is_entry = reading.relation is Relation.KEYED and reading.position is None
    if is_entry and _is_by_method(reading, weighing):
        weighing.add_known("by_method", "each method has one")
    beside = () if is_entry else reading.others
    codes = [code for other in beside if (code := _leading_code(other))]
    known = [code for code in codes if is_registered(code)]
    are_known = len(known) > len(codes) / 2 and all(map(is_known, codes)) if codes else True
    are_clear = not ROUND_CODES.issuperset(known) or _are_successes(known, reading, weighing)
    if are_known and are_clear and is_known(weighing.code):
        name = _siblings_of({weighing.code, *known}, reading, weighing, are_all=len(known) == len(beside))
        weighing.add_known(name, f"beside {', '.join(known[:3])}")
    elif reading.relation is Relation.ARGUMENT and not weighing.is_usual and _are_counts(reading.others):
        weighing.add_known("other_numbers", "beside numbers that count something")
    elif reading.element is not None and len(known) < len(codes):
        weighing.add_known("other_numbers", "beside numbers that are no status")


def _are_successes(known: Sequence[str], reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a list holds a success beside 200: ``["200", "201"]``."""
    return reading.element is not None and known == ["200"] and weighing.is_usual and weighing.code[0] == "2"


def _are_counts(others: Sequence[str]) -> bool:
    """Tell whether arguments are a record's, of which several are numbers that are no codes."""
    return sum(bool(_COUNT.fullmatch(other)) for other in others) >= _PAIR


def _siblings_of(codes: set[str], reading: Reading, weighing: Weighing, *, are_all: bool) -> str:
    """Return the reason that codes side by side are; numbers in a row are counted, and four of a list are clearest.

    Several arguments of which all are codes are a list as well.
    """
    is_list = reading.element is not None or (are_all and len(codes) > _PAIR and reading.relation in _CALLS)
    return _siblings_in_list(codes, weighing.weights) if is_list else "siblings"


def weigh_list(codes: set[str], weighing: Weighing) -> None:
    """Add what the codes of a list say that is one text, ``"200, 201"``; four of them are clearest."""
    others = f"listed with {', '.join(sorted(codes - {weighing.code})[:3])}"
    if are_many(codes, weighing.weights):
        weighing.add_known("many_siblings", others)
    elif len(codes) > 1 and codes & weighing.weights.usual and all(map(is_registered, codes)):
        weighing.add_known("siblings", others)


def are_many(codes: set[str], weights: Weights) -> bool:
    """Tell whether codes are so many of HTTP's, and no other numbers, that a list of them is clear by itself."""
    return all(map(is_registered, codes)) and _siblings_in_list(codes, weights) == "many_siblings"


def _siblings_in_list(codes: set[str], weights: Weights) -> str:
    usual = codes & weights.usual
    if len(usual) <= 1 or _is_run(codes):
        return "siblings"
    return "many_siblings" if len(usual) >= _MANY else "clear_siblings"


def _is_run(codes: set[str]) -> bool:
    """Tell whether codes are numbers in a row, as other things are counted too."""
    numbers = sorted(map(int, codes))
    return len(numbers) >= _RUN and numbers[-1] - numbers[0] == len(numbers) - 1


def _is_by_method(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a literal is the value of a method of HTTP, beside others: ``{get: 200, put: 204}``."""
    routes = weighing.weights.vocabulary.routes
    if not reading.names or reading.names[-1].lower() not in routes:
        return False
    others = [match[1] for other in reading.others if (match := _LEADING_NAME.match(other)) and match[1]]
    return bool(others) and all(name.lower() in routes for name in others)


@lru_cache(maxsize=16384)
def leading_name(text: str) -> str:
    """Return the name with which an argument or entry begins, or that it is; empty for another one."""
    found = _LEADING_NAME.match(text)
    return (found[1] or found[2]) if found else ""


@lru_cache(maxsize=16384)
def _leading_code(text: str) -> str:
    """Return the code with which an element or entry begins, or that it is; empty for another one."""
    found = _LEADING_CODE.match(text)
    return found[1] if found else ""
