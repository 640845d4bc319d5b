"""success-as-error: a status that tells success, where a library raises or sends an error."""

from collections.abc import Iterator

from statuslens.registry import StatusClass
from statuslens.registry.reply import Meaning
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject

_NO_ERRORS = {StatusClass.INFORMATIONAL, StatusClass.SUCCESSFUL}
_SUCCESSES = {"", "1", "2"}
"""What a code of them, or one that is not known, begins with."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses of success that a call takes for an error."""
    for sent in subject.sent:
        status = subject.registry.get(sent.occurrence.code)
        if sent.reply.meaning is not Meaning.ERROR or status is None or status.code in sent.reply.also:
            continue
        if status.status_class in _NO_ERRORS:
            message = f"{sent.name} tells of an error, and {status.title} of none: clients take it for success."
            yield subject.problem(sent.occurrence, message)


def can_find(near: Surroundings) -> bool:
    """Tell whether a call that tells of an error is near what could be a success."""
    return near.code[:1] in _SUCCESSES and near.is_sent_with(Meaning.ERROR)
