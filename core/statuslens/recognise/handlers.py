"""What answers a request: routes, and functions that are given one."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, shorten
from statuslens.recognise.weights import Vocabulary
from statuslens.source.words import words

_PATH = re.compile(r"[fF$@]?[\"'`]/")
_ROUTE = re.compile(r"(\w+)\[([\"'].*)\]", re.DOTALL)
"""A route to which its handler is assigned: ``Get["/orders"]``."""
_NUMBER = re.compile(r"-?[0-9][0-9_.]*")
_SENT = {"and", "api", "as", "data", "expect", "expecting", "form", "html", "json", "ok", "raw", "request", "xml"}
_SENDS = {"api", "assert", "do", "expect", "http", "json", "make", "perform", "request", "run", "send", "test", "xhr"}
_MESSAGES = {"message", "request", "response"}


def is_route(names: tuple[str, ...], others: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a callee is a method of HTTP, and a path is given to it: ``app.get("/orders", …)``."""
    method = words(names[-1])[-1:] if names else ()
    return bool(method) and method[0] in vocabulary.routes and any(map(_PATH.match, others))


def ends_request(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a helper of tests sends a request and is told the status last: ``api.post(user, "/pay", {}, 402)``.

    Right behind the path, a round number could be a time or a size; no other number stands beside.
    """
    others = reading.others
    if not weighing.is_usual or not reading.position or reading.position != len(others):
        return False
    if "path_beside" not in weighing.known or any(map(_NUMBER.fullmatch, others)) or weighing.is_text:
        return False
    is_clear = reading.position > 1 or weighing.code in weighing.weights.usual
    return is_clear and _sends_request(reading.names, weighing.weights.vocabulary)


def _sends_request(names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a callee is called like a method of HTTP, or sends what it says by one: ``post``, ``post_json``."""
    first, *others = words(names[-1]) if names else ("",)
    if first in vocabulary.routes and _SENT.issuperset(others):
        return True
    return bool(others) and others[-1] in vocabulary.routes and first in _SENDS


def why_answer(reading: Reading, weighing: Weighing) -> str:
    """Return why what a function returns answers a request; empty where nothing says so."""
    facts, vocabulary = weighing.facts, weighing.weights.vocabulary
    if (route := _ROUTE.fullmatch(reading.subject)) and is_route((route[1],), (route[2],), vocabulary):
        return f"what the route {shorten(reading.subject)} answers"
    if not reading.names or not vocabulary.askers.isdisjoint(words(reading.names[-1])[:1]):
        return ""
    given = {word for parameter in facts.document.parameters(reading.names[-1]) for word in words(parameter)}
    if "request" in given and not vocabulary.response_words.isdisjoint(given):
        return f"{reading.names[-1]} is given a request and its response"
    owner = "".join(facts.document.enclosing(weighing.place)[-1:])
    is_message = not _MESSAGES.isdisjoint(words(owner)[-1:])
    return f"returned by a method of {owner}" if is_message and "http" in words(owner) else ""
