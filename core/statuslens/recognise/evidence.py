"""Weigh the reasons why a number is, or is not, a status."""

import re
from collections.abc import Iterator
from functools import lru_cache

from statuslens.recognise.beside import weigh_beside, weigh_outer_key
from statuslens.recognise.calls import is_sure_call
from statuslens.recognise.commands import weigh_commands
from statuslens.recognise.elsewhere import (
    provided,
    weigh_columns,
    weigh_cut,
    weigh_declared,
    weigh_definition,
    weigh_other_outcome,
    weigh_use,
)
from statuslens.recognise.handlers import ends_request, is_route, why_answer
from statuslens.recognise.messages import weigh_message
from statuslens.recognise.neighbours import follows_responses, weigh_neighbours
from statuslens.recognise.numbering import weigh_constant, weigh_numbering
from statuslens.recognise.reading import Reading
from statuslens.recognise.relations import is_named, is_of_error_class, weigh_relation
from statuslens.recognise.weighing import Weighing, is_registered, shorten, value_weight, weigh_names
from statuslens.recognise.weights import Vocabulary, Weights
from statuslens.source.context import Relation
from statuslens.source.words import words

_CODE = re.compile(r"(?<![0-9])[1-5][0-9]{2}(?![0-9])")
_NOTE = re.compile(rb"/\*[ \t]*([A-Za-z_]\w*)[ \t]*[=:]?[ \t]*\*/[ \t]*\Z")
_NOTE_REACH = 60
_ARG = re.compile(r"\.arg\(\s*\"--?([A-Za-z][\w-]*)\"\s*\)\s*\.arg\Z")
_EACH_OF_CLASS = re.compile(rb"\b[1-5]00(?: to | until |\.\.[.=<]?)[1-6](?:99|00)\b[)\]]?\.\w+[ ]?[({][^(){}\n]*\Z")
_FOLLOWS_STATUS = re.compile(r"\b[1-5][0-9]{2}\)+\s*\.\s*\w+\Z")
"""A chain whose call before the last has a status of its own: ``status(404).header``."""
_NAME = re.compile(r"[A-Za-z]+")
_REDIRECTS = {"301", "302", "303", "307", "308"}
_FIRST_OF_RESPONSE = re.compile(
    r"(?:\bcall\(.*\)|\b\w*(?:response|result)\b)(?:\[0\]|\.first)\)?"
    r"(?:\.(?:code|status|must\w*|should\w*|(?:is|to)(?:_\w+|[A-Z]\w*)?|not_to|to_not))?\Z",
    re.DOTALL,
)
"""The status of a response that is a list, as Rack's are: ``app.call(env)[0]``, ``response.first``."""
_OF_STATUS = {"code", "http", "response", "status"}
_ERROR_MAPPING = re.compile(r"(?i:err(?:or)?s?_?map(?:ping)?s?)\Z")
_COLLECTION = re.compile(r"(?:\w+\.)*\w*(?:Array|Collection|Dictionary|List|Map|Set)\b")
"""A type that says nothing of what it holds: ``HashSet<int>``."""
_BY_NAME = {Relation.KEYED, Relation.KEYWORD}
_ASKED = ("request",)
_GIVES = {Relation.ASSIGNED, Relation.TYPED}
_EXPECTS = ("expects",)
_WANTED = {"expected", "want", "wanted"}
_CODE_KEY, _RESPONSE = ("code",), ("response",)
_ASKED_KEYS = {"key", "keys"}
"""Methods of an assertion that look for their arguments: ``expect(responses).to.have.keys``."""
_OK_TAG = ":ok"
_RESPONSES = {"res", "resp", "response"}
_CALCULATED = {Relation.CALCULATED, Relation.DIVISOR}
_OF_A_CALL = {Relation.ANNOTATED, Relation.ARGUMENT}
_OF_A_KEY = {Relation.COMPARED, Relation.INDEX, Relation.MEMBER}
_SAYS_PHRASE = {"same_phrase", "named_like_phrase"}


