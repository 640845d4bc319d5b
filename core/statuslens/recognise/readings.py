"""What the contexts of a literal mean: comparisons written as calls, and calls that only pass a value on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments, words

_STAYS_INNER = {Relation.ELEMENT, Relation.KEY, Relation.METHOD, Relation.NAMED, Relation.TYPED}
_SAME_THING = {Relation.NAMED, Relation.TYPED}
_IN_CONTAINER = {Relation.KEYED, Relation.KEYWORD}
_PARAMETERS = re.compile(r"\(\{?([^(){}]*)\}?\)\s*(?::[^=]+)?=>|function\s*\w*\s*\(([^()]*)\)")
_EACH = re.compile(r"\|\s*(\w+)|function\s*\w*\s*\(\s*(\w+)|\(?\s*(\w+)\s*(?:,[^()]*)?\)?\s*(?:=>|->)")
_QUOTES = ('"', "'", "`")
_VALUE = re.compile(r"(?:[\w.:]+\()*[\"']?[1-6][0-9]{2}[\"']?\)*")
"""A number, or a matcher of one: ``equalTo(404)``."""
_NAME_BESIDE = re.compile(r"[\"']?(?i:name|key)[\"']?\s*[:=]\s*[\"']?([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One context, understood."""

    relation: Relation
    subject: str
    names: tuple[str, ...]
    """The names along the subject, outermost first: ``("response", "status_code")``."""
    position: int | None = None
    others: tuple[str, ...] = ()
    element: int | None = None
    is_bound: bool = False
    depth: int = 0
    """How many other contexts stand between it and the literal."""
    is_beyond_call: bool = False
    """Whether it is about the result of a call with the literal."""


