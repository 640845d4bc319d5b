"""Weigh what a literal's relation says besides its words: returned, a key, of a type, named like its phrase."""

import re
from collections.abc import Callable

from statuslens.recognise.calls import is_sure_call, makes_response, weigh_call
from statuslens.recognise.handlers import why_answer
from statuslens.recognise.lists import leading_name
from statuslens.recognise.neighbours import is_numbered_alike
from statuslens.recognise.origins import lists_properties, says_when_to_fail, was_compared
from statuslens.recognise.phrases import is_named_like, is_phrase, says_phrase
from statuslens.recognise.reading import Reading
from statuslens.recognise.sayings import saying_of
from statuslens.recognise.weighing import Weighing, is_known, shorten, weigh_names
from statuslens.source.context import Relation
from statuslens.source.words import words

_BODY = re.compile(
    r"[{\[\"']|str\(|(?:\w+\.)*\w*(?:json|render|response|serialize|dump|body|message|errors?)\w*\b", re.IGNORECASE
)
_WRITTEN_MAPPING = re.compile(r"\{\s*[\"']\w+[\"']\s*:")
_MAPPING = re.compile(r"\{|(?:\w+\.)*\w*(?:json|response|body)\w*\b", re.IGNORECASE)
_MADE = re.compile(r"(?:new\s+|&)?([A-Za-z_][\w.:]*)\s*[({]")
_DESCRIBED = re.compile(r"\{\s*[\"']?description[\"']?\s*(?::|=>)")
_ERROR_CLASS = re.compile(r"[A-Z]\w*[a-z](?:Error|Exception)")
_LISTS = {"classes", "handlers", "map", "mapping", "pages", "table", "types"}
_GIVES_NAME = {Relation.ASSIGNED, Relation.KEYED}


def weigh_relation(reading: Reading, weighing: Weighing) -> None:
    """Add what the relation of a reading that nothing stands before says."""
    _BY_RELATION.get(reading.relation, _weigh_name)(reading, weighing)


