"""What a call says of a literal that it is given."""

import re

from statuslens.recognise.helpers import says_answer
from statuslens.recognise.phrases import is_named_like, names_another
from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, is_known, shorten, weigh_names
from statuslens.recognise.weights import Vocabulary
from statuslens.registry.ecosystem import Call
from statuslens.source.words import words

_CODE = re.compile(r"[1-5][0-9]{2}")
_CONSTRUCTORS = {
    ("super",),
    ("base",),
    ("this",),
    ("self", "init"),
    ("Self", "new"),
    ("init",),
    ("super", "_"),
    ("this", "_"),
    ("__construct",),
    ("__init__",),
}
_MAKERS = {("new",)}
_FAILURES = {("error",), ("exception",)}
_CLASSES: dict[tuple[str, ...], str] = {("client", "error"): "4", ("server", "error"): "5"}
_SUCCESS = ("success",)
_OF_A_TYPE = re.compile(r"(?<![\w.)])([A-Z]\w*)(?:\.|::)\w+\Z")
_OF_A_RESULT = re.compile(r"\)\s*\.\w+\Z")
_MAX_SLOTS = 4
_OF_OTHERS = -1.0
"""What the words of an error's name weigh that has codes of its own: ``DatabaseException``."""
_OF_ERRORS = {"callee_names_another", "error_code_call", "named_like_phrase"}
_OWN = {("self",), ("this",)}
_BODIES = {("body",), ("html",), ("json",), ("text",)}
_QUOTED = re.compile(r"[\"'`]")
_HEAD = {"head", "header", "headers"}


def weigh_call(reading: Reading, weighing: Weighing) -> None:
    """Add what a library, the callee's name and this file's own definition of it say of an argument."""
    names = own_class(reading.names, weighing)
    is_alone = not reading.others
    is_foreign = _speaks_other(names, weighing)
    matching = [] if is_foreign else known_calls(names, reading.position, weighing, is_alone=is_alone)
    if matching:
        weighing.is_known_slot, is_clear, title = max(matching)
        if weighing.is_known_slot or is_clear:
            weighing.add_known("known_call", f"{title} takes a status here")
        else:
            weighing.add_known("known_call_without_import", f"{title} would take a status here")
            if _OF_A_RESULT.search(reading.subject):
                weighing.add_known("companions", "a method of what a call returns")
        return
    if is_alone and any(is_imported for is_imported, *_ in known_calls(names, reading.position, weighing)):
        weighing.add_known("other_slot", f"{names[-1]} takes a status only beside something else")
    elif _takes_another(reading, weighing):
        weighing.add_known("other_slot", f"{names[-1]} takes its status at another place")
    elif _writes_text(names, reading, weighing):
        weighing.add_known("body_text", f"{names[-1]} takes a text")
    if names:
        _weigh_callee(names, reading, weighing)
        _weigh_base(reading, weighing)
    weigh_parameter(reading.names, reading.position, weighing)


def weigh_parameter(names: tuple[str, ...], position: int | None, weighing: Weighing) -> None:
    """Add the name of the parameter at a position of what this file defines under a name."""
    parameter = weighing.facts.parameter(names, position)
    if not parameter:
        return
    weight = weigh_names((parameter,), weighing.weights)
    weighing.add(f"this file calls the parameter {parameter}", weight)
    if 0 <= weight < weighing.weights.threshold:
        weigh_comparison(parameter, names[-1], weighing)


def weigh_comparison(name: str, function: str, weighing: Weighing) -> None:
    """Add what a name that says little is compared with in a function of this file: ``expected == answer.status``."""
    weights, facts = weighing.weights, weighing.facts
    for side in facts.document.compared(function, name) if function else ():
        found = weigh_names(facts.names_of(side), weights)
        if found >= weights.threshold:
            weighing.add(f"{name.removeprefix('.')} is compared with {shorten(side)}", found * weights.definition)
            return