def read(contexts: Iterable[Context], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return the readings of a literal's contexts, innermost first."""
    readings: list[Reading] = []
    in_range = is_beyond_call = is_in_container = False
    depth = 0
    row_place: int | None = None
    contexts = tuple(contexts)
    for context, outer in zip_longest(contexts, contexts[1:]):
        names = names_in(context.subject, vocabulary)
        if context.relation is Relation.KEYED and names and names[-1] in vocabulary.schema_words and not depth:
            in_range = in_range or names[-1] in vocabulary.schema_bounds
            continue
        if context.relation is Relation.ARGUMENT and names:
            if names[-1] in vocabulary.ranges and not depth:
                in_range = True
                continue
            if names[-1] in vocabulary.rows:
                row_place = context.position
                continue
            if _passes_on(context, names, vocabulary):
                if context.others:
                    element = _reading(context, Relation.ELEMENT, "", (), vocabulary)
                    readings.append(replace(element, element=context.position))
                continue
            if names[-1] in vocabulary.tables and (column := _column(context, outer, row_place, vocabulary)):
                return (*readings, column)
        reading = _understand(context, names, vocabulary)
        if reading is None:
            if context.others:
                readings.append(_reading(context, Relation.ELEMENT, "", (), vocabulary))
            continue
        reading = replace(
            reading,
            is_bound=reading.is_bound or in_range,
            depth=depth if is_in_container or reading.relation not in _SAME_THING else 0,
            is_beyond_call=is_beyond_call,
        )
        if readings and readings[0].relation is Relation.KEY:
            reading = replace(reading, others=())
        readings.append(reading)
        is_beyond_call = is_beyond_call or context.relation is Relation.ARGUMENT
        depth += context.relation not in _STAYS_INNER
        is_in_container = is_in_container or reading.relation in _IN_CONTAINER
    return tuple(readings)


def names_in(expression: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names along an expression, outermost first."""
    return segments(expression, vocabulary.transparent, vocabulary.accessors)


def _passes_on(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a call stands for its argument: ``int(404)``, ``List.of(404, 410)``, ``expect(404)``."""
    if names[-1] in vocabulary.conversions or ".".join(names[-2:]) in vocabulary.collections:
        return True
    if context.others and len(names) == 1 and names[0] in vocabulary.membership:
        return all(_VALUE.fullmatch(other) for other in context.others)
    if context.others or len(names) != 1:
        return False
    return names[0] in vocabulary.wrappers_and_matchers or _comparison(names[0], vocabulary) is Relation.COMPARED


def _understand(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> Reading | None:
    match context.relation:
        case Relation.METHOD if context.operator.strip("?!.") in vocabulary.iterations:
            found = _EACH.search(context.subject)
            each = found[1] or found[2] or found[3] if found else ""
            return _reading(context, Relation.ASSIGNED, each, names_in(each, vocabulary), vocabulary)
        case Relation.METHOD:
            relation = _comparison(context.operator, vocabulary)
            if relation is None:
                return None
            return _reading(context, relation, context.subject, names, vocabulary)
        case Relation.ANNOTATED if names and names[-1] in vocabulary.rows:
            place = context.position if context.position is not None else 0
            column = context.columns[place] if place < len(context.columns) else ""
            return Reading(Relation.KEYED, column, names_in(column, vocabulary)[-1:], context.position, context.others)
        case Relation.CALLED:
            return None
        case Relation.KEYED if names and all(name in vocabulary.branches for name in names):
            return None
        case Relation.KEYED if names and names[-1].lower() == "value" and (named := _named_beside(context)):
            return _reading(context, context.relation, named, names_in(named, vocabulary), vocabulary)
        case Relation.ARGUMENT:
            relation = _comparison(names[-1], vocabulary) if names else None
            if relation is None and names and names[-1] in vocabulary.checks and context.position:
                relation = Relation.COMPARED
                names = ("", names[-1])
            if relation is None:
                others, element = context.others, context.element
                return Reading(context.relation, context.subject, names, context.position, others, element)
            return _compared_by_call(context, relation, names, vocabulary)
        case relation:
            return _reading(context, relation, context.subject, names, vocabulary)


def _reading(
    context: Context, relation: Relation, subject: str, names: tuple[str, ...], vocabulary: Vocabulary
) -> Reading:
    kept = tuple(name for name in names if name not in vocabulary.neutral)
    is_bound = relation is Relation.BOUNDED or context.is_range
    return Reading(relation, subject, kept, context.position, context.others, context.element, is_bound)


def _named_beside(context: Context) -> str:
    """Return the name that stands beside a value: ``{name: STATUS_CODE, value: 404}``."""
    return next((match[1] for other in context.others if (match := _NAME_BESIDE.match(other))), "")


@lru_cache(maxsize=4096)
def _comparison(callee: str, vocabulary: Vocabulary) -> Relation | None:
    callee = callee.strip("?!.")
    if callee.endswith("f") and _comparison(callee[:-1], vocabulary):  # Go's assert.Equalf
        callee = callee[:-1]
    if callee in vocabulary.equality or callee in vocabulary.properties:
        return Relation.COMPARED
    if callee in vocabulary.order:
        return Relation.BOUNDED
    if callee in vocabulary.membership:
        return Relation.MEMBER
    found = set(words(callee))
    if found & vocabulary.order_words and found & vocabulary.assertion_words:
        return Relation.BOUNDED
    if found & {"equal", "equals"} or (found & vocabulary.equality_words and found & vocabulary.assertion_words):
        return Relation.COMPARED
    return None


def _compared_by_call(context: Context, relation: Relation, names: tuple[str, ...], vocabulary: Vocabulary) -> Reading:
    """Read ``expect(x).toBe(404)`` and ``assertEqual(x, 404)``: the receiver counts before the arguments."""
    receiver = tuple(
        name
        for name in names[:-1]
        if name and name not in vocabulary.neutral and not set(words(name)) & vocabulary.assertion_words
    )
    is_property = names[-1] in vocabulary.properties
    if receiver and not is_property:
        return _reading(context, relation, context.subject, receiver, vocabulary)
    subject = _compared_argument(context, vocabulary, is_property=is_property)
    return _reading(context, relation, subject, names_in(subject, vocabulary), vocabulary)


def _compared_argument(context: Context, vocabulary: Vocabulary, *, is_property: bool) -> str:
    """Return what a literal is compared with by a call: the argument before it, or else the one after it.

    A test object and a message do not count; a property's name does, though it is a string.
    """
    place = context.position or 0
    for other in (*context.others[:place][::-1], *context.others[place:]):
        is_usable = is_property or not other.startswith(_QUOTES) or other[1:2] == "$"
        if is_usable and any(name not in vocabulary.neutral for name in names_in(other, vocabulary)):
            return other
    return ""


def _column(context: Context, outer: Context | None, row_place: int | None, vocabulary: Vocabulary) -> Reading | None:
    """Read a row of a table test: the first argument names the columns, or the parameters of what gets the rows."""
    if outer is not None and outer.relation is Relation.CALLED:
        parameters = _PARAMETERS.search(outer.subject)
        named = next(filter(None, parameters.groups()), "") if parameters else ""
    else:
        named = context.others[0] if context.others else ""
    columns = [name.strip(" \t\n\"'[](){}") for name in named.split(",")]
    in_row = context.element if row_place is None else row_place
    place = in_row if len(columns) > 1 else 0
    if place is None or place >= len(columns) or not columns[place]:
        return None
    column = columns[place].partition(":")[0]
    return Reading(Relation.KEYED, column, names_in(column, vocabulary))