def weigh(readings: tuple[Reading, ...], weighing: Weighing, *, is_span_end: bool) -> None:
    """Add the reasons that a number's value, its contexts and its file give."""
    for reading in readings:
        _weigh_reading(reading, weighing)
    weigh_columns(readings, weighing)
    weigh_beside(readings, weighing)
    weigh_constant(readings, weighing)
    weigh_numbering(readings, weighing)
    _weigh_handed(readings, weighing)
    _weigh_asked(readings, weighing)
    _weigh_note(weighing)
    _weigh_option(readings, weighing)
    weigh_outer_key(readings, weighing)
    _weigh_element(readings, weighing)
    _weigh_answered(readings, weighing)
    if weighing.code in _REDIRECTS and any("redirect" in name.lower() for name in _spoken(readings, weighing)):
        weighing.add_known("redirect", "redirects are spoken of")
    _weigh_owner(readings, weighing)
    _weigh_envelope(readings, weighing)
    if is_span_end:
        weighing.add_known("class_span", "one end of a range of classes")
    is_bound = is_span_end or (bool(readings) and readings[0].is_bound)
    if readings:
        _weigh_surroundings(readings, weighing, is_bound=is_bound)
    value = value_weight(weighing.code, weighing.weights, is_bound=is_bound)
    weighing.add(f"{weighing.code} as a value", max(0.0, value) if weighing.known & _SAYS_PHRASE else value)
    if "responses_key" not in weighing.known:
        weigh_file(weighing, speaks_of_web=bool(weighing.facts.other_protocol) and _speaks_of_web(readings, weighing))


