"""Weigh the place where a name stands, for a symbol, a member without its type, or a name whose container is vague."""

import re

from statuslens.recognise.calls import known_calls, own_class
from statuslens.recognise.containers import STATUS_WORDS, imports_foreign
from statuslens.recognise.helpers import says_answer, why_helper
from statuslens.recognise.mappings import side_of
from statuslens.recognise.reading import Reading
from statuslens.recognise.readings import read
from statuslens.recognise.sayings import Saying
from statuslens.recognise.weighing import Weighing, shorten, weigh_names
from statuslens.source.context import Relation
from statuslens.source.document import Token
from statuslens.source.language import TokenKind
from statuslens.source.words import words

_ERROR_TAG = ":error"
_COMPARED = {Relation.CASE, Relation.COMPARED}
_CALLS = {Relation.ANNOTATED, Relation.ARGUMENT}
_BY_NAME = {Relation.KEYED, Relation.KEYWORD}
_AFTER_NAME = re.compile(r"[^\w-]")
_ERRORS = {"error", "errors", "exception", "problem"}
_RESPONSE_PARTS = {"header", "headers", "response"}
_BODY_PARTS = {"body", "content", "header", "headers"}
_JOINTS, _TO = {"for", "from"}, "to"
"""How the names of functions go on that find a status: ``status_for``, ``error_to_status``."""
_TOGETHER = 2
"""Words of kind that say together what one alone does not: status and code."""


def weigh_place(token: Token, saying: Saying, owner: str, weighing: Weighing) -> str:
    """Add what a name's phrase, its contexts and its file say, and return how the name is used.

    ``owner`` is the container's name; without one, a place that speaks of no status gives no reason.
    """
    found = read(weighing.facts.document.contexts(token), weighing.weights.vocabulary)
    # What else a choice or a list holds says nothing of a name.
    readings = tuple(reading for reading in found if reading.relation is not Relation.ELEMENT)
    if result := weighing.facts.document.result_type(token):
        readings = (*readings, Reading(Relation.TYPED, result, weighing.facts.names_of(result)))
    if readings and _is_mapped(readings[0], weighing):
        return ""
    response = _responding(readings[0], weighing) if readings else ""
    readings = readings if response else (*readings, *_given(readings, weighing), *_own_type(readings, weighing))
    answer = why_helper(readings[0], saying, weighing) if readings and not owner else ""
    if not (owner or response or answer) and (_is_tagged(readings) or not _is_about_status(readings, weighing)):
        return ""
    for reading in readings:
        _weigh_reading(reading, weighing)
    if answer:
        beside = "".join(readings[0].others[:1])
        weighing.add_known("response_call", answer)
        weighing.add_known("response_companion", f"beside {shorten(beside)}" if beside else "all that it is given")
    if response:
        weighing.add_known("response_call", f"makes a {response}")
        weighing.add_known("companions", "beside a body or headers, or alone")
    call = _known_call(readings, weighing)
    if call:
        is_imported, is_clear, title = call
        name = "known_call" if is_imported or is_clear else "known_call_without_import"
        weighing.add_known(name, f"{title} takes a status here")
    if is_responses := _is_status_of_response(readings, weighing):
        weighing.add_known("response_call", "what a response says its status is")
    _weigh_phrase(
        token,
        saying,
        is_responses or _is_about_response(readings, owner or "_".join(saying.prefix), weighing),
        weighing,
    )
    _weigh_file(readings, owner, weighing)
    return f"{readings[0].relation} {'.'.join(readings[0].names[-1:])}" if readings else ""


def _given(readings: tuple[Reading, ...], weighing: Weighing) -> tuple[Reading, ...]:
    """Return as one more reading what gets a name: a parameter of this file's own function, or a function of a type."""
    first = readings[0] if readings else None
    if first is None or first.relation is not Relation.ARGUMENT:
        return ()
    is_alone = len(first.names) == 1 and not first.others
    if declared := weighing.facts.document.declared(first.names[0], weighing.place) if is_alone else "":
        return (Reading(Relation.TYPED, declared, (declared,)),)
    parameter = weighing.facts.parameter(first.names, first.position)
    return (Reading(Relation.ASSIGNED, parameter, (parameter,)),) if parameter else ()


