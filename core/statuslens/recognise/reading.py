"""A context of a literal, understood."""

import re
from dataclasses import dataclass

from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments

_PROJECTION = re.compile(
    r"\.\w+\(\s*[(|]?\s*(\w+)(?:\s*:\s*[\w.]+)?\s*[)|]?\s*(?:=>|->)?\s*\1(?P<member>(?:\??\.\w+(?:\(\))?)+)\s*\)"
)
"""A call that takes a member out of its receiver: ``.then((answer) => answer.status)``, ``.map(|r| r.status())``."""

_CAST = re.compile(r"\s+as[?!]?\s+(?:\[[^\[\]]*\]|[\w.]+(?:<[^<>]*>)?)\??")
"""A type that a value is taken for: ``body["status"] as? Int``."""


@dataclass(slots=True)
class Reading:
    """One context, understood; what is around it is added when all contexts are read."""

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


def names_in(expression: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the names along an expression, outermost first; the type that it is cast to is none of them."""
    if " as" in expression:
        expression = _CAST.sub("", expression)
    if "=>" in expression or "->" in expression or "|" in expression:
        expression = _PROJECTION.sub(r"\g<member>", expression)
    return segments(expression, vocabulary.transparent, vocabulary.accessors)


def read_as(
    context: Context, relation: Relation, subject: str, names: tuple[str, ...], vocabulary: Vocabulary
) -> Reading:
    """Read a context as a relation to a subject, of whose names those that say nothing are left out."""
    if not vocabulary.neutral.isdisjoint(names):
        names = tuple(name for name in names if name not in vocabulary.neutral)
    is_bound = relation is Relation.BOUNDED or context.is_range
    return Reading(relation, subject, names, context.position, context.others, context.element, is_bound)
