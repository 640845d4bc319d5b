"""Reason phrases: whose one is, and where one stands beside a status."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, groupby
from operator import itemgetter

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.weights import load_weights
from statuslens.registry.names import name_key, names_of_codes
from statuslens.rules.reasons import reason_names, reason_slots
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.language import TokenKind, load_languages
from statuslens.source.syntax import Node
from statuslens.source.words import segments, words

_WORDS = re.compile(r"[A-Za-z][A-Za-z' -]*")
_STRING = re.compile(r"[A-Za-z@$]{0,2}([\"'`])(.*)\1", re.DOTALL)
_NAMED = re.compile(r"[\"']?([A-Za-z_][\w-]*)[\"']?\s*(?:=>|[=:])\s*(.*)", re.DOTALL)
_AFTER = re.compile(r"[ \t]+[\"']?([A-Za-z][A-Za-z' -]*?)[ \t]*(?=[\"'`\r\n<\\;)]|\Z)")
_DESCRIPTION = re.compile(r"\s*\{?\s*([\"']?)description\1\s*:\s*([\"']?)([A-Za-z' -]+?)\2[ \t]*(?:[,}\r\n]|\Z)")
_NEXT_LINE = re.compile(
    r"[ \t]*[;,]?[ \t]*(?:\r?\n)?[ \t]*([\w$.>:-]+?)(?:\.|->)([A-Za-z_]\w*)[ \t]*=[ \t]*([^\r\n;]+)"
)
_AROUND_PHRASES = " .\r\n"
_LONGEST = 120
_PAIR = 2
_OF_AN_ENTRY = {Relation.KEYED, Relation.KEYWORD}
_OF_A_CALL = {Relation.ANNOTATED, Relation.ARGUMENT, Relation.TYPED}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text beside a status."""

    text: str
    is_sent: bool
    """Whether it is the reason phrase that goes with the status; otherwise it only describes it."""
    within: tuple[int, int] | None = None
    """What it stands in, in code points: itself, a call, an entry; None where that is not known."""


@cache
def _phrases() -> Mapping[str, frozenset[str]]:
    """Return the codes that have or had a phrase, by the phrase as ``name_key`` folds it."""
    found: dict[str, set[str]] = {}
    for code, names in names_of_codes().items():
        for name in names:
            found.setdefault(name_key(name), set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}


def codes_of(text: str) -> frozenset[str]:
    """Return the codes whose current or former phrase a text is; of any other text none."""
    return _phrases().get(name_key(text), frozenset()) if _WORDS.fullmatch(text) else frozenset()


@cache
def phrases_in_text() -> re.Pattern[bytes]:
    """Return what finds, in a file's bytes in lower case, a phrase that could be beside a status."""
    spelled = {
        r"[ '-]*".join(re.findall("[a-z]+", name.lower())) for name in chain.from_iterable(names_of_codes().values())
    }
    # One branch for each letter: ``re`` tries them all.
    groups = groupby(sorted(spelled), key=itemgetter(0))
    phrases = "|".join(f"{first}(?:{'|'.join(phrase[1:] for phrase in group)})" for first, group in groups)
    return re.compile(rf"[\"'`0-9:][ \t]*[\"']?({phrases})[ \t.]*(?=[\"'`\r\n<\\;),}}]|\Z)".encode())


def phrases_beside(subject: Subject, occurrence: Occurrence) -> Iterator[Phrase]:
    """Yield the texts that stand where the reason phrase of a status is given, or its description."""
    yield from _in_text(subject, occurrence)
    if subject.listed(occurrence) is not None:
        yield from _in_contract(subject, occurrence)
        return
    contexts = subject.contexts(occurrence)
    if contexts:
        yield from _in_contexts(contexts, subject)
        yield from _in_next_statement(subject, occurrence, contexts[0])


def _in_text(subject: Subject, occurrence: Occurrence) -> Iterator[Phrase]:
    token = subject.token(occurrence)
    if occurrence.role is not Role.STATUS or (token is not None and token.kind is not TokenKind.STRING):
        return
    if found := _AFTER.match(subject.text, occurrence.end, occurrence.end + _LONGEST):
        form = load_languages()[subject.language].format
        is_body = form is not None and bool(form.punctuation)  # a directive takes a body: return 404 "Not Found"
        yield Phrase(found[1], is_sent=not is_body, within=found.span(1))


