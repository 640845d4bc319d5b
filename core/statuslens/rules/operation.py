"""Responses that an OpenAPI document describes, by the key that is their status."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statuslens.recognise import Occurrence
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.invocation import Argument, entries_of

_RESPONSES = "responses"
_DESCRIPTION = "description"
_AROUND_NAMES = " \"'"


@dataclass(frozen=True, slots=True)
class Described:
    """A status, and what the document says of responses with it."""

    occurrence: Occurrence
    fields: Mapping[str, tuple[Argument, ...]]
    """The entries of each field of the response object: ``content``, ``headers``, ``schema``."""


def find_described(subject: Subject) -> Iterator[Described]:
    """Yield the responses that a text describes as OpenAPI does; none where it is code."""
    document = subject.document
    if document is None or document.language.functions or document.language.ecosystems:
        return
    for occurrence in subject.occurrences:
        contexts = subject.contexts(occurrence)
        if not is_response(contexts):
            continue
        node = contexts[0].node
        value = node.child_by_field_name("value") if node is not None else None
        entries = tuple(entries_of(value, document.language)) if value is not None else ()
        fields = {entry.name: tuple(entries_of(entry.node, document.language)) for entry in entries}
        if _DESCRIPTION in fields:
            yield Described(occurrence, fields)


def is_response(contexts: Sequence[Context]) -> bool:
    """Tell whether a status, by its contexts, is the key of a response."""
    relations = [context.relation for context in contexts[:2]]
    return relations == [Relation.KEY, Relation.KEYED] and contexts[1].subject.strip(_AROUND_NAMES) == _RESPONSES
