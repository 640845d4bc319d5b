"""not-a-redirect: a redirect with a status that sends nobody elsewhere."""

import re
from collections.abc import Iterator
from functools import cache

from statuslens.recognise import Occurrence, Role
from statuslens.registry import StatusClass, StatusCode, load_registry
from statuslens.registry.reply import Meaning
from statuslens.rules.content import is_absent
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.subject import Subject
from statuslens.source.context import Relation
from statuslens.source.language import TokenKind

_LOCATION = "Location"
_ACCEPTED = "202"
"""Its content names a place to ask for the outcome (RFC 9110, 15.3.3), which many APIs give in Location too."""
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
        if status is not None and status.in_use and not _leads(status) and _has_address(occurrence, subject):
            message = f"Clients do not follow Location with {status.title}, so this redirect leads nowhere."
            yield subject.problem(occurrence, message, suggestions=_USUAL)


def can_find(near: Surroundings) -> bool:
    """Tell whether a redirect is near what could be a status that leads nowhere."""
    return near.code not in _leading() and near.is_sent_with(Meaning.REDIRECT)


@cache
def _leading() -> frozenset[str]:
    return frozenset(status.code for status in load_registry() if _leads(status))


def _leads(status: StatusCode) -> bool:
    """Tell whether Location belongs to a status: the redirects, 201 with what was made, 202 with where to ask."""
    return status.code == _ACCEPTED or any(duty.header == _LOCATION for duty in status.headers)


def _has_address(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a call has an address beside the status.

    ``redirect(null, 403)`` of CakePHP has none, and in ``res.redirect("404")`` the text is the address.
    """
    token, context = subject.token(occurrence), next(iter(subject.contexts(occurrence)), None)
    if token is None or context is None or context.relation is not Relation.ARGUMENT:
        return True
    is_text_alone = token.kind is TokenKind.STRING and not context.others
    return not is_text_alone and not any(is_absent(other) for other in context.others)


def _configured(subject: Subject) -> Iterator[Occurrence]:
    """Yield the failures that a web server's configuration gives an address with."""
    if subject.document is not None:
        return
    for occurrence in subject.with_role(Role.STATUS):
        before = subject.text[max(0, occurrence.start - _LONGEST) : occurrence.start]
        is_failure = StatusClass.of(occurrence.code) in {StatusClass.CLIENT_ERROR, StatusClass.SERVER_ERROR}
        if is_failure and _DIRECTIVE.search(before) and _ADDRESS.match(subject.text, occurrence.end):
            yield occurrence
