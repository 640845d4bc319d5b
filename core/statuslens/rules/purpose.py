"""What a status is there for: to answer with, to handle, to expect in a test, to document."""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath

from statuslens.datafile import check_fields, read_data
from statuslens.recognise import Occurrence, Role
from statuslens.rules.contract import is_response
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.document import Token
from statuslens.source.language import Language, load_languages
from statuslens.source.selector import text_of
from statuslens.source.syntax import child_at
from statuslens.source.testfile import is_test
from statuslens.source.words import segments, words

_DATA = "purposes.yaml"


class Purpose(StrEnum):
    """What a status is there for."""

    ANSWERED = "answered"
    """Given to a reply, raised, returned."""
    HANDLED = "handled"
    """Compared, matched, looked up."""
    EXPECTED = "expected"
    """What a test sends or expects."""
    DOCUMENTED = "documented"
    """In a description of an API, or in what one is made from."""
    CONFIGURED = "configured"
    """In the configuration of a server or a tool."""
    LOGGED = "logged"
    """In a log or a recorded message, or in what writes one."""
    NAMED = "named"
    """Given a name, and no more is said where it stands."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of purposes.yaml, whose head comment says what they are."""

    documents_first: frozenset[str]
    documents_last: frozenset[str]
    responses: frozenset[str]
    expects: frozenset[str]
    asks_first: frozenset[str]
    handles: frozenset[str]
    logs: frozenset[str]
    records: frozenset[str]


@cache
def _words() -> _Words:
    entry = read_data(_DATA)
    check_fields(entry, _DATA, [field.name for field in fields(_Words)])
    return _Words(**{name: frozenset(listed) for name, listed in entry.items()})


_BY_RELATION = {
    **dict.fromkeys((Relation.ANSWERED, Relation.RETURNED), Purpose.ANSWERED),
    **dict.fromkeys(
        (
            Relation.BOUNDED,
            Relation.CALCULATED,
            Relation.CASE,
            Relation.COMPARED,
            Relation.DIVISOR,
            Relation.INDEX,
            Relation.KEY,
            Relation.MEMBER,
        ),
        Purpose.HANDLED,
    ),
    Relation.NAMED: Purpose.NAMED,
}
"""What a relation says whatever it is to; the other ones have a function, or let those around them tell."""
_BY_NAME = {Relation.KEYED, Relation.KEYWORD}
_OF_A_TABLE = {Relation.ANSWERED, Relation.ASSIGNED, Relation.CASE, Relation.KEY, Relation.KEYED}
_CALLS = {"annotation", "argument", "macro"}
_CAUGHT = re.compile(r"(?:except|catch|rescue)(?:_|\Z)")
_BODY = re.compile(r"block|body|then|statement")
_DEFINITION = re.compile(r"(?:class|function|method|mod|module)(?:_|\Z)")
_TEST = re.compile(r"tests?\Z|test_|.*_test\Z")
_CODE = re.compile(r"[\"'`]?[1-5]\d\d[\"'`]?|:[a-z_]+|(?:\w+(?:\.|::))*[A-Z]\w*")
_LOOKS_UP = ("get",)
_DECORATOR = "decorator"
_MESSAGES = {"http", "hurl"}


def find_purposes(subject: Subject, place: str) -> dict[int, Purpose]:
    """Return what each occurrence is there for, by where it starts; ``place`` is the file's path in its project."""
    language = load_languages().get(subject.language)
    if language is None:
        return {}
    shared = _purpose_of_file(subject, language, place)
    if shared is not None:
        return {item.start: shared for item in subject.occurrences}
    sent = {item.occurrence.start for item in subject.sent}
    return {
        item.start: Purpose.ANSWERED if item.start in sent else _purpose_in_code(subject, item)
        for item in subject.occurrences
    }


def _purpose_of_file(subject: Subject, language: Language, place: str) -> Purpose | None:
    """Return what all statuses of a text are there for, where its kind or its path tells."""
    known = _words()
    if language.is_log or _is_kept_in(place, known.records):
        return Purpose.LOGGED
    if language.id in _MESSAGES or is_test(place, language.id):
        return Purpose.EXPECTED
    if language.is_data and any(is_response(subject.contexts(item)) for item in subject.occurrences):
        return Purpose.DOCUMENTED
    return Purpose.CONFIGURED if language.is_data else None


def _is_kept_in(place: str, wanted: frozenset[str]) -> bool:
    """Tell whether a folder or file of a path has one of some words in its name."""
    return any(not wanted.isdisjoint(words(part)) for part in PurePosixPath(place).parts)


def _purpose_in_code(subject: Subject, occurrence: Occurrence) -> Purpose:
    token, document = subject.token(occurrence), subject.document
    if token is None or document is None:
        return Purpose.NAMED
    contexts = subject.contexts(occurrence)
    around = _told_around(occurrence, contexts, token, document.language)
    if around is None and subject.is_catalogue and _is_listed(contexts, token, document.language):
        return Purpose.NAMED
    told = around or next(filter(None, (_told(item, contexts) for item in contexts)), None)
    if told is not None:
        return told
    is_given = any(item.relation in _BY_NAME or item.relation is Relation.FALLBACK for item in contexts)
    return Purpose.ANSWERED if is_given or (not contexts and occurrence.role is Role.CONSTANT) else Purpose.NAMED


