"""Weigh what the rest of a file says of a name: what it was given, how it is declared, where it is passed on."""

import re

from statuslens.recognise.calls import takes_status, weigh_comparison
from statuslens.recognise.messages import STARTS
from statuslens.recognise.origins import (
    is_cut_out_of_status_line,
    is_end_of_answer,
    is_first_of_three,
    is_ninth_byte,
    is_second_word,
    taken_from,
)
from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, is_registered, shorten, weigh_names
from statuslens.source.context import Relation

_SUBJECTS = {"assert_output": "output", "is_expected": "subject", "output": "output"}
"""What stands for a name that a test defines: RSpec's ``is_expected`` for its ``subject``."""
_OF_A_NAME = {Relation.ASSIGNED, Relation.BOUNDED, Relation.COMPARED}
_OF_A_VALUE = {Relation.BOUNDED, Relation.CASE, Relation.COMPARED, Relation.DIVISOR, Relation.MEMBER}
_HOLDS_ROWS = {Relation.ARGUMENT, Relation.ASSIGNED, Relation.RETURNED}
_ENTRY_PLACES = {Relation.KEY: 0, Relation.KEYED: 1}
_GOES_ON = {Relation.ASSIGNED, Relation.RETURNED}
_MEMBER = re.compile(r"\w+(?:(?:[?!]?\.|->|::)\w+(?:\(\))?)+")
_HELD = {Relation.COMPARED, Relation.MEMBER}
_LINE = re.compile(r"(?:first|response|start|status)_?line", re.IGNORECASE)
_CUT = {Relation.COMPARED, Relation.CASE}