def _in_contract(subject: Subject, occurrence: Occurrence) -> Iterator[Phrase]:
    """Yield what an OpenAPI document says of a response with a status, where it is not a component's own text."""
    contract, response = subject.contract, subject.listed(occurrence)
    if contract is not None and response is not None and response.fields and not response.is_reference:
        node = response.fields.get("description")
        yield Phrase(contract.text(node).strip(_AROUND_PHRASES), is_sent=False, within=_span(node, subject))


def _in_contexts(contexts: tuple[Context, ...], subject: Subject) -> Iterator[Phrase]:
    for phrase, context in _in_each(contexts, subject.language):
        node = context.node
        is_entry = node is not None and context.relation in _OF_AN_ENTRY
        yield replace(phrase, within=_span(node.parent if is_entry and node is not None else node, subject))


def _span(node: Node | None, subject: Subject) -> tuple[int, int] | None:
    return (subject.offset(node.start_byte), subject.offset(node.end_byte)) if node is not None else None


def _in_each(contexts: tuple[Context, ...], language: str) -> Iterator[tuple[Phrase, Context]]:
    """Yield the phrases that contexts hold, each with its context."""
    first, second = contexts[0], contexts[1] if len(contexts) > 1 else None
    if first.relation is Relation.KEY:
        yield from ((phrase, first) for phrase in _of_key(first.subject))
        return
    around = [first]
    if second is not None and first.relation in _OF_AN_ENTRY and second.relation in _OF_A_CALL:
        around.append(second)
    if first.relation not in _OF_AN_ENTRY or _speaks_of_status(first.subject):
        for context in around:
            yield from ((Phrase(text, is_sent=True), context) for text in _named(context.others, language))
    if first.relation is Relation.ARGUMENT:
        yield from ((Phrase(text, is_sent=True), first) for text in _by_position(first, language))
        if second is not None and second.relation is Relation.NAMED:
            yield from ((Phrase(text, is_sent=False), first) for text in _strings(first.others))
    elif _is_pair(first):
        yield from ((Phrase(text, is_sent=True), first) for text in _strings(first.others))


def _speaks_of_status(name: str) -> bool:
    return any(load_weights().word(word) > 0 for word in words(name))


def _of_key(value: str) -> Iterator[Phrase]:
    """Read the value of a status in a table: a phrase, or what OpenAPI says of a response."""
    text = _content(value)
    if text is not None:
        yield Phrase(text, is_sent=False)
    elif found := _DESCRIPTION.match(value):
        yield Phrase(found[3], is_sent=False)


def _named(others: tuple[str, ...], language: str) -> Iterator[str]:
    for other in others:
        found = _NAMED.fullmatch(other)
        if found and name_key(found[1]) in reason_names(language) and (text := _content(found[2])) is not None:
            yield text


def _by_position(call: Context, language: str) -> Iterator[str]:
    names = segments(call.subject)
    for slot in reason_slots().get(names[-1], ()) if names and call.position is not None else ():
        place = slot.reason - (slot.reason > slot.status)
        if slot.is_of(language) and slot.status == call.position and place < len(call.others):
            text = _content(call.others[place])
            if text is not None:
                yield text


def _is_pair(context: Context) -> bool:
    """Tell whether a status stands before a text in what is named a status: ``status: [404, "Not Found"]``."""
    is_status = context.relation in _OF_AN_ENTRY and words(context.subject.strip("\"':"))[-1:] == ("status",)
    return is_status and context.element == 0 and len(context.others) == _PAIR - 1


def _in_next_statement(subject: Subject, occurrence: Occurrence, context: Context) -> Iterator[Phrase]:
    """Yield what the next statement gives the same response: ``res.statusMessage = "Not Found"``."""
    owner = re.split(r"\.|->", context.subject)[:-1]
    if context.relation is not Relation.ASSIGNED or not owner:
        return
    found = _NEXT_LINE.match(subject.text, occurrence.end, occurrence.end + _LONGEST)
    if found and re.split(r"\.|->", found[1]) == owner and name_key(found[2]) in reason_names(subject.language):
        text = _content(found[3])
        if text is not None:
            yield Phrase(text, is_sent=True, within=found.span(3))


def _strings(others: tuple[str, ...]) -> Iterator[str]:
    return (text for other in others if (text := _content(other)) is not None)


def _content(literal: str) -> str | None:
    """Return what a string literal holds, or None where the source is no single literal."""
    found = _STRING.fullmatch(literal.strip())
    return found[2] if found and found[1] not in found[2] else None
