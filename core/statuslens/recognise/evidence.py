"""Weigh the reasons why a number is, or is not, a status."""

import re
from dataclasses import dataclass, field

from statuslens.recognise.facts import FileFacts
from statuslens.recognise.model import Evidence
from statuslens.recognise.phrases import is_named_like, names_another, says_just_phrase, says_phrase
from statuslens.recognise.readings import Reading
from statuslens.recognise.weights import Vocabulary, Weights
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.ecosystem import Call
from statuslens.registry.vendor import vendor_codes
from statuslens.source.context import Relation
from statuslens.source.words import words

_ROUND = {"100", "200", "300", "400", "500"}
_LEADING_NAME = re.compile(r"[\"']?([A-Za-z_][\w-]*)[\"']?\s*[:=]|([A-Za-z_]\w*)\Z")
_WITH_COMPANIONS = {Relation.ARGUMENT, Relation.KEYED, Relation.KEYWORD, Relation.RETURNED}
_LEADING_CODE = re.compile(r"[\"']?([1-5][0-9]{2})[\"']?\s*(?:[:=]|\Z)")
_HEADERS = re.compile(
    r"(?:%?\{|\[|\barray\(|#\{)\s*(?:[\]})]|[\[({]?\s*[\"':]?(?:[A-Za-z]+-[A-Za-z-]+|location|allow|server|etag|vary)\b|(?:\w+::)?[A-Z]+_[A-Z_]+\b)"
    r"|\w*headers?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\A|\()[bBrRuU]?(:[A-Za-z_]\w*|([\"'`]):?[$.]*[A-Za-z_][\w-]*\2)\)?\Z")
_SENTENCE = re.compile(r"[fF$@]?[\"'`][^\"'`]*[A-Za-z]+ [A-Za-z]|[A-Za-z_][\w.>:$-]*\(\s*[\"'`]")
_HEADER_NAME = re.compile(r"[\"'`]?[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+[\"'`]?")
_MEDIA_TYPE = re.compile(r"[\"'`](?:application|audio|font|image|multipart|text|video)/[\w.+*-]+(?:;[^\"'`]*)?[\"'`]")
_STATUS_FORMAT = re.compile(r".*(?:HTTP/[\d.]+|\bStatus:) ?(?:%\d*[dius]|\{\w*\})")
_MADE = re.compile(r"(?:new\s+|&)?([A-Za-z_][\w.:]*)\s*[({]")
_REDIRECTS = {"301", "302", "303", "307", "308"}
_OF_A_NAME = {Relation.ASSIGNED, Relation.BOUNDED, Relation.COMPARED}
_OF_A_VALUE = {Relation.BOUNDED, Relation.CASE, Relation.COMPARED, Relation.DIVISOR, Relation.MEMBER}
_SAYS_PHRASE = {"same_phrase", "named_like_phrase"}
_CONSTRUCTORS = {("super",), ("base",), ("__construct",), ("__init__",)}
_PAIR = 2
_MAX_SUBJECT = 60


@dataclass(slots=True)
class Weighing:
    """The reasons found so far for one literal."""

    weights: Weights
    evidence: list[Evidence] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """The names of those reasons that the data file lists."""
    is_known_slot: bool = False

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(item.weight for item in self.evidence)

    def add(self, reason: str, weight: float) -> None:
        """Add a reason; one without weight is none."""
        if weight:
            self.evidence.append(Evidence(reason, round(weight, 2)))

    def add_known(self, name: str, reason: str) -> None:
        """Add a reason of the data file's list."""
        self.known.add(name)
        self.add(reason, self.weights.reasons[name])


