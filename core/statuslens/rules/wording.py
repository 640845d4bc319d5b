"""How the place of a number writes statuses as constants instead: by the file's libraries and imports."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from statuslens.recognise import Occurrence
from statuslens.recognise.facts import FileFacts
from statuslens.recognise.sayings import saying_of
from statuslens.registry.ecosystem import CONSTANT
from statuslens.rules.accepted import find_accepted
from statuslens.rules.libraries import Library
from statuslens.rules.made import find_made
from statuslens.rules.member import find_members
from statuslens.rules.model import Edit
from statuslens.rules.reach import Reach, Way
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.language import TokenKind
from statuslens.source.words import segments


@dataclass(frozen=True, slots=True)
class Choice:
    """A constant that can stand where a number stands, or where an expression makes one of its own number."""

    written: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    """What else has to be done for it."""
    rank: tuple[bool, bool, bool]
    """Sorts the best one first."""


def find_wording(subject: Subject) -> "Wording | None":
    """Return the constants that a text can write; None where its language has none, or it lists what there are."""
    facts = subject.facts
    can_write = facts is not None and bool(facts.document.language.ecosystems) and not subject.is_catalogue
    return Wording(subject, facts) if facts is not None and can_write else None


@dataclass(frozen=True)
class Wording:
    """The constants that a text can write."""

    subject: Subject
    facts: FileFacts

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.subject, self.facts)

    @cached_property
    def _libraries(self) -> tuple[Library, ...]:
        return tuple(library for library in self.subject.libraries if library.group.is_preferred)

    def choose(self, occurrence: Occurrence, codes: Collection[str]) -> dict[str, Choice]:
        """Return the best constant for each of some codes where a status stands; those that none can be for have none.

        The best one needs no import, then it is of one of the file's libraries, then it is a number by itself.
        """
        if not _is_number(occurrence, self.subject) or _is_definition(occurrence, self.subject):
            return {}
        accepted = find_accepted(self.subject, occurrence, self.facts)
        found: dict[str, Choice] = {}
        for library in self._libraries:
            form = accepted.form_of(*library) if accepted is not None else ""
            if not (form or library.group.made):
                continue
            members = find_members(*library, codes, self.subject.declared)
            ways = self._reach.find_ways(library, members.values(), occurrence)
            for code, member in members.items():
                choice = self._choose(library, member, form, ways[member], occurrence) if member in ways else None
                if choice is not None and (code not in found or choice.rank < found[code].rank):
                    found[code] = choice
        return found

    def _choose(self, library: Library, member: str, form: str, way: Way, occurrence: Occurrence) -> Choice | None:
        ecosystem, group = library
        constant = way.expression.replace("{member}", member)
        made = find_made(group, way, occurrence, self.subject) if group.made else None
        if made is not None:
            return Choice(constant, made.start, made.end, way.edits, (not way.is_there, ecosystem.is_standard, False))
        if not form:
            return None
        rank = not way.is_there, ecosystem.is_standard, form != CONSTANT
        return Choice(form.replace(CONSTANT, constant), occurrence.start, occurrence.end, way.edits, rank)


def _is_number(occurrence: Occurrence, subject: Subject) -> bool:
    token = subject.token(occurrence)
    return token is not None and token.kind is TokenKind.NUMBER and token.content == occurrence.text


def _is_definition(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a number gets a name that says what it means: ``NOT_FOUND = 404``."""
    first = next(iter(subject.contexts(occurrence)), None)
    if first is None or first.relation not in {Relation.ASSIGNED, Relation.KEYED}:
        return False
    name = (segments(first.subject) or ("",))[-1]
    return name.isupper() or saying_of(name) is not None
