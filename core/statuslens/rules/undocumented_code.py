"""undocumented-code: a handler answers with a status that it does not list, or lists one that it never answers."""

from collections.abc import Iterator

from statuslens.rules.listing import Place
from statuslens.rules.model import Level, Problem
from statuslens.rules.operation import Operation, find_operations
from statuslens.rules.subject import Subject


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses that a handler answers and does not list, and those that it lists in vain."""
    for operation in find_operations(subject):
        for place in operation.answers:
            if not operation.lists(place.code):
                message = f"{_title(place, subject)} is answered here, and {_name(operation)} does not list it."
                yield Problem(place.start, place.end, place.code, message)
        for place in _idle(operation):
            message = f"{_title(place, subject)} is listed here, and {_name(operation)} never answers it."
            yield Problem(place.start, place.end, place.code, message, most=Level.HINT)


def _idle(operation: Operation) -> Iterator[Place]:
    """Yield the listed statuses that a handler never answers, where all that it may answer is in view."""
    known = {place.code for place in operation.answers} | operation.framework.by_itself | operation.framework.elsewhere
    if operation.is_whole and not operation.own.is_open:
        yield from (place for place in operation.own.places if place.code.isdigit() and place.code not in known)


def _title(place: Place, subject: Subject) -> str:
    status = subject.registry.get(place.code)
    return status.title if status is not None else place.code


def _name(operation: Operation) -> str:
    return operation.name or "this handler"
