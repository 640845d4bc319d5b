"""reason-mismatch: the phrase beside a status is another status's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from statuslens.recognise import Occurrence, Role
from statuslens.registry import StatusClass, StatusCode, name_key
from statuslens.rules.level import Level
from statuslens.rules.model import Problem
from statuslens.rules.nearby import Surroundings
from statuslens.rules.phrase import Phrase, codes_of, phrases_beside, phrases_in_text
from statuslens.rules.reasons import meant_phrases, reason_names
from statuslens.rules.subject import Subject

_NAME_BEFORE = re.compile(rb"([a-z_$][\w$-]*)[\"'`\])]*\s*(?:=>|->|[=:])[ \t]*[\"'`]?\Z")
_REACH = 60
_DESCRIPTION = "description"
_ELSEWHERE = re.compile(
    rb"(?<![\w.-])[1-5][0-9]{2}(?![\w.%-])|;\s*[^\s;][^;]*;|\b(?:catch|def|else|func|if|raise|return|throw)\b"
)
"""What does not stand between a status and its phrase: another number, or a statement."""
_PRAISE = {"accepted", "created", "ok"}
"""Phrases that people use for any success."""
_WORDINGS = {"continue", "found", "locked", "processing", "unused"}
"""Phrases that are words of a description as well."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the statuses beside which the current or former phrase of another one stands."""
    for occurrence in subject.with_role(Role.STATUS, Role.CONSTANT):
        status, phrase = subject.registry.get(occurrence.code), find_mismatch(subject, occurrence)
        if status is not None and phrase is not None:
            owners = codes_of(phrase.text)
            message = f'{status.title} stands beside "{phrase.text}", which is the phrase of {" and ".join(owners)}.'
            problem = subject.problem(occurrence, message, suggestions=tuple(sorted(owners)))
            yield problem if phrase.is_sent else replace(problem, most=Level.WARNING)


def can_find(near: Surroundings) -> bool:
    """Tell whether the phrase of another status is near what could be one, and nearer than to another number."""
    text, is_success = near.around, near.code[:1] == "2"
    start = near.start - near.first
    end = start + near.end - near.start
    for match in phrases_in_text().finditer(text):
        phrase = match[1].decode()
        if near.code in codes_of(phrase) or (is_success and phrase == "ok"):
            continue
        if match[0][:1].isdigit() and match.start() + 1 != end:
            continue
        named = _NAME_BEFORE.search(text, max(0, match.start(1) - _REACH), match.start(1))
        if (
            named is not None
            and named.end(1) != end
            and not _is_reason(named[1], near, is_behind=match.start() >= start)
        ):
            continue
        between = text[end : match.start(1)] if match.start() >= start else text[match.end() : start]
        if not _ELSEWHERE.search(between):
            return True
    return False


def _is_reason(name: bytes, near: Surroundings, *, is_behind: bool) -> bool:
    """Tell whether a name is one that a phrase is given by, or behind a status what describes its response."""
    key = name_key(name.decode())
    return (is_behind and key == _DESCRIPTION) or any(key in reason_names(language.id) for language in near.languages)


def find_mismatch(subject: Subject, occurrence: Occurrence) -> Phrase | None:
    """Return the phrase of another status that stands beside one; None where there is none."""
    status = subject.registry.get(occurrence.code)
    for phrase in phrases_beside(subject, occurrence) if status is not None else ():
        owners = codes_of(phrase.text)
        own_names = (name_key(code.name) for code in subject.team.codes if code.code == occurrence.code)
        if not owners or occurrence.code in owners or name_key(phrase.text) in own_names:
            continue
        if status is not None and not _is_free(phrase, status):
            return phrase
    return None


def _is_free(phrase: Phrase, status: StatusCode) -> bool:
    """Tell whether a phrase of another status is only wording here: 204 may well be OK."""
    key = name_key(phrase.text)
    if (status.code, key) in meant_phrases():
        return True
    is_success = status.status_class is StatusClass.SUCCESSFUL
    if phrase.is_sent:
        return is_success and key == "ok"
    return key in _WORDINGS or (is_success and key in _PRAISE)
