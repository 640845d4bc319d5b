"""impossible-condition: a condition that no status meets, or that every one does, and a branch that none reaches."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from itertools import combinations, pairwise
from operator import or_

from statuslens.recognise import Occurrence, Role
from statuslens.rules.extent import EVERYTHING, Extent, extent_of, junctions, name_of, subjects_of
from statuslens.rules.model import Problem, Related
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.source.branches import MATCHED, Branch, arms_beside, tests_beside
from statuslens.source.conditions import (
    Comparison,
    Condition,
    Junction,
    Operand,
    comparisons,
    outermost,
)
from statuslens.source.context import Relation
from statuslens.source.document import Document
from statuslens.source.syntax import Node

_TESTED = {Relation.BOUNDED, Relation.COMPARED, Relation.MEMBER}
_PLAIN = {"==", "in"}
"""What a pattern does not say."""
_WORDS_BEFORE = r"\b(?:case|when|in|is)\b|-(?:eq|ne|[lg][te])\b"
_PATH = r"[\s(\[{\"']*(?:[\w$]+(?:\.|::|->))*[.:]?"
_SIGN = re.compile(rf"(?:((?<![-=<])[<>]=?|\.\.)|[!=]==?|{_WORDS_BEFORE}){_PATH}\Z".encode())
"""What stands before what is compared, as a bound or otherwise."""
_SIGN_BEHIND = re.compile(rb"[\s)\"']*(?:([<>]=?|\.\.)|[!=]==?|=>|->|then\b)")
_STATEMENT_END = re.compile(rb"[;{}]|:\s*\n|\n(?<![&|(,=\\]\n)(?<!and\n)(?<!or\n)(?!\s*(?:[&|)]|and\b|or\b))")
_JOINED = re.compile(rb"&&|\|\||\b(?:and|or)\b|-[ao]\b|[<>]=?\s*[\w.()$]+\s*[<>]")
_AND = re.compile(rb"&&|\band\b|-a\b")
_OR = re.compile(rb"\|\||\bor\b|-o\b")
_COMPARED = re.compile(
    rb"(?<![-=<])(?P<sign>[<>]=?)\s*(?P<right>[0-9]{3})\b|(?P<left>\b[0-9]{3})\s*(?P<turned>[<>]=?)"
    rb"|(?:[!=]==?|(?<![-=])[<>]=?|\b(?:in|is|case|when)\b|-(?:eq|ne|[lg][te])\b)[\s(\[{\"']*"
    rb"(?:[0-9]{3}\b|(?:\w+(?:\.|::|->))+\w+|:\w+|[a-z]+_\w+)|\b[0-9]{3}\s*[!=]=|\.\."
)
"""What is compared with a number or a constant, a bound with its number."""
_NEGATED = re.compile(rb"!|\bnot\b|-ne\b")
_AFFIRMED = re.compile(rb"(?<!!)==|!(?!=)|\.\.|\b(?:in|is|case|when|not)\b|-eq\b")
_LAST_WORD = re.compile(rb"\w+\W*\Z")
_PAIR = 2
_BRANCH = re.compile(rb"(?:else\s*if|elif|elsif|elseif|case|when)\b")
_ARROW = re.compile(rb"[\s)\"']*(?:=>|->)")
_ARROWS = {b"=>", b"->"}
_REACH = 60
_NEAR = 120
_FAR = 2000


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the tests of a status whose answer is always the same."""
    document = subject.document
    if document is None:
        return
    seen: set[tuple[str, int]] = set()
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT, Role.BOUND):
        context = next(iter(subject.contexts(occurrence)), None)
        node = context.node if context is not None else None
        if context is None or node is None:
            continue
        if context.relation in _TESTED:
            yield from _in_condition(outermost(node, document.around(node)), subject, document, seen)
        elif context.relation is Relation.CASE and _is_new(seen, "switch", node.start_byte):
            token = subject.token(occurrence)
            arms = arms_beside(token.around, document.language) if token is not None else ()
            yield from _unreached(arms, MATCHED, subject)


