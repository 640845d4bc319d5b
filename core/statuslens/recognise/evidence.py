"""Weigh the reasons why a number is, or is not, a status."""

import re
from collections.abc import Callable
from functools import lru_cache

from statuslens.recognise.calls import is_sure_call, makes_response, weigh_call, weigh_comparison, weigh_parameter
from statuslens.recognise.handlers import is_route, why_answer
from statuslens.recognise.neighbours import follows_responses, is_numbered_alike, weigh_neighbours
from statuslens.recognise.origins import (
    is_cut_out_of_status_line,
    is_first_of_three,
    lists_properties,
    says_when_to_fail,
)
from statuslens.recognise.phrases import is_named_like, is_phrase, says_phrase
from statuslens.recognise.readings import Reading
from statuslens.recognise.sayings import saying_of
from statuslens.recognise.weighing import Weighing, shorten, value_weight, weigh_names
from statuslens.recognise.weights import Vocabulary, Weights
from statuslens.source.context import Relation
from statuslens.source.words import words

_CODE = re.compile(r"(?<![0-9])[1-5][0-9]{2}(?![0-9])")
_NOTE = re.compile(rb"/\*[ \t]*([A-Za-z_]\w*)[ \t]*[=:]?[ \t]*\*/[ \t]*\Z")
_NOTE_REACH = 60
_FOLLOWS_STATUS = re.compile(r"\b[1-5][0-9]{2}\)+\s*\.\s*\w+\Z")
"""A chain whose call before the last has a status of its own: ``status(404).header``."""
_BODY = re.compile(
    r"[{\[\"']|(?:\w+\.)*\w*(?:json|render|response|serialize|dump|body|message|errors?)\w*\b", re.IGNORECASE
)
_MAPPING = re.compile(r"\{|(?:\w+\.)*\w*(?:json|response|body)\w*\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z]+")
_MADE = re.compile(r"(?:new\s+|&)?([A-Za-z_][\w.:]*)\s*[({]")
_SUBJECTS = {"assert_output": "output", "is_expected": "subject", "output": "output"}
"""What stands for a name that a test defines: RSpec's ``is_expected`` for its ``subject``."""
_ERROR_AS_TEXT = re.compile(r"e[rx]?\.(?:toString|to_s|what|description)\b")
_ERROR_CLASS = re.compile(r"[A-Z]\w*[a-z](?:Error|Exception)")
_REDIRECTS = {"301", "302", "303", "307", "308"}
_FIRST_OF_RESPONSE = re.compile(
    r"(?:\bcall\(.*\)|\b\w*(?:response|result)\b)(?:\[0\]|\.first)\)?(?:\.\w+)?\Z", re.DOTALL
)
"""The status of a response that is a list, as Rack's are: ``app.call(env)[0]``, ``response.first``."""
_ASKED_KEYS = {"key", "keys"}
"""Methods of an assertion that look for their arguments: ``expect(responses).to.have.keys``."""
_OK_TAG = ":ok"
_CALCULATED = {Relation.CALCULATED, Relation.DIVISOR}
_OF_A_CALL = {Relation.ANNOTATED, Relation.ARGUMENT}
_GIVES_NAME = {Relation.ASSIGNED, Relation.KEYED}
_OF_A_KEY = {Relation.COMPARED, Relation.INDEX, Relation.MEMBER}
_OF_A_NAME = {Relation.ASSIGNED, Relation.BOUNDED, Relation.COMPARED}
_OF_A_VALUE = {Relation.BOUNDED, Relation.CASE, Relation.COMPARED, Relation.DIVISOR, Relation.MEMBER}
_SAYS_PHRASE = {"same_phrase", "named_like_phrase"}


