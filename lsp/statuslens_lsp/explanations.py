"""The explanation of what means a status, where it stands: for hovers and tooltips, in the client's markup."""

from collections.abc import Iterable
from functools import lru_cache

from lsprotocol import types as lsp

from statuslens.config.model import TeamFile
from statuslens.explain import explain
from statuslens.explain.brief import NOWHERE, Standpoint
from statuslens.explain.markdown import to_short_markdown
from statuslens.explain.model import Answer, Listing
from statuslens.explain.span import explain_span
from statuslens.recognise import Occurrence, Role
from statuslens.registry import load_registry
from statuslens.rules.bounds import find_span
from statuslens.rules.subject import Subject
from statuslens_lsp.plain_text import to_plain_text
from statuslens_lsp.views import Analysis


def choose_markup(capabilities: lsp.ClientCapabilities) -> lsp.MarkupKind:
    """Return the markup that the client likes best; plain text, which every client shows, by default."""
    document = capabilities.text_document
    return best_markup((document and document.hover and document.hover.content_format) or ())


def best_markup(formats: Iterable[lsp.MarkupKind]) -> lsp.MarkupKind:
    """Return the first markup that there is; plain text where none is named."""
    return next((kind for kind in formats if kind in set(lsp.MarkupKind)), lsp.MarkupKind.PlainText)


def explain_occurrence(occurrence: Occurrence, analysis: Analysis, markup: lsp.MarkupKind) -> str:
    """Explain what means a status at its place: a bound by what it takes in, a class by its codes."""
    subject, offset = analysis.subject_at(occurrence.start)
    if occurrence.role is Role.BOUND and (listing := _span(subject, offset)) is not None:
        return _render(listing, markup, NOWHERE)
    return explain_at(occurrence.start, occurrence.code, analysis, markup)


def explain_at(offset: int, code: str, analysis: Analysis, markup: lsp.MarkupKind) -> str:
    """Explain a code to somebody who is at a place of a text."""
    subject, _ = analysis.subject_at(offset)
    here = Standpoint(subject.constants(code), frozenset({*analysis.team.vendors, subject.language}))
    return _explain(code, analysis.team, here, markup)


@lru_cache(maxsize=256)
def _explain(code: str, team: TeamFile, here: Standpoint, markup: lsp.MarkupKind) -> str:
    return _render(explain(code, load_registry(), team)[0], markup, here)


def _render(answer: Answer, markup: lsp.MarkupKind, here: Standpoint) -> str:
    return (to_short_markdown if markup == lsp.MarkupKind.Markdown else to_plain_text)(answer, here)


def _span(subject: Subject, offset: int) -> Listing | None:
    """Explain the statuses that the bound at an offset takes in; None where that is not clear."""
    bound = subject.occurrence_at(offset)
    span = find_span(bound, subject) if bound is not None else None
    return explain_span(span.first, span.last, load_registry()) if span is not None else None
