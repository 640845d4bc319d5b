"""``textDocument/hover``: the explanation of the status under the pointer, and why it is one."""

from heapq import nlargest
from operator import attrgetter
from textwrap import shorten

from lsprotocol import types as lsp

from statuslens.explain.markdown import escape
from statuslens.recognise import Occurrence, Role
from statuslens_lsp.explanations import choose_markup, explain_occurrence
from statuslens_lsp.session import Session
from statuslens_lsp.views import Analysis, View

_REASONS = 2
_REASONS_WIDTH = 120
_ROLES = {
    Role.STATUS: "a status",
    Role.BOUND: "a bound",
    Role.CLASS: "a class",
    Role.CONSTANT: "a constant",
    Role.PROSE: "prose",
}


def hover(ls: Session, params: lsp.HoverParams) -> lsp.Hover | None:
    """Explain the status at a position, or stay silent."""
    view = ls.documents.view(params.text_document.uri)
    occurrence = find_occurrence(view, params.position) if view is not None else None
    if view is None or occurrence is None:
        return None
    contents = describe(occurrence, view.analysis, choose_markup(ls.client_capabilities))
    return lsp.Hover(contents, view.range(occurrence.start, occurrence.end))


def find_occurrence(view: View, position: lsp.Position) -> Occurrence | None:
    """Return what means a status at a position, be it in a comment or text, of which nothing else tells."""
    return view.occurrence_at(position) or view.analysis.spoken_at(view.offset(position))


def describe(occurrence: Occurrence, analysis: Analysis, markup: lsp.MarkupKind) -> lsp.MarkupContent:
    """Explain an occurrence and say in one line why it is one."""
    explanation, why = explain_occurrence(occurrence, analysis, markup), describe_reasons(occurrence)
    parts = [explanation, "---", escape(why)] if markup == lsp.MarkupKind.Markdown else [explanation, why]
    return lsp.MarkupContent(markup, "\n\n".join(parts))


def describe_reasons(occurrence: Occurrence) -> str:
    """Say what an occurrence was taken for, and the reasons that decided it."""
    strongest = nlargest(_REASONS, occurrence.evidence, key=attrgetter("weight"))
    decisive = [item.reason for item in strongest if 2 * item.weight >= strongest[0].weight > 0]
    reasons = shorten("; ".join(decisive), _REASONS_WIDTH, placeholder="…")
    return f"Recognised as {_ROLES[occurrence.role]}: {reasons}."