def weigh(readings: tuple[Reading, ...], weighing: Weighing, *, is_span_end: bool) -> None:
    """Add the reasons that a number's value, its contexts and its file give."""
    for reading in readings:
        _weigh_reading(reading, weighing)
    _weigh_constant(readings, weighing)
    _weigh_handed(readings, weighing)
    _weigh_asked(readings, weighing)
    _weigh_note(weighing)
    if envelope := next((name for item in readings if (name := _envelope(item.subject, weighing.weights))), ""):
        weighing.add_known("envelope", f"{envelope} has codes of its own")
    if weighing.code in _REDIRECTS and any("redirect" in name.lower() for item in readings for name in item.names):
        weighing.add_known("redirect", "redirects are spoken of")
    owner = _owner_of_key(readings, weighing.weights.vocabulary)
    if owner == "responses":
        weighing.add_known("responses_key", "a key of responses")
    elif owner == "response":
        weighing.add_known("response_key", "a key of response")
    if is_span_end:
        weighing.add_known("class_span", "one end of a range of classes")
    is_bound = is_span_end or (bool(readings) and readings[0].is_bound)
    if readings:
        _weigh_surroundings({name for reading in readings for name in reading.names}, weighing, is_bound=is_bound)
    value = value_weight(weighing.code, weighing.weights, is_bound=is_bound)
    weighing.add(f"{weighing.code} as a value", max(0.0, value) if weighing.known & _SAYS_PHRASE else value)
    if "responses_key" not in weighing.known:
        weigh_file(weighing, speaks_of_web=bool(weighing.facts.other_protocol) and _speaks_of_web(readings, weighing))


def _speaks_of_web(readings: tuple[Reading, ...], weighing: Weighing) -> bool:
    spoken = {word for reading in readings for name in reading.names for word in words(name)}
    return not spoken.isdisjoint(weighing.weights.vocabulary.web_words)


