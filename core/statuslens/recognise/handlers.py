"""What answers a request: routes, and functions that are given one."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, shorten
from statuslens.recognise.weights import Vocabulary
from statuslens.source.words import words

_PATH = re.compile(r"[fF$@]?[\"'`]/")
_ROUTE = re.compile(r"(\w+)\[([\"'].*)\]", re.DOTALL)
"""A route to which its handler is assigned: ``Get["/orders"]``."""
_REQUESTS, _RESPONSES = {"r", "req", "request"}, {"res", "rw", "w", "writer"}
"""What the parameters of a function that answers a request are called in short."""
_MESSAGES = {"message", "request", "response"}


def is_route(names: tuple[str, ...], others: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a callee is a method of HTTP, and a path is given to it: ``app.get("/orders", …)``."""
    method = words(names[-1])[-1:] if names else ()
    return bool(method) and method[0] in vocabulary.routes and any(map(_PATH.match, others))


def why_answer(reading: Reading, weighing: Weighing) -> str:
    """Return why what a function returns answers a request; empty where nothing says so."""
    facts, vocabulary = weighing.facts, weighing.weights.vocabulary
    if (route := _ROUTE.fullmatch(reading.subject)) and is_route((route[1],), (route[2],), vocabulary):
        return f"what the route {shorten(reading.subject)} answers"
    if not reading.names or not vocabulary.askers.isdisjoint(words(reading.names[-1])[:1]):
        return ""
    given = {word for parameter in facts.document.parameters(reading.names[-1]) for word in words(parameter)}
    is_of_web = facts.speaks_http or bool(facts.ecosystems)
    if is_of_web and not (_REQUESTS.isdisjoint(given) or _RESPONSES.isdisjoint(given)):
        return f"{reading.names[-1]} is given a request and what writes its response"
    if "request" in given and not vocabulary.response_words.isdisjoint(given):
        return f"{reading.names[-1]} is given a request and its response"
    owner = "".join(facts.document.enclosing(weighing.place)[-1:])
    is_message = not _MESSAGES.isdisjoint(words(owner)[-1:])
    return f"returned by a method of {owner}" if is_message and "http" in words(owner) else ""
