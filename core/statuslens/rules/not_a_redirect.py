"""not-a-redirect: a redirect with a status that sends nobody elsewhere."""

import re
from collections.abc import Iterator

from statuslens.recognise import Occurrence, Role
from statuslens.registry import StatusClass, StatusCode
from statuslens.registry.reply import Meaning
from statuslens.rules.model import Problem
from statuslens.rules.subject import Subject

_LOCATION = "Location"
_USUAL = ("302", "303", "301")
_DIRECTIVE = re.compile(r"(?:return|Redirect|RedirectMatch)[ \t]+\Z", re.IGNORECASE)
"""What nginx and Apache httpd write before a status and an address."""
_ADDRESS = re.compile(r"[ \t]+(?:[/^][^\s;]*[ \t]+)?[\"']?(?:https?|\$scheme)://")
_LONGEST = 40


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses of redirects that say nothing of another place; those that are out of use have a rule."""
    redirects = (item.occurrence for item in subject.sent if item.reply.meaning is Meaning.REDIRECT)
    for occurrence in (*redirects, *_configured(subject)):
        status = subject.registry.get(occurrence.code)
        if status is not None and status.in_use and not _leads(status):
            message = f"Clients do not follow Location with {status.title}, so this redirect leads nowhere."
            yield subject.problem(occurrence, message, suggestions=_USUAL)


def _leads(status: StatusCode) -> bool:
    """Tell whether the specification has Location with a status: the redirects, and 201 with what was made."""
    return any(duty.header == _LOCATION for duty in status.headers)


def _configured(subject: Subject) -> Iterator[Occurrence]:
    """Yield the failures that a web server's configuration gives an address with."""
    if subject.document is not None:
        return
    for occurrence in subject.with_role(Role.STATUS):
        before = subject.text[max(0, occurrence.start - _LONGEST) : occurrence.start]
        is_failure = StatusClass.of(occurrence.code) in {StatusClass.CLIENT_ERROR, StatusClass.SERVER_ERROR}
        if is_failure and _DIRECTIVE.search(before) and _ADDRESS.match(subject.text, occurrence.end):
            yield occurrence
