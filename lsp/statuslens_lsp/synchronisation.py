"""``textDocument/didOpen``, ``didChange`` and ``didClose``: keep the documents as the client has them."""

import logging

from lsprotocol import types as lsp

from statuslens_lsp.diagnostics import clear, publish
from statuslens_lsp.session import Session

_LOG = logging.getLogger(__name__)


def did_open(ls: Session, params: lsp.DidOpenTextDocumentParams) -> None:
    """Analyse a document and publish what was found."""
    document = params.text_document
    analysis = ls.documents.open(document.uri, document.version, document.text, language=document.language_id)
    if analysis:
        publish(ls, analysis)


def did_change(ls: Session, params: lsp.DidChangeTextDocumentParams) -> None:
    """Analyse the new version and publish what was found."""
    document = params.text_document
    if not params.content_changes:
        return
    # With full synchronisation every change is the whole text, so the last one is the version's.
    analysis = ls.documents.change(document.uri, document.version, params.content_changes[-1].text)
    if analysis:
        publish(ls, analysis)
    else:
        _LOG.info("ignored a change of %s, which is not open here", document.uri)


def did_close(ls: Session, params: lsp.DidCloseTextDocumentParams) -> None:
    """Forget a document and take its diagnostics back."""
    uri = params.text_document.uri
    if ls.documents.close(uri):
        clear(ls, uri)
