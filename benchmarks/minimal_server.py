"""A language server that does least: what pygls itself costs, which ``server.py`` compares with.

Hover and diagnostics by a regular expression on lines, on pygls' own documents, as its examples do.
"""

import re

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

_STATUS = re.compile(r"\b([1-5]\d\d)\b")
_UNASSIGNED = {"299"}

server = LanguageServer("minimal", "1")


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
def hover(ls: LanguageServer, params: lsp.HoverParams) -> lsp.Hover | None:
    """Say which number is under the pointer."""
    line = params.position.line
    text = ls.workspace.get_text_document(params.text_document.uri).lines[line]
    for found in _STATUS.finditer(text):
        if found.start(1) <= params.position.character < found.end(1):
            place = lsp.Range(lsp.Position(line, found.start(1)), lsp.Position(line, found.end(1)))
            return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, f"**{found[1]}** is a status."), place)
    return None


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def did_open(ls: LanguageServer, params: lsp.DidOpenTextDocumentParams) -> None:
    """Send diagnostics."""
    publish(ls, params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def did_change(ls: LanguageServer, params: lsp.DidChangeTextDocumentParams) -> None:
    """Send diagnostics anew."""
    publish(ls, params.text_document.uri)


def publish(ls: LanguageServer, uri: str) -> None:
    """Send a diagnostic for each number that nobody has assigned."""
    document = ls.workspace.get_text_document(uri)
    diagnostics = [
        lsp.Diagnostic(
            lsp.Range(lsp.Position(number, found.start(1)), lsp.Position(number, found.end(1))), "not assigned"
        )
        for number, text in enumerate(document.lines)
        for found in _STATUS.finditer(text)
        if found[1] in _UNASSIGNED
    ]
    ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics, document.version))


if __name__ == "__main__":
    server.start_io()
