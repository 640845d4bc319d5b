"""Judge one candidate: what it would be, and the reasons for and against."""

import re
from dataclasses import dataclass, replace

from statuslens.recognise.calls import calls_constructor
from statuslens.recognise.candidates import Candidate, Shape
from statuslens.recognise.codes import ends_span
from statuslens.recognise.evidence import is_key_of_responses, is_rendered, weigh, weigh_file
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.lists import leading_name, weigh_list
from statuslens.recognise.model import Role
from statuslens.recognise.phrases import stands_near_phrase
from statuslens.recognise.reading import Reading
from statuslens.recognise.readings import read
from statuslens.recognise.team import weigh_team
from statuslens.recognise.texts import Finding, is_page, is_range_end, read_prose, read_text
from statuslens.recognise.texts import is_list as is_list_of_numbers
from statuslens.recognise.weighing import Weighing, shorten, weigh_names
from statuslens.recognise.weights import Weights, load_weights
from statuslens.source.context import Context, Relation
from statuslens.source.document import Token
from statuslens.source.language import TokenKind
from statuslens.source.words import words

_SAYS_PHRASE = {"same_phrase", "named_like_phrase"}
_CODE = ("code",)
_RESPONSE = "response"
_PARTS = {"body", "headers"}
_STATUS_LINE = ("status", "line")
_STATUS_TEXT = re.compile(r"[1-5][0-9]{2} [A-Z][a-z']+(?: [A-Za-z']+){0,4}")
_CODES = re.compile(r"[1-5][0-9]{2}(?:(?: |, ?)[1-5][0-9]{2})+")
_CODE_IN_LIST = re.compile(r"[1-5][0-9]{2}")
_COUNTED = re.compile(r"(?<![\w.])[0-9]{1,2}[ ]?(?:\.\.[.=<]?|to\b|until\b)[ ]?\Z")
"""What stands before the end of a range that counts: ``0..400``."""
_AROUND = " \t\r\n*"
"""What may stand around a code that is a whole literal: in a shell, ``*404*`` looks for it."""
_TOLD = "told"
"""Marks the use of a literal that what stands beside it says to be a status, so that it speaks for its like only."""
_REACH = 160
"""Bytes before and after a literal, on its line, in which its reason phrase is looked for."""


@dataclass(slots=True)
class Judgement:
    """A candidate, what it would be, and the reasons found so far. Offsets are in bytes."""

    candidate: Candidate
    start: int
    end: int
    code: str
    role: Role
    weighing: Weighing
    use: tuple[Relation, tuple[str, ...], int | None, tuple[str, ...]] | None = None
    """How it is used, to be compared with other literals of the file."""

    def move(self, distance: int) -> None:
        """Follow the text, which has been changed before it."""
        self.start += distance
        self.end += distance


def judge(candidate: Candidate, facts: FileFacts, weights: Weights, *, prose: bool) -> Judgement | None:
    """Return the judgement of a candidate, or None where no literal or text stands; prose only where it is wanted."""
    document = facts.document
    token = document.token(candidate.start, candidate.end)
    if token is None or token.kind is TokenKind.NAME or (token.kind is TokenKind.COMMENT and not prose):
        return None
    code = document.data[candidate.start : candidate.end].decode()
    weighing = Weighing(code, candidate.start, facts, weights)
    judgement = Judgement(candidate, candidate.start, candidate.end, code.lower(), Role.STATUS, weighing)
    content = token.content.strip(_AROUND)
    if token.kind is not TokenKind.COMMENT:
        weigh_team(token, facts, weighing)
        is_string = token.kind is TokenKind.STRING
        if content == code or (is_string and (is_list_of_numbers(content) or is_page(content))):
            return _judge_literal(judgement, token, facts)
    if candidate.shape is Shape.MISTYPED or token.kind is TokenKind.NUMBER:
        return None
    return _judge_text(judgement, token, facts, prose=prose)