def is_named(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether what a literal is related to is called like its reason phrase."""
    return bool(reading.names) and is_named_like(reading.names[-1], weighing.code)


def is_of_error_class(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether the code of an error is what a class of errors stands for: ``{MissingPageError: 404}``."""
    if reading.relation is not Relation.KEYED or not weighing.is_error_code:
        return False
    last = reading.subject.strip("\"'").rpartition("\\")[2]
    return any(map(_ERROR_CLASS.fullmatch, (last, *(name for name in reading.names[-2:] if name != "class"))))


def _weigh_returned(reading: Reading, weighing: Weighing) -> None:
    if reading.element is None and is_named(reading, weighing):
        weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
    if reading.element is None and weighing.is_usual and was_compared(weighing):
        weighing.add_known("compared_before", "a status was compared with it just before")
    is_first = reading.element is None or (reading.element == reading.position == 0 and len(reading.others) == 1)
    if is_first and weighing.is_usual and (handler := why_answer(reading, weighing)):
        weighing.add_known("handler", handler)
    returning = next((item for item in weighing.facts.ecosystems if item.returns == reading.position), None)
    if returning and reading.position is not None:
        weighing.add_known("returned_beside_body", f"{returning.title} takes a returned tuple's status here")
    elif reading.position == 0 and weighing.is_usual and _is_written_mapping(reading.others):
        weighing.add_known("returned_beside_body", "returned before a mapping")
    elif reading.position == 0 and weighing.is_usual and len(reading.others) == 1 and _MAPPING.match(reading.others[0]):
        weighing.add_known("before_body", "returned before what may be a body")
    elif reading.position == 1 and weighing.is_usual and any(map(_WRITTEN_MAPPING.match, reading.others[:1])):
        weighing.add_known("beside_mapping", "returned beside a mapping")
    elif reading.position == 1 and weighing.is_usual and any(map(_BODY.match, reading.others[:1])):
        weighing.add_known("beside_body", "returned beside what may be a body")


def _is_written_mapping(others: tuple[str, ...]) -> bool:
    return len(others) == 1 and _WRITTEN_MAPPING.match(others[0]) is not None


def _weigh_index(reading: Reading, weighing: Weighing) -> None:
    if reading.names and makes_response(reading.names, weighing.weights.vocabulary):
        weighing.add_known("response_call", f"{reading.names[-1]} is a response")
    elif weighing.is_error_code and _LISTS.intersection(words(reading.subject)) and _is_of_errors(reading, weighing):
        weighing.add_known("error_code_call", f"looked up in {shorten(reading.subject)}")
    elif is_sure_call(reading, weighing, place=0):
        weighing.add_known("known_call", f"{reading.names[-1]} has one of each status")


def _is_of_errors(reading: Reading, weighing: Weighing) -> bool:
    return not weighing.weights.vocabulary.error_words.isdisjoint(words(reading.subject))


def _weigh_key(reading: Reading, weighing: Weighing) -> None:
    found = {word for name in reading.names for word in words(name)}
    if weighing.is_error_code and not weighing.weights.vocabulary.error_words.isdisjoint(found):
        weighing.add_known("error_code_call", f"the key of {shorten(reading.subject)}")
    if made := _MADE.match(reading.subject):
        weight = weigh_names(weighing.facts.names_of(made[1])[-1:], weighing.weights)
        weighing.add(f"the key of {made[1]}", max(0.0, weight))
        if weighing.is_usual and words(made[1])[-1:] == ("response",):
            weighing.add_known("response_key", "its value is a response")
    if weighing.is_usual and is_numbered_alike(reading.subject, weighing):
        weighing.add_known("numbered_alike", f"its value {shorten(reading.subject)} ends in it")
    if weighing.is_usual and _DESCRIBED.match(reading.subject):
        weighing.add_known("response_key", "its value has a description, as a response in a description of an API")
    if lists_properties(reading.subject):
        weighing.add_known("properties", "its value lists properties of WebDAV")
    if says_phrase(reading.subject, weighing.code):
        weighing.add_known("same_phrase", f"its value {shorten(reading.subject)} says its reason phrase")
    elif weighing.is_error_code and is_phrase(reading.subject.strip("\"'`")):
        weighing.add_known("named_like_another", f"its value {reading.subject} is the reason phrase of another status")


def _weigh_name(reading: Reading, weighing: Weighing) -> None:
    if is_named(reading, weighing):
        weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
    elif (
        weighing.is_error_code
        and reading.relation is Relation.COMPARED
        and says_when_to_fail(reading, weighing.weights)
    ):
        weighing.add_known("error_code_call", f"{reading.names[-1]} lists what is an error")
    elif is_of_error_class(reading, weighing):
        weighing.add_known("error_class", f"{shorten(reading.subject)} is a class of errors")
    elif reading.relation in _GIVES_NAME and reading.names and weighing.is_error_code:
        _weigh_mistaken_name(reading.names[-1], weighing)
    elif _is_no_error(weighing.code) and _is_code_of_error(reading, weighing):
        weighing.add_known("no_error", f"{shorten(reading.subject)} is an error's, and {weighing.code} none of HTTP's")


def _is_no_error(code: str) -> bool:
    return code[0] == "1" or (code[0] in "23" and not is_known(code))


def _is_code_of_error(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a literal is the code of an error that nothing says to be a status: ``error.code``."""
    found = [word for name in reading.names[-2:] for word in words(name)]
    beside = (leading_name(other) for other in reading.others) if reading.relation is Relation.KEYED else ()
    is_of_error = found[-1:] == ["code"] and not weighing.weights.vocabulary.error_words.isdisjoint({*found, *beside})
    return is_of_error and weigh_names(reading.names, weighing.weights) < weighing.weights.threshold


def _weigh_mistaken_name(name: str, weighing: Weighing) -> None:
    """Add that an error's code has the whole name of another error, by mistake: ``NOT_FOUND = 403``."""
    saying, names = saying_of(name), weighing.weights.names
    if saying is None or saying.is_short or saying.code[0] not in "45" or saying.phrase in names.generic | {""}:
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
