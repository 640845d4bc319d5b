"""missing-header: a response that lacks a header field which its status has to come with."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from statuslens.recognise import Occurrence
from statuslens.registry import HeaderDuty, StatusClass, StatusCode, Strength
from statuslens.rules.model import Level, Problem
from statuslens.rules.reply import Sent
from statuslens.rules.subject import Subject
from statuslens.source.document import Document
from statuslens.source.invocation import entries_of

_ALTERNATIVES = {"206": ("Content-Range", "Content-Type")}
"""One part has the one, several parts have the other."""
_SEVERAL_PARTS = "multipart/"
_CHALLENGED = "401"
_OUTGOING = ("return", "raise", "throw")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses of responses that are written out as a whole without a header field that is due."""
    document = subject.document
    if document is None:
        return
    for sent in subject.sent:
        status = subject.registry.get(sent.occurrence.code)
        if status is None or not sent.reply.headers or sent.call is None or not sent.call.is_whole:
            continue
        names = _header_names(sent, document)
        is_interim = status.status_class is StatusClass.INFORMATIONAL  # made by the server that switches
        if names is not None and not is_interim and _is_sent_as_it_is(sent):
            names |= _set_around(sent, status, document)
            yield from _lacking(status, names, sent.occurrence, subject)
    yield from _of_contract(subject)


def _of_contract(subject: Subject) -> Iterator[Problem]:
    """Yield the responses of an OpenAPI document that are described without a header field that is due.

    Many documents speak of no header field at all; those say nothing of a single one that is not there.
    """
    contract = subject.contract
    speaks_of_headers = contract is not None and any("headers" in (item.fields or {}) for item in contract.responses)
    for occurrence, response in subject.described if speaks_of_headers else ():
        status = subject.registry.get(occurrence.code)
        if contract is None or status is None or response.fields is None:
            continue
        if status.code == _CHALLENGED and (contract.version is None or contract.is_challenged(response)):
            continue  # in a part of a document, the security schemes stand elsewhere
        headers, content = (contract.entries(response.fields.get(field)) for field in ("headers", "content"))
        names = {name.lower() for name in headers} | _named_in(
            contract.text(response.fields.get("description")), status
        )
        if any(kind.startswith(_SEVERAL_PARTS) for kind in content):
            names.add("content-type")
        yield from _lacking(status, names, occurrence, subject)


def _lacking(status: StatusCode, names: set[str], occurrence: Occurrence, subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each header field that is due and not among some names."""
    for duty in _due(status):
        wanted = {name.lower() for name in _ALTERNATIVES.get(status.code, (duty.header,))}
        if wanted.isdisjoint(names):
            most = None if duty.strength is Strength.MUST else Level.HINT
            yield replace(subject.problem(occurrence, _message(status, duty)), most=most)


def _due(status: StatusCode) -> Iterator[HeaderDuty]:
    """Yield what goes with a status under all conditions, and what goes with 206 under one of two."""
    for duty in status.headers:
        is_first = _ALTERNATIVES.get(status.code, ("",))[0] == duty.header
        if duty.strength is not Strength.MAY and (is_first or not duty.when):
            yield duty


def _header_names(sent: Sent, document: Document) -> set[str] | None:
    """Return the header fields that a call is given, in lower case; None where they are not written out."""
    given = sent.call.first(sent.reply.headers) if sent.call is not None else None
    if given is None:
        return set()
    entries = [entry.name.lower() for entry in entries_of(given.node, document.language)]
    return set(entries) if entries or not any(map(str.isalnum, given.text)) else None


def _set_around(sent: Sent, status: StatusCode, document: Document) -> set[str]:
    """Return the header fields of a status that the function around names: what is set there before goes along."""
    function = next((node for node in sent.token.around if node.type in document.language.functions), document.root)
    return _named_in((function.text or b"").decode("utf-8", "replace"), status)


def _named_in(text: str, status: StatusCode) -> set[str]:
    """Return the header fields of a status that a text names, in lower case."""
    names = {duty.header for duty in status.headers}
    return {name.lower() for name in names if _naming(name).search(text)}


@cache
def _naming(header: str) -> re.Pattern[str]:
    """Return what finds the name of a header field in code, as a text or as a constant."""
    return re.compile(rf"[\"'`:.]{header.replace('-', '[-_]?')}\b", re.IGNORECASE)


def _is_sent_as_it_is(sent: Sent) -> bool:
    """Tell whether a call's result is returned or raised at once, so that nothing is added to it."""
    around = sent.token.around
    call = sent.call.node if sent.call is not None else None
    at = next((number for number, node in enumerate(around) if node == call), None)
    outer = around[at + 1] if at is not None and at + 1 < len(around) else None
    return outer is not None and any(word in outer.type for word in _OUTGOING)


def _message(status: StatusCode, duty: HeaderDuty) -> str:
    header = " or ".join(_ALTERNATIVES.get(status.code, (duty.header,)))
    verb = "has to" if duty.strength is Strength.MUST else "should"
    return f"A response with {status.title} {verb} come with {header} ({duty.reference}), and this one does not."
