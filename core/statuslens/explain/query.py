"""From what a person types to answers: one grammar for every front end.

A query is, in this order: a pasted log line or response head; parts with commas or lines between them, each of which
is ``help``, codes (one, or several to compare), a vendor's code, a constant, a property, a name, or words of one. Where
a part is none of these, the query is taken for a text, if it says a status as people and programs do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuslens.explain.compose import constant_remarks, explain_status, explain_vendor_code
from statuslens.explain.model import Answer, Choice, Explanation, Help, Link, Listing, Refusal
from statuslens.explain.pasted import find_codes, find_said_codes
from statuslens.explain.refuse import refuse, refuse_length, refuse_number, refuse_words
from statuslens.registry import Registry, StatusClass, name_key
from statuslens.registry.vendor import Vendor, find_vendor, find_vendor_codes, substatus, vendor_codes

if TYPE_CHECKING:
    from statuslens.config.model import TeamFile

QUERY_LIMIT = 500
"""Characters of a question; nobody types more to look a code up."""
PASTE_LIMIT = 20_000
"""Characters of a pasted log that are looked through."""
COMPARE_LIMIT = 6
"""Codes that are compared at once."""
ANSWER_LIMIT = 20
"""Parts of one query that are answered."""

_SEPARATORS = re.compile(r"[,\n\r]+")
_NUMBER = re.compile(r"\d{1,40}", re.ASCII)
_SUBSTATUS = re.compile(r"\d{3}[.:]\d{1,4}", re.ASCII)
_NOISE = re.compile(
    r"\b(?:what|whats|is|does|do|mean|means|explain|http|https|status|code|error|the|an?)\b|['\u2019?!]", re.IGNORECASE
)
_CLASS = re.compile(r"[1-9]xx", re.IGNORECASE)
_VERSUS = re.compile(r"\s+(?:vs\.?|versus|or|and)\s+|\s+|\s*/\s*", re.IGNORECASE)
_EXAMPLES = (
    Choice("404", "explains a code"),
    Choice("4xx", "lists a class"),
    Choice("403.10", "explains a substatus of IIS"),
    Choice("too many requests", "finds a code by its name or a part of it"),
    Choice("401 vs 403", "compares codes"),
    Choice("nginx 499", "explains a vendor's code"),
    Choice("HTTPStatus.NOT_FOUND", "explains a constant of any language"),
    Choice("retry", "lists codes by a property: retry, cacheable, no body, redirect, needs Location"),
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known: by everyone, and by the team alone."""

    registry: Registry
    team: "TeamFile | None"


def explain(query: str, registry: Registry, team: "TeamFile | None" = None) -> tuple[Answer, ...]:
    """Answer a query. There is always at least one answer; what cannot be answered is a Refusal."""
    known = _Known(registry, team)
    pasted = find_codes(query[:PASTE_LIMIT])
    if pasted and not _NUMBER.fullmatch(query.strip()):
        return _pasted(query, find_said_codes(query[:PASTE_LIMIT]), known)
    if len(query) > QUERY_LIMIT:
        said = find_said_codes(query[:PASTE_LIMIT])
        return _pasted(query, said, known) if said else (refuse_length(query, QUERY_LIMIT),)
    parts = [" ".join(part.split()) for part in _SEPARATORS.split(query)]
    asked = list(dict.fromkeys(part for part in parts if part))
    if not asked:
        return (refuse("", "There is nothing to look up."),)
    answers = _each(asked, "queries", _answer, known)
    if any(isinstance(answer, Refusal) and find_said_codes(answer.query) for answer in answers):
        return _pasted(query, find_said_codes(query), known)
    return tuple(answers)


def explain_code(code: str, registry: Registry, team: "TeamFile | None" = None) -> Explanation | None:
    """Explain a code or substatus that the registry, a vendor or the team knows; None for any other."""
    status = registry.get(code)
    owners = vendor_codes(code)
    explanation = None
    if status:
        explanation = explain_status(status, registry)
    elif owners:
        explanation = explain_vendor_code(code, owners, registry)
    return _with_team(code, explanation, team)


def _with_team(code: str, explanation: Explanation | None, team: "TeamFile | None") -> Explanation | None:
    if team is None:
        return explanation
    from statuslens.explain.team import add_team  # noqa: PLC0415 (most look-ups have no team file)

    return add_team(code, explanation, team)


def _each(asked: list[str], noun: str, answer: Callable[[str, _Known], Answer], known: _Known) -> list[Answer]:
    """Answer each of what is asked; where that is more than is answered, the last answer says so."""
    answers = [answer(one, known) for one in asked[:ANSWER_LIMIT]]
    if len(asked) > ANSWER_LIMIT:
        answers.append(refuse("", f"These are the first {ANSWER_LIMIT} of {len(asked)} {noun}; ask for fewer at once."))
    return answers


def _pasted(query: str, counts: dict[str, int], known: _Known) -> tuple[Answer, ...]:
    """Answer a text: how often which status is in it, if it has several, and what each means."""
    answers = _each(list(counts), "codes", _one_code, known)
    if len(counts) > 1:
        answers.insert(0, _overview(counts, known))
    if len(query) > PASTE_LIMIT:
        answers.append(refuse("", f"The first {PASTE_LIMIT:,} characters were looked through; the rest was not."))
    return tuple(answers)


def _overview(counts: dict[str, int], known: _Known) -> Listing:
    from statuslens.explain.names import title_of  # noqa: PLC0415 (a code should not wait for what names several)

    members = (
        Choice(title_of(code, known.registry, *filter(None, [known.team])), f"{count} times" if count > 1 else "once")
        for code, count in counts.items()
    )
    return Listing("Statuses in this text", (), tuple(members))