def _weigh_owner(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add what a literal is a key of: responses, a response, or errors."""
    owner = _owner_of_key(readings, weighing.weights.vocabulary)
    if _is_code_of_response(readings) and is_registered(weighing.code):
        owner = "response"
    if owner == "responses":
        weighing.add_known("responses_key", "a key of responses")
    elif owner == "response" and is_registered(weighing.code):
        weighing.add_known("response_key", "a key of response")
    elif owner == "errors" and weighing.is_error_code and weighing.facts.document.language.is_data:
        weighing.add_known("errors_key", "a key of errors")
    elif owner == "errors" and weighing.is_error_code and (weighing.facts.speaks_http or weighing.facts.ecosystems):
        weighing.add_known("response_key", "a key of errors")
    elif weighing.is_error_code and _maps_errors(readings):
        weighing.add_known("response_key", "a key of a mapping of errors")


def _is_code_of_response(readings: tuple[Reading, ...]) -> bool:
    """Tell whether a literal is the code in a response that is written out: ``response: {code: 404}``."""
    if [reading.relation for reading in readings[:2]] != [Relation.KEYED, Relation.KEYED]:
        return False
    return readings[0].names == _CODE_KEY and bool(readings[1].names) and words(readings[1].names[-1])[-1:] == _RESPONSE


def _maps_errors(readings: tuple[Reading, ...]) -> bool:
    """Tell whether a literal is a key of a mapping of errors: ``errorMappings = {"404": makeProblem}``."""
    if not readings or readings[0].relation is not Relation.KEY:
        return False
    return any(_ERROR_MAPPING.search(name) for reading in readings[1:] for name in reading.names[-1:])


def _weigh_envelope(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add what around a literal is of a protocol of its own; what a key of responses describes may be of one."""
    named = (_envelope(item.subject, weighing.weights) for item in readings if item.relation is not Relation.KEY)
    spoken = (_protocol(item.names, weighing.weights) for item in readings if not item.is_beyond_call)
    if "responses_key" not in weighing.known and (envelope := next(filter(None, (*named, *spoken)), "")):
        weighing.add_known("envelope", f"{envelope} has codes of its own")


def _spoken(readings: tuple[Reading, ...], weighing: Weighing) -> Iterator[str]:
    """Yield the names that contexts have, and those of the functions and types around."""
    yield from (name for item in readings for name in item.names)
    yield from weighing.facts.document.enclosing(weighing.place)


def _speaks_of_web(readings: tuple[Reading, ...], weighing: Weighing) -> bool:
    spoken = {word for reading in readings for name in reading.names for word in words(name)}
    return not spoken.isdisjoint(weighing.weights.vocabulary.web_words)


def _weigh_handed(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a library's call takes what a function without a name returns, or what stands in for something.

    ``reply(() => [404, body])``, ``halt(result || 404)``
    """
    relations = [reading.relation for reading in readings[:2]]
    if relations == [Relation.FALLBACK, Relation.ARGUMENT] and is_sure_call(readings[1], weighing):
        weighing.add_known("known_call", f"{readings[1].names[-1]} takes it instead of {shorten(readings[0].subject)}")
    if relations != [Relation.RETURNED, Relation.ARGUMENT] or readings[0].names or readings[0].element:
        return
    if is_sure_call(readings[1], weighing):
        weighing.add_known("known_call", f"returned to {readings[1].names[-1]}")
    elif weighing.is_usual and is_route(readings[1].names, readings[1].others, weighing.weights.vocabulary):
        weighing.add_known("handler", f"what the route {readings[1].names[-1]} answers")


def _weigh_asked(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a request is told what to expect: ``client.get(path, check=404)``, ``request(:expects => 404)``."""
    if readings and readings[0].relation in _BY_NAME and readings[0].names[-1:] == _EXPECTS and weighing.is_usual:
        weighing.add_known("expected_of_request", "what is expected of a request")
    if readings and readings[0].relation is Relation.ARGUMENT and ends_request(readings[0], weighing):
        weighing.add_known("expected_of_request", f"the last that {shorten(readings[0].subject)} is given")
    if [reading.relation for reading in readings[:2]] != [Relation.KEYWORD, Relation.ARGUMENT]:
        return
    vocabulary, told, callee = weighing.weights.vocabulary, readings[0].subject, readings[1].names[-1:]
    if not weighing.is_usual or not callee or told not in vocabulary.assertion_words | _WANTED:
        return
    if callee[0] in vocabulary.routes or "path_beside" in weighing.known or "request" in words(callee[0]):
        weighing.add_known("expected_of_request", f"what {callee[0]} is told to expect")


def _weigh_option(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add the option that a command is given before its value: ``.arg("--filter-status").arg("302")``."""
    option = _ARG.search(readings[0].subject) if readings and readings[0].relation is Relation.ARGUMENT else None
    if option is not None:
        weight = weigh_names((option[1],), weighing.weights)
        weighing.add(f"the value of --{option[1]}", weight)
        weighing.is_labelled = weight > 0


def _weigh_element(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a literal is compared with the elements of a class: ``(400 to 499).filter(_ != 404)``."""
    if not readings or readings[0].relation is not Relation.COMPARED or not weighing.is_usual:
        return
    data, place = weighing.facts.document.data, weighing.place
    if _EACH_OF_CLASS.search(data[max(0, place - _NOTE_REACH) : place]):
        weighing.add_known("class_span", "compared with each of a class")


def _weigh_answered(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that what gives a response is told a code, its last argument: ``response = self.upload(data, 201)``."""
    if [reading.relation for reading in readings[:2]] != [Relation.ARGUMENT, Relation.ASSIGNED]:
        return
    told, given = readings[:2]
    is_last = bool(told.position) and told.position == len(told.others)
    if (
        is_last
        and weighing.code in weighing.weights.usual
        and given.names[-1:]
        and given.names[-1].lower() in _RESPONSES
    ):
        weighing.add_known("told_code", f"told to what gives {given.names[-1]}")


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
    is_others = bool(facts.other_protocol) and not _is_of_http_alone(facts.other_protocol, weighing)
    if is_others and not (speaks_of_web or is_clear or "mark" in weighing.known):
        weighing.add_known("other_protocol", f"the file speaks {facts.other_protocol.upper()}")
    elif facts.ecosystems:
        weighing.add_known("http_import", f"the file uses {facts.ecosystems[0].title}")
    elif facts.speaks_http:
        weighing.add_known("speaks_http", "the file speaks of HTTP")


def _is_of_http_alone(protocol: str, weighing: Weighing) -> bool:
    """Tell whether a code is none that another protocol replies, whatever the file speaks of most: 404 beside FTP."""
    shared = weighing.weights.shared_replies.get(protocol)
    return shared is not None and weighing.code in weighing.weights.usual - shared


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
    if is_asked or owner.relation is Relation.KEY:
        mapping = (reading.names for reading in readings[1:] if reading.relation is not Relation.ELEMENT)
        names = next(mapping, names)
    elif owner.relation is Relation.ARGUMENT and names[-1:] and names[-1] in _ASKED_KEYS:
        names = tuple(name for name in names if words(name)[-1:] == ("responses",))
    elif owner.relation is Relation.ARGUMENT and names[-1:] and names[-1] in vocabulary.look_ups and not owner.position:
        names = names[:-1]
    elif owner.relation not in _OF_A_KEY:
        return ""
    return "".join(words(names[-1])[-1:]) if names else ""


def _weigh_surroundings(readings: tuple[Reading, ...], weighing: Weighing, *, is_bound: bool) -> None:
    """Add what the function or class around says, where a weak name such as ``code`` alone does not decide.

    A name that the contexts have has been weighed already.
    """
    known = {name for reading in readings for name in reading.names}
    weights = weighing.weights
    is_limit = is_bound and weighing.code[1:] in {"00", "99"}
    names = weighing.facts.document.enclosing(weighing.place) if is_limit or weighing.code in weights.usual else ()
    if is_limit and names and _asks_for_class(names[0], weights.vocabulary):
        weighing.add_known("named_after_class", f"in {names[0]}, which is named after its class")
    elif named := next((name for name in names if _is_named_after(name, weighing)), ""):
        weighing.add_known("named_after", f"in {named}, which is named after it")
    if readings[0].relation is Relation.ARGUMENT and _is_asked(readings[0]):
        return
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
    """Tell whether a function is called by a class of statuses: ``is_client_error``, ``isSuccessfulHttpStatus``."""
    first, *others = words(name) or ("",)
    return first in {"is", "was"} and bool(others) and (vocabulary.class_words | _OF_STATUS).issuperset(others)


def _weigh_reading(reading: Reading, weighing: Weighing) -> None:
    weights = weighing.weights
    if reading.relation in _CALCULATED and not reading.depth:
        weighing.add(f"{reading.relation} {shorten(reading.subject)}", weights.reasons["calculated"])
        return
    if column := provided(reading, weighing):
        weighing.add(f"given to the parameter {column}", weigh_names((column,), weights))
        return
    names = reading.names[-1:] if _follows_status(reading.subject) else reading.names
    weight = weights.relations[reading.relation] * weights.outer**reading.depth * weigh_names(names, weights)
    if mark := _mark_in(reading.subject, weights):
        weighing.add_known("mark", f"{mark} stands for a status")
    says_nothing = weight < 0 and (_says_only_yes(reading, weighing) or _only_groups(reading, weighing))
    says_nothing = says_nothing or _is_request(reading) or (weight < 0 and _takes_named(reading, weighing))
    if weight and not says_nothing:
        weighing.add(f"{reading.relation} {shorten(reading.subject)}", weight)
    if not reading.is_beyond_call:
        weigh_cut(reading, weighing)
        weigh_other_outcome(reading, weighing)
        weigh_definition(reading, weight, weighing)
        weigh_declared(reading, weight, weighing)
        weigh_use(reading, weight, weighing)
    if reading.relation is Relation.COMPARED and weighing.is_usual and _FIRST_OF_RESPONSE.search(reading.subject):
        weighing.add_known("first_of_response", f"{shorten(reading.subject)} is a response's status")
    weigh_message(reading, weighing)
    if reading.depth:
        if reading.depth == 1 and reading.relation is Relation.ARGUMENT and is_named(reading, weighing):
            weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
        return
    weigh_relation(reading, weighing)
    weigh_neighbours(reading, weighing)
    weigh_commands(reading, weighing)


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


@lru_cache(maxsize=16384)
def _protocol(names: tuple[str, ...], weights: Weights) -> str:
    """Return the protocol other than HTTP that names speak of: ``COAP_RESPONSE_CODE``, ``getOcsStatusCode``."""
    found = {word for name in names for word in words(name)}
    return "" if "http" in found else min(found & weights.vocabulary.envelopes.union(weights.protocols), default="")


def _says_only_yes(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether words against a status in a context say nothing of the literal.

    A result that is named like a status speaks for the literal; one that is named otherwise says nothing of it.
    """
    if reading.is_beyond_call or reading.depth > 1 or weighing.is_labelled:
        return True
    if is_named(reading, weighing) or _is_in_tagged(reading) or is_of_error_class(reading, weighing):
        return True
    if follows_responses(reading) or (reading.relation is Relation.TYPED and _COLLECTION.match(reading.subject)):
        return True
    if reading.relation is Relation.RETURNED and (reading.element is not None or why_answer(reading, weighing)):
        return True  # a function's name says nothing against what it answers, or returns beside something else
    if reading.relation is Relation.ARGUMENT and _asks_for_path(reading, weighing.weights.vocabulary):
        return True
    return not reading.depth and reading.relation in _OF_A_CALL and is_sure_call(reading, weighing)


def _is_request(reading: Reading) -> bool:
    """Tell whether a call with the literal gives a request, which has no status: ``HttpRequest asked = get("100")``."""
    return reading.is_beyond_call and reading.relation in _GIVES and _is_asked(reading)


def _is_asked(reading: Reading) -> bool:
    """Tell whether a name or callee is a request's: ``apiRequest(params, 500)``."""
    return words("".join(reading.names[-1:]))[-1:] == _ASKED


def _only_groups(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a key around what is a status's by its own key is a measure: ``{"index": {"status": 201}}``."""
    if reading.depth != 1 or reading.relation is not Relation.KEYED or not reading.names:
        return False
    return weighing.total >= weighing.weights.threshold and set(words(reading.names[-1])) <= weighing.weights.measures


def _takes_named(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a call takes what has a name that says more than status: ``get_versions(expected_status=404)``."""
    if reading.depth != 1 or reading.relation is not Relation.ARGUMENT:
        return False
    return weighing.total > weighing.weights.words["status"]


def _is_in_tagged(reading: Reading) -> bool:
    """Tell whether a literal stands in a tuple that says itself what it is: ``{:unexpected_status, 503} = run()``."""
    tag = reading.others[0] if reading.element is not None and reading.others else ""
    return tag.startswith(":") and tag != _OK_TAG


def _asks_for_path(reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether a callee asks for a path or address: the number in ``check_url(address, 404)`` is neither."""
    found = words(reading.names[-1]) if reading.names else ()
    return len(found) > 1 and found[-1] in vocabulary.path_words and found[0] in vocabulary.assertion_words
