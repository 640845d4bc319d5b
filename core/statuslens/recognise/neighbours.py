"""What stands beside a literal says: other codes, a phrase, a response's headers and body, a message."""

import re
from collections.abc import Iterable, Sequence

from statuslens.recognise.calls import is_failure, makes_response, own_class
from statuslens.recognise.helpers import tells_status
from statuslens.recognise.lists import leading_name, weigh_siblings
from statuslens.recognise.phrases import says_just_phrase
from statuslens.recognise.reading import Reading
from statuslens.recognise.weighing import ROUND_CODES, Weighing, is_known, is_registered, shorten, weigh_names
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Relation
from statuslens.source.words import words

_HEADER = (
    r"[A-Za-z]+-[A-Za-z-]+\b|(?:location|allow|server|etag|vary)\b",
    r"(?:\w+::)?[A-Z]+_[A-Z_]+\b",
)
_HEADERS = re.compile(
    rf"&?(?:%?\{{|vec!\[|\[|\barray\(|#\{{)\s*(?:[\]}})]|[\[({{]?\s*[\"':]?(?:{'|'.join(_HEADER)}))|\w*headers?\b",
    re.IGNORECASE,
)
_HEADER_LIST = re.compile(rf"[^\w\"']{{0,3}}[\"'](?:{_HEADER[0]})", re.IGNORECASE)
"""Headers that are written out: ``[("Content-Type", "text/plain")]``."""
_HEADER_PAIR = re.compile(rf"[\"'](?:{_HEADER[0]})[\"']\s*=>", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\A|\()[bBrRuU]?(:[A-Za-z_]\w*|([\"'`]):?[$.]*[A-Za-z_][\w.-]*\2)\)?\Z"
    r"|\A(?:\w+(?:\.|::))*([A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:CODE|STATUS|ATTR|ATTRIBUTE|FIELD|HEADER|KEY|LABEL|TAG"
    r"|\w*TIMEOUT\w*|MS|SIZE|LIMIT|COUNT|PORT))\Z"
    r"|\A[A-Z]\w*(?:\.|::)([A-Z]\w*?(?:Status|Code))\Z"
    r"|\A\(?\w+\)? [=-]> \w+\.(\w+)\Z"
)
"""What a value is called that follows, as a string, as a constant that holds one, or as the member that takes it."""
_STATUS_CONSTANT = re.compile(r"(?:\w+(?:\.|::|\())*((?:[A-Z]\w*)?Status(?:Code)?)\)?")
"""A constant that a status follows as a text: ``(Pseudo(Status), "404")``."""
_ENDS_IN_HEADERS = re.compile(r"\[|(?:\w+\.)*\w*headers?\Z", re.IGNORECASE)
_MESSAGE = re.compile(
    r"[fF$@]?[\"'`][^\"'`]*[A-Za-z]+ [A-Za-z]|[A-Za-z_][\w.>:$-]*\(\s*[\"'`]"
    r"|new [\w.\\]*(?:Error|Exception)\(\s*[fF$@]?[\"'`]"
    r"|(?:str|unicode|String)\(e\w*\)\Z|\$?e(?:rr|x|xc|rror)?(?:\.|->)(?:Error\(\)|[mM]essage|getMessage\(\)|what\(\))\Z"
)
_PATH = re.compile(
    r"[fF$@]?[\"'`]?https?://|[fF$@]?[\"'`]/(?!/)|\w+\.(?:URL|Url|url|uri|path)\b"
    r"|(?:\w+\.)*\w*(?:[pP]ath|[uU]r[il]|URL)\b *\+ *[\"'`]"
    r"|[\"`]?\$\{?[\w.]*(?i:api|endpoint|host|url|uri)\w*\}?(?::\$\{?\w+\}?)?/"
)
_PICTURE = re.compile(r"\.(?:gif|ico|jpe?g|png|svg|webp)[\"'`]\Z")
_WITH_COMPANIONS = {Relation.ARGUMENT, Relation.ELEMENT, Relation.KEYED, Relation.KEYWORD, Relation.RETURNED}
_HEADER_NAME = re.compile(r"[\"'`]?(?:[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+|x(?:-[a-z]+)+)[\"'`]?")
_LABELLED = re.compile(r"[\"'][A-Za-z_-]+[\"']")
_CONSTANT = re.compile(r"(?:\w+(?:\.|::))*[A-Z]\w+")
_QUOTED_NAME = re.compile(r"[\"'][A-Za-z][\w-]*[\"']")
_MEDIA_TYPE = re.compile(
    r"(?:\w+\()?[\"'`](?:application|audio|font|image|multipart|text|video)/[\w.+*-]+(?:;[^\"'`]*)?[\"'`]\)?"
)
_STATUS_FORMAT = re.compile(r".*(?:HTTP/[\d.]+|\bStatus:) ?(?:%\d*[dius]|\{\w*\})")
_STATUS_MESSAGE = re.compile(
    r"[^%{]*(?:(?:(?<!exit )\bstatus(?: code)?|\bHTTP(?: code| error)?|\b(?:expect\w*|response|want) code)\b[ :=,]*"
    r"(?:of |is |was |to be |want(?:ed)?:? |expected:? )?"
    r"|\[(?:GET|POST|PUT|DELETE|PATCH|HEAD) [^\]]*\]\[)['\"]?(?:%\d*[dviusq]|\{\w*\})",
    re.IGNORECASE,
)
"""A text whose first place to fill in is a status's: ``expected status %d, got %d``."""
_SPEAKS_STATUS = re.compile(r"[fF$@]?[\"'`][^\"'`]*\b(?:status|code|http)\b[^\"'`]*(?:%[\ddviusq]|\{)", re.IGNORECASE)
_METHOD = re.compile(
    r"[\w.:]*?[\"':.]?(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)[\"']?|\w*Method\w*[.:]+\w+"
    r"|(?:\w+\.)?Method(?:Get|Post|Put|Delete|Patch|Head|Options)",
    re.ASCII,
)
_RESPONSES = re.compile(r"[\"'`]responses[\"'`]")
_REQUEST = re.compile(r"[\"'`](?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?:/|https?:)\S*[\"'`]")
_BODIES = {"body", "html", "json", "text", "xml"}
_OF_KEYS = {"err"}
"""What stands beside a status only as a key; an argument that is called so is an error to hand on."""
_PAIR = 2
_WIDE = 6
_STATUS_LINE = re.compile(r"http|reason|phrase", re.IGNORECASE)
_TELLING = 0.3
"""What the words of a name weigh at least that says something of a status."""
_BLANK = re.compile(r"_\w*")
_DOUBLES = {"fake", "mock", "stub"}
_OPTION = re.compile(r"[\"']?--?([A-Za-z][\w-]*)[\"']?")
_SHORT_OPTION = re.compile(r"-[A-Za-z]")
"""What takes a number of its own: ``hey -n 200 http://localhost``."""
_STATEMENT = 300
_THROWN = re.compile(rb"\b(?:throw|raise)[ \t(]+(?:new[ \t]+)?(?:\w+(?:\.|::|\\))*(\w+)\([^;{}]*\Z")
_NAMES_HEADER = {Relation.ASSIGNED, Relation.COMPARED, Relation.KEYED}
_OUTCOMES = {"result", "outcome"}
_OK_TAG, _ERROR_TAG = ":ok", ":error"
_TEST_OBJECTS = {"c", "t", "tb"}
_TEXT_WITH_PLACES = re.compile(r"[\"'`](?:[^\"'`%]*%[+#]?[dvsq]){2}")
_OF_RESULT = re.compile(r"(?:\w+\.)+\w+(?:\(\))?")
_HEADED = re.compile(r"[\"'`](?:<\w+>|Error |HTTP )*([45][0-9]{2})[ :-]+[A-Za-z]", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Za-z_]\w*?(?<!\d)([1-5][0-9]{2})")


def weigh_neighbours(reading: Reading, weighing: Weighing) -> None:
    """Add what the other arguments, elements or entries beside a literal say."""
    if reading.relation is not Relation.KEY:
        _weigh_shape(reading, weighing)
    if reading.relation in _NAMES_HEADER and reading.names and _is_header(reading.names[-1], weighing):
        weighing.add_known("header_value", f"the value of the header {reading.subject}")
    weigh_siblings(reading, weighing)
    is_row = reading.relation is Relation.ASSIGNED and reading.element is not None
    if is_row and weighing.is_usual and any(_PATH.match(other) for other in reading.others):
        weighing.add_known("path_beside", "beside a path or address")
    if reading.relation is Relation.TYPED and reading.position is not None and weighing.is_error_code:
        _weigh_message(reading, weighing)
    has_companions = reading.relation in _WITH_COMPANIONS or (
        reading.element is not None and reading.relation is Relation.COMPARED
    )
    if has_companions and not _is_foreign(reading, weighing):
        _weigh_companions(reading, [name for other in reading.others if (name := leading_name(other))], weighing)


def _names_path(names: Iterable[str], vocabulary: Vocabulary) -> bool:
    return any(not vocabulary.path_words.isdisjoint(words(name)[-1:]) for name in names)


def _is_path(other: str, reading: Reading, weighing: Weighing) -> bool:
    """Tell whether an argument is a path or an address; beside a method it needs no quotes in a shell: ``GET /tea``.

    A picture's may stand beside its size: ``Icon("/tea.png", 200)``.
    """
    is_made = bool(reading.names) and reading.names[-1][:1].isupper()
    if is_made and weighing.code in ROUND_CODES and _PICTURE.search(other):
        return False
    return _PATH.match(other) is not None or ("method" in weighing.known and other.startswith("/"))


def _is_foreign(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a literal has a name that says nothing of a status, as a field of a wide record may have one.

    ``answer(size=404, body=page)``, ``{id: 7, title: "Tea", grams: 200, …}``
    """
    is_keyed = reading.relation is Relation.KEYED
    is_wide = is_keyed and (len(reading.others) >= _WIDE or _is_named_beside(reading))
    return (is_wide or reading.relation is Relation.KEYWORD) and weigh_names(reading.names, weighing.weights) < _TELLING


def _is_named_beside(reading: Reading) -> bool:
    """Tell whether a literal has its name from what stands beside it: ``{"name": "rows", "value": 200}``."""
    return bool(reading.subject) and any(reading.subject in other for other in reading.others)


def _is_header(name: str, weighing: Weighing) -> bool:
    """Tell whether a name is a header's that has no status: ``Content-Length``, not ``X-Upstream-Status``."""
    weights = weighing.weights
    return _HEADER_NAME.fullmatch(name) is not None and weigh_names((name,), weights) < weights.words["code"]


def _weigh_shape(reading: Reading, weighing: Weighing) -> None:
    """Add what the order says: headers and a body that follow, a label before, a phrase beside."""
    place = reading.position if reading.position is not None else -1
    if reading.element is not None and place >= 0:
        _weigh_row(reading, place, weighing)
    elif _has_headers_after(reading, place) and weighing.is_usual:
        is_whole = not place and len(reading.others) == _PAIR and _HEADER_LIST.match(reading.others[0])
        weighing.add_known("triplet" if is_whole else "headers_follow", f"before {shorten(reading.others[place])}")
    if follows_responses(reading):
        weighing.add_known("responses_key", "follows responses in a path")
    elif _fills_header(reading, weighing):
        weighing.add_known("header_value", f"the value of the header {reading.others[0]}")
    elif before := reading.others[: max(0, place)]:
        is_pair = reading.element == 1 and len(reading.others) == 1
        _weigh_before(reading, before, weighing, is_pair=is_pair and weighing.is_usual)
    if reading.relation is Relation.ARGUMENT:
        method = next(filter(_METHOD.fullmatch, reading.others), "")
        if method and is_known(weighing.code):
            weighing.add_known("method", f"beside the method {method}")
    if any(_is_phrase_beside(at, other, reading, weighing) for at, other in enumerate(reading.others)):
        weighing.add_known("same_phrase", "beside its reason phrase")


def _is_phrase_beside(at: int, other: str, reading: Reading, weighing: Weighing) -> bool:
    """Tell whether another argument is a literal's reason phrase; a common word, as OK is, has to stand next to it."""
    if not says_just_phrase(other, weighing.code):
        return False
    is_next = reading.position is None or at in {reading.position - 1, reading.position}
    return is_next or "".join(words(other.strip("\"'`"))) not in weighing.weights.names.generic


def follows_responses(reading: Reading) -> bool:
    """Tell whether a list leads into a description of an API: ``["paths", "/orders", "get", "responses", "404"]``."""
    place = (reading.position or 0) if reading.element is not None else 0
    return bool(place) and any(map(_RESPONSES.fullmatch, reading.others[place - 1 : place]))


def _fills_header(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a call gives a header its value, and the header's constant is no status's."""
    if reading.relation is not Relation.ARGUMENT or reading.position != 1 or not reading.names:
        return False
    weights, others = weighing.weights, reading.others
    if words(reading.names[-1])[-1:] != ("header",) or len(others) != 1:
        return False
    if not (_CONSTANT.fullmatch(others[0]) or _QUOTED_NAME.fullmatch(others[0])):
        return False
    return weigh_names((others[0],), weights) < weights.words["code"]


def _has_headers_after(reading: Reading, place: int) -> bool:
    after = reading.others[place] if 0 <= place < len(reading.others) else ""
    return reading.relation is Relation.ARGUMENT and bool(_HEADERS.match(after) or _HEADER_PAIR.match(after))


def _weigh_row(reading: Reading, place: int, weighing: Weighing) -> None:
    """Add what a list or tuple is that holds the literal: a response's status, headers and body."""
    others = reading.others
    if place < min(_PAIR, len(others)) and _HEADERS.match(others[place]) and is_known(weighing.code):
        weighing.add_known("triplet", "headers and a body follow, as in a response")
    elif place == 0 and len(others) == _PAIR and _ENDS_IN_HEADERS.match(others[1]):
        weighing.add_known("short_triplet", "headers and a body may follow, as in a response")
    elif place == 0 and len(others) == _PAIR and _is_response(reading, weighing):
        weighing.add_known("triplet", f"the first of three in {shorten(reading.subject)}")
    elif _is_matched_row(reading, weighing):
        weighing.add_known("matched_row", "one of three, of which some do not matter")
    elif place == 1 and len(others) > 1 and _tags_response(others[0], weighing):
        weighing.add_known("tagged_response", f"beside {others[0]} and what may be a body")
    elif place == 1 and len(others) == 1 and not weighing.is_usual and _LABELLED.fullmatch(others[0]):
        weighing.add_known("other_numbers", f"the value of {shorten(others[0])}")
    elif place == 1 and others and others[0].startswith(":"):
        weight = weigh_names((others[0][1:],), weighing.weights)
        is_telling = weighing.weights.words["http"] <= weight < weighing.weights.threshold
        weighing.add(f"tagged {others[0]}", weight if is_telling else 0.0)


def _tags_response(tag: str, weighing: Weighing) -> bool:
    """Tell whether a tuple is tagged as a response: ``{:ok, 200, body}``, and of HTTP ``{:error, 404, body}``."""
    if tag == _OK_TAG:
        return weighing.is_usual
    is_of_web = weighing.facts.speaks_http or bool(weighing.facts.ecosystems)
    return tag == _ERROR_TAG and weighing.is_error_code and is_of_web


def _is_matched_row(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a response is taken apart that starts with the literal: ``{404, _, _} = get(address)``.

    The first of a status line, ``{_, 404, _}``, is its version.
    """
    if reading.element not in {0, 1} or reading.position != reading.element or len(reading.others) != _PAIR:
        return False
    if reading.element and not _STATUS_LINE.search(f"{reading.subject} {reading.others[1]}"):
        return False
    return any(map(_BLANK.fullmatch, reading.others)) and is_registered(weighing.code)


def _weigh_before(reading: Reading, others: Sequence[str], weighing: Weighing, *, is_pair: bool) -> None:
    """Add what stands before the literal: a header, the format of a status line, an option, a label."""
    before = others[-1]
    if _REQUEST.fullmatch(before):
        weighing.add_known("method", f"beside the request {before}")
        return
    if _is_header(before, weighing):
        weighing.add_known("header_value", f"the value of the header {before}")
    elif _STATUS_FORMAT.match(before):
        weighing.add_known("status_line", "formatted as a status line")
    elif _STATUS_MESSAGE.match(before):
        weighing.add_known("status_message", "filled in where a text speaks of a status")
    elif weighing.is_usual and reading.relation is Relation.ARGUMENT and tells_status(reading):
        weighing.add_known("status_message", "behind a text that speaks of one")
    elif len(others) > 1 and any(map(_SPEAKS_STATUS.match, others)) and _is_result(before, weighing):
        weighing.add_known("status_message", f"filled in behind {shorten(before)} where a text speaks of a status")
    constant = _STATUS_CONSTANT.fullmatch(before) if weighing.is_text else None
    labels = [match for match in (constant, _OPTION.fullmatch(before), *map(_LABEL.search, others)) if match]
    for label in labels:
        name = next(filter(None, (label[1], *label.groups()[2:])))
        weight = weigh_names(tuple(name.split(".")), weighing.weights)
        if abs(weight) >= (weighing.weights.words["code"] if is_pair else weighing.weights.threshold):
            weighing.add(f"beside {shorten(name)}", weight)
            weighing.is_labelled = weight > 0
            break


def _is_response(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether a literal is matched with a response as a whole: ``{401, _, body} = sent_resp(conn)``."""
    return (
        reading.relation is Relation.COMPARED
        and bool(reading.names)
        and makes_response(reading.names, weighing.weights.vocabulary)
    )


def _weigh_record(reading: Reading, names: list[str], companions: list[str], weighing: Weighing) -> None:
    """Add that a weak name stands in a record, of something else or of an error.

    ``{code: 206, city: "Assam"}``, ``{error: 404, message: "lost"}``
    """
    if reading.relation is not Relation.KEYED:
        return
    weights = weighing.weights
    if companions and reading.names[-1:] == ("error",) and weighing.is_error_code:
        weighing.add_known("error_code_call", f"the error beside {companions[0]}")
    keys = sorted(weights.vocabulary.record_keys.intersection(names))
    if keys and 0 < weigh_names(reading.names, weights) < weights.threshold:
        weighing.add_known("of_record", f"beside {keys[0]}, as in a record")


def _companions(reading: Reading, names: Iterable[str], weighing: Weighing) -> list[str]:
    """Return the names beside a literal of what stands beside a status; what a client asks for has a context, too."""
    vocabulary = weighing.weights.vocabulary
    known = vocabulary.all_companions if weighing.facts.ecosystems else vocabulary.companions
    known = known | _OF_KEYS if reading.relation is Relation.KEYED else known
    is_asked = any("client" in words(name) for name in reading.names[:-1])
    return [name for name in names if not known.isdisjoint(words(name)) and not (is_asked and name == "ctx")]


def _weigh_companions(reading: Reading, names: list[str], weighing: Weighing) -> None:
    vocabulary = weighing.weights.vocabulary
    is_clear = is_known(weighing.code) or weigh_names(reading.names, weighing.weights) >= weighing.weights.threshold
    companions = _companions(reading, names, weighing) if is_clear else []
    _weigh_record(reading, names, companions, weighing)
    # Two of them, as in fail(req, res, 403), say it twice.
    for companion in companions[: _PAIR if is_registered(weighing.code) else 1]:
        is_response = weighing.is_usual and companion in vocabulary.response_companions
        weighing.add_known("response_companion" if is_response else "companions", f"beside {companion}")
    is_counted = any(
        map(_SHORT_OPTION.fullmatch, reading.others[max(0, (reading.position or 0) - 1) : reading.position])
    )
    has_path = _names_path(names, vocabulary) or any(_is_path(other, reading, weighing) for other in reading.others)
    if weighing.is_usual and has_path and not is_counted:
        weighing.add_known("path_beside", "beside a path or address")
    if reading.relation is not Relation.ARGUMENT:
        return
    _weigh_arguments(reading, weighing)
    receiver = next((name for name in reading.names[:-1] if name in vocabulary.companions), "")
    has_body = bool(reading.names) and not _BODIES.isdisjoint(words(reading.names[-1])[-1:])
    if receiver and not companions and (not reading.position or has_body):
        weighing.add_known("companions", f"a method of {receiver}")
    has_message = _weigh_message(reading, weighing)
    is_double = bool(reading.names) and not _DOUBLES.isdisjoint(words(reading.names[-1])[:1])
    if is_double and "path_beside" in weighing.known and words(reading.names[-1])[-1] in vocabulary.routes:
        weighing.add_known("method", f"{reading.names[-1]} answers a request")
    if media_type := next((other for other in reading.others if _MEDIA_TYPE.fullmatch(other)), ""):
        weighing.add_known("media_type", f"beside {media_type}")
    callee = own_class(reading.names, weighing)
    if has_message and weighing.is_error_code and not _OUTCOMES.isdisjoint(words(callee[-1])[-1:] if callee else ()):
        weighing.add_known("error_code_call", f"{callee[-1]} takes the code of an error and a message")
    is_new = "error_code_call" not in weighing.known
    is_told = has_message and weighing.is_error_code
    is_error = (has_message or companions) and is_failure(callee) and weighing.code[0] != "1"
    if is_new and (is_error or (is_told and _is_thrown(reading, weighing))):
        weighing.add_known("error_call", f"{callee[-1]} takes a message and a status")


def _weigh_message(reading: Reading, weighing: Weighing) -> bool:
    """Add that a message stands beside the literal; tell whether one does."""
    has_message = any(_MESSAGE.match(other) for other in reading.others)
    if has_message:
        weighing.add_known("message", "beside a message")
    return has_message


def _weigh_arguments(reading: Reading, weighing: Weighing) -> None:
    """Add what other arguments say by themselves: a status that is asserted, a name that ends in the number."""
    if result := _asserted(reading, weighing):
        weighing.add_known("asserted", f"asserted with {result}")
        weighing.is_labelled = True
    if weighing.is_error_code and any(_says_code(other, weighing.code) for other in reading.others):
        weighing.add_known("same_number", "beside a text that says it")
    if weighing.is_usual and any(is_numbered_alike(other, weighing) for other in reading.others):
        weighing.add_known("numbered_alike", "beside a name that ends in it")


def _asserted(reading: Reading, weighing: Weighing) -> str:
    """Return the status with which a literal is given to a test's helper: ``expect(t, res.StatusCode, 404)``.

    Of what a failed test says, ``t.Errorf("expected %v, got %v", 204, res.StatusCode)``, it may stand behind.
    """
    if any(map(_TEXT_WITH_PLACES.match, reading.others)):
        return next((other for other in reading.others if _is_result(other, weighing)), "")
    if not reading.position or _TEST_OBJECTS.isdisjoint(reading.others[:1]):
        return ""
    found = reading.others[1] if len(reading.others) > 1 else ""
    return found if _is_result(found, weighing) else ""


def _is_result(expression: str, weighing: Weighing) -> bool:
    """Tell whether an expression is the status of a response: ``res.StatusCode``."""
    if not _OF_RESULT.fullmatch(expression):
        return False
    return weigh_names(weighing.facts.names_of(expression), weighing.weights) >= weighing.weights.reasons["asserted"]


def _says_code(text: str, code: str) -> bool:
    """Tell whether a text begins with a code, be it as a heading, and goes on with words: ``"<h1>404 - lost</h1>"``."""
    found = _HEADED.match(text)
    return found is not None and found[1] == code


def is_numbered_alike(other: str, weighing: Weighing) -> bool:
    """Tell whether a name ends in a code and is no measure: ``answer_404``."""
    found = _NUMBERED.fullmatch(other)
    return found is not None and found[1] == weighing.code and weigh_names((other,), weighing.weights) >= 0


def _is_thrown(reading: Reading, weighing: Weighing) -> bool:
    """Tell whether what is made with the literal is thrown: ``throw new Denied("not yours", 403)``."""
    data = weighing.facts.document.data
    thrown = _THROWN.search(data[max(0, weighing.place - _STATEMENT) : weighing.place])
    return thrown is not None and reading.names[-1:] == (thrown[1].decode(),)
