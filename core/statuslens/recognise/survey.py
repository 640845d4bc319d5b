"""The literals of a text, taken for statuses or not, and where they stand: what suggestions are made from."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from statuslens.config.model import ContextRule
from statuslens.errors import ParseTimeoutError
from statuslens.recognise.candidates import Shape, find_candidates
from statuslens.recognise.facts import FileFacts, find_facts
from statuslens.recognise.judge import Judgement
from statuslens.recognise.model import Role
from statuslens.recognise.scan import MAX_CANDIDATES, accept, judge_all
from statuslens.recognise.team import Place, find_places
from statuslens.recognise.weighing import value_weight, weigh_names
from statuslens.recognise.weights import Weights, load_weights
from statuslens.registry import load_registry
from statuslens.source.document import Document
from statuslens.source.language import Language, TokenKind, load_languages

_CODE_LITERAL = re.compile(rb"(?<![\w.$\x80-\xff])[0-9]|[\"'`][A-Za-z]")
_DATA_LITERAL = re.compile(rb"(?<![\w.$\x80-\xff])[A-Za-z0-9]")
_REACH = 300
"""Bytes behind a name in which its values are looked for."""
_VALUES = {TokenKind.NUMBER, TokenKind.STRING}
_COMMON_CALLS = (
    "accessors",
    "conversions",
    "equality",
    "membership",
    "order",
    "properties",
    "ranges",
    "rows",
    "tables",
    "wrappers",
)
_DEFAULT = re.compile(r"=(?![>=]).*", re.DOTALL)
_TYPE = re.compile(r"(?<!:):(?!:).*", re.DOTALL)


class Standing(StrEnum):
    """What a file by itself says of a literal."""

    STATUS = "status"
    OPEN = "open"
    """It could be a status, and nothing speaks against it but that too little speaks for it."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text that stands in a file; its place is an offset in code points."""

    start: int
    content: str
    standing: Standing
    places: tuple[Place, ...]


def survey_text(
    text: str,
    *,
    language: str,
    contexts: Iterable[ContextRule] = (),
    known: Collection[str] = (),
    names: Collection[str] = (),
) -> tuple[Literal, ...]:
    """Return the numbers of a text that could be statuses, and of the other literals those beside a name of ``names``.

    ``known`` are codes that count beside the registered ones. A 0 is left out: it often stands for none yet.
    """
    found = _parsed(language)
    if found is None:
        return ()
    document = Document(text, found)
    candidates = [item for item in find_candidates(document.data) if item.shape is Shape.NUMBER]
    if len(candidates) > MAX_CANDIDATES or not (candidates or names):
        return ()
    facts = find_facts(document, tuple(contexts))
    weights = load_weights()
    try:
        literals = list(_judged(judge_all(candidates, facts, weights, prose=False), facts, weights, known))
        if names:
            literals += _others({item.start for item in literals}, names, facts, weights)
    except ParseTimeoutError:
        return ()
    return tuple(_in_code_points(literals, document))


def find_parameters(text: str, *, language: str, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return those parameters that a text defines, of functions and positions, without default and annotation."""
    found = _parsed(language)
    if found is None:
        return {}
    facts = find_facts(Document(text, found))
    try:
        return _parameters(facts, wanted)
    except ParseTimeoutError:
        return {}


def _parameters(facts: FileFacts, wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    written = {(function, position): facts.parameter((function,), position) for function, position in wanted}
    return {key: _TYPE.sub("", _DEFAULT.sub("", name)).strip() for key, name in written.items() if name}


def name_weight(name: str) -> float:
    """Return how much the words of a name speak for a status; the scale is that of ``data/evidence.yaml``."""
    return weigh_names((name,), load_weights())


def is_common_call(name: str) -> bool:
    """Tell whether a call of this name is known to compare, convert or look up, whatever its argument means."""
    vocabulary = load_weights().vocabulary
    return any(name in getattr(vocabulary, group) for group in _COMMON_CALLS)


def _parsed(language: str) -> Language | None:
    """Return a language whose texts have a syntax tree."""
    found = load_languages().get(language)
    return found if found is not None and found.grammar else None


def _judged(
    judgements: Iterable[Judgement], facts: FileFacts, weights: Weights, known: Collection[str]
) -> Iterator[Literal]:
    for item in judgements:
        token = facts.document.token(item.start, item.end)
        if token is None or token.content.strip() != item.code or item.role not in {Role.STATUS, Role.BOUND}:
            continue
        if accept(item, facts.document.data, weights, weights.threshold):
            standing = Standing.STATUS
        else:
            rest = item.weighing.total - value_weight(item.code, weights, is_bound=item.role is Role.BOUND)
            is_known = item.code in known or load_registry().get(item.code) is not None
            standing = Standing.OPEN if is_known and round(rest, 2) >= 0 else Standing.OTHER
        places = find_places(token, facts, weights.vocabulary)
        yield Literal(item.start, item.code, standing, places)


def _others(seen: Collection[int], names: Iterable[str], facts: FileFacts, weights: Weights) -> Iterator[Literal]:
    document = facts.document
    done = set(seen)
    for start in _starts(document, names):
        token = document.token(start, start + 1)
        if token is None or token.kind not in _VALUES or token.start in done or not token.content.strip("0"):
            continue
        done.add(token.start)
        places = find_places(token, facts, weights.vocabulary)
        yield Literal(token.start, token.content, Standing.OTHER, places)


def _starts(document: Document, names: Iterable[str]) -> Iterator[int]:
    """Yield where literals can begin in the reach of a name; without functions, a bare word is a text."""
    beginning = _CODE_LITERAL if document.language.functions else _DATA_LITERAL
    for match in re.finditer(rb"\b(?:%b)\b" % b"|".join(re.escape(name.encode()) for name in names), document.data):
        for found in beginning.finditer(document.data, match.end(), match.end() + _REACH):
            yield found.end() - 1


def _in_code_points(literals: Iterable[Literal], document: Document) -> Iterator[Literal]:
    at_byte = at_point = 0
    for item in sorted(literals, key=lambda literal: literal.start):
        at_point += len(document.data[at_byte : item.start].decode())
        at_byte = item.start
        yield replace(item, start=at_point)
