"""What the contexts of a literal mean: comparisons written as calls, and calls that only pass a value on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from statuslens.recognise.comparisons import compared_by_call, comparison_of, owned_comparison, uncurried
from statuslens.recognise.mappings import side_of, spell_out, unit_beside
from statuslens.recognise.reading import Reading, names_in, read_as
from statuslens.recognise.takers import column_of, handed_on, taken
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments, split_list, words

_OF_STATUS = {"http", "status"}
"""Words of a method that a number has only as a status: ``404.isHttpError``."""
_STAYS_INNER = {
    Relation.ANSWERED,
    Relation.ELEMENT,
    Relation.FALLBACK,
    Relation.KEY,
    Relation.METHOD,
    Relation.NAMED,
    Relation.TYPED,
}
_FACED = {Relation.ASSIGNED, Relation.COMPARED}
_SAME_THING = {Relation.NAMED, Relation.TYPED}
_NAMED = {Relation.KEYED, Relation.KEYWORD}
_NAMES_MAPPING = {Relation.ASSIGNED, Relation.RETURNED}
_IN_CONTAINER = {Relation.KEYED, Relation.KEYWORD}
_TYPE_OR_DEFAULT = re.compile(r"[:=]")
_VALUE = re.compile(r"(?:[\w.:]+\()*[\"']?[1-6][0-9]{2}[\"']?\)*")
"""A number, or a matcher of one: ``equalTo(404)``."""
_ADDRESS = re.compile(r"[fF$@]?[\"'`]?https?://")
_TYPED = re.compile(r"(\w+)<[^()]*>\Z")
_LIST = re.compile(r"(?:([A-Za-z_]\w*)\(\s*)?[\[(]")
_LAST_OF = {1, 2}
"""Where a value stands behind a name, and what has the name before it: ``setattr(answer, "code", 404)``."""
_WANTED = {"exp", "expect", "expected", "want", "wanted"}
_NAME_BESIDE = re.compile(r"[\"']?(?i:name|key|id|ref)[\"']?\s*[:=]\s*(?:[\w.]+\((?:\w+:\s*)?)?[\"']?:?([\w.-]+)")

_CHECK_BESIDE = re.compile(
    r"[\"']?(?i:actual|check|field|left_?value|path|property|source|subject|type)[\"']?\s*[:=]"
    r"\s*[\"'`]?(?:=?\{\{\s*)?\$?([A-Za-z][\w.-]*)[\s}]*[\"'`]?"
)
_CHECKED = {"expect", "expected", "expected_value", "expectedvalue", "rightvalue", "target", "value"}


def read(contexts: Iterable[Context], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return the readings of a literal's contexts, innermost first."""
    readings: list[Reading] = []
    in_range = is_beyond_call = is_in_container = False
    depth = 0
    row_place: int | None = None
    conversions: list[Reading] = []
    contexts = _spelled(contexts, vocabulary)
    for context, outer in zip_longest(contexts, contexts[1:]):
        names = _names_of(context, vocabulary)
        is_of_schema = not depth and _is_of_schema(context.relation, names, vocabulary)
        in_range = in_range or (is_of_schema and names[-1] in vocabulary.schema_bounds)
        if is_of_schema and not _named_beside(context, names, vocabulary):
            readings += _row(context, vocabulary)
            continue
        if context.relation is Relation.ARGUMENT and names:
            if (names[-1] in vocabulary.ranges and not depth) or _is_bound_matcher(context, names, vocabulary):
                in_range = True
                continue
            if names[-1] in vocabulary.rows or ".".join(names[-2:]) in vocabulary.rows:
                row_place = _place_in_row(context, names[-1], vocabulary)
                continue
            if _passes_on(context, names, vocabulary):
                elements = _elements(context, vocabulary)
                readings += (replace(element, element=context.position) for element in elements)
                conversions += _conversion(context, names, vocabulary) if not depth else ()
                continue
            column = taken(context, vocabulary) or column_of(names[-1], context, outer, row_place, vocabulary)
            if column:
                return (*readings, *conversions, column)
        reading = _understand(context, names, readings[-1].relation if readings else None, vocabulary)
        if reading is None or (in_range and context.relation is Relation.METHOD):
            readings += _elements(context, vocabulary)
            continue
        _face_element(reading, readings[-1] if readings else reading, vocabulary)
        reading.element = row_place if reading.element is None else reading.element
        reading.is_bound |= in_range
        reading.depth = depth if is_in_container or is_beyond_call or reading.relation not in _SAME_THING else 0
        reading.is_beyond_call = is_beyond_call
        if readings and readings[0].relation is Relation.KEY:
            reading.others = ()
        _name_side(reading, readings)
        readings.append(reading)
        is_beyond_call = is_beyond_call or context.relation is Relation.ARGUMENT
        says_nothing = context.relation is Relation.KEYED and not context.subject
        depth += context.relation not in _STAYS_INNER and not says_nothing
        is_in_container = is_in_container or reading.relation in _IN_CONTAINER
    return (*readings, *conversions)