def _own_type(readings: tuple[Reading, ...], weighing: Weighing) -> tuple[Reading, ...]:
    """Return as one more reading the type around, where a name is compared with what is of it: ``switch self``."""
    if not readings or readings[0].relation not in _COMPARED or readings[0].subject not in {"self", "this"}:
        return ()
    around = (name for name in weighing.facts.document.enclosing(weighing.place) if name[:1].isupper())
    return tuple(Reading(Relation.TYPED, name, (name,)) for name in around)[:1]


def _weigh_reading(reading: Reading, weighing: Weighing) -> None:
    weights = weighing.weights
    if any(mark in reading.subject for mark in weights.marks):
        weighing.add_known("mark", f"{shorten(reading.subject)} stands for a status")
    names = own_class(reading.names, weighing) if reading.relation is Relation.ARGUMENT else reading.names
    weight = weights.relations[reading.relation] * weights.outer**reading.depth * weigh_names(names, weights)
    says_only_yes = reading.is_beyond_call or reading.depth > 1
    weighing.add(f"{reading.relation} {shorten(reading.subject)}", max(0.0, weight) if says_only_yes else weight)


def _weigh_phrase(token: Token, saying: Saying, is_about_response: bool, weighing: Weighing) -> None:  # noqa: FBT001
    names = weighing.weights.names
    if saying.phrase in names.generic:
        if not is_about_response:
            weighing.add_named("generic", "many other things are called so")
            weighing.known.add("generic")
    elif saying.phrase not in names.shared:
        weighing.add_named("telling", "few other things are called so")
    elif token.kind is not TokenKind.SYMBOL:
        weighing.add_named("shared", "few other things are called so")


def _weigh_file(readings: tuple[Reading, ...], owner: str, weighing: Weighing) -> None:
    names, facts = weighing.weights.names, weighing.facts
    is_foreign = not owner and imports_foreign(facts, names)
    if is_foreign and all(names.protocol.isdisjoint(_words(reading)) for reading in readings):
        weighing.add_named("foreign", "the file imports a library with other codes")
    if facts.other_protocol:
        weighing.add_known("other_protocol", f"the file speaks {facts.other_protocol.upper()}")
    elif facts.ecosystems:
        weighing.add_named("library", f"the file uses {facts.ecosystems[0].title}")


def _known_call(readings: tuple[Reading, ...], weighing: Weighing) -> tuple[bool, bool, str] | None:
    """Return the library's call that takes a status where a name stands, by position or by keyword."""
    call = next((reading for reading in readings[:2] if reading.relation in _CALLS), None)
    if call is None:
        return None
    place: int | str | None = call.position
    if call is not readings[0]:
        if readings[0].relation not in _BY_NAME:
            return None
        place = "".join(readings[0].names[-1:]) or readings[0].subject
    return max(known_calls(call.names, place, weighing), default=None)


def _is_tagged(readings: tuple[Reading, ...]) -> bool:
    """Tell whether a name stands in a tuple that is marked as an error: ``{:error, :not_found}``."""
    return any(reading.position and reading.others[:1] == (_ERROR_TAG,) for reading in readings)


def _is_about_status(readings: tuple[Reading, ...], weighing: Weighing) -> bool:
    """Tell whether the place speaks of a status or a code, or a library takes a status there."""
    names, marks = weighing.weights.names, weighing.weights.marks
    if any(not names.kind.isdisjoint(_words(reading)) for reading in readings):
        return True
    first = readings[0] if readings else None
    if first and first.relation is Relation.ARGUMENT and not names.protocol.isdisjoint(_words(first)):
        return True
    return _known_call(readings, weighing) is not None or any(
        mark in item.subject for item in readings for mark in marks
    )