def own_class(names: tuple[str, ...], weighing: Weighing) -> tuple[str, ...]:
    """Return the class around instead of what stands for its constructor: ``super(404, message)``."""
    if not calls_constructor(names):
        return names
    around = weighing.facts.document.enclosing(weighing.place)
    return tuple(name for name in around if name[:1].isupper())[:1] or around[-1:] or names


def base_failure(names: tuple[str, ...], weighing: Weighing) -> str:
    """Return the error or exception whose constructor a class calls that is called otherwise; empty for another one.

    ``class Lost extends ServerException { Lost(String why) : super(why, 404); }``
    """
    if not calls_constructor(names):
        return ""
    return next((name for name in weighing.facts.document.bases(weighing.place) if is_failure((name,))), "")


def calls_constructor(names: tuple[str, ...]) -> bool:
    """Tell whether names stand for the constructor of the class around, or of what it extends."""
    return bool(_CONSTRUCTORS & {names[-1:], names})


def is_failure(names: tuple[str, ...]) -> bool:
    """Tell whether a callee makes an error or exception."""
    made = names[-2:-1] if names[-1:] in _MAKERS else names[-1:]
    return bool(made) and tuple(word for word in words(made[0]) if word != "class")[-1:] in _FAILURES


def is_sure_call(reading: Reading, weighing: Weighing, *, place: int | None = None) -> bool:
    """Tell whether a library that is imported, or whose call is known by its name, takes a status here, or there."""
    if _speaks_other(reading.names, weighing):
        return False
    found = known_calls(reading.names, reading.position if place is None else place, weighing)
    return any(is_imported or is_clear for is_imported, is_clear, _ in found)


