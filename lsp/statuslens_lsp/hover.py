"""``textDocument/hover``: the explanation of the status under the pointer, and why it is one."""

from heapq import nlargest
from operator import attrgetter
from textwrap import shorten

from lsprotocol import types as lsp

from statuslens.config.model import TeamFile
from statuslens.explain import explain
from statuslens.explain.markdown import escape, to_short_markdown
from statuslens.recognise.model import Occurrence, Role
from statuslens.registry import load_registry
from statuslens_lsp.plain_text import to_plain_text
from statuslens_lsp.session import Session

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
    occurrence = view.occurrence_at(params.position) if view is not None else None
    if view is None or occurrence is None:
        return None
    markup = choose_markup(ls.client_capabilities)
    return lsp.Hover(describe(occurrence, view.analysis.team, markup), view.range(occurrence.start, occurrence.end))


def choose_markup(capabilities: lsp.ClientCapabilities) -> lsp.MarkupKind:
    """Return the markup that the client likes best; plain text, which every client shows, by default."""
    document = capabilities.text_document
    formats = (document and document.hover and document.hover.content_format) or ()
    return next((kind for kind in formats if kind in set(lsp.MarkupKind)), lsp.MarkupKind.PlainText)


def describe(occurrence: Occurrence, team: TeamFile, markup: lsp.MarkupKind) -> lsp.MarkupContent:
    """Explain an occurrence and say in one line why it is one."""
    answer = explain(occurrence.code, load_registry(), team)[0]
    why = describe_reasons(occurrence)
    if markup == lsp.MarkupKind.Markdown:
        parts = [to_short_markdown(answer), "---", escape(why)]
    else:
        parts = [to_plain_text(answer), why]
    return lsp.MarkupContent(markup, "\n\n".join(parts))


def describe_reasons(occurrence: Occurrence) -> str:
    """Say what an occurrence was taken for, and the reasons that decided it."""
    strongest = nlargest(_REASONS, occurrence.evidence, key=attrgetter("weight"))
    decisive = [item.reason for item in strongest if 2 * item.weight >= strongest[0].weight > 0]
    reasons = shorten("; ".join(decisive), _REASONS_WIDTH, placeholder="…")
    return f"Recognised as {_ROLES[occurrence.role]}: {reasons}."