def _is_about_response(readings: tuple[Reading, ...], owner: str, weighing: Weighing) -> bool:
    """Tell whether the place speaks of a response's status, so that any phrase is meant as one."""
    if not weighing.known.isdisjoint({"known_call", "mark", "response_call"}):
        return True
    names = weighing.weights.names
    if any(_stands_in_response(reading) for reading in readings[:2]) or _is_of_answer(readings):
        return True
    found = set(words(owner)).union(*map(_words, readings[:2]))
    kinds = found & names.kind
    return bool(kinds & STATUS_WORDS) and (
        len(kinds) >= _TOGETHER or not found.isdisjoint(names.answer | names.protocol)
    )


def _is_mapped(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a status is found for a name that is none: ``status_for(:gone)``, ``STATUS_BY_ERROR[:gone]``.

    ``SYMBOL_TO_STATUS_CODE[:gone]`` takes a status's own name.
    """
    if not reading.names:
        return False
    vocabulary = weighing.weights.vocabulary
    if reading.relation is Relation.INDEX:
        side = words(side_of(reading.names[-1], Relation.KEY))
        return bool(side) and vocabulary.labels.union(STATUS_WORDS).isdisjoint(side)
    found = words(reading.names[-1])
    if reading.relation is Relation.RETURNED:
        return _gives_other(found)
    is_giver = len(found) > 1 and (found[0] in vocabulary.givers or found[-1] in _JOINTS or _TO in found[:-1])
    return reading.relation is Relation.ARGUMENT and is_giver


def _gives_other(function: tuple[str, ...]) -> bool:
    """Tell whether a function is named after a status that it is given, and after what else it gives.

    Its words are given: ``error_from_status``, ``status_to_error``
    """
    for place, word in enumerate(function[1:-1], 1):
        if word in _JOINTS | {_TO}:
            given, told = (function[:place], function[place + 1 :])[:: -1 if word == _TO else 1]
            return STATUS_WORDS.isdisjoint(given) and not STATUS_WORDS.isdisjoint(told)
    return False


def _responding(reading: Reading, weighing: Weighing) -> str:
    """Return the type of a response that is made of a status, with a body or alone: ``Response(.ok, body: page)``."""
    if reading.relation is not Relation.ARGUMENT or reading.position or not reading.names:
        return ""
    made = own_class(reading.names, weighing)[-1]
    beside = {word for other in reading.others for word in words(_AFTER_NAME.split(other, maxsplit=1)[0])}
    is_response = made[:1].isupper() and words(made)[-1] == "response"
    facts = weighing.facts
    is_of_web = not reading.others and (facts.speaks_http or bool(facts.ecosystems))
    return made if is_response and (is_of_web or not _BODY_PARTS.isdisjoint(beside)) else ""


def _is_status_of_response(readings: tuple[Reading, ...], weighing: Weighing) -> bool:
    """Tell whether a method of a response returns a name as its status: ``def status`` of ``class OrderResponse``."""
    first = readings[0] if readings else None
    if first is None or first.relation is not Relation.RETURNED or STATUS_WORDS.isdisjoint(_words(first)):
        return False
    around = weighing.facts.document.enclosing(weighing.place)
    return any(words(name)[-1:] == ("response",) for name in around)


def _stands_in_response(reading: Reading) -> bool:
    """Tell whether a status is given by name beside headers or a response: ``.init(status: .ok, headers: given)``."""
    if reading.relation not in _BY_NAME or STATUS_WORDS.isdisjoint(_words(reading)):
        return False
    beside = {word for other in reading.others for word in words(_AFTER_NAME.split(other, maxsplit=1)[0])}
    return not _RESPONSE_PARTS.isdisjoint(beside)


def _is_of_answer(readings: tuple[Reading, ...]) -> bool:
    """Tell whether a status is given by name to what makes an error or an answer: ``build_error(status: :locked)``."""
    if (
        len(readings) < _TOGETHER
        or readings[0].relation not in _BY_NAME
        or STATUS_WORDS.isdisjoint(_words(readings[0]))
    ):
        return False
    if readings[1].relation is not Relation.ARGUMENT:
        return False
    return not _ERRORS.isdisjoint(_words(readings[1])) or (
        bool(readings[1].names) and says_answer(readings[1].names[-1])
    )


def _words(reading: Reading) -> set[str]:
    return {word for name in reading.names for word in words(name)}
