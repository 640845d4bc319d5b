"""Forms: texts in which a status stands, as patterns of a language's data.

A pattern's groups tell what it has found: those whose names begin with ``status`` are one status each, and ``values``
is a text in which every status counts. ``operator`` is what compares; ``key`` is a name whose words decide whether
its value is a status, and ``phrase`` a text that has to begin with its reason phrase.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from statuslens.recognise.codes import FoundCode, find_codes, read_codes
from statuslens.recognise.model import Evidence
from statuslens.recognise.phrases import starts_with_phrase
from statuslens.recognise.weighing import value_weight, weigh_names
from statuslens.recognise.weights import Weights, load_weights
from statuslens.source.format import Form

_ORDER = {"<", "<=", ">", ">=", "ge", "gt", "le", "lt"}


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A status in a form, and why it is one."""

    code: FoundCode
    evidence: tuple[Evidence, ...]


def find_forms(text: str, forms: Iterable[Form], weights: Weights, *, only_first: bool) -> Iterator[FoundForm]:
    """Yield the statuses of a text; with ``only_first`` those of the first form alone that has any."""
    for form in forms:
        found = [item for match in _pattern(form).finditer(text) for item in _read(match, form, weights)]
        yield from found
        if found and only_first:
            return


def _read(match: re.Match[str], form: Form, weights: Weights) -> Iterator[FoundForm]:
    groups = match.groupdict()
    is_bound = (groups.get("operator") or "").strip("- ").lower() in _ORDER
    for name, value in groups.items():
        if not value or not name.startswith(("status", "values")):
            continue
        read = find_codes if name.startswith("values") else read_codes
        for code in read(value, is_bound=is_bound):
            evidence = _weigh(code, groups, form, weights)
            if sum(item.weight for item in evidence) >= weights.threshold:
                yield FoundForm(code.moved(match.start(name)), evidence)


def _weigh(code: FoundCode, groups: dict[str, str | None], form: Form, weights: Weights) -> tuple[Evidence, ...]:
    phrase, key = groups.get("phrase"), groups.get("key")
    if key:
        return _weigh_key(key), Evidence(f"{code.text} as a value", value_weight(code.text, weights))
    if phrase is not None and not starts_with_phrase(phrase, code.text):
        return ()
    return (Evidence(form.reason, weights.reasons["status_line"]),)


@lru_cache(maxsize=4096)
def _weigh_key(key: str) -> Evidence:
    return Evidence(f"the value of {key}", round(weigh_names((key,), load_weights()), 2))


@cache
def _pattern(form: Form) -> re.Pattern[str]:
    return re.compile(form.pattern, re.MULTILINE)
