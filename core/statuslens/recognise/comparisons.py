"""Comparisons that are written as calls: ``assertEqual(code, 404)``, ``expect(code).toBe(404)``."""

import re
from functools import lru_cache
from itertools import chain

from statuslens.recognise.reading import Reading, names_in, read_as
from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import words

_QUOTES = ('"', "'", "`")
_MESSAGES = {("message",), ("msg",)}
_REFERENCE = re.compile(r"[\w.]+::\w+")
"""What an assertion asks of its receiver: ``HttpResponse::getStatus``."""
_LABELLED = re.compile(r"[:\"']?\w+[\"']?\s*(?:=>|:\s*[\"'])")
"""An argument with a name, which is no side of a comparison: ``:note => text``, ``note: "none"``."""


@lru_cache(maxsize=4096)
def comparison_of(callee: str, vocabulary: Vocabulary) -> Relation | None:
    """Return how a call of this name compares: for equality, order or membership; None where it does not."""
    callee = callee.strip("?!.")
    if callee.endswith("f") and comparison_of(callee[:-1], vocabulary):  # Go's assert.Equalf
        callee = callee[:-1]
    kinds = (
        (Relation.BOUNDED, vocabulary.order, vocabulary.order_words),
        (Relation.COMPARED, vocabulary.equality | vocabulary.properties, vocabulary.equality_words),
        (Relation.MEMBER, vocabulary.membership, vocabulary.membership_words),
    )
    spoken = words(callee)
    start = next((place for place, word in enumerate(spoken) if word in vocabulary.assertion_words), None)
    # What stands before is a library's name, LT_CHECK_EQ.
    found = set(spoken[start:]) if start is not None else {"equal", "equals"}.intersection(spoken)
    by_name = (relation for relation, names, _ in kinds if callee in names)
    by_words = (relation for relation, _, said in kinds if found & said)
    return next(chain(by_name, by_words), None)


def owned_comparison(names: tuple[str, ...], vocabulary: Vocabulary) -> Relation | None:
    """Return what a method of an assertion's class compares: ``Assert::same``."""
    is_owned = len(names) > 1 and names[-2].lower() in vocabulary.assertion_words
    return comparison_of(f"{names[-2]}_{names[-1]}", vocabulary) if is_owned else None


def compared_by_call(context: Context, relation: Relation, names: tuple[str, ...], vocabulary: Vocabulary) -> Reading:
    """Read ``expect(x).toBe(404)`` and ``assertEqual(x, 404)``: the receiver counts before the arguments."""
    receiver = tuple(
        name for name in names[:-1] if name and name not in vocabulary.neutral and not _only_asserts(name, vocabulary)
    )
    is_property = names[-1] in vocabulary.properties
    if asked := next(filter(_REFERENCE.fullmatch, context.others), ""):
        return read_as(context, relation, asked, names_in(asked, vocabulary), vocabulary)
    compared = _compared_argument(context, relation, vocabulary, is_property=is_property)
    is_tool = bool(compared) and len(receiver) == 1 and "(" not in context.subject  # Objects.equals(a, b)
    if receiver and not is_property and not is_tool:
        return read_as(context, relation, context.subject, receiver, vocabulary)
    subject = compared or names[-1]
    owner = receiver if is_property else ()
    return read_as(context, relation, subject, (*owner, *names_in(subject, vocabulary)), vocabulary)


def uncurried(context: Context, outer: Context | None, vocabulary: Vocabulary) -> Context:
    """Return as a comparison an assertion that is called with what is expected, and then with what is asserted.

    ``assertResult(404)(response.status)``
    """
    if outer is None or outer.relation is not Relation.CALLED:
        return context
    is_first = context.relation is Relation.ARGUMENT and not context.position
    callee = names_in(context.subject, vocabulary)[-1:] if is_first else ()
    if not callee or vocabulary.assertion_words.isdisjoint(words(callee[0])[:1]):
        return context
    asserted = outer.subject.strip("(){} \n\t")
    return context._replace(relation=Relation.COMPARED, subject=asserted, position=None, others=())


def _only_asserts(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name starts an assertion; one like ``expectStatus`` says about what, too."""
    found = set(words(name))
    return bool(found & vocabulary.assertion_words) and "status" not in found


def _compared_argument(context: Context, relation: Relation, vocabulary: Vocabulary, *, is_property: bool) -> str:
    """Return what a literal is compared with by a call: the argument before it, or else the one after it.

    A test object, a message in which nothing is looked for and how to compare do not count; a property's name does,
    though it is a string.
    """
    place = context.position or 0
    for other in (*context.others[:place][::-1], *context.others[place:]):
        is_text = other.startswith(_QUOTES) and other[1:2] != "$"
        is_usable = is_property or not (is_text or _LABELLED.match(other))
        names = names_in(other, vocabulary) if is_usable else ()
        may_be_message = not is_property and relation is not Relation.MEMBER
        is_message = may_be_message and bool(names) and words(names[-1])[-1:] in _MESSAGES
        is_telling = any(name not in vocabulary.neutral for name in names)
        if is_telling and not is_message and comparison_of(names[-1], vocabulary) is None:
            return other
    return ""