def can_find(near: Surroundings) -> bool:
    """Tell whether what could be a status is compared, and joined with, or beside, another comparison."""
    if near.is_in_data:
        return False
    found = _SIGN.search(near.before(_REACH)), _SIGN_BEHIND.match(near.after(_REACH))
    signs = [sign for sign in found if sign is not None]
    if not signs:
        return False
    before, after = _STATEMENT_END.split(near.before(_NEAR))[-1], _STATEMENT_END.split(near.after(_NEAR))[0]
    if _may_be_decided(before + near.lowered[near.start : near.end] + after):
        return True
    is_bound = any(sign[1] for sign in signs)
    return _may_be_unreached(near, _COMPARED if is_bound else _compared(near.lowered[near.start : near.end]))


def _may_be_decided(statement: bytes) -> bool:
    """Tell whether comparisons with statuses that are joined in a statement may have one answer only."""
    if not _JOINED.search(statement):
        return False
    compared = list(_COMPARED.finditer(statement))
    bounds = [_bound_of(match) for match in compared]
    is_and, is_or = _AND.search(statement) is not None, _OR.search(statement) is not None
    if len(bounds) == _PAIR and (bounds[0][0], bounds[1][0]) in {(b"<", b">"), (b">", b"<")}:
        highest, lowest = (int(number) for _, number in sorted(bounds))
        return lowest <= highest if is_or else lowest >= highest
    is_plain = is_and != is_or and (_AFFIRMED if is_and else _NEGATED).search(statement) is None
    if is_plain and not {b"<", b">"}.issubset(sign for sign, _ in bounds):
        # Alternatives leave something, and so do exceptions; either can only be said twice.
        said = [_LAST_WORD.search(match[0]) for match in compared]
        return len({match[0] for match in said if match}) < len(said)
    return len(compared) > 1


def _bound_of(match: re.Match[bytes]) -> tuple[bytes, bytes]:
    """Return the sign and the number of a bound, as if the number stood behind the sign; nothing of anything else."""
    if match["right"]:
        return match["sign"][:1], match["right"]
    if match["left"]:
        return (b">" if match["turned"][:1] == b"<" else b"<"), match["left"]
    return b"", b""


def _may_be_unreached(near: Surroundings, compared: re.Pattern[bytes]) -> bool:
    """Tell whether it stands in one of several branches that compare, the next one before it or behind it."""
    first, last = max(0, near.start - _FAR), near.end + _FAR
    if not (_BRANCH.search(near.lowered, first, last) or _ARROW.match(near.lowered, near.end)):
        return False
    found = list(compared.finditer(near.lowered, first, last))
    return any(
        one.start() <= near.end and other.end() >= near.start and _are_branches(near.lowered, one, other)
        for one, other in pairwise(found)
    )


def _are_branches(text: bytes, one: re.Match[bytes], other: re.Match[bytes]) -> bool:
    if _BRANCH.search(text, one.start(), other.end()) is not None:
        return True
    return all(_ARROW.match(text, end) or text[end - 2 : end] in _ARROWS for end in (one.end(), other.end()))


@lru_cache(maxsize=256)
def _compared(text: bytes) -> re.Pattern[bytes]:
    text = re.escape(text)
    words, path = _WORDS_BEFORE.encode(), _PATH.encode()
    return re.compile(rb"(?:[!=]==?|%b)%b%b\b|%b[\s)\"']*(?:=>|->)" % (words, path, text, text))


def _is_new(seen: set[tuple[str, int]], kind: str, place: int) -> bool:
    is_new = (kind, place) not in seen
    seen.add((kind, place))
    return is_new