def makes_response(names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a callee is named like a response, or makes one: ``MockResponse``, ``Response.of``."""
    maker = names[-2] if len(names) > 1 and names[-1].lower() in vocabulary.makers else names[-1]
    if not vocabulary.takers.isdisjoint(words(maker)[:1]):
        return False
    return not vocabulary.response_words.isdisjoint(words(maker))


def _is_of_response(callee: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a callee belongs to the type of a response, and not to one response: ``Response.json``."""
    owner = _OF_A_TYPE.search(callee)
    return owner is not None and not vocabulary.response_words.isdisjoint(words(owner[1])[-1:])


def _speaks_other(names: tuple[str, ...], weighing: Weighing) -> bool:
    """Tell whether a callee belongs to another protocol: ``smtp.reply``."""
    return any(word in weighing.weights.protocols for name in names for word in words(name))


def _writes_text(names: tuple[str, ...], reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a text is what a body is made of, and no value of a name beside it: ``text(conn, "404")``."""
    if not weighing.is_text:
        return False
    return bool(names) and words(names[-1])[-1:] in _BODIES and not any(map(_QUOTED.match, reading.others))


def _says_error(callee: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a callee makes or reports an error, whose word may have a letter before it: ``merror!``."""
    found = words(callee)
    return not vocabulary.error_words.isdisjoint(found) or any(word.endswith("error") for word in found)


def _sends_head(callee: str) -> bool:
    """Tell whether a callee sends headers, before which a status comes: ``send_headers(404, length)``."""
    first, *others = words(callee) or ("",)
    return first in {"send", "start", "write"} and bool(_HEAD.intersection(others[-1:]))


def _comes_later(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a number follows what may be the one status of a response, ``reply(404, 100)``, or some other."""
    before = reading.others[: reading.position or 0]
    is_second = not weighing.is_usual and any(_CODE.fullmatch(other) for other in before)
    return is_second or bool(before and not is_known(weighing.code))


def _takes_another(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether another argument is a code where a library surely takes it."""
    if reading.position is None:
        return False
    others = (*reading.others[: reading.position], "", *reading.others[reading.position :])[:_MAX_SLOTS]
    codes = [place for place, other in enumerate(others) if _CODE.fullmatch(other)]
    return any(
        is_imported or is_clear
        for place in codes
        for is_imported, is_clear, _ in known_calls(reading.names, place, weighing)
    )


def takes_status(names: tuple[str, ...], weighing: Weighing) -> bool:
    """Tell whether a library's call surely takes a status, at whatever position."""
    return any(
        is_imported or is_clear
        for place in range(_MAX_SLOTS)
        for is_imported, is_clear, _ in known_calls(names, place, weighing)
    )


def known_calls(
    names: tuple[str, ...], place: int | str | None, weighing: Weighing, *, is_alone: bool = False
) -> list[tuple[bool, bool, str]]:
    """Return whose calls take a status at a position, or by a keyword: imported, clear without, and the title.

    Where it is the only argument, some take something else.
    """
    facts = weighing.facts
    return [
        (ecosystem in facts.ecosystems, call.anywhere, ecosystem.title)
        for spelling in {names, facts.originally(names)}
        for ecosystem, call in facts.calls.get(spelling[-1] if spelling else "", ())
        if call.argument == place
        and _matches(call, spelling)
        and not (is_alone and call.has_beside)
        and (ecosystem in facts.ecosystems or not _is_own_method(call, names))
    ]


def _is_own_method(call: Call, names: tuple[str, ...]) -> bool:
    """Tell whether a callee that is called like a library's method is one of the class around: ``this.reply``."""
    return call.receiver == "*" and names[:-1] in _OWN


def _matches(call: Call, names: tuple[str, ...]) -> bool:
    if call.chain and call.chain.isdisjoint(names):
        return False
    if call.receiver in {"*", "?"}:
        return call.receiver == "?" or len(names) > 1
    if not call.receiver:
        return len(names) == 1
    return len(names) > 1 and names[-2] == call.receiver


def _weigh_base(reading: Reading, weighing: Weighing) -> None:
    base = base_failure(reading.names, weighing)
    weight = weigh_names((base,), weighing.weights)
    if not base or weight <= _OF_OTHERS or weighing.known & _OF_ERRORS:
        return
    if weighing.is_error_code:
        weighing.add_known("error_code_call", f"{base} is given the code of an error")
    weighing.add(f"passed to {base}", max(0.0, weight))


def _weigh_callee(names: tuple[str, ...], reading: Reading, weighing: Weighing) -> None:
    vocabulary = weighing.weights.vocabulary
    callee = names[-2] if len(names) > 1 and names[-1:] in _MAKERS else names[-1]
    if reading.position is None and len(names) == 1 and names[0] in vocabulary.routes:
        weighing.add_known("route", f"what the route {names[0]} returns")
    is_mistaken = weighing.is_error_code and is_failure(names)  # BadRequestException(why, 401)
    if names_another(callee, weighing.code) and not is_mistaken:
        weighing.add_known("callee_names_another", f"{callee} is the reason phrase of another status")
    elif is_named_like(callee, weighing.code):
        weighing.add_known("named_like_phrase", f"{callee} is its reason phrase")
    elif weighing.code[0] in _CLASSES.get(words(callee)[-2:], ""):
        weighing.add_known("named_like_class", f"{callee} is the name of its class")
        weighing.add_known("error_code_call", f"{callee} is given the code of an error")
    elif _sends_head(names[-1]) and not reading.position:
        weighing.add_known("response_call", f"{names[-1]} sends the head of a response")
    elif weighing.is_usual and weighing.code[0] == "2" and words(callee)[-1:] == _SUCCESS:
        weighing.add_known("named_like_class", f"{callee} is the name of its class")
    elif (makes_response(names, vocabulary) or _is_of_response(reading.subject, vocabulary)) and not _comes_later(
        reading, weighing
    ):
        weighing.add_known("response_call", f"{'.'.join(names[-2:])} makes a response")
    elif weighing.is_usual and says_answer(callee):
        weighing.add_known("response_call", f"{callee} answers a request")
    elif weighing.is_error_code and _says_error(callee, vocabulary):
        weighing.add_known("error_code_call", f"{callee} is given the code of an error")