def _judge_literal(judgement: Judgement, token: Token, facts: FileFacts) -> Judgement | None:
    """Judge a number or wildcard that is a whole literal, one in a list of them, or the name of an error page."""
    content = token.content.strip(_AROUND)
    readings = read(facts.document.contexts(token), judgement.weighing.weights.vocabulary)
    if token.kind is TokenKind.STRING and is_list_of_numbers(content):
        if is_range_end(facts.document.data, judgement.start, judgement.end):
            readings = tuple(replace(reading, is_bound=True) for reading in readings)
        elif _CODES.fullmatch(content):
            weigh_list(set(_CODE_IN_LIST.findall(content)), judgement.weighing)
    elif is_page(content):
        if is_rendered(readings, judgement.weighing.weights.vocabulary):
            judgement.weighing.add_known("rendered", "the page of a status")
        elif content != judgement.weighing.code:
            return None
    if judgement.candidate.shape is Shape.WILDCARD:
        return _judge_class(judgement, readings)
    return _judge_number(judgement, token, readings, facts)


def _judge_class(judgement: Judgement, readings: tuple[Reading, ...]) -> Judgement:
    judgement.role = Role.CLASS
    judgement.weighing.add_known("wildcard", f"{judgement.code} is how a class is written")
    if readings and readings[0].relation is not Relation.ARGUMENT:
        judgement.weighing.add_known("wildcard_as_value", f"{readings[0].relation} {shorten(readings[0].subject)}")
    if is_key_of_responses(readings, judgement.weighing.weights.vocabulary):
        judgement.weighing.add_known("responses_key", "a key of responses")
    for reading in readings:
        weight = weigh_names(reading.names, judgement.weighing.weights)
        # What is counted or measured by class says nothing against it.
        judgement.weighing.add(f"{reading.relation} {reading.subject}", max(0.0, weight))
    return judgement


def _judge_number(
    judgement: Judgement, token: Token, readings: tuple[Reading, ...], facts: FileFacts
) -> Judgement | None:
    weighing = judgement.weighing
    first = next((reading for reading in readings if reading.relation is not Relation.ELEMENT), None)
    if first and first.relation is Relation.DIVISOR and judgement.code == "100":
        return _judge_quotient(judgement, token, first, facts)
    before, after = _rest_of_line(facts.document.data, token.start, token.end)
    is_span_end = ends_span(before, judgement.code, after)
    weigh((*readings, *_result(readings, token, facts)), weighing, is_span_end=is_span_end)
    if _COUNTED.search(before):
        weighing.add_known("counted", "the end of a range that begins with few")
    if not weighing.known & (_SAYS_PHRASE | {"header_value"}) and stands_near_phrase(before, after, judgement.code):
        weighing.add_known("phrase_nearby", "its reason phrase stands on the line")
    if is_span_end or (first and first.is_bound):
        judgement.role = Role.BOUND
    if first:
        vocabulary = weighing.weights.vocabulary
        is_fickle = "status_message" in weighing.known or not vocabulary.fickle.isdisjoint(first.names[-1:])
        # A value without a name, such as Rust's self.0, is told by how it is written.
        names = first.names[-2:] or ((first.subject,) if first.relation is Relation.CASE else ())
        if not is_fickle and not vocabulary.membership.issuperset(names):
            second = readings[min(1, len(readings) - 1)]
            outer = {
                Relation.ARGUMENT: _bounded(readings),
                Relation.KEYED: readings[-1],
                Relation.FALLBACK: second,
                Relation.KEY: second,
            }
            beyond = outer.get(first.relation)
            around = beyond.names if beyond is not None and beyond is not first else ()
            if first.names and len(first.names[-1]) == 1:  # each function has an s or n of its own
                around = (*around, *facts.document.enclosing(judgement.start)[:1])
            around = (*around, *facts.document.bases(judgement.start)[:1]) if calls_constructor(names) else around
            around = (*around, _TOLD) if weighing.is_labelled or is_span_end else around
            judgement.use = (first.relation, names, first.position, around)
    return judgement


