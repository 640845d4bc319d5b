"""Mappings and fallbacks that are written as calls, and names that say what a mapping holds."""

import re
from collections.abc import Iterable, Iterator

from statuslens.recognise.weights import Vocabulary
from statuslens.source.context import Context, Relation
from statuslens.source.words import segments, words

_BY_NAME = {Relation.KEYED, Relation.KEYWORD}
_LABEL = re.compile(r"[\"'].*[\"']|[A-Z][A-Z0-9_]*", re.DOTALL)
"""A key that says what its value is: a string or a constant, not a variable."""
_PATH = re.compile(r"[fF]?[\"'`](?:/|https?:)")

_UNIT = re.compile(
    r"[\"']?(?:description|desc|help|summary|title|unit)s?[\"']?\s*[:=].*?"
    r"(?:\[(ms|s|B|KB|MB|px|%)\]|\b(ms|milliseconds?|seconds|minutes|bytes|kilobytes|megabytes|pixels|percent)\b)",
    re.DOTALL,
)


def unit_beside(others: Iterable[str]) -> str:
    """Return the unit in which the entries beside a value say that it is measured; empty for none."""
    found = next(filter(None, map(_UNIT.match, others)), None)
    return found[1] or found[2] if found else ""


def spell_out(contexts: Iterable[Context], vocabulary: Vocabulary) -> tuple[Context, ...]:
    """Return contexts with what calls mean that other languages have syntax for.

    ``codes.put("gone", 410)`` and ``Map.of("gone", 410)`` are entries of a mapping, ``status.orElse(500)`` stands in.
    """
    plain: list[Context] = []
    for context in _described(tuple(contexts), vocabulary):
        if context.relation is Relation.ARGUMENT:
            plain += _spell_out_call(context, vocabulary)
        else:
            plain.append(context)
    return tuple(plain)


def _described(contexts: tuple[Context, ...], vocabulary: Vocabulary) -> tuple[Context, ...]:
    """Return contexts with an annotation's example, ``@Field(example = "404") status``, as the value of its member."""
    place = next((at for at, item in enumerate(contexts) if item.relation is Relation.DESCRIBED), None)
    if not place:
        return contexts
    inner, described = contexts[: place - 1], contexts[place]
    key = words(inner[-1].subject) if inner and inner[-1].relation in _BY_NAME else words(contexts[place - 1].subject)
    if vocabulary.schema_words.isdisjoint(key):
        return (*contexts[:place], *contexts[place + 1 :])
    found = inner[-1] if inner and inner[-1].relation in _BY_NAME else contexts[place - 1]
    value = found._replace(relation=Relation.KEYED, subject=described.subject)
    return (*inner[:-1], value, *contexts[place - 1 : place], *contexts[place + 1 :])


def _spell_out_call(context: Context, vocabulary: Vocabulary) -> Iterator[Context]:
    names = segments(context.subject)
    receiver = context.subject.rpartition(".")[0]
    is_maker = ".".join(names[-2:]) in vocabulary.entry_makers
    is_entry = bool(names) and names[-1] in vocabulary.entries and len(context.others) == 1
    is_of_two = is_entry and not _is_request(context, names[-1], vocabulary)
    if context.position is not None and (is_of_two or (is_maker and len(context.others) % 2)):
        yield _entry(context, context.position)
        if receiver and not is_maker:
            yield Context(Relation.ASSIGNED, receiver)
    elif names and names[-1] in vocabulary.fallbacks and receiver and not context.others:
        yield Context(Relation.FALLBACK, receiver)
    else:
        yield context


def _is_request(context: Context, method: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a call is a request with more than a path, and no entry: ``mock.put("/orders", {}, order, 204)``."""
    others = context.others
    return method in vocabulary.routes and len(others) > 1 and bool(context.position) and bool(_PATH.match(others[0]))


def _entry(context: Context, position: int) -> Context:
    """Return one of the keys and values that stand in turn as the arguments of a call."""
    arguments = (*context.others[:position], "", *context.others[position:])
    same_side = tuple(text for text in arguments[position % 2 :: 2] if text)
    if position % 2:
        key = arguments[position - 1]
        subject = key if _LABEL.fullmatch(key) else ""
        return context._replace(relation=Relation.KEYED, subject=subject, position=None, others=same_side)
    return context._replace(relation=Relation.KEY, subject=arguments[position + 1], position=None, others=same_side)


def side_of(name: str, relation: Relation) -> str:
    """Return the words of a mapping's name that tell what its keys or its values are; empty where none do.

    The values of ``status_by_name`` and of ``name_to_status`` are statuses, the keys of ``names_by_status``, too.
    """
    if relation not in {Relation.KEY, Relation.KEYED}:
        return ""
    found = words(name)
    for joint, is_key_first in (("by", False), ("to", True)):
        if joint in found[1:-1]:
            place = found.index(joint, 1)
            is_first = (relation is Relation.KEY) is is_key_first
            return "_".join(found[:place] if is_first else found[place + 1 :])
    return ""