def _told_around(
    occurrence: Occurrence, contexts: tuple[Context, ...], token: Token, language: Language
) -> Purpose | None:
    """Return what the calls, annotations and definitions around a status say, whatever it is related to itself."""
    if _is_asserted(token, language) or _is_in_test(token):
        return Purpose.EXPECTED
    annotation = next((item for item in contexts if _annotates(item, token)), None)
    if _is_described(contexts, annotation):
        return Purpose.DOCUMENTED
    is_hook = annotation is not None and not _words().handles.isdisjoint(_last_words(annotation.subject))
    is_tested = occurrence.role in {Role.BOUND, Role.CLASS}
    is_handled = is_hook or is_tested or _is_caught(token) or _is_parameter(token, language)
    return Purpose.HANDLED if is_handled else None


def _is_listed(contexts: tuple[Context, ...], token: Token, language: Language) -> bool:
    """Tell whether a status stands in a table, or in no function, in a text that lists the codes there are."""
    is_in_table = bool(contexts) and contexts[0].relation in _OF_A_TABLE
    is_outside = bool(language.functions) and not any(node.type in language.functions for node in token.around)
    return is_in_table or is_outside


def _is_in_row(contexts: tuple[Context, ...]) -> bool:
    """Tell whether a status stands in a list of codes alone: ``frozenset({502, 503})``."""
    first = contexts[0]
    return first.element is not None and bool(first.others) and all(map(_CODE.fullmatch, first.others))


def _is_asserted(token: Token, language: Language) -> bool:
    """Tell whether a status stands in a call that asserts something."""
    for node in token.around:
        step = language.steps.get(node.type)
        callee = step.pick("callee", node, token.node) if step is not None and step.kind in _CALLS else None
        if callee is not None and not _words().expects.isdisjoint(words(callee.ending)):
            return True
        if node.type in language.functions:
            return False
    return False


def _is_in_test(token: Token) -> bool:
    """Tell whether a status stands in a test beside the code that it is about, as in Rust."""
    names = (node.child_by_field_name("name") for node in token.around if _DEFINITION.match(node.type))
    return any(_TEST.match(text_of(name)) for name in names if name is not None)


def _is_described(contexts: tuple[Context, ...], annotation: Context | None) -> bool:
    """Tell whether a status stands in a description of what an operation answers: ``responses={404: …}``."""
    known = _words()
    relations = [item.relation for item in contexts[:2]]
    if relations[:1] == [Relation.KEY] and relations[1:] and relations[1] in _BY_NAME:
        return not known.responses.isdisjoint(words(contexts[1].subject)[-1:])
    said = _last_words(annotation.subject) if annotation is not None else ()
    return not (known.documents_first.isdisjoint(said[:1]) and known.documents_last.isdisjoint(said[-1:]))


def _annotates(context: Context, token: Token) -> bool:
    is_decorated = context.relation is Relation.ARGUMENT and any(node.type == _DECORATOR for node in token.around)
    return is_decorated or context.relation is Relation.ANNOTATED


def _is_caught(token: Token) -> bool:
    """Tell whether an exception stands where it is caught."""
    inner = token.node
    for node in token.around:
        if _CAUGHT.match(node.type):
            return not _BODY.search(inner.type)
        inner = node
    return False


def _is_parameter(token: Token, language: Language) -> bool:
    """Tell whether a status is what a function takes, in a language that chooses one by its arguments."""
    for inner, outer in pairwise(token.around):
        step = language.steps.get(outer.type)
        if step is None or step.kind != "macro" or inner.type != "arguments":
            continue
        if step.text("callee", outer, inner) in step.plain["defines"].split():
            head = child_at(inner, 0)
            return head is not None and token.end <= head.end_byte
    return False


def _told(context: Context, contexts: tuple[Context, ...]) -> Purpose | None:
    """Return what a relation says; None for one of which only those around it can tell."""
    match context.relation:
        case Relation.ANNOTATED | Relation.ARGUMENT | Relation.CALLED:
            said = _last_words(context.subject)
            is_looked_up = said == _LOOKS_UP and context is contexts[0] and not context.others
            return Purpose.HANDLED if is_looked_up or _is_in_row(contexts) else _told_by_call(said)
        case Relation.METHOD:
            return _told_by_call(words(context.operator))
        case Relation.ASSIGNED:
            return Purpose.HANDLED if _is_in_row(contexts) else _told_by_target(context)
        case Relation.TYPED:
            return Purpose.HANDLED if context.subject.startswith("[") else Purpose.ANSWERED
    return _BY_RELATION.get(context.relation)


def _told_by_call(said: tuple[str, ...]) -> Purpose:
    known = _words()
    if not known.asks_first.isdisjoint(said[:1]):
        return Purpose.HANDLED
    return Purpose.ANSWERED if known.logs.isdisjoint((*said[:1], *said[-1:])) else Purpose.LOGGED


def _told_by_target(context: Context) -> Purpose:
    """Return what a name that gets a status says: a capital makes a constant."""
    names = segments(context.subject)
    return Purpose.NAMED if len(names) == 1 and not names[0][0].islower() else Purpose.ANSWERED


def _last_words(expression: str) -> tuple[str, ...]:
    names = segments(expression)
    return words(names[-1]) if names else ()
