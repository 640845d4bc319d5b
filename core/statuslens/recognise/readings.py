"""What the contexts of a literal mean: comparisons written as calls, and calls that only pass a value on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments


@dataclass(frozen=True, slots=True)
class Reading:
    """One context, understood."""

    relation: Relation
    subject: str
    names: tuple[str, ...]
    """The names along the subject, outermost first: ``("response", "status_code")``."""
    position: int | None = None
    others: tuple[str, ...] = ()
    is_bound: bool = False
    is_outer: bool = False
    """Whether another context stands between it and the literal."""
    is_beyond_call: bool = False
    """Whether it is the result of a call with the literal that it says something about."""


_STAYS_INNER = {Relation.KEY, Relation.METHOD}
_NEVER_OUTER = {Relation.TYPED, Relation.NAMED}


def read(contexts: Iterable[Context], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Return the readings of a literal's contexts, innermost first."""
    readings: list[Reading] = []
    in_range = False
    row_place: int | None = None
    is_outer = is_beyond_call = False
    for context in contexts:
        names = names_in(context.subject, vocabulary)
        last = names[-1] if names else ""
        if context.relation is Relation.ARGUMENT:
            if last in vocabulary.ranges and not is_outer:
                in_range = True
                continue
            if names == (last,) and last in vocabulary.conversions:
                continue
            if last in vocabulary.rows:
                row_place = context.position
                continue
            if last in vocabulary.tables and (column := _column(context, row_place, vocabulary)):
                readings.append(column)
                break
        reading = _understood(context, names, last, vocabulary, is_outer=is_outer)
        if reading is None:
            continue
        if is_beyond_call:
            reading = replace(reading, is_beyond_call=True)
        if in_range:
            reading = replace(reading, is_bound=True)
        readings.append(reading)
        is_beyond_call = is_beyond_call or context.relation is Relation.ARGUMENT
        is_outer = is_outer or context.relation not in _STAYS_INNER | _NEVER_OUTER
    return tuple(readings)


def _understood(
    context: Context, names: tuple[str, ...], last: str, vocabulary: Vocabulary, *, is_outer: bool
) -> Reading | None:
    relation = context.relation
    subject = context.subject
    is_bound = relation is Relation.BOUNDED
    if relation is Relation.METHOD:
        if context.operator not in vocabulary.membership:
            return None
        relation = Relation.MEMBER
    elif relation is Relation.ARGUMENT and (compared := _comparison(last, vocabulary)) is not None:
        relation = compared
        is_bound = relation is Relation.BOUNDED
        receiver = tuple(name for name in names[:-1] if name not in vocabulary.neutral)
        subject = subject if receiver else ", ".join(context.others)
        names = receiver or names_in(subject, vocabulary)
    is_call = relation is Relation.ARGUMENT
    kept = names if is_call else tuple(name for name in names if name not in vocabulary.neutral)
    outer = is_outer and relation not in _NEVER_OUTER
    return Reading(relation, subject, kept, context.position, context.others, is_bound, outer)


def names_in(expression: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names along an expression, outermost first."""
    return segments(expression, vocabulary.conversions, vocabulary.accessors)


def _column(context: Context, row_place: int | None, vocabulary: Vocabulary) -> Reading | None:
    """Read a row of a table test: the first argument names the columns, ``"path, status"``."""
    columns = [name.strip(" \t\"'[]()") for name in context.others[0].split(",")] if context.others else []
    in_row = context.element if row_place is None else row_place
    place = in_row if len(columns) > 1 else 0
    if place is None or place >= len(columns):
        return None
    return Reading(Relation.KEYED, columns[place], names_in(columns[place], vocabulary))


def _comparison(name: str, vocabulary: Vocabulary) -> Relation | None:
    if name in vocabulary.equality:
        return Relation.COMPARED
    if name in vocabulary.order:
        return Relation.BOUNDED
    if name in vocabulary.membership:
        return Relation.MEMBER
    return None
