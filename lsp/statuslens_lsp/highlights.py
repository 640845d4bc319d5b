"""``textDocument/documentHighlight``: on a number, all places of the document that mean the same."""

from lsprotocol import types as lsp

from statuslens.recognise import Role
from statuslens_lsp.session import Session
from statuslens_lsp.views import MOST_PLACES, View


def document_highlight(ls: Session, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
    """Highlight the places of a code, literal and constant alike."""
    view = ls.documents.view(params.text_document.uri)
    return find_highlights(view, params.position) if view is not None else []


def find_highlights(view: View, position: lsp.Position) -> list[lsp.DocumentHighlight]:
    """Return the places to highlight; none on a name, whose places the language's own server knows."""
    asked = view.occurrence_at(position)
    if asked is None or asked.role is Role.CONSTANT:
        return []
    alike = [item for item in view.occurrences if item.code == asked.code]
    first = max(0, alike.index(asked) - MOST_PLACES // 2)
    return [lsp.DocumentHighlight(view.range(item.start, item.end)) for item in alike[first : first + MOST_PLACES]]