def _is_of_schema(relation: Relation, names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a key only says something of the value that the key around it names, or a keyword what bounds it."""
    if relation is Relation.KEYED:
        return not vocabulary.schema_words.isdisjoint(names[-1:])
    return relation is Relation.KEYWORD and not vocabulary.schema_bounds.isdisjoint(names[-1:])


def _names_of(context: Context, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names along a context's subject.

    The types that a callee is given are none of them, ``Produces<Page>``, unless it makes one: ``make_unique<Page>``.
    What checks that a double was called stands for the call: ``send_error.assert_called_with``.
    """
    typed = _TYPED.search(context.subject) if context.relation is Relation.ARGUMENT else None
    if typed is None or not vocabulary.makers.isdisjoint(words(typed[1])):
        names = names_in(context.subject, vocabulary)
        is_checked = context.relation is Relation.ARGUMENT and not vocabulary.call_checks.isdisjoint(names[-1:])
        return names[:-1] if is_checked else names
    return names_in(context.subject[: typed.end(1)], vocabulary)


def _spelled(contexts: Iterable[Context], vocabulary: Vocabulary) -> tuple[Context, ...]:
    """Return contexts with their mappings spelled out, and without keywords that only say a comparison's side."""
    found = spell_out(contexts, vocabulary)
    return tuple(
        uncurried(context, outer, vocabulary)
        for context, outer in zip_longest(found, found[1:])
        if context.relation is not Relation.KEYWORD or not _is_side(context.subject, outer, vocabulary)
    )


def _is_side(keyword: str, outer: Context | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a keyword only says which side a literal is: ``assertEquals(expected = 404, actual = code)``."""
    if outer is None or outer.relation is not Relation.ARGUMENT or keyword not in vocabulary.neutral:
        return False
    callee = names_in(outer.subject, vocabulary)[-1:]
    return any(comparison_of(name, vocabulary) is Relation.COMPARED for name in callee)


def _place_in_row(context: Context, callee: str, vocabulary: Vocabulary) -> int | None:
    place = context.position
    return place - 1 if place and callee in vocabulary.titled_rows else place


def _elements(context: Context, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return what the other arguments say of a call that says nothing itself."""
    return (read_as(context, Relation.ELEMENT, "", (), vocabulary),) if context.others else ()


def _row(context: Context, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return what the other elements of a list say, where it is the list that a key holds, or a unit beside a value."""
    if unit := unit_beside(context.others):
        return (Reading(Relation.KEYED, f"a value in {unit}", ("milliseconds",)),)
    return _elements(context, vocabulary) if context.position is not None else ()


def _conversion(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return what the name of a conversion says: ``StatusCode(404)`` is a status wherever it is passed to."""
    if names[-1] not in vocabulary.conversions:
        return ()
    return (Reading(Relation.TYPED, context.subject, names, context.position, context.others),)


def _name_side(reading: Reading, inner: list[Reading]) -> None:
    """Leave of a mapping's name, ``status_by_name``, the half that names the literal."""
    if reading.relation not in _NAMES_MAPPING:
        return
    entry = next((item for item in reversed(inner) if item.relation is not Relation.ELEMENT), None)
    side = side_of(reading.names[-1], entry.relation) if entry is not None and reading.names else ""
    if side:
        reading.names = (side,)
        reading.depth -= 1


def _passes_on(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a call stands for its argument: ``int(404)``, ``List.of(404, 410)``, ``expect(404)``."""
    owner, callee = names[-2] if len(names) > 1 else "", names[-1]
    if ".".join(names[-2:]) in vocabulary.collections or (
        context.is_range and callee.lower() in vocabulary.collections
    ):
        return True
    if context.others and len(names) == 1 and callee in vocabulary.membership:
        return all(_VALUE.fullmatch(other) for other in context.others)
    if "status" in words(owner):
        return False  # StatusCode::from_u16(404) says what it makes of its argument
    if callee in vocabulary.conversions and not _is_asserted(context.subject, vocabulary):
        is_conversion = owner in vocabulary.conversions | vocabulary.types if owner else not context.others
        return is_conversion or callee not in vocabulary.makers  # u16::from(404), and not Failure.new(404)
    if context.others or not _is_matcher(context, names, vocabulary):
        return False
    return callee in vocabulary.wrappers_and_matchers or comparison_of(callee, vocabulary) is Relation.COMPARED


def _is_asserted(subject: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an expression starts with an assertion: ``Expect(code).To``, and not ``pointer.To``."""
    opened, bracket, _ = subject.partition("(")
    return bool(bracket) and opened.rpartition(".")[2] in vocabulary.wrappers


def _is_bound_matcher(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    return _is_matcher(context, names, vocabulary) and comparison_of(names[-1], vocabulary) is Relation.BOUNDED


def _is_matcher(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether a call stands in another one and says how to compare: ``lessThan(400)``, ``Is.EqualTo(404)``."""
    if len(names) == 1:
        return not context.others
    return vocabulary.matcher_owners.issuperset(names[:-1])


def _understand(
    context: Context, names: tuple[str, ...], inner: Relation | None, vocabulary: Vocabulary
) -> Reading | None:
    match context.relation:
        case Relation.METHOD:
            return _method(context, inner, vocabulary)
        case Relation.ANNOTATED if names and names[-1] in vocabulary.rows:
            # An argument with a name holds the values of one parameter, a list without one those of all.
            in_row = context.position if context.others or inner is Relation.KEYWORD else context.element
            place = (in_row or 0) if len(context.columns) > 1 else 0
            column = _TYPE_OR_DEFAULT.split(context.columns[place])[0] if place < len(context.columns) else ""
            return Reading(Relation.KEYED, column, names_in(column, vocabulary)[-1:], context.position, context.others)
        case Relation.CALLED:
            return None
        case Relation.KEYED if names and vocabulary.branches.issuperset(names):
            return None
        case Relation.ARGUMENT:
            return _call(context, names, vocabulary)
        case relation:
            if relation is Relation.ASSIGNED and len(context.others) == 1 and names and _WANTED.issuperset(names):
                # got, want := answer.Code, 404
                context, relation = context._replace(subject=context.others[0], others=()), Relation.COMPARED
                names = names_in(context.subject, vocabulary)
            subject = _named_beside(context, names, vocabulary) or context.subject
            names = names if subject == context.subject else names_in(subject, vocabulary)
            return read_as(context, relation, subject, names, vocabulary)


def _face_element(reading: Reading, inner: Reading, vocabulary: Vocabulary) -> None:
    """Name of a list that a list is compared with, or given, only the element that faces it: ``[r.status, r.body]``.

    The elements beside the literal are those of the reading before, where there is one.
    """
    if reading.relation not in _FACED or reading.element is None:
        return
    opened = _LIST.match(reading.subject)
    if opened is None or (opened[1] and opened[1] not in vocabulary.wrappers):
        return
    parts = split_list(reading.subject[opened.end() :])
    if len(parts) == len(inner.others) + 1 > reading.element:
        reading.names = names_in(parts[reading.element], vocabulary)


def _method(context: Context, inner: Relation | None, vocabulary: Vocabulary) -> Reading | None:
    """Read a method of what holds the literal: a comparison, or one that hands its elements on."""
    is_iteration = context.operator.strip("?!.") in vocabulary.iterations
    relation = None if is_iteration else comparison_of(context.operator, vocabulary)
    if relation is None and inner is None and not _OF_STATUS.isdisjoint(words(context.operator)):
        return Reading(Relation.METHOD, context.operator, (context.operator,))
    if relation is None:
        return handed_on(context.subject, context, inner, vocabulary)
    names = segments(context.subject, vocabulary.transparent_or_membership, vocabulary.accessors)
    return read_as(context, relation, context.subject, names, vocabulary)


def _call(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> Reading:
    is_definition = bool(names) and names[-1].strip("!") in vocabulary.definers and context.position in _LAST_OF
    if is_definition and context.position == len(context.others):
        name = context.others[-1].strip("\"':&")
        return read_as(context._replace(others=()), Relation.ASSIGNED, name, (name,), vocabulary)
    if names and names[-1] in vocabulary.divisions and context.position == 1 and context.others:
        return read_as(
            context, Relation.DIVISOR, context.others[0], names_in(context.others[0], vocabulary), vocabulary
        )
    relation = comparison_of(names[-1], vocabulary) or owned_comparison(names, vocabulary) if names else None
    if relation is None and names and _checks(context, names[-1], vocabulary):
        relation, names = Relation.COMPARED, ("", names[-1])
    if relation:
        return compared_by_call(context, relation, names, vocabulary)
    place, others, element = context.position, context.others, context.element
    return Reading(context.relation, context.subject, names, place, others, element, context.is_range)


def _checks(context: Context, callee: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a call compares its arguments; ``check(url, 404)`` asks for what the address answers."""
    if callee not in vocabulary.checks or not context.position:
        return False
    last = words(context.others[0].strip("\"'`)"))[-1:] if context.others else ()
    return vocabulary.path_words.isdisjoint(last) and not any(map(_ADDRESS.match, context.others))


def _named_beside(context: Context, names: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """Return the name that stands beside a value: ``{name: STATUS_CODE, value: 404}``; empty for other contexts.

    A check names what it looks at: ``{check: status_code, expect: 404}``.
    """
    if context.relation not in _NAMED or not names:
        return ""
    is_checked = names[-1].lower() in _CHECKED
    if is_checked and (checked := next(filter(None, map(_CHECK_BESIDE.fullmatch, context.others)), None)):
        return checked[1]
    if names[-1].lower() != "value" and names[-1] not in vocabulary.schema_words:
        return ""
    return next((match[1] for other in context.others if (match := _NAME_BESIDE.match(other))), "")
