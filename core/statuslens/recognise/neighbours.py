"""What stands beside a literal says: other codes, a phrase, a response's headers and body, a message."""

import re
from collections.abc import Iterable
from functools import lru_cache

from statuslens.recognise.calls import is_failure, own_class
from statuslens.recognise.phrases import says_just_phrase
from statuslens.recognise.readings import Reading
from statuslens.recognise.weighing import ROUND_CODES, Weighing, is_known, is_registered, shorten, weigh_names
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Relation
from statuslens.source.words import words

_LEADING_NAME = re.compile(r"[\"']?([A-Za-z_][\w-]*)[\"']?\s*[:=]|[\"']?[$@&]*\{?([A-Za-z_]\w*)\}?[\"']?\Z")
_LEADING_CODE = re.compile(r"[\"']?([1-5][0-9]{2})[\"']?\s*(?:[:=]|\Z)")
_HEADER = (
    r"[A-Za-z]+-[A-Za-z-]+\b|(?:location|allow|server|etag|vary)\b",
    r"(?:\w+::)?[A-Z]+_[A-Z_]+\b",
)
_HEADERS = re.compile(
    rf"(?:%?\{{|\[|\barray\(|#\{{)\s*(?:[\]}})]|[\[({{]?\s*[\"':]?(?:{'|'.join(_HEADER)}))|\w*headers?\b", re.IGNORECASE
)
_LABEL = re.compile(r"(?:\A|\()[bBrRuU]?(:[A-Za-z_]\w*|([\"'`]):?[$.]*[A-Za-z_][\w-]*\2)\)?\Z")
_MESSAGE = re.compile(r"[fF$@]?[\"'`][^\"'`]*[A-Za-z]+ [A-Za-z]|[A-Za-z_][\w.>:$-]*\(\s*[\"'`]")
_PATH = re.compile(r"[fF$@]?[\"'`]?https?://|[fF$@]?[\"'`]/(?!/)")
_WITH_COMPANIONS = {Relation.ARGUMENT, Relation.ELEMENT, Relation.KEYED, Relation.KEYWORD, Relation.RETURNED}
_HEADER_NAME = re.compile(r"[\"'`]?[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+[\"'`]?")
_MEDIA_TYPE = re.compile(
    r"(?:\w+\()?[\"'`](?:application|audio|font|image|multipart|text|video)/[\w.+*-]+(?:;[^\"'`]*)?[\"'`]\)?"
)
_STATUS_FORMAT = re.compile(r".*(?:HTTP/[\d.]+|\bStatus:) ?(?:%\d*[dius]|\{\w*\})")
_METHOD = re.compile(r"[\w.:]*?[\"':.]?(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)[\"']?|\w*Method\w*[.:]+\w+", re.ASCII)
_PAIR = 2


def weigh_neighbours(reading: Reading, weighing: Weighing) -> None:
    """Add what the other arguments, elements or entries beside a literal say."""
    if reading.relation is not Relation.KEY:
        _weigh_shape(reading, weighing)
    if reading.relation is Relation.KEYED and _is_header(reading.subject, weighing):
        weighing.add_known("header_value", f"the value of the header {reading.subject}")
    _weigh_siblings(reading, weighing)
    if reading.relation in _WITH_COMPANIONS and not _is_foreign(reading, weighing):
        _weigh_companions(reading, [name for other in reading.others if (name := _leading_name(other))], weighing)


@lru_cache(maxsize=16384)
def _leading_name(text: str) -> str:
    """Return the name with which an argument or entry begins, or that it is; empty for another one."""
    found = _LEADING_NAME.match(text)
    return (found[1] or found[2]) if found else ""


@lru_cache(maxsize=16384)
def _leading_code(text: str) -> str:
    """Return the code with which an element or entry begins, or that it is; empty for another one."""
    found = _LEADING_CODE.match(text)
    return found[1] if found else ""


def _names_path(names: Iterable[str], vocabulary: Vocabulary) -> bool:
    return any(not vocabulary.path_words.isdisjoint(words(name)[-1:]) for name in names)


