"""Recognise the statuses in the configuration of a server, by what its directives take."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from statuslens.recognise.codes import FoundCode
from statuslens.recognise.forms import FoundForm, find_forms
from statuslens.recognise.model import Evidence, Role
from statuslens.recognise.usage import Usage, fill, parse_usage
from statuslens.recognise.weights import Weights
from statuslens.source.format import Format
from statuslens.source.statements import Statement, Word, find_tags, read_statements

_NAME = re.compile(r"[A-Za-z_]\w*")
_NAMED_CODE = r"\b{name}\b[^\n]*?(?<![\w.])(?P<status>[1-5][0-9]{{2}})(?![\w.])"


def find_in_statements(text: str, form: Format, title: str, weights: Weights) -> Iterator[FoundForm]:
    """Yield the statuses of a configuration; ``title`` is what people call the server."""
    names: dict[str, str] = {}
    for statement in read_statements(text, form):
        if statement.is_comment:
            continue
        for word, codes, reason in _filled(statement, form, title):
            if word.is_tag:
                names.update((name, reason) for name in _NAME.findall(word.text)[-1:])
            for code in codes:
                yield FoundForm(code.moved(word.start), (Evidence(reason, weights.reasons["known_call"]),))
        part = text[statement.start : statement.end]
        for found in find_forms(part, form.forms, weights, only_first=False):
            yield replace(found, code=found.code.moved(statement.start))
    if names:
        yield from _in_tags(text, names, weights)


def _filled(statement: Statement, form: Format, title: str) -> Iterator[tuple[Word, tuple[FoundCode, ...], str]]:
    directive = statement.words[0]
    for usage in _usages(form, directive.text):
        if usage.is_at_home(statement.head):
            owner = statement.head[0].text if usage.head else directive.text
            for filled in fill(usage, statement.words):
                yield filled.word, filled.codes, f"{title}'s {owner.lstrip('<')} takes a status here"


@lru_cache(maxsize=4096)
def _usages(form: Format, directive: str) -> tuple[Usage, ...]:
    return tuple(usage for usage in map(parse_usage, form.places) if usage.is_of(Word(directive, 0)))


def _in_tags(text: str, names: dict[str, str], weights: Weights) -> Iterator[FoundForm]:
    """Yield the statuses that a template gives to what it puts where a status is taken: ``default "404"``."""
    for tag in find_tags(text):
        for name, reason in names.items():
            for match in re.finditer(_NAMED_CODE.format(name=re.escape(name)), tag[0]):
                start, end = match.span("status")
                code = FoundCode(start, end, match["status"], Role.STATUS).moved(tag.start())
                evidence = Evidence(f"the template's {name} stands where {reason[:-5]}", weights.reasons["known_call"])
                yield FoundForm(code, (evidence,))
