"""Numbers that end a range of statuses rather than being one: ``MAX_SUCCESS = 299``, ``maximum("status", 599)``."""

from statuslens.recognise import Occurrence
from statuslens.rules.subject import Subject
from statuslens.source.context import Context, Relation
from statuslens.source.words import words

_EDGES = ("00", "99")
_END_WORDS = {"max", "maximum", "min", "minimum", "most", "least", "upper", "lower", "limit", "highest", "lowest"}


def ends_range(occurrence: Occurrence, subject: Subject) -> bool:
    """Tell whether a number is compared as a bound, or is a class's first or last where its surroundings say a bound.

    Those are a name, ``MAX_SUCCESS = 299``, or others of its kind alone: ``[499, 599]``.
    """
    contexts = subject.contexts(occurrence)
    if any(context.relation is Relation.BOUNDED or context.is_range for context in contexts):
        return True
    return occurrence.code.endswith(_EDGES) and any(_says_end(context) for context in contexts)


def _says_end(context: Context) -> bool:
    ends = bool(context.others) and all(other.isdecimal() and other.endswith(_EDGES) for other in context.others)
    return ends or not _END_WORDS.isdisjoint(words(context.subject))
