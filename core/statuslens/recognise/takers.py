"""What takes the elements of a list or the rows of a table: a block, a function, a test with columns."""

import re

from statuslens.recognise.reading import Reading, names_in, read_as
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation

_PARAMETERS = re.compile(
    r"\(\{?([^(){}]*)\}?\)\s*(?::[^=]+)?=>|function\s*\w*\s*\(([^()]*)\)|,\s*(?:async\s+)?(\w+)\s*=>"
)
_TAKES = re.compile(
    r"[({\s]*(?:do\b\s*)?\|\s*(?:\((?P<group>[^()|]+)\)|(?P<names>[^()|]+))"
    r"|[({\s]*(?:async\s+)?(?:function|fn)?[({\s]*"
    r"(?:\[(?P<list>[\w$,\s]+)\]|(?P<plain>[\w$][\w$,\s]*?))\)?\s*(?:=>|->|\{)"
)
"""The parameters of a block or function that a method is given, as far as they take the list's elements."""
_TAKER = re.compile(r"(?:async\s+|static\s+)?(?:fn\b|function\b|[(|])")
_PLACES = {Relation.KEY: 0, Relation.KEYED: 1}


def handed_on(taker: str, context: Context, inner: Relation | None, vocabulary: Vocabulary) -> Reading | None:
    """Read a list or mapping whose elements a block or a function takes: ``[401, 403].each do |status|``."""
    found = _TAKES.match(taker)
    if not found:
        return None
    several = found["group"] or found["list"] or ("" if "with" in context.operator else found["names"])
    parameters = (several or found["names"] or found["plain"]).split(",")
    place = _PLACES.get(inner or Relation.ELEMENT, context.element) if several and len(parameters) > 1 else 0
    if place is None or place >= len(parameters):
        return None
    name = parameters[place].strip().rpartition(" ")[2]
    return read_as(context, Relation.ASSIGNED, name, names_in(name, vocabulary), vocabulary)


def taken(context: Context, vocabulary: Vocabulary) -> Reading | None:
    """Read a list that is passed beside the function that takes its elements: ``map([401, 403], fn status -> …``."""
    if context.element is None:
        return None
    takers = (handed_on(other, context, None, vocabulary) for other in context.others if _TAKER.match(other))
    return next(filter(None, takers), None)


def column_of(
    callee: str, context: Context, outer: Context | None, row_place: int | None, vocabulary: Vocabulary
) -> Reading | None:
    """Read a row of a table test: the first argument names the columns, or the parameters of what gets the rows."""
    if callee not in vocabulary.tables:
        return None
    if outer is not None and outer.relation is Relation.CALLED:
        parameters = _PARAMETERS.search(outer.subject)
        named = next(filter(None, parameters.groups()), "") if parameters else ""
    else:
        named = context.others[0] if context.others else ""
    symbols = [other for other in context.others if other.startswith(":")]
    columns = [name.strip(" \t\n\"'[](){}:") for name in symbols or named.split(",")]
    in_row = context.element if row_place is None else row_place
    place = in_row if len(columns) > 1 else 0
    if place is None or place >= len(columns) or not columns[place]:
        return None
    column = columns[place].partition(":")[0]
    return Reading(Relation.KEYED, column, names_in(column, vocabulary))
