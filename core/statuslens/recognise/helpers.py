"""Helpers of a project that are given a status by name: what answers a request, and what asserts an answer."""

import re

from statuslens.recognise.reading import Reading
from statuslens.recognise.sayings import Saying
from statuslens.recognise.weighing import Weighing
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Relation
from statuslens.source.words import words

_ANSWERS, _RENDERS = {"respond", "response"}, {"render", "send"}
_FORMATS = {"api", "http", "json", "jsonapi", "rest"}
_RENDERED = {"api", "error", "errors", "failure", "json", "jsonapi", "problem", "success"}
_MAKER = "new"
_OF_WEB = {"api", "controller", "controllers", "endpoint", "endpoints"}
_SAYS_STATUS = re.compile(
    r"[\"'`](?:[^\"'`]*\W)?(?:http(?: response)? (?:status|code)|(?:response|status) (?:code|status)|response"
    r"|(?:returns?|responds?) (?:with )?(?:a |the )?(?:http )?status)(?:\W[^\"'`]*)?[\"'`]",
    re.IGNORECASE,
)


def why_helper(reading: Reading, saying: Saying, weighing: Weighing) -> str:
    """Return why a call takes a status by name: ``render_json(order, :created)``, ``json_error(:gone)``; or nothing."""
    if reading.relation is not Relation.ARGUMENT or not reading.names:
        return ""
    vocabulary = weighing.weights.vocabulary
    made = reading.names[-2:-1] if reading.names[-1] == _MAKER else ()
    callee = (*made, reading.names[-1])[0]
    if tells_status(reading):
        return f"{callee} is told a text that speaks of one"
    first, *rest = words(callee) or ("",)
    if first in vocabulary.takers:
        return ""
    if first in vocabulary.assertion_words:
        return f"{callee} asserts an answer" if _ANSWERS.intersection(rest[-1:]) and not reading.position else ""
    return f"{callee} answers a request" if _answers(callee, reading, saying, weighing) else ""


def tells_status(reading: Reading) -> bool:
    """Tell whether a text before says that a status follows: ``it_behaves_like "returns http status", :gone``."""
    return any(map(_SAYS_STATUS.fullmatch, reading.others[: reading.position or 0]))


def _answers(callee: str, reading: Reading, saying: Saying, weighing: Weighing) -> bool:
    """Tell whether a callee answers a request with what it is given: last, or alone and called like little else."""
    names = weighing.weights.names
    is_generic, is_shared = saying.phrase in names.generic, saying.phrase in names.shared
    is_answer = says_answer(callee)
    if is_answer and not (is_generic or is_shared):
        return True
    is_last = bool(reading.position and reading.others)
    is_failure = not is_generic and not is_shared and _says_failure(callee, weighing.weights.vocabulary)
    if is_answer and is_last and not is_generic and not _FORMATS.isdisjoint(words(callee)):
        return True  # json_response({error: lost}, :not_found)
    return ((is_answer and (is_last or not is_generic)) or is_failure) and _is_of_web(weighing)


def says_answer(callee: str) -> bool:
    """Tell whether a helper is called by what it does with a response: ``render_json``, ``error_response``."""
    first, *rest = words(callee) or ("",)
    if not {first, *rest[-1:]}.isdisjoint(_ANSWERS) or (first in _RENDERS and not _RENDERED.isdisjoint(rest)):
        return True
    return first in _FORMATS and not _RENDERED.isdisjoint(rest[-1:])


def _says_failure(callee: str, vocabulary: Vocabulary) -> bool:
    return not vocabulary.error_words.isdisjoint(words(callee))


def _is_of_web(weighing: Weighing) -> bool:
    """Tell whether a file speaks of HTTP, or a type around is one of the web's: ``class OrdersController``."""
    facts = weighing.facts
    if facts.speaks_http or facts.ecosystems:
        return True
    return any(not _OF_WEB.isdisjoint(words(name)) for name in facts.document.enclosing(weighing.place))
