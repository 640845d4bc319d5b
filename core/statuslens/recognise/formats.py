"""Recognise the statuses of a text that is read without a grammar."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from statuslens.recognise.forms import FoundForm
from statuslens.recognise.lines import find_in_lines
from statuslens.recognise.model import Evidence, Occurrence, Role
from statuslens.recognise.prose import find_in_prose
from statuslens.recognise.statements import find_in_statements
from statuslens.recognise.weights import Weights
from statuslens.source.format import Format
from statuslens.source.statements import find_comments

_COMMENT_SIGN = re.compile(r"[\s#/;-]*")


def find_in_format(text: str, form: Format, title: str, weights: Weights, *, prose: bool) -> tuple[Occurrence, ...]:
    """Return the occurrences of a text in the order of their places; ``title`` is what people call its language."""
    found = list(_find(text, form, title, weights))
    if prose:
        found += _in_comments(text, form, title, weights)
    occurrences: list[Occurrence] = []
    for item in sorted(found, key=lambda item: item.code.start):
        if not occurrences or item.code.start >= occurrences[-1].end:
            occurrences.append(_occurrence(item))
    return tuple(occurrences)


def _find(text: str, form: Format, title: str, weights: Weights) -> Iterator[FoundForm]:
    if form.punctuation:
        return find_in_statements(text, form, title, weights)
    return find_in_lines(text, form, weights)


def _in_comments(text: str, form: Format, title: str, weights: Weights) -> Iterator[FoundForm]:
    """Yield the statuses of comments: what a directive would take if it were none, and what the words around say."""
    for start, comment in find_comments(text, form):
        content = _COMMENT_SIGN.sub("", comment, count=1)
        moved = start + len(comment) - len(content)
        evidence = (Evidence("named as a status in a text", weights.reasons["prose_word"]),)
        found: Iterable[FoundForm] = _find(content, form, title, weights)
        for item in (*found, *(FoundForm(code, evidence) for code in find_in_prose(content, weights))):
            yield replace(item, code=replace(item.code.moved(moved), role=Role.PROSE))


def _occurrence(found: FoundForm) -> Occurrence:
    code = found.code
    return Occurrence(code.start, code.end, code.text, code.text.lower(), code.role, found.evidence)
