"""prefer-constant: a status written as a number where a library of the file has a name for it."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.sayings import saying_of
from statuslens.registry.ecosystem import CONSTANT
from statuslens.rules.accepted import find_accepted
from statuslens.rules.libraries import Library
from statuslens.rules.made import Made, find_made
from statuslens.rules.member import find_member
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.reach import Reach, Way
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.language import TokenKind
from statuslens.source.words import segments

_OF_CALLS = {Relation.ARGUMENT, Relation.KEYWORD}


@dataclass(frozen=True, slots=True)
class Choice:
    """A constant that can stand where a number stands."""

    written: str
    start: int
    end: int
    way: Way

    def problem(self, occurrence: Occurrence, subject: Subject) -> Problem:
        """Return what is said of the number."""
        number = subject.text[self.start : self.end]
        replaced = Edit(self.start, self.end, self.written)
        fix = Fix(f"Replace {number} by {self.written}", (*self.way.edits, replaced), is_safe=True)
        message = f"{number} is written as a number; {self.written} says what it means."
        return subject.problem(occurrence, message, fix=fix)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the numbers that a constant can replace without a change of what runs."""
    return find_among(subject.occurrences, subject)


def find_among(occurrences: Iterable[Occurrence], subject: Subject) -> Iterator[Problem]:
    """Yield what ``find`` does of some occurrences."""
    document = subject.document
    facts = subject.facts
    if document is None or facts is None or not document.language.ecosystems or subject.is_catalogue:
        return
    reach = Reach(subject, facts)
    libraries = [library for library in subject.libraries if library.group.is_preferred]
    constants = {(_line(item, subject), item.code) for item in subject.with_role(Role.CONSTANT)}
    texts = {item.text for item in subject.with_role(Role.CONSTANT)}
    for occurrence in (item for item in occurrences if item.role is Role.STATUS):
        token = subject.token(occurrence)
        is_number = token is not None and token.kind is TokenKind.NUMBER and token.content == occurrence.text
        is_said = (_line(occurrence, subject), occurrence.code) in constants or _is_beside(texts, occurrence, subject)
        if is_number and not is_said and not _is_definition(occurrence, subject):
            choice = _choose(occurrence, subject, facts, reach, libraries)
            if choice is not None:
                yield choice.problem(occurrence, subject)


def _is_definition(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a number gets a name that says what it means: ``NOT_FOUND = 404``."""
    first = next(iter(subject.contexts(occurrence)), None)
    if first is None or first.relation not in {Relation.ASSIGNED, Relation.KEYED}:
        return False
    name = (segments(first.subject) or ("",))[-1]
    return name.isupper() or saying_of(name) is not None


def _line(occurrence: Occurrence, subject: Subject) -> int:
    return subject.scan.lines.position(occurrence.start).line


def _is_beside(texts: Container[str], occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a call is given one of some constants already, which is its status."""
    context = next(iter(subject.contexts(occurrence)), None)
    return context is not None and context.relation in _OF_CALLS and any(other in texts for other in context.others)


def _choose(
    occurrence: Occurrence,
    subject: Subject,
    facts: FileFacts,
    reach: Reach,
    libraries: Iterable[Library],
) -> Choice | None:
    """Return the best constant for a place: one that needs no import, then one of the file's libraries.

    Among several of them, it is one that is a number by itself.
    """
    accepted = find_accepted(subject, occurrence, facts)
    choices: list[tuple[tuple[bool, bool, bool], Choice]] = []
    for ecosystem, group in libraries:
        member = find_member(ecosystem, group, occurrence.code, subject.declared)
        form = accepted.form_of(ecosystem, group) if accepted is not None else ""
        if not member or not (form or group.made):
            continue
        way = reach.find_way(ecosystem, group, member, occurrence)
        if way is None:
            continue
        made = find_made(group, way, occurrence, subject) if group.made else None
        choice = _written(form, made, member, way, occurrence)
        if choice is not None:
            is_longer = form != CONSTANT and made is None
            choices.append(((not way.is_there, ecosystem.is_standard, is_longer), choice))
    return min(choices, key=lambda item: item[0], default=(None, None))[1]


def _written(form: str, made: Made | None, member: str, way: Way, occurrence: Occurrence) -> Choice | None:
    constant = way.expression.replace("{member}", member)
    if made is not None:
        return Choice(constant, made.start, made.end, way)
    if not form:
        return None
    return Choice(form.replace(CONSTANT, constant), occurrence.start, occurrence.end, way)
