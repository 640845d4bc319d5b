"""prefer-number: a status written as a constant where a number can stand."""

import re
from collections.abc import Iterable, Iterator

from statuslens.recognise import Occurrence, Role
from statuslens.recognise.facts import FileFacts
from statuslens.registry.ecosystem import CONSTANT
from statuslens.rules.accepted import find_accepted
from statuslens.rules.model import Edit, Fix, Problem
from statuslens.rules.subject import Subject
from statuslens.rules.written import Written, find_written

_GOES_ON = (".", "::", "->", "?.", "(", "[")
_OWNER = re.compile(r"\w+")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the constants that a number can replace without a change of what runs."""
    return find_among(subject.occurrences, subject)


def find_among(occurrences: Iterable[Occurrence], subject: Subject) -> Iterator[Problem]:
    """Yield what ``find`` does of some occurrences."""
    document = subject.document
    facts = subject.facts
    if document is None or facts is None or not document.language.ecosystems:
        return
    for occurrence in (item for item in occurrences if item.role is Role.CONSTANT):
        written = find_written(occurrence, facts)
        end = _end_of_number(occurrence, written, subject, facts) if written is not None else None
        if end is not None and not _leaves_import(occurrence, subject, facts):
            constant = subject.text[occurrence.start : end]
            fix = Fix(
                f"Replace {constant} by {occurrence.code}",
                (Edit(occurrence.start, end, occurrence.code),),
                is_safe=True,
            )
            yield subject.problem(occurrence, f"{constant} is written where {occurrence.code} can stand.", fix=fix)


def _end_of_number(occurrence: Occurrence, written: Written, subject: Subject, facts: FileFacts) -> int | None:
    """Return where what a number can replace ends: the constant, or with what gives its number; None where none can."""
    accepted = find_accepted(subject, occurrence, facts)
    number = written.group.number
    if number not in {"", CONSTANT}:
        suffix = number.removeprefix(CONSTANT)
        if subject.text.startswith(suffix, occurrence.end):
            return occurrence.end + len(suffix)
    if accepted is None or subject.text.startswith(_GOES_ON, occurrence.end):
        return None
    return occurrence.end if accepted.form_of(written.ecosystem, written.group) == CONSTANT else None


def _leaves_import(occurrence: Occurrence, subject: Subject, facts: FileFacts) -> bool:
    """Tell whether an import would be left that nothing uses, in a language in which that is an error."""
    importing, owner = facts.document.language.importing, _OWNER.match(occurrence.text)
    if importing is None or not importing.is_strict or owner is None:
        return False
    uses = len(re.findall(rf"\b{owner[0]}\.", subject.text))
    return uses <= sum(item.text.startswith(f"{owner[0]}.") for item in subject.with_role(Role.CONSTANT))