def weigh(code: str, readings: tuple[Reading, ...], place: int, facts: FileFacts, weighing: Weighing) -> None:
    """Add the reasons that a number's value, its contexts and its file give; ``place`` is its offset in bytes."""
    for reading in readings:
        _weigh_reading(reading, code, place, facts, weighing)
    if code in _REDIRECTS and any("redirect" in name.lower() for reading in readings for name in reading.names):
        weighing.add_known("redirect", "redirects are spoken of")
    if is_key_of_responses(readings):
        weighing.add_known("responses_key", "a key of responses")
    _weigh_surroundings(place, readings, facts, weighing)
    is_bound = bool(readings) and readings[0].is_bound
    value = value_weight(code, weighing.weights, is_bound=is_bound)
    weighing.add(f"{code} as a value", max(0.0, value) if weighing.known & _SAYS_PHRASE else value)
    if "responses_key" not in weighing.known:
        weigh_file(facts, weighing)


def _weigh_surroundings(place: int, readings: tuple[Reading, ...], facts: FileFacts, weighing: Weighing) -> None:
    """Add what the function or class around says, where a weak name such as ``code`` alone does not decide."""
    weights = weighing.weights
    if not readings or not weights.leaning <= weighing.total < weights.threshold:
        return
    if any(item.weight < 0 for item in weighing.evidence):
        return
    for name in facts.document.enclosing(place):
        weight = weights.surroundings * weigh_names((name,), weights)
        if weight > 0:
            weighing.add(f"in {name}", weight)
            return