def weigh_definition(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add what a name was given, where the name itself says little: ``code = response.status``."""
    if len(reading.names) != 1 or abs(weight) >= weighing.weights.threshold:
        return
    if reading.relation not in _OF_A_VALUE and reading.names[0] not in _SUBJECTS:
        return
    definition = weighing.facts.document.assigned(_SUBJECTS.get(reading.names[0], reading.names[0]), weighing.place)
    document = weighing.facts.document
    if is_end_of_answer(reading.subject, document, weighing.place):
        weighing.add_known("mark", f"{shorten(reading.subject)} is the end of what curl writes")
        weighing.is_labelled = True
    elif definition:
        found = weigh_names(weighing.facts.names_of(definition), weighing.weights)
        is_cut_out = is_end_of_answer(definition, document, weighing.place) or (
            weighing.facts.speaks_http and is_cut_out_of_status_line(definition)
        )
        if is_cut_out or any(mark in definition for mark in weighing.weights.marks):
            found = max(found, weighing.weights.reasons["mark"])
            weighing.known.add("mark")
        # What else a value is calculated from says nothing against it.
        weighing.add(f"{reading.names[0]} is {shorten(definition)}", max(0.0, found) * weighing.weights.definition)
    elif reading.relation in _OF_A_VALUE and (member := taken_from(reading.names[0], weighing)):
        found = weigh_names((member,), weighing.weights)
        weighing.add(f"{reading.names[0]} is the {member} of what is matched", found * weighing.weights.definition)
    if is_first_of_three(reading.names[0], weighing.facts.document):
        weighing.add_known("triplet", f"{reading.names[0]} comes with headers and a body")
    known = weighing.weights.vocabulary.companions
    is_one = reading.names[0] in known
    together = weighing.facts.document.given_with(reading.names[0]) if weight > 0 and not is_one else frozenset()
    if companions := sorted(together & known):
        weighing.add_known("companions", f"{reading.names[0]} comes with {companions[0]}")


def weigh_other_outcome(reading: Reading, weighing: Weighing) -> None:
    """Add that a literal stands in for a status that may be missing: ``code = 500 if e.code is None else e.code``."""
    is_outcome = reading.relation in _GOES_ON and reading.position is None and reading.element is None
    if not is_outcome or len(reading.others) != 1 or not _MEMBER.fullmatch(reading.others[0]):
        return
    found = weigh_names(weighing.facts.names_of(reading.others[0]), weighing.weights) * weighing.weights.definition
    if found > 0:
        weighing.add(f"or else {shorten(reading.others[0])}", found)


def weigh_cut(reading: Reading, weighing: Weighing) -> None:
    """Add that a literal is looked for where a status line has its status: ``line[9:12] == "404"``."""
    is_line = reading.relation in _HELD and bool(reading.names) and _LINE.fullmatch(reading.names[-1]) is not None
    if is_line and weighing.is_usual and weighing.facts.speaks_http:
        weighing.add_known("of_status_line", f"looked for in {reading.names[-1]}")
    if reading.relation not in _CUT and reading.names[-1:] not in STARTS:
        return
    if "[" not in reading.subject and "9" not in reading.subject and "nth" not in reading.subject:
        return
    if is_ninth_byte(reading.subject):
        weighing.add_known("ninth_byte", f"{shorten(reading.subject)} begins with the status of a status line")
        weighing.is_labelled = True
    elif (
        is_registered(weighing.code)
        and weighing.facts.speaks_http
        and is_second_word(reading.subject, weighing.facts.document, weighing.place)
    ):
        weighing.add_known("second_word", f"{shorten(reading.subject)} is the second word of a status line")
        weighing.is_labelled = True


def weigh_declared(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add the type of what a weak name belongs to: ``error.code`` of an ``SQLException`` is none of HTTP's."""
    weights = weighing.weights
    if reading.relation not in _OF_A_VALUE or len(reading.names) == 1 or abs(weight) >= weights.threshold:
        return
    declared = weighing.facts.document.declared(reading.names[0], weighing.place) if reading.names else ""
    if declared:
        found = weights.relations[Relation.TYPED] * weights.places[1] * weigh_names((declared,), weights)
        weighing.add(f"{reading.names[0]} is declared as {declared}", found)


def weigh_use(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add where a name that says little is passed to, ``for code in (404, 410): respond(code)``, or compared with."""
    weights = weighing.weights
    if reading.relation is Relation.KEYED and reading.names and not reading.depth and 0 <= weight < weights.threshold:
        function = "".join(weighing.facts.document.enclosing(weighing.place)[:1])
        weigh_comparison(f".{reading.names[-1]}", function, weighing)
    if reading.relation not in _OF_A_NAME or len(reading.names) != 1 or abs(weight) >= weights.certain / 2:
        return
    for callee in weighing.facts.document.uses(reading.names[0], weighing.place):
        names = weighing.facts.names_of(callee)
        found = weigh_names(names, weights)
        if weight > 0 and takes_status(names, weighing):
            found = weights.threshold
        if found >= weights.threshold:
            weighing.add(f"{reading.names[0]} is passed to {callee}", found * weights.definition)
            return
    if reading.relation is not Relation.ASSIGNED and weight >= 0:
        function = "".join(weighing.facts.document.enclosing(weighing.place)[:1])
        _weigh_function(reading.names[0], function, weighing)
        weigh_comparison(reading.names[0], function, weighing)


def _weigh_function(name: str, function: str, weighing: Weighing) -> None:
    """Add what a function is called that is given a name: ``isHttpError(v)``."""
    found = weigh_names((function,), weighing.weights) if function else 0.0
    if found >= weighing.weights.threshold and weighing.facts.takes(function, name):
        weighing.add(f"{name} is given to {function}", found * weighing.weights.definition)


def provided(reading: Reading, weighing: Weighing) -> str:
    """Return the parameter or column that gets the literal as test data; empty for none."""
    if reading.relation is Relation.ARGUMENT:
        return weighing.facts.column(reading.names, reading.position, weighing.place)
    if reading.relation is not Relation.RETURNED or not reading.names or reading.element is None:
        return ""
    return weighing.facts.provided(reading.names[-1], reading.element)


def weigh_columns(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add what a loop over a list of rows, or over a mapping, calls the part that the literal is.

    ``cases = [("tea", 200), ("cup", 404)]`` and ``for name, status in cases`` below.
    """
    rows = next((item for item in readings if item.relation in _HOLDS_ROWS), None)
    if rows is None or rows.relation is not Relation.ASSIGNED or len(rows.names) != 1:
        return
    first = readings[0].relation
    place = _ENTRY_PLACES.get(first, rows.element)
    beside = 1 if first in _ENTRY_PLACES else len(readings[0].others)
    if place is None or not beside or rows.depth > 1:
        return
    columns = weighing.facts.document.columns(rows.names[0])
    if len(columns) == beside + 1 > place:
        weighing.add(f"a loop calls it {columns[place]}", weigh_names((columns[place],), weighing.weights))
