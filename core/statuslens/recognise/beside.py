"""Weigh what stands around a name that says little, ``code``, where it is given a number or compared with one."""

import re
from collections.abc import Iterator

from statuslens.recognise.neighbours import is_numbered_alike
from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import Weighing, weigh_names
from statuslens.source.context import Relation
from statuslens.source.words import words

_CODE = "code"
_GIVEN_OR_COMPARED = {Relation.ASSIGNED, Relation.COMPARED}
_TARGET = (
    rb"[ \t]*(?:(?:const|final|let|std::string|[sS]tring|val|var)[ \t]+)?"
    rb"([$@\w.>\[\]\"'-]{1,60}?)[ \t]*(?::=|=(?![=~>]))"
)
_AFTER = re.compile(rb"[\"']?;?[ \t]*\r?\n%b" % _TARGET)
_BEFORE = re.compile(rb"\n%b[^\n]*\n[^\n]*\Z" % _TARGET)
_REACH = 200
_NAME = re.compile(r"\w+")
_TOLD = {"body", "data", "detail", "details", "err", "error", "errors", "message", "msg", "reason"}
"""What is set beside the code of a response or an error."""


def weigh_beside(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add what is set in the next statement, ``r.code = 404; r.message = lost``, and that errors are spoken of."""
    first = readings[0] if readings else None
    if first is None or first.relation not in _GIVEN_OR_COMPARED or first.element is not None or not weighing.is_usual:
        return
    if not first.names or words(first.names[-1])[-1:] != (_CODE,):
        return
    if not 0 < weigh_names(first.names, weighing.weights) < weighing.weights.threshold:
        return
    if first.relation is Relation.ASSIGNED and (told := _told_beside(first.subject, weighing)):
        weighing.add_known("companions", f"set beside {told}")
    if weighing.is_error_code:
        _weigh_errors(weighing)


def weigh_outer_key(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that a key around ends in the number: ``{"codes_444": metric({"code": "444"})}``."""
    outer = (item for item in readings if item.depth and item.relation is Relation.KEYED and item.names)
    if key := next((item.names[-1] for item in outer if is_numbered_alike(item.names[-1], weighing)), ""):
        weighing.add_known("numbered_alike", f"the key {key} ends in it")


def _told_beside(subject: str, weighing: Weighing) -> str:
    """Return what the statement before or after sets, of the same owner, that stands beside a status."""
    *owner, _ = _NAME.findall(subject) or [""]
    for target in _targets(weighing):
        *its_owner, name = _NAME.findall(target) or [""]
        if owner == its_owner and not _TOLD.isdisjoint(words(name)[-1:]):
            return target
    return ""


def _targets(weighing: Weighing) -> Iterator[str]:
    data, place = weighing.facts.document.data, weighing.place
    end = place + len(weighing.code)
    for found in (_AFTER.match(data, end, end + _REACH), _BEFORE.search(data[max(0, place - _REACH) : place])):
        if found is not None:
            yield found[1].decode("utf-8", "replace")


def _weigh_errors(weighing: Weighing) -> None:
    """Add that the function or type around is named after errors, of which the code of an error is one."""
    error_words = weighing.weights.vocabulary.error_words
    for name in weighing.facts.document.enclosing(weighing.place):
        if not error_words.isdisjoint(words(name)) and weigh_names((name,), weighing.weights) >= 0:
            weighing.add_known("error_call", f"in {name}, which is about errors")
            return
