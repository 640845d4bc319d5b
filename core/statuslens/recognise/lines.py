"""Recognise the statuses in logs and messages, line by line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from statuslens.recognise.codes import FoundCode
from statuslens.recognise.forms import FoundForm, find_forms
from statuslens.recognise.model import Evidence, Role
from statuslens.recognise.weights import Weights
from statuslens.source.format import Format

_LINE = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"[1-9][0-9]{2}")
_CELL = re.compile(r"\S+")
_MAX_LINE = 100_000
"""So much of a longer line is read; what follows is no log of requests."""


def find_in_lines(text: str, form: Format, weights: Weights) -> Iterator[FoundForm]:
    """Yield the statuses of a text; the first form that a line has any in decides about the line."""
    comment = re.compile(form.comment or r"(?!)")
    columns: Mapping[int, str] = {}
    for match in _LINE.finditer(text):
        line = match[0][:_MAX_LINE]
        named = next((beginning for beginning in form.columns if line.startswith(beginning)), None)
        if named is not None:
            columns = _columns(line.removeprefix(named), form.columns[named])
        elif not _NUMBER.search(line) or comment.match(line):
            continue
        else:
            found = _in_columns(line, columns, weights) if columns else ()
            for item in found or find_forms(line, form.forms, weights, only_first=True):
                yield replace(item, code=item.code.moved(match.start()))


def _columns(line: str, names: tuple[str, ...]) -> dict[int, str]:
    return {place: name for place, name in enumerate(line.split()) if name in names}


def _in_columns(line: str, columns: Mapping[int, str], weights: Weights) -> tuple[FoundForm, ...]:
    found = []
    for place, cell in enumerate(_CELL.finditer(line)):
        if place in columns and _NUMBER.fullmatch(cell[0]):
            code = FoundCode(cell.start(), cell.end(), cell[0], Role.STATUS)
            found.append(
                FoundForm(code, (Evidence(f"in the column {columns[place]}", weights.reasons["status_line"]),))
            )
    return tuple(found)