def _in_condition(whole: Node, subject: Subject, document: Document, seen: set[tuple[str, int]]) -> Iterator[Problem]:
    if not _is_new(seen, "condition", whole.start_byte):
        return
    condition = subject.condition(whole)
    if condition is None:
        return
    for name in subjects_of(condition):
        for junction in junctions(condition):
            yield from _decided(junction, name, subject)
    branches = tests_beside(whole, document.around(whole), document.language, subject.condition)
    if len(branches) > 1 and _is_new(seen, "branches", _place(branches[0].condition)):
        names = (name for branch in branches for name in subjects_of(branch.condition))
        for name in dict.fromkeys(names):
            yield from _unreached(branches, name, subject)


def _decided(junction: Junction, name: str, subject: Subject) -> Iterator[Problem]:
    """Yield the problem of a junction that is always true or always false, or says the same twice."""
    extents = [extent_of(part, name, subject) for part in junction.parts]
    known = [(part, extent) for part, extent in zip(junction.parts, extents, strict=True) if extent != Extent()]
    for (first, one), (second, other) in combinations(known, 2):
        said, repeated = _text(first, name, subject), _text(second, name, subject)
        if reason := _conflict(one, other, is_and=junction.is_and, is_same=said == repeated):
            text = f"{said} {'and' if junction.is_and else 'or'} {repeated}"
            yield from _problem(second, f"{text} {reason}", subject, first)
            return


def _conflict(one: Extent, other: Extent, *, is_and: bool, is_same: bool) -> str:
    if is_and and one.most and other.most and not one.most & other.most:
        return "can never both hold, so no status meets this condition."
    if not is_and and EVERYTHING not in {one.least, other.least} and one.least | other.least == EVERYTHING:
        return "always holds, whatever the status is."
    if is_same and one.is_exact and one == other:
        return "says the same twice."
    return ""


def _unreached(branches: Sequence[Branch], name: str, subject: Subject) -> Iterator[Problem]:
    """Yield the branches that take nothing that those before them leave."""
    before: list[tuple[Condition, int]] = []
    for branch in branches:
        extent = extent_of(branch.condition, name, subject)
        covered = reduce(or_, (taken for _, taken in before), 0)
        if 0 < extent.most < EVERYTHING and not extent.most & ~covered:
            taker = next((condition for condition, taken in before if not extent.most & ~taken), before[-1][0])
            own, other = _text(branch.condition, name, subject), _text(taker, name, subject)
            text = f"{own} is never reached: {other}, further up, comes first."
            yield from _problem(branch.condition, text, subject, taker)
        elif not branch.has_guard and extent.least != EVERYTHING:
            before.append((branch.condition, extent.least))


def _problem(condition: Condition, message: str, subject: Subject, beside: Condition) -> Iterator[Problem]:
    occurrence = _occurrence(condition, subject)
    other = _occurrence(beside, subject)
    if occurrence is not None:
        related = (Related(other.start, other.end, "What it stands against"),) if other is not None else ()
        yield subject.problem(occurrence, message, related=related)


def _occurrence(condition: Condition, subject: Subject) -> Occurrence | None:
    """Return the first occurrence in what a condition compares."""
    found = (
        occurrence
        for item in comparisons(condition)
        for side in (item.left, item.right)
        for occurrence in subject.within(side.start, side.end)
    )
    return next(found, None)


def _place(condition: Condition) -> int:
    if isinstance(condition, Operand):
        return condition.start
    return min((item.left.start for item in comparisons(condition)), default=-1)


def _text(condition: Condition, name: str, subject: Subject) -> str:
    """Return what a condition says of a name, as it is written; of a pattern the value alone."""
    said = [item for item in comparisons(condition) if name in {name_of(item.left), name_of(item.right)}]
    joiner = " and " if isinstance(condition, Junction) and condition.is_and else " or "
    return joiner.join(_said(item, subject) for item in said)


def _said(item: Comparison, subject: Subject) -> str:
    right = subject.source(item.right.start, item.right.end)
    if item.left.text == MATCHED:
        return right if item.operator in _PLAIN else f"{item.operator} {right}"
    operator = item.sign.text if item.sign is not None else item.operator
    return f"{subject.source(item.left.start, item.left.end)} {operator} {right}"