def _weigh_constant(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add how the constructor of an enumeration calls an argument of its constants: ``GONE(410, "gone")``."""
    if [reading.relation for reading in readings[:2]] == [Relation.ARGUMENT, Relation.NAMED]:
        weigh_parameter(readings[1].names, readings[0].position, weighing)


def _weigh_handed(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a library's call takes what a function without a name returns: ``reply(() => [404, body])``."""
    if [reading.relation for reading in readings[:2]] != [Relation.RETURNED, Relation.ARGUMENT]:
        return
    if readings[0].names or readings[0].element:
        return
    if is_sure_call(readings[1], weighing):
        weighing.add_known("known_call", f"returned to {readings[1].names[-1]}")
    elif weighing.is_usual and is_route(readings[1].names, readings[1].others, weighing.weights.vocabulary):
        weighing.add_known("handler", f"what the route {readings[1].names[-1]} answers")


def _weigh_asked(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a request is told what to expect: ``client.get(path, check=404)``."""
    if [reading.relation for reading in readings[:2]] != [Relation.KEYWORD, Relation.ARGUMENT]:
        return
    vocabulary, told, callee = weighing.weights.vocabulary, readings[0].names[-1:], readings[1].names[-1:]
    if not weighing.is_usual or not told or not callee or told[0] not in vocabulary.assertion_words:
        return
    if callee[0] in vocabulary.routes or "path_beside" in weighing.known or "request" in words(callee[0]):
        weighing.add_known("expected_of_request", f"what {callee[0]} is told to expect")


def _weigh_note(weighing: Weighing) -> None:
    """Add the name of a parameter in a comment before its argument: ``send(/*status=*/404, /*size=*/200)``."""
    data = weighing.facts.document.data
    note = _NOTE.search(data[max(0, weighing.place - _NOTE_REACH) : weighing.place])
    if note:
        name = note[1].decode()
        weight = weigh_names((name,), weighing.weights)
        weighing.add(f"noted as {name}", weight)


def weigh_file(weighing: Weighing, *, speaks_of_web: bool = False) -> None:
    """Add what the file as a whole speaks of."""
    facts = weighing.facts
    is_clear = any(item.weight > weighing.weights.reasons["code_and_phrase"] for item in weighing.evidence)
    if facts.other_protocol and not (speaks_of_web or is_clear or "mark" in weighing.known):
        weighing.add_known("other_protocol", f"the file speaks {facts.other_protocol.upper()}")
    elif facts.ecosystems:
        weighing.add_known("http_import", f"the file uses {facts.ecosystems[0].title}")
    elif facts.speaks_http:
        weighing.add_known("speaks_http", "the file speaks of HTTP")


def is_rendered(readings: tuple[Reading, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a literal names what a call renders: ``render("404.html")``."""
    first = next((reading for reading in readings if reading.relation is Relation.ARGUMENT), None)
    return first is not None and bool(first.names) and not vocabulary.render_words.isdisjoint(words(first.names[-1]))


def is_key_of_responses(readings: tuple[Reading, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a literal is a key of ``responses``, as in OpenAPI."""
    return _owner_of_key(readings, vocabulary) == "responses"


def _owner_of_key(readings: tuple[Reading, ...], vocabulary: Vocabulary) -> str:
    """Return the last word of the name of the mapping that a literal is a key of, or nothing."""
    if not readings:
        return ""
    owner, names = readings[0], readings[0].names
    is_asked = owner.relation is Relation.MEMBER and vocabulary.membership.issuperset(names)
    if (is_asked or owner.relation is Relation.KEY) and len(readings) > 1:
        names = readings[1].names
    elif owner.relation is Relation.ARGUMENT and names[-1:] and names[-1] in _ASKED_KEYS:
        names = tuple(name for name in names if words(name)[-1:] == ("responses",))
    elif owner.relation is Relation.ARGUMENT and names[-1:] and names[-1] in vocabulary.look_ups and not owner.position:
        names = names[:-1]
    elif owner.relation not in _OF_A_KEY:
        return ""
    return "".join(words(names[-1])[-1:]) if names else ""


def _weigh_surroundings(known: set[str], weighing: Weighing, *, is_bound: bool) -> None:
    """Add what the function or class around says, where a weak name such as ``code`` alone does not decide.

    A name that is among the known ones has been weighed already.
    """
    weights = weighing.weights
    is_limit = is_bound and weighing.code[1:] in {"00", "99"}
    names = weighing.facts.document.enclosing(weighing.place) if is_limit or weighing.code in weights.usual else ()
    if is_limit and names and _asks_for_class(names[0], weights.vocabulary):
        weighing.add_known("named_after_class", f"in {names[0]}, which is named after its class")
    elif named := next((name for name in names if _is_named_after(name, weighing)), ""):
        weighing.add_known("named_after", f"in {named}, which is named after it")
    is_undecided = weights.leaning <= weighing.total < weights.threshold
    if not is_undecided or any(item.weight < 0 for item in weighing.evidence):
        return
    for name in weighing.facts.document.enclosing(weighing.place):
        weight = weights.surroundings * weigh_names((name,), weights)
        if weight > 0 and name not in known:
            weighing.add(f"in {name}", weight)
            return


def _is_named_after(name: str, weighing: Weighing) -> bool:
    """Tell whether a function is named after a code and no measure: ``answers_404_for_old_pages``."""
    return weighing.code in _CODE.findall(name) and all(weighing.weights.word(word) >= 0 for word in words(name))


def _asks_for_class(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a function is called by a class of statuses: ``is_client_error``."""
    first, *others = words(name) or ("",)
    return first in {"is", "was"} and bool(others) and vocabulary.class_words.issuperset(others)


def _weigh_reading(reading: Reading, weighing: Weighing) -> None:
    weights = weighing.weights
    if reading.relation in _CALCULATED and not reading.depth:
        weighing.add(f"{reading.relation} {shorten(reading.subject)}", weights.reasons["calculated"])
        return
    if column := _provided(reading, weighing):
        weighing.add(f"given to the parameter {column}", weigh_names((column,), weights))
        return
    names = reading.names[-1:] if _follows_status(reading.subject) else reading.names
    weight = weights.relations[reading.relation] * weights.outer**reading.depth * weigh_names(names, weights)
    if mark := _mark_in(reading.subject, weights):
        weighing.add_known("mark", f"{mark} stands for a status")
    if weight and not (weight < 0 and _says_only_yes(reading, weighing)):
        weighing.add(f"{reading.relation} {shorten(reading.subject)}", weight)
    if not reading.is_beyond_call:
        _weigh_definition(reading, weight, weighing)
        _weigh_declared(reading, weight, weighing)
        _weigh_use(reading, weight, weighing)
    if reading.relation is Relation.COMPARED and weighing.is_usual and _FIRST_OF_RESPONSE.search(reading.subject):
        weighing.add_known("first_of_response", f"{shorten(reading.subject)} is a response's status")
    if reading.relation is Relation.MEMBER and _is_message(reading, weighing):
        weighing.add_known("in_message", f"looked for in {shorten(reading.subject)}")
    if reading.depth:
        if reading.depth == 1 and reading.relation is Relation.ARGUMENT and _is_named(reading, weighing):
            weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
        return
    _BY_RELATION.get(reading.relation, _weigh_name)(reading, weighing)
    weigh_neighbours(reading, weighing)


@lru_cache(maxsize=16384)
def _follows_status(subject: str) -> bool:
    return _FOLLOWS_STATUS.search(subject) is not None


@lru_cache(maxsize=16384)
def _mark_in(subject: str, weights: Weights) -> str:
    return next((mark for mark in weights.marks if mark in subject), "")


@lru_cache(maxsize=16384)
def _envelope(subject: str, weights: Weights) -> str:
    """Return the name in a subject of what has codes of its own: ``json["ocs"]["meta"]["statuscode"]``."""
    return next((name for name in weights.vocabulary.envelopes if name in _NAME.findall(subject)), "")


def _says_only_yes(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether words against a status in a context say nothing of the literal.

    A result that is named like a status speaks for the literal; one that is named otherwise says nothing of it.
    """
    if reading.is_beyond_call or reading.depth > 1 or weighing.is_labelled:
        return True
    if _is_named(reading, weighing) or _is_in_tagged(reading) or _is_of_error_class(reading, weighing):
        return True
    if follows_responses(reading):
        return True
    if reading.relation is Relation.RETURNED and (reading.element is not None or why_answer(reading, weighing)):
        return True  # a function's name says nothing against what it answers, or returns beside something else
    if reading.relation is Relation.ARGUMENT and _asks_for_path(reading, weighing.weights.vocabulary):
        return True
    return not reading.depth and reading.relation in _OF_A_CALL and is_sure_call(reading, weighing)


def _is_in_tagged(reading: Reading) -> bool:
    """Tell whether a literal stands in a tuple that says itself what it is: ``{:unexpected_status, 503} = run()``."""
    tag = reading.others[0] if reading.element is not None and reading.others else ""
    return tag.startswith(":") and tag != _OK_TAG


def _is_of_error_class(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether the code of an error is what a class of errors stands for: ``{MissingPageError: 404}``."""
    if reading.relation is not Relation.KEYED or not weighing.is_error_code:
        return False
    return any(map(_ERROR_CLASS.fullmatch, (name for name in reading.names[-2:] if name != "class")))


def _is_message(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a code of an error is looked for in what an error says: ``e.getMessage().contains("404")``."""
    if not weighing.is_error_code:
        return False
    is_error = _ERROR_AS_TEXT.match(reading.subject) is not None
    return is_error or not weighing.weights.vocabulary.messages.isdisjoint(words(reading.subject))


def _asks_for_path(reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether a callee asks for a path or address: the number in ``check_url(address, 404)`` is neither."""
    found = words(reading.names[-1]) if reading.names else ()
    return len(found) > 1 and found[-1] in vocabulary.path_words and found[0] in vocabulary.assertion_words


def _is_named(reading: Reading, weighing: Weighing) -> bool:
    return bool(reading.names) and is_named_like(reading.names[-1], weighing.code)


def _weigh_definition(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add what a name was given, where the name itself says little: ``code = response.status``."""
    if len(reading.names) != 1 or abs(weight) >= weighing.weights.threshold:
        return
    if reading.relation not in _OF_A_VALUE and reading.names[0] not in _SUBJECTS:
        return
    definition = weighing.facts.document.assigned(_SUBJECTS.get(reading.names[0], reading.names[0]), weighing.place)
    if definition:
        found = weigh_names(weighing.facts.names_of(definition), weighing.weights)
        is_cut_out = weighing.facts.speaks_http and is_cut_out_of_status_line(definition)
        if is_cut_out or any(mark in definition for mark in weighing.weights.marks):
            found = max(found, weighing.weights.reasons["mark"])
            weighing.known.add("mark")
        # What else a value is calculated from says nothing against it.
        weighing.add(f"{reading.names[0]} is {shorten(definition)}", max(0.0, found) * weighing.weights.definition)
    if is_first_of_three(reading.names[0], weighing.facts.document):
        weighing.add_known("triplet", f"{reading.names[0]} comes with headers and a body")
    together = weighing.facts.document.given_with(reading.names[0]) if weight > 0 else frozenset()
    if companions := sorted(together & weighing.weights.vocabulary.companions):
        weighing.add_known("companions", f"{reading.names[0]} comes with {companions[0]}")


def _weigh_declared(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add the type of what a weak name belongs to: ``error.code`` of an ``SQLException`` is none of HTTP's."""
    weights = weighing.weights
    if reading.relation not in _OF_A_VALUE or len(reading.names) == 1 or abs(weight) >= weights.threshold:
        return
    declared = weighing.facts.document.declared(reading.names[0], weighing.place) if reading.names else ""
    if declared:
        found = weights.relations[Relation.TYPED] * weights.places[1] * weigh_names((declared,), weights)
        weighing.add(f"{reading.names[0]} is declared as {declared}", found)


def _weigh_use(reading: Reading, weight: float, weighing: Weighing) -> None:
    """Add where a name that says little is passed to, ``for code in (404, 410): respond(code)``, or compared with."""
    weights = weighing.weights
    if reading.relation not in _OF_A_NAME or len(reading.names) != 1 or abs(weight) >= weights.certain / 2:
        return
    for callee in weighing.facts.document.uses(reading.names[0], weighing.place):
        found = weigh_names(weighing.facts.names_of(callee), weights)
        if found >= weights.threshold:
            weighing.add(f"{reading.names[0]} is passed to {callee}", found * weights.definition)
            return
    if reading.relation is not Relation.ASSIGNED and weight >= 0:
        function = "".join(weighing.facts.document.enclosing(weighing.place)[:1])
        weigh_comparison(reading.names[0], function, weighing)


def _provided(reading: Reading, weighing: Weighing) -> str:
    """Return the parameter or column that gets the literal as test data; empty for none."""
    if reading.relation is Relation.ARGUMENT:
        return weighing.facts.column(reading.names, reading.position, weighing.place)
    if reading.relation is not Relation.RETURNED or not reading.names or reading.element is None:
        return ""
    return weighing.facts.provided(reading.names[-1], reading.element)


def _weigh_returned(reading: Reading, weighing: Weighing) -> None:
    if reading.element is None and weighing.is_usual and (handler := why_answer(reading, weighing)):
        weighing.add_known("handler", handler)
    returning = next((item for item in weighing.facts.ecosystems if item.returns == reading.position), None)
    if returning and reading.position is not None:
        weighing.add_known("returned_beside_body", f"{returning.title} takes a returned tuple's status here")
    elif reading.position == 0 and weighing.is_usual and len(reading.others) == 1 and _MAPPING.match(reading.others[0]):
        weighing.add_known("before_body", "returned before what may be a body")
    elif reading.position == 1 and weighing.is_usual and _BODY.match(reading.others[0]):
        weighing.add_known("beside_body", "returned beside what may be a body")


def _weigh_index(reading: Reading, weighing: Weighing) -> None:
    if reading.names and makes_response(reading.names, weighing.weights.vocabulary):
        weighing.add_known("response_call", f"{reading.names[-1]} is a response")


def _weigh_key(reading: Reading, weighing: Weighing) -> None:
    found = {word for name in reading.names for word in words(name)}
    if weighing.is_error_code and not weighing.weights.vocabulary.error_words.isdisjoint(found):
        weighing.add_known("error_code_call", f"the key of {shorten(reading.subject)}")
    if made := _MADE.match(reading.subject):
        weight = weigh_names(weighing.facts.names_of(made[1])[-1:], weighing.weights)
        weighing.add(f"the key of {made[1]}", max(0.0, weight))
    if weighing.is_usual and is_numbered_alike(reading.subject, weighing):
        weighing.add_known("numbered_alike", f"its value {shorten(reading.subject)} ends in it")
    if lists_properties(reading.subject):
        weighing.add_known("properties", "its value lists properties of WebDAV")
    if says_phrase(reading.subject, weighing.code):
        weighing.add_known("same_phrase", f"its value {shorten(reading.subject)} says its reason phrase")
    elif weighing.is_error_code and is_phrase(reading.subject.strip("\"'`")):
        weighing.add_known("named_like_another", f"its value {reading.subject} is the reason phrase of another status")


def _weigh_name(reading: Reading, weighing: Weighing) -> None:
    if _is_named(reading, weighing):
        weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
    elif (
        weighing.is_error_code
        and reading.relation is Relation.COMPARED
        and says_when_to_fail(reading, weighing.weights)
    ):
        weighing.add_known("error_code_call", f"{reading.names[-1]} lists what is an error")
    elif _is_of_error_class(reading, weighing):
        weighing.add_known("error_class", f"{reading.names[-1]} is a class of errors")
    elif reading.relation in _GIVES_NAME and reading.names and weighing.is_error_code:
        _weigh_mistaken_name(reading.names[-1], weighing)


def _weigh_mistaken_name(name: str, weighing: Weighing) -> None:
    """Add that an error's code has the whole name of another error, by mistake: ``NOT_FOUND = 403``."""
    saying, names = saying_of(name), weighing.weights.names
    if saying is None or saying.code[0] not in "45" or not saying.phrase or saying.phrase in names.generic:
        return
    if (names.protocol | names.kind | {"sc"}).issuperset(saying.prefix):
        weighing.add_known("named_like_another", f"{name} is the reason phrase of another error")


def _weigh_type(reading: Reading, weighing: Weighing) -> None:
    """Add what a declared type says besides its name: its fields, and that it is a response's.

    One that is written as a call, ``StatusCode(404)``, is weighed as one.
    """
    field_name = _field(reading, weighing)
    if field_name:
        weighing.add(f"given to the field {field_name}", weigh_names((field_name,), weighing.weights))
    elif reading.position is not None:
        weigh_call(reading, weighing)
    elif reading.names and makes_response(reading.names, weighing.weights.vocabulary):
        weighing.add_known("response_call", f"makes a {reading.names[-1]}")
    else:
        _weigh_name(reading, weighing)


def _field(reading: Reading, weighing: Weighing) -> str:
    """Return the field of a type of this file that gets the literal by its position; empty for none."""
    if reading.element is None or not reading.names:
        return ""
    return "".join(weighing.facts.document.fields(reading.names[-1])[reading.element : reading.element + 1])


_BY_RELATION: dict[Relation, Callable[[Reading, Weighing], None]] = {
    Relation.ANNOTATED: weigh_call,
    Relation.ARGUMENT: weigh_call,
    Relation.INDEX: _weigh_index,
    Relation.KEY: _weigh_key,
    Relation.RETURNED: _weigh_returned,
    Relation.TYPED: _weigh_type,
}
