"""prefer-constant: a status written as a number where a library of the file has a name for it."""

from collections.abc import Container, Iterable, Iterator

from statuslens.recognise import Occurrence, Role
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.subject import Subject
from statuslens.rules.wording import Choice, find_wording
from statuslens.source.context import Relation

_OF_CALLS = {Relation.ARGUMENT, Relation.KEYWORD}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the numbers that a constant can replace without a change of what runs."""
    return find_among(subject.occurrences, subject)


def find_among(occurrences: Iterable[Occurrence], subject: Subject) -> Iterator[Problem]:
    """Yield what ``find`` does of some occurrences."""
    wording = find_wording(subject)
    if wording is None:
        return
    constants = {(_line(item, subject), item.code) for item in subject.with_role(Role.CONSTANT)}
    texts = {item.text for item in subject.with_role(Role.CONSTANT)}
    for occurrence in (item for item in occurrences if item.role is Role.STATUS):
        is_said = (_line(occurrence, subject), occurrence.code) in constants or _is_beside(texts, occurrence, subject)
        choice = wording.choose(occurrence, {occurrence.code}).get(occurrence.code) if not is_said else None
        if choice is not None:
            yield _problem(choice, occurrence, subject)


def _problem(choice: Choice, occurrence: Occurrence, subject: Subject) -> Problem:
    number = subject.text[choice.start : choice.end]
    replaced = Edit(choice.start, choice.end, choice.written)
    fix = Fix(f"Replace {number} by {choice.written}", (*choice.edits, replaced), is_safe=True)
    message = f"{number} is written as a number; {choice.written} says what it means."
    return subject.problem(occurrence, message, fix=fix)


def _line(occurrence: Occurrence, subject: Subject) -> int:
    return subject.scan.lines.position(occurrence.start).line


def _is_beside(texts: Container[str], occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a call is given one of some constants already, which is its status."""
    context = next(iter(subject.contexts(occurrence)), None)
    return context is not None and context.relation in _OF_CALLS and any(other in texts for other in context.others)
