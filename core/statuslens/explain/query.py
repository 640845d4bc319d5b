"""From what a person types to answers: one grammar for every front end."""

import re
from difflib import get_close_matches

from statuslens.explain.model import Answer, ClassExplanation, Explanation, Link, Refusal
from statuslens.registry import Registration, Registry, StatusClass, StatusCode

QUERY_LIMIT = 500
"""Characters of a query that are looked at; nobody types more to look a code up."""
EXAMPLE = "404"

_SEPARATORS = re.compile(r"[,\n\r]+")
_NUMBER = re.compile(r"\d+", re.ASCII)
_CLASS = re.compile(r"[1-5]xx", re.IGNORECASE)


def explain(query: str, registry: Registry) -> tuple[Answer, ...]:
    """Answer a query: codes, classes (``4xx``) and names, several with commas or lines between.

    Codes and classes may also have spaces between.

    There is always at least one answer; what cannot be answered is a Refusal.
    """
    if len(query) > QUERY_LIMIT:
        message = f"That is {len(query):,} characters; a query has at most {QUERY_LIMIT}."
        return (Refusal(query[:QUERY_LIMIT], message, (), EXAMPLE),)
    parts = [" ".join(part.split()) for part in _SEPARATORS.split(query)]
    asked = list(dict.fromkeys(part for part in parts if part))
    if not asked:
        return (Refusal("", "There is nothing to look up.", (), EXAMPLE),)
    return tuple(answer for part in asked for answer in _answers(part, registry))


def explain_code(status: StatusCode) -> Explanation:
    """Explain a code of the registry."""
    return Explanation(status, tuple(_notes(status)), (Link(str(status.reference), status.reference.url),))


def _answers(part: str, registry: Registry) -> tuple[Answer, ...]:
    asked = part.split()
    if len(asked) > 1 and all(_NUMBER.fullmatch(word) or _CLASS.fullmatch(word) for word in asked):
        return tuple(answer for word in dict.fromkeys(asked) for answer in _answers(word, registry))
    if _NUMBER.fullmatch(part):
        status = registry.get(part)
        return (explain_code(status) if status else _refuse_number(part, registry),)
    if _CLASS.fullmatch(part):
        return (_explain_class(StatusClass(part.lower()), registry),)
    found = registry.find(part)
    return tuple(map(explain_code, found)) or (_refuse_words(part, registry),)


def _explain_class(status_class: StatusClass, registry: Registry) -> ClassExplanation:
    description = registry.describe_class(status_class)
    link = Link(str(description.reference), description.reference.url)
    return ClassExplanation(description, registry.by_class(status_class), (link,))


def _notes(status: StatusCode) -> list[str]:
    notes = []
    match status.registration:
        case Registration.UNUSED:
            notes.append(f"IANA keeps {status.code} unused.")
        case Registration.OBSOLETED:
            notes.append(f"IANA lists {status.code} as obsoleted.")
        case Registration.TEMPORARY:
            notes.append(f"IANA registered {status.code} for a time only, until {status.expires}.")
        case _:
            pass
    if status.deprecated_by:
        notes.append(f"{status.deprecated_by} deprecates it.")
    if status.former_names:
        names = "; ".join(f"{former.name} ({former.used_by})" for former in status.former_names)
        notes.append(f"Also known as: {names}.")
    return notes


def _refuse_number(number: str, registry: Registry) -> Refusal:
    status_class = StatusClass.of(number)
    if status_class:
        unknown = registry.describe_class(status_class).unknown
        message = f"This number is not assigned in IANA's table of {registry.date}. {unknown}"
    elif len(number) == 3:  # noqa: PLR2004
        message = "A status code is a number from 100 to 599; a client treats any other as a 5xx (RFC 9110 §15)."
    else:
        message = "A status code has three digits."
    return Refusal(number, message, registry.nearest(number), EXAMPLE)


def _refuse_words(words: str, registry: Registry) -> Refusal:
    names = {status.name.casefold(): status for status in registry}
    close = get_close_matches(words.casefold(), names, n=3, cutoff=0.6)
    return Refusal(words, "No status code has this name.", tuple(names[name] for name in close), EXAMPLE)
