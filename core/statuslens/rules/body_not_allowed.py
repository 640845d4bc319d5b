"""body-not-allowed: content that is sent with a status whose responses have none."""

from collections.abc import Iterator
from functools import cache

from statuslens.registry import Body, StatusCode, load_registry
from statuslens.registry.reply import Meaning
from statuslens.rules.content import is_absent, is_header_fields, is_nothing, is_surely_content
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.reply import Sent
from statuslens.rules.subject import Subject
from statuslens.source.syntax import Node

_CONTENT = ("content", "schema")
"""What describes a body, in OpenAPI 3 and in Swagger 2."""
_LONGEST = 40


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses without content that are sent with some."""
    for sent in subject.sent:
        status = subject.registry.get(sent.occurrence.code)
        if status is None or status.body is Body.ALLOWED or sent.reply.meaning is not Meaning.RESPONSE:
            continue
        if sent.body and sent.is_settled and _is_content(sent, subject):
            body = " ".join(sent.body.split())
            shown = body if len(body) <= _LONGEST else f"{body[: _LONGEST - 1]}…"
            yield subject.problem(sent.occurrence, f"{_duty(status)}, so {shown} does not reach the client.")
    for occurrence, response in subject.described:
        status = subject.registry.get(occurrence.code)
        if status is None or status.body is Body.ALLOWED or response.fields is None:
            continue
        field = next((name for name in _CONTENT if not _is_empty(response.fields.get(name), subject)), "")
        if field:
            yield subject.problem(occurrence, f"{_duty(status)}, and this one is described with {field}.")


def can_find(near: Surroundings) -> bool:
    """Tell whether a call that sends content is near what could be a status without any."""
    return (not near.code or near.code in _without_content()) and near.is_sent_with(Meaning.RESPONSE)


@cache
def _without_content() -> frozenset[str]:
    return frozenset(status.code for status in load_registry() if status.body is not Body.ALLOWED)


def _is_empty(value: Node | None, subject: Subject) -> bool:
    return value is None or subject.contract is None or not subject.contract.entries(value)


def _is_content(sent: Sent, subject: Subject) -> bool:
    text = sent.body
    if is_header_fields(text):
        return False
    if sent.reply.only_null:
        return not is_absent(text) and not text.isidentifier()
    if sent.call is None and not text.isidentifier():
        return is_surely_content(text)
    document = subject.document
    if text.isidentifier() and document is not None:
        given = document.assigned(text, sent.token.start)
        return is_surely_content(given) if given or sent.call is None else not is_nothing(text)
    return not is_nothing(text)


def _duty(status: StatusCode) -> str:
    duty = "has no content" if status.body is Body.NONE else "has to be empty"
    return f"A response with {status.title} {duty} ({status.body_reference})"