def _answer(part: str, known: _Known) -> Answer:
    for read in _READERS:
        answer = read(part, known)
        if answer is not None:
            return answer
    return refuse_words(part, known.registry)


def _read_help(part: str, _known: _Known) -> Answer | None:
    return Help(_EXAMPLES) if part.casefold() in {"help", "?"} else None


def _read_codes(part: str, known: _Known) -> Answer | None:
    if _NUMBER.fullmatch(part) or _SUBSTATUS.fullmatch(part):
        return _one_code(part, known)
    if _CLASS.fullmatch(part):
        return _class(part.lower(), known)
    bare = _NOISE.sub(" ", part).strip()
    if bare != part and (_NUMBER.fullmatch(bare) or _SUBSTATUS.fullmatch(bare) or _CLASS.fullmatch(bare)):
        return _read_codes(bare, known)
    several = [word for word in _VERSUS.split(part) if word]
    if len(several) > 1 and all(_NUMBER.fullmatch(word) for word in several):
        return _several_codes(part, list(dict.fromkeys(several)), known)
    return None


def _several_codes(part: str, codes: list[str], known: _Known) -> Answer:
    if len(codes) > COMPARE_LIMIT:
        advice = "put commas between them to have each explained"
        return refuse(part, f"At most {COMPARE_LIMIT} codes are compared at once, these are {len(codes)}; {advice}.")
    from statuslens.explain.compare import compare  # noqa: PLC0415 (a single code should not wait for it)

    answers = [_one_code(code, known) for code in codes]
    explanations = [answer for answer in answers if isinstance(answer, Explanation)]
    if len(explanations) < len(answers):
        return next(answer for answer in answers if not isinstance(answer, Explanation))
    return compare(explanations) if len(explanations) > 1 else explanations[0]


def _one_code(code: str, known: _Known) -> Answer:
    return explain_code(substatus(code) or code, known.registry, known.team) or refuse_number(code, known.registry)


def _class(name: str, known: _Known) -> Answer:
    if name not in set(StatusClass):
        return refuse(name, "There are five classes, 1xx to 5xx; a client treats any other as 5xx (RFC 9110 §15).")
    description = known.registry.describe_class(StatusClass(name))
    members = tuple(Choice(status.title, "") for status in known.registry.by_class(StatusClass(name)))
    link = Link(str(description.reference), description.reference.url)
    return Listing(description.title, (description.meaning, description.unknown), members, (link,))


def _read_vendor(part: str, known: _Known) -> Answer | None:
    first, *others = part.split()
    *before, last = part.split()
    for number, rest in ((last, before), (first, others)):
        code = substatus(number) or number
        vendor = find_vendor(" ".join(rest)) if rest and code.replace(".", "").isdecimal() else None
        if vendor:
            return _vendor_code(vendor, code, known)
    vendor = find_vendor(part)
    if vendor is None:
        return None
    members = tuple(Choice(f"{own.code} {own.name}".strip(), own.meaning) for own in vendor.codes)
    return Listing(f"Codes of {vendor.name}", (), members)


def _vendor_code(vendor: Vendor, code: str, known: _Known) -> Answer:
    own = tuple(item for item in vendor.codes if item.code == code)
    if own:
        explanation = explain_vendor_code(code, own, known.registry)
        return _with_team(code, explanation, known.team) or explanation
    # The vendor sends the standard's code with the standard's meaning, or not at all.
    return _one_code(code, known)


def _read_constant(part: str, known: _Known) -> Answer | None:
    from statuslens.registry.ecosystem import find_constants  # noqa: PLC0415 (a code should not wait for them)

    constants = find_constants(part)
    answer = _found(list(dict.fromkeys(constant.code for constant in constants)), known)
    if isinstance(answer, Explanation):
        # Whoever asks for a name that misleads should read that first.
        return replace(answer, notes=(*constant_remarks(constants), *answer.notes))
    return answer


def _read_facet(part: str, known: _Known) -> Answer | None:
    from statuslens.explain.facets import find_facet  # noqa: PLC0415 (a code should not wait for it)

    listing = find_facet(part, known.registry)
    if listing is None:
        return None
    # A property may be a name as well: "redirect" is what Exchange calls its 451.
    named = (Choice(f"{own.code} {own.name}", f"{own.vendor}: {own.meaning}") for own in find_vendor_codes(part))
    return replace(listing, members=(*listing.members, *named))


def _read_name(part: str, known: _Known) -> Answer | None:
    return _found(_named(part, known), known)


def _named(part: str, known: _Known) -> list[str]:
    codes = [status.code for status in known.registry.find(part)]
    codes += [own.code for own in find_vendor_codes(part)]
    if known.team:
        codes += [own.code for own in known.team.codes if name_key(own.name) == name_key(part)]
    return list(dict.fromkeys(codes))


def _read_words(part: str, known: _Known) -> Answer | None:
    from statuslens.explain.search import search  # noqa: PLC0415 (a code should not wait for what finds words)

    return _found([status.code for status in search(part, known.registry)], known)


def _found(codes: list[str], known: _Known) -> Answer | None:
    explanations = [found for code in codes if (found := explain_code(code, known.registry, known.team))]
    if len(explanations) == 1:
        return explanations[0]
    if not explanations:
        return None
    members = tuple(Choice(item.title, item.meaning) for item in explanations)
    return Listing("Several codes have this name", (), members)


# The order is the grammar's precedence.
_READERS: tuple[Callable[[str, _Known], Answer | None], ...] = (
    _read_help,
    _read_codes,
    _read_vendor,
    _read_constant,
    _read_facet,
    _read_name,
    _read_words,
)