def is_rendered(readings: tuple[Reading, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a literal names what a call renders: ``render("404.html")``."""
    first = next((reading for reading in readings if reading.relation is Relation.ARGUMENT), None)
    return first is not None and bool(first.names) and not vocabulary.render_words.isdisjoint(words(first.names[-1]))


def is_key_of_responses(readings: tuple[Reading, ...]) -> bool:
    """Tell whether a literal is a key of ``responses``, as in OpenAPI."""
    if not readings:
        return False
    owner = readings[0]
    if owner.relation is Relation.KEY and len(readings) > 1:
        owner = readings[1]
    elif owner.relation is not Relation.INDEX:
        return False
    return bool(owner.names) and words(owner.names[-1])[-1:] == ("responses",)


def weigh_file(facts: FileFacts, weighing: Weighing, *, speaks_of_web: bool = False) -> None:
    """Add what the file as a whole speaks of."""
    is_clear = any(item.weight > weighing.weights.reasons["code_and_phrase"] for item in weighing.evidence)
    if facts.other_protocol and not (speaks_of_web or is_clear or "mark" in weighing.known):
        weighing.add_known("other_protocol", f"the file speaks {facts.other_protocol.upper()}")
    elif facts.ecosystems:
        weighing.add_known("http_import", f"the file uses {facts.ecosystems[0].title}")
    elif facts.speaks_http:
        weighing.add_known("speaks_http", "the file speaks of HTTP")


def value_weight(code: str, weights: Weights, *, is_bound: bool = False) -> float:
    """Return what the number itself says; a class begins and ends with ``00`` and ``99``."""
    if is_bound and code[1:] in {"00", "99"}:
        return weights.values["bound"]
    if code in weights.values:
        return weights.values[code]
    if load_registry().get(code):
        return weights.values["usual" if code in weights.usual else "rare"]
    if vendor_codes(code):
        return weights.values["vendor"]
    return weights.values["unassigned" if "100" <= code <= "599" and len(code) == 3 else "impossible"]  # noqa: PLR2004


def weigh_names(names: tuple[str, ...], weights: Weights) -> float:
    """Return what the words of an expression's names say, the last name first."""
    total = 0.0
    seen: set[str] = set()
    for name, factor in zip(reversed(names), weights.places, strict=False):
        found = words(name)
        for place, word in enumerate(found):
            if word not in seen:
                seen.add(word)
                total += factor * weights.word(word, is_head=place == len(found) - 1)
    return total


def _weigh_reading(reading: Reading, code: str, place: int, facts: FileFacts, weighing: Weighing) -> None:
    weights = weighing.weights
    subject = shorten(reading.subject)
    reason = f"{reading.relation} {subject}"
    if reading.relation in {Relation.CALCULATED, Relation.DIVISOR} and not reading.depth:
        weighing.add(reason, weights.reasons["calculated"])
        return
    weight = weights.relations[reading.relation] * weights.outer**reading.depth * weigh_names(reading.names, weights)
    mark = next((mark for mark in weights.marks if mark in reading.subject), "")
    if mark:
        weighing.add_known("mark", f"{mark} stands for a status")
    # A result that is named like a status speaks for the literal; one that is named otherwise says nothing of it.
    is_named = bool(reading.names) and is_named_like(reading.names[-1], code)
    says_only_yes = reading.is_beyond_call or reading.depth > 1 or is_named
    weighing.add(reason, max(0.0, weight) if says_only_yes else weight)
    if not reading.is_beyond_call:
        _weigh_definition(reading, weight, facts, weighing)
        _weigh_use(reading, weight, place, facts, weighing)
    if reading.depth == 1 and is_named and reading.relation is Relation.ARGUMENT:
        weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
    if reading.relation is Relation.RETURNED and reading.names and reading.element is not None:
        column = facts.provided(reading.names[-1], reading.element)
        weighing.add(f"given to the parameter {column}", weigh_names((column,), weights))
    if reading.depth:
        return
    if reading.relation is Relation.TYPED:
        _weigh_type(reading, facts, weighing)
    if reading.relation in {Relation.ARGUMENT, Relation.ANNOTATED}:
        _weigh_call(reading, code, place, facts, weighing)
    elif reading.relation is Relation.RETURNED:
        _weigh_returned(reading, facts, weighing)
    elif reading.relation is Relation.INDEX and reading.names and _makes_response(reading.names, weights.vocabulary):
        weighing.add_known("response_call", f"{reading.names[-1]} is a response")
    elif reading.relation is Relation.KEY:
        if made := _MADE.match(reading.subject):
            weight = weigh_names(facts.names_of(made[1])[-1:], weights)
            weighing.add(f"the key of {made[1]}", max(0.0, weight))
        if says_phrase(reading.subject, code):
            weighing.add_known("same_phrase", f"its value {subject} says its reason phrase")
    elif reading.names and is_named_like(reading.names[-1], code):
        weighing.add_known("named_like_phrase", f"{reading.names[-1]} is its reason phrase")
    if reading.relation is Relation.KEYED and _is_header(reading.subject, weights):
        weighing.add_known("header_value", f"the value of the header {reading.subject}")
    _weigh_others(reading, code, place, facts, weighing)


def _weigh_type(reading: Reading, facts: FileFacts, weighing: Weighing) -> None:
    """Add what a declared type says besides its name: its fields, and that it is a response's."""
    if not reading.names:
        return
    fields = facts.document.fields(reading.names[-1]) if reading.element is not None else ()
    if reading.element is not None and reading.element < len(fields):
        field_name = fields[reading.element]
        weighing.add(f"given to the field {field_name}", weigh_names((field_name,), weighing.weights))
    elif _makes_response(reading.names, weighing.weights.vocabulary):
        weighing.add_known("response_call", f"makes a {reading.names[-1]}")


def _is_header(name: str, weights: Weights) -> bool:
    """Tell whether a name is a header's that has no status: ``Content-Length``, not ``X-Upstream-Status``."""
    return _HEADER_NAME.fullmatch(name) is not None and weigh_names((name,), weights) < weights.words["code"]


def _weigh_call(reading: Reading, code: str, place: int, facts: FileFacts, weighing: Weighing) -> None:
    names = _own_class(reading.names, place, facts)
    matching = [
        (ecosystem in facts.ecosystems, call.anywhere, ecosystem.title)
        for spelling in {names, facts.originally(names)}
        for ecosystem, call in facts.calls.get(spelling[-1] if spelling else "", ())
        if call.argument == reading.position and _matches(call, spelling)
    ]
    if matching:
        is_imported, is_clear, title = max(matching)
        weighing.is_known_slot = is_imported
        if is_imported or is_clear:
            weighing.add_known("known_call", f"{title} takes a status here")
        else:
            weighing.add_known("known_call_without_import", f"{title} would take a status here")
        return
    if reading.position is None and names and names[-1] in weighing.weights.vocabulary.routes and len(names) == 1:
        weighing.add_known("route", f"what the route {names[0]} returns")
    if names and names_another(names[-1], code):
        weighing.add_known("callee_names_another", f"{names[-1]} is the reason phrase of another status")
    elif names and is_named_like(names[-1], code):
        weighing.add_known("named_like_phrase", f"{names[-1]} is its reason phrase")
    elif names and _makes_response(names, weighing.weights.vocabulary):
        weighing.add_known("response_call", f"{'.'.join(names[-2:])} makes a response")
    parameter = facts.parameter(reading.names, reading.position)
    if parameter:
        weight = weigh_names((parameter,), weighing.weights)
        weighing.add(f"this file calls the parameter {parameter}", weight)


def _own_class(names: tuple[str, ...], place: int, facts: FileFacts) -> tuple[str, ...]:
    """Return the class around instead of what stands for its constructor: ``super(404, message)``."""
    if names[-1:] not in _CONSTRUCTORS:
        return names
    return facts.document.enclosing(place)[-1:] or names


def _makes_response(names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    maker = names[-2] if len(names) > 1 and names[-1].lower() in vocabulary.makers else names[-1]
    return not vocabulary.response_words.isdisjoint(words(maker))


def _weigh_returned(reading: Reading, facts: FileFacts, weighing: Weighing) -> None:
    returning = next((item for item in facts.ecosystems if item.returns == reading.position), None)
    if returning and reading.position is not None:
        weighing.add_known("returned_beside_body", f"{returning.title} takes a returned tuple's status here")


def _matches(call: Call, names: tuple[str, ...]) -> bool:
    if call.chain and call.chain.isdisjoint(names):
        return False
    if call.receiver in {"*", "?"}:
        return call.receiver == "?" or len(names) > 1
    if not call.receiver:
        return len(names) == 1
    return len(names) > 1 and names[-2] == call.receiver


def _weigh_definition(reading: Reading, weight: float, facts: FileFacts, weighing: Weighing) -> None:
    """Add what a name was given, where the name itself says little: ``code = response.status``."""
    if reading.relation not in _OF_A_VALUE or not reading.names or abs(weight) >= weighing.weights.threshold:
        return
    definition = facts.document.assigned(reading.names[-1]) if len(reading.names) == 1 else ""
    if definition:
        found = weigh_names(facts.names_of(definition), weighing.weights)
        if any(mark in definition for mark in weighing.weights.marks):
            found = max(found, weighing.weights.reasons["mark"])
            weighing.known.add("mark")
        # What else a value is calculated from says nothing against it.
        weighing.add(f"{reading.names[-1]} is {shorten(definition)}", max(0.0, found) * weighing.weights.definition)


def _weigh_use(reading: Reading, weight: float, place: int, facts: FileFacts, weighing: Weighing) -> None:
    """Add where a name that says little is passed to: ``for code in (404, 410): respond(code)``."""
    if reading.relation not in _OF_A_NAME or len(reading.names) != 1 or abs(weight) >= weighing.weights.certain / 2:
        return
    for callee in facts.document.uses(reading.names[0], place):
        found = weigh_names(facts.names_of(callee), weighing.weights)
        if found >= weighing.weights.threshold:
            weighing.add(f"{reading.names[0]} is passed to {callee}", found * weighing.weights.definition)
            return


def _weigh_shape(reading: Reading, code: str, weighing: Weighing) -> None:
    """Add what the elements beside the literal say: a response's headers and body, a phrase, a name before it."""
    place = reading.position if reading.position is not None else -1
    after = reading.others[place : place + 1] if place >= 0 else ()
    is_element = reading.element is not None
    if is_element and after and _HEADERS.match(after[0]):
        weighing.add_known("triplet", "headers and a body follow, as in a response")
    elif is_element and place == 0 and len(reading.others) == _PAIR and reading.others[1].startswith("["):
        weighing.add_known("short_triplet", "headers and a body may follow, as in a response")
    before = "".join(reading.others[place - 1 : place]) if place > 0 else ""
    if _is_header(before, weighing.weights):
        weighing.add_known("header_value", f"the value of the header {before}")
    elif _STATUS_FORMAT.match(before):
        weighing.add_known("status_line", "formatted as a status line")
    for other in reading.others[: max(0, place)]:
        label = _LABEL.search(other)
        weight = weigh_names((label[1],), weighing.weights) if label else 0.0
        if abs(weight) >= weighing.weights.threshold:
            weighing.add(f"beside {shorten(other)}", weight)
            break
    if any(says_just_phrase(other, code) for other in reading.others):
        weighing.add_known("same_phrase", "beside its reason phrase")


def _weigh_others(reading: Reading, code: str, place: int, facts: FileFacts, weighing: Weighing) -> None:
    if reading.relation is not Relation.KEY:
        _weigh_shape(reading, code, weighing)
    is_entry = reading.relation is Relation.KEYED and reading.position is None
    codes = [match[1] for other in reading.others if not is_entry and (match := _LEADING_CODE.match(other))]
    known = [other for other in codes if load_registry().get(other)]
    if StatusClass.of(code) and known and len(known) == len(codes) and any(other not in _ROUND for other in known):
        is_clear = reading.element is not None and len({code, *known} & weighing.weights.usual) > 1
        weighing.add_known("clear_siblings" if is_clear else "siblings", f"beside {', '.join(known[:3])}")
    if reading.element is not None and any(not load_registry().get(other) for other in codes):
        weighing.add_known("other_numbers", "beside numbers that are no status")
    if reading.relation in _WITH_COMPANIONS:
        names = [match[1] or match[2] for other in reading.others if (match := _LEADING_NAME.match(other))]
        _weigh_companions(reading, code, place, [name for name in names if name], facts, weighing)


def _weigh_companions(
    reading: Reading, code: str, place: int, names: list[str], facts: FileFacts, weighing: Weighing
) -> None:
    vocabulary = weighing.weights.vocabulary
    companions = [name for name in names if not vocabulary.companions.isdisjoint(words(name))]
    is_usual = code in weighing.weights.usual or code in _ROUND - {"100", "300"}
    # Two of them, as in fail(req, res, 403), say it twice.
    for companion in companions[:2]:
        is_response = is_usual and companion in vocabulary.response_companions
        weighing.add_known("response_companion" if is_response else "companions", f"beside {companion}")
    if reading.relation is not Relation.ARGUMENT:
        return
    receiver = next((name for name in reading.names[:-1] if name in vocabulary.companions), "")
    if receiver and not companions and not reading.position:
        weighing.add_known("companions", f"a method of {receiver}")
    if any(_SENTENCE.match(other) for other in reading.others):
        weighing.add_known("message", "beside a message")
    if media_type := next((other for other in reading.others if _MEDIA_TYPE.fullmatch(other)), ""):
        weighing.add_known("media_type", f"beside {media_type}")
    if "message" in weighing.known or companions:
        callee = _own_class(reading.names, place, facts)
        if callee and words(callee[-1])[-1:] in {("error",), ("exception",)}:
            weighing.add_known("error_call", f"{callee[-1]} takes a message and a status")


def shorten(subject: str) -> str:
    """Return an expression on one line and of a length to read."""
    text = " ".join(subject.split())
    return text if len(text) <= _MAX_SUBJECT else text[: _MAX_SUBJECT - 1] + "…"