def _result(readings: tuple[Reading, ...], token: Token, facts: FileFacts) -> tuple[Reading, ...]:
    """Return as one more reading the part of a tuple that a function returns: ``(status int, err error)``."""
    if not readings or readings[0].relation is not Relation.RETURNED or readings[0].element is None:
        return ()
    declared = facts.document.result_type(token)
    types = load_weights().vocabulary.types
    names = tuple(name for name in facts.names_of(declared) if name not in types)
    return (Reading(Relation.TYPED, declared, names),) if names else ()


def _bounded(readings: tuple[Reading, ...]) -> Reading:
    """Return what is bounded by a call with a bound: ``status_code`` of ``status_code=integers(min_value=200)``."""
    return readings[min(1, len(readings) - 1)] if readings[0].is_bound else readings[0]


def _judge_quotient(judgement: Judgement, token: Token, division: Reading, facts: FileFacts) -> Judgement | None:
    """Judge the ``4`` of ``status // 100 == 4``."""
    digit = facts.document.compared_quotient(token)
    if digit is None or digit.content not in {"1", "2", "3", "4", "5"}:
        return None
    judgement.start, judgement.end = digit.start, digit.end
    judgement.code, judgement.role = f"{digit.content}xx", Role.CLASS
    weight = weigh_names(division.names, judgement.weighing.weights)
    judgement.weighing.add(f"compared with the hundreds of {division.subject}", weight)
    judgement.weighing.add_known("hundreds", "the hundreds of a status are its class")
    weigh_file(judgement.weighing)
    return judgement


def _judge_text(judgement: Judgement, token: Token, facts: FileFacts, *, prose: bool) -> Judgement | None:
    weighing = judgement.weighing
    finding = read_text(token, weighing)
    if finding is None and (named := _named_status(token, weighing)):
        finding = Finding(Role.STATUS, "named_in_text", f"begins the text of {named}")
    if finding is None and prose:
        finding = read_prose(token, weighing)
    if finding is None:
        return None
    judgement.role = finding.role
    weighing.add_known(finding.reason, finding.words)
    if facts.other_protocol:
        weigh_file(weighing)
    return judgement


def _named_status(token: Token, weighing: Weighing) -> str:
    """Return the name of a status whose text is a code with a phrase of one's own: ``status = "404 Not Here"``."""
    facts, weights = weighing.facts, weighing.weights
    if token.kind is not TokenKind.STRING or not weighing.is_usual:
        return ""
    if not token.content.startswith(weighing.code) or not _STATUS_TEXT.fullmatch(token.content):
        return ""
    reading = next(iter(read(facts.document.contexts(token), weights.vocabulary)), None)
    if reading is None or not reading.names:
        return ""
    name = reading.names[-1]
    if words(name)[-1:] == _CODE and _stands_in_response(facts.document.contexts(token)):
        return name
    if not (facts.ecosystems or facts.speaks_http):
        return ""
    is_named = weigh_names((name,), weights) >= weights.threshold or words(name)[-2:] == _STATUS_LINE
    is_response = reading.relation is Relation.ARGUMENT and _RESPONSE in words(name) and len(reading.others) > 0
    return name if is_named or is_response else ""


def _stands_in_response(contexts: tuple[Context, ...]) -> bool:
    """Tell whether a body or headers stand beside: ``{.code = "404 Not Here", .body = page}``."""
    return any(leading_name(other) in _PARTS for context in contexts[:2] for other in context.others)


def _rest_of_line(data: bytes, start: int, end: int) -> tuple[str, str]:
    before = data[max(0, start - _REACH) : start].replace(b"\r", b"\n").rpartition(b"\n")[2]
    after = data[end : end + _REACH].replace(b"\r", b"\n").partition(b"\n")[0]
    return before.decode("utf-8", "replace"), after.decode("utf-8", "replace")
