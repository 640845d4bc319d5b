"""``textDocument/inlayHint``: behind a number that is a status its name, where the line does not say it."""

import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from statuslens.explain.names import name_of
from statuslens.recognise import Occurrence, Role
from statuslens.recognise.phrases import is_named_like, says_phrase
from statuslens.registry import load_registry, name_key
from statuslens_lsp.explanations import choose_markup, explain_at
from statuslens_lsp.session import Session
from statuslens_lsp.views import View

_REACH = 160
"""Characters beside a number in which its name is looked for."""
_WORD = re.compile(r"[^\W\d]\w*")
_QUOTES = ("''", '""', "``")


def inlay_hint(ls: Session, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
    """Name the statuses of a range."""
    uri = params.text_document.uri
    view = ls.documents.view(uri) if ls.options_of(uri).inlay_hints else None
    return list(find_hints(view, params.range)) if view is not None else []


def inlay_hint_resolve(ls: Session, hint: lsp.InlayHint) -> lsp.InlayHint:
    """Explain the status of a hint."""
    match hint.data:
        case {"uri": str(uri), "code": str(code)}:
            view = ls.documents.view(uri)
            if view is not None:
                markup = choose_markup(ls.client_capabilities)
                explanation = explain_at(view.offset(hint.position), code, view.analysis, markup)
                hint.tooltip = lsp.MarkupContent(markup, explanation)
    return hint


def find_hints(view: View, asked: lsp.Range) -> Iterator[lsp.InlayHint]:
    """Yield the hints of a range, in the order of the places."""
    for occurrence in view.occurrences_in(asked):
        name = name_of(occurrence.code, load_registry(), view.analysis.team)
        if occurrence.role is Role.STATUS and name and not _says(_line_around(occurrence, view), name, occurrence.code):
            data = {"uri": view.uri, "code": occurrence.code}
            yield lsp.InlayHint(_position_behind(occurrence, view), name, padding_left=True, data=data)


def _line_around(occurrence: Occurrence, view: View) -> str:
    """Return what stands on the line before and behind a number."""
    start = view.lines.position(occurrence.start - view.start)
    line, end = view.lines.line(start.line), start.column + len(occurrence.text)
    return f"{line[max(0, start.column - _REACH) : start.column]} {line[end : end + _REACH]}"


def _says(line: str, name: str, code: str) -> bool:
    """Tell whether a line says what a code is called: ``NOT_FOUND``, ``notFound``, ``Not Found`` or a former name."""
    is_phrase = says_phrase(line, code) or name_key(name) in name_key(line)
    return is_phrase or any(is_named_like(word, code) for word in _WORD.findall(line))


def _position_behind(occurrence: Occurrence, view: View) -> lsp.Position:
    """Return the place behind a number, and behind the quotes that it stands in."""
    text, end = view.lines.text, occurrence.end - view.start
    around = text[max(0, occurrence.start - view.start - 1)] + text[end : end + 1]
    end = occurrence.end + (around in _QUOTES)
    return view.range(end, end).start
