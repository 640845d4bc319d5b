"""``didOpen``, ``didChange`` and ``didClose`` of texts and notebooks: keep them as the client has them."""

import logging

from lsprotocol import types as lsp

from statuslens_lsp.session import Session

_LOG = logging.getLogger(__name__)


def did_open(ls: Session, params: lsp.DidOpenTextDocumentParams) -> None:
    """Take a document in."""
    document = params.text_document
    if ls.documents.open(document.uri, document.version, document.text, language=document.language_id):
        ls.publisher.opened(document.uri)


def did_change(ls: Session, params: lsp.DidChangeTextDocumentParams) -> None:
    """Make the changes that lead to the new version."""
    document = params.text_document
    if not params.content_changes:
        return
    if ls.documents.change(document.uri, document.version, params.content_changes):
        ls.publisher.changed(document.uri)
    else:
        _LOG.info("ignored a change of %s, which is not open here", document.uri)


def did_close(ls: Session, params: lsp.DidCloseTextDocumentParams) -> None:
    """Forget a document."""
    uri = params.text_document.uri
    if ls.documents.close(uri):
        ls.publisher.closed(uri)


def did_open_notebook(ls: Session, params: lsp.DidOpenNotebookDocumentParams) -> None:
    """Take a notebook in."""
    notebook = params.notebook_document
    if ls.documents.open_notebook(notebook, params.cell_text_documents):
        ls.publisher.opened(notebook.uri)


def did_change_notebook(ls: Session, params: lsp.DidChangeNotebookDocumentParams) -> None:
    """Change the cells of a notebook; what it says besides is of no concern."""
    uri, cells = params.notebook_document.uri, params.change.cells
    if cells is None:
        return
    gone = ls.documents.change_notebook(uri, cells)
    if gone is None:
        _LOG.info("ignored a change of %s, which is not open here", uri)
        return
    for cell in gone:
        ls.publisher.closed(cell)
    ls.publisher.changed(uri)


def did_close_notebook(ls: Session, params: lsp.DidCloseNotebookDocumentParams) -> None:
    """Forget a notebook."""
    for cell in ls.documents.close_notebook(params.notebook_document.uri):
        ls.publisher.closed(cell)
