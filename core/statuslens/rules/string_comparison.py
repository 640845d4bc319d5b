"""string-comparison: a number compared with a text, which are never equal."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from statuslens.recognise import Occurrence, Role
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.status_types import Read, StatusType, load_status_types
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.document import Document
from statuslens.source.language import TokenKind

_QUOTES = {'"', "'"}
_QUOTE_BYTES = {b'"', b"'"}
_NEGATIVE = {"!=", "!==", "not in"}
_WORDS = {Relation.CASE: "case", Relation.MEMBER: "in"}
_BRACKETS = re.compile(r"\A\(([^()]*(?:\(\))?)\)\Z")
"""Around what a switch compares, in the grammars that leave them there."""
_NEARBY = re.compile(rb"==|!=|\b(?:equals|in|case|when)\b")
_REACH = 30
_VARIABLE = re.compile(r"[$@]?\w+")
_GIVES = {
    StatusType.INTEGER: "an integer",
    StatusType.STRING: "a string",
    StatusType.NAME: "the name of a status",
}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that are compared with what is of another type."""
    types = load_status_types()
    strict = types.strict.get(subject.language)
    document = subject.document
    if strict is None or document is None:
        return
    reads = [read for read in types.reads if subject.language in read.languages]
    for occurrence in subject.with_role(Role.STATUS):
        token = subject.token(occurrence)
        context = next(iter(subject.contexts(occurrence)), None)
        if token is None or context is None or _operator(context) not in strict:
            continue
        is_text = token.kind is TokenKind.STRING and token.content == occurrence.code
        if not is_text and token.kind is not TokenKind.NUMBER:
            continue
        if not any(_differs(read, is_text=is_text) for read in reads):
            continue
        expression = _BRACKETS.sub(r"\1", context.subject)
        read = _read_by(expression, token.start, reads, subject, document)
        if read is not None and _differs(read, is_text=is_text):
            message = _message(expression, read, occurrence, is_negative=context.operator in _NEGATIVE)
            yield subject.problem(occurrence, message, fix=_fix(occurrence, read, subject, is_text=is_text))


def can_find(near: Surroundings) -> bool:
    """Tell whether a number is near a comparison, and a library of the language reads statuses of the other type."""
    is_text = near.before(1) in _QUOTE_BYTES
    if not near.is_number or not _NEARBY.search(near.before(_REACH) + near.after(_REACH)):
        return False
    return any(_is_read(near.data, language.id, is_text) for language in near.languages)


@lru_cache(maxsize=64)
def _is_read(data: bytes, language: str, is_text: bool) -> bool:  # noqa: FBT001 (cached by place)
    return any(use.search(data) for use in _uses(language, is_text=is_text))


@cache
def _uses(language: str, *, is_text: bool) -> tuple[re.Pattern[bytes], ...]:
    """Return what finds the libraries of a language that read statuses of another type than a text, or a number."""
    types = load_status_types()
    reads = (read for read in types.reads if language in types.strict and language in read.languages)
    return tuple(re.compile(read.uses.pattern.encode()) for read in reads if _differs(read, is_text=is_text))


def _operator(context: Context) -> str:
    if context.relation in {Relation.COMPARED, Relation.METHOD}:
        return context.operator
    word = _WORDS.get(context.relation, "")
    return context.operator or word if word == "in" else word


def _differs(read: Read, *, is_text: bool) -> bool:
    return is_text is not (read.type is StatusType.STRING)


def _read_by(expression: str, place: int, reads: Iterable[Read], subject: Subject, document: Document) -> Read | None:
    """Return how an expression reads a status; a variable reads it as what it was given does."""
    if _VARIABLE.fullmatch(expression):
        expression = document.given_here(expression.lstrip("$"), place).rstrip("; ")
    fitting = ((read, found) for read in reads if (found := read.status.fullmatch(expression)))
    for read, found in fitting:
        if subject.says(read.uses) and not (read.unless and subject.says(read.unless)):
            given = document.given_here(found["owner"].lstrip("@$"), place) if read.given is not None else ""
            if read.given is None or read.given.search(given):
                return read
    return None


def _message(expression: str, read: Read, occurrence: Occurrence, *, is_negative: bool) -> str:
    compared = "the number" if read.type is StatusType.STRING else "the string"
    outcome = "always differs from" if is_negative else "never equals"
    return f"{expression} is {_GIVES[read.type]}, and {outcome} {compared} {occurrence.text}."


def _fix(occurrence: Occurrence, read: Read, subject: Subject, *, is_text: bool) -> Fix | None:
    """Return the literal as one of the other type, which changes what the program does."""
    if read.type is StatusType.NAME:
        return None
    if not is_text:
        return subject.replace(
            occurrence, f'"{occurrence.text}"', f'Replace {occurrence.text} by "{occurrence.text}"', is_safe=False
        )
    start, end = occurrence.start - 1, occurrence.end + 1
    quoted = subject.text[start:end]
    if quoted[:1] not in _QUOTES or quoted[:1] != quoted[-1:]:
        return None
    return Fix(f"Replace {quoted} by {occurrence.text}", (Edit(start, end, occurrence.text),), is_safe=False)