def _is_foreign(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether an argument has a name that says nothing of a status: ``answer(size=404, body=page)``."""
    return reading.relation is Relation.KEYWORD and weigh_names(reading.names, weighing.weights) <= 0


def _is_header(name: str, weighing: Weighing) -> bool:
    """Tell whether a name is a header's that has no status: ``Content-Length``, not ``X-Upstream-Status``."""
    weights = weighing.weights
    return _HEADER_NAME.fullmatch(name) is not None and weigh_names((name,), weights) < weights.words["code"]


def _weigh_shape(reading: Reading, weighing: Weighing) -> None:
    """Add what the order says: headers and a body that follow, a label before, a phrase beside."""
    place = reading.position if reading.position is not None else -1
    after = reading.others[place : place + 1] if place >= 0 else ()
    is_element = reading.element is not None
    if is_element and after and _HEADERS.match(after[0]):
        weighing.add_known("triplet", "headers and a body follow, as in a response")
    elif is_element and place == 0 and len(reading.others) == _PAIR and reading.others[1].startswith("["):
        weighing.add_known("short_triplet", "headers and a body may follow, as in a response")
    before = "".join(reading.others[place - 1 : place]) if place > 0 else ""
    if _is_header(before, weighing):
        weighing.add_known("header_value", f"the value of the header {before}")
    elif _STATUS_FORMAT.match(before):
        weighing.add_known("status_line", "formatted as a status line")
    for other in reading.others[: max(0, place)]:
        label = _LABEL.search(other)
        weight = weigh_names((label[1],), weighing.weights) if label else 0.0
        if abs(weight) >= weighing.weights.threshold:
            weighing.add(f"beside {shorten(other)}", weight)
            break
    method = next((other for other in reading.others if _METHOD.fullmatch(other)), "")
    if method and reading.relation is Relation.ARGUMENT:
        weighing.add_known("method", f"beside the method {method}")
    if any(says_just_phrase(other, weighing.code) for other in reading.others):
        weighing.add_known("same_phrase", "beside its reason phrase")


def _weigh_siblings(reading: Reading, weighing: Weighing) -> None:
    is_entry = reading.relation is Relation.KEYED and reading.position is None
    beside = () if is_entry else reading.others
    codes = [code for other in beside if (code := _leading_code(other))]
    known = [code for code in codes if is_registered(code)]
    if len(known) == len(codes) and not ROUND_CODES.issuperset(known) and is_known(weighing.code):
        is_clear = reading.element is not None and len({weighing.code, *known} & weighing.weights.usual) > 1
        weighing.add_known("clear_siblings" if is_clear else "siblings", f"beside {', '.join(known[:3])}")
    elif reading.element is not None and len(known) < len(codes):
        weighing.add_known("other_numbers", "beside numbers that are no status")


def _weigh_companions(reading: Reading, names: list[str], weighing: Weighing) -> None:
    vocabulary = weighing.weights.vocabulary
    companions = [name for name in names if not vocabulary.companions.isdisjoint(words(name))]
    # Two of them, as in fail(req, res, 403), say it twice.
    for companion in companions[:2]:
        is_response = weighing.is_usual and companion in vocabulary.response_companions
        weighing.add_known("response_companion" if is_response else "companions", f"beside {companion}")
    if weighing.is_usual and (_names_path(names, vocabulary) or any(map(_PATH.match, reading.others))):
        weighing.add_known("path_beside", "beside a path or address")
    if reading.relation is not Relation.ARGUMENT:
        return
    receiver = next((name for name in reading.names[:-1] if name in vocabulary.companions), "")
    if receiver and not companions and not reading.position:
        weighing.add_known("companions", f"a method of {receiver}")
    has_message = any(_MESSAGE.match(other) for other in reading.others)
    if has_message:
        weighing.add_known("message", "beside a message")
    if media_type := next((other for other in reading.others if _MEDIA_TYPE.fullmatch(other)), ""):
        weighing.add_known("media_type", f"beside {media_type}")
    callee = own_class(reading.names, weighing)
    is_new = "error_code_call" not in weighing.known
    if is_new and (has_message or companions) and is_failure(callee):
        weighing.add_known("error_call", f"{callee[-1]} takes a message and a status")
