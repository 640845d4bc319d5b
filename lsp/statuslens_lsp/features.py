"""What the server does, put in its place as soon as the client has heard that there is such a thing."""

from collections.abc import Callable
from typing import Any

from lsprotocol import types as lsp

from statuslens_lsp import (
    code_actions,
    commands,
    completion,
    diagnostics,
    highlights,
    hover,
    inlay_hints,
    links,
    project_files,
    reconfiguration,
    references,
    symbols,
    synchronisation,
    workspace_diagnostics,
    workspace_symbols,
)
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.reconfiguration import begin_configuration
from statuslens_lsp.registration import register
from statuslens_lsp.rehearsal import rehearse
from statuslens_lsp.session import Session

HANDLERS: dict[str, Callable[[Session, Any], object]] = {
    lsp.TEXT_DOCUMENT_DID_OPEN: synchronisation.did_open,
    lsp.TEXT_DOCUMENT_DID_CHANGE: synchronisation.did_change,
    lsp.TEXT_DOCUMENT_DID_CLOSE: synchronisation.did_close,
    lsp.TEXT_DOCUMENT_DID_SAVE: project_files.did_save,
    lsp.NOTEBOOK_DOCUMENT_DID_OPEN: synchronisation.did_open_notebook,
    lsp.NOTEBOOK_DOCUMENT_DID_CHANGE: synchronisation.did_change_notebook,
    lsp.NOTEBOOK_DOCUMENT_DID_CLOSE: synchronisation.did_close_notebook,
    lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: reconfiguration.did_change_configuration,
    lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: reconfiguration.did_change_workspace_folders,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: project_files.did_change_watched_files,
    lsp.WORKSPACE_DID_CREATE_FILES: project_files.did_create_files,
    lsp.WORKSPACE_DID_RENAME_FILES: project_files.did_rename_files,
    lsp.WORKSPACE_DID_DELETE_FILES: project_files.did_delete_files,
    lsp.TEXT_DOCUMENT_DIAGNOSTIC: diagnostics.document_diagnostic,
    lsp.COMPLETION_ITEM_RESOLVE: completion.resolve,
    lsp.TEXT_DOCUMENT_COMPLETION: completion.completion,
    lsp.TEXT_DOCUMENT_HOVER: hover.hover,
    lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: highlights.document_highlight,
    lsp.TEXT_DOCUMENT_DOCUMENT_LINK: links.document_link,
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: symbols.document_symbol,
    lsp.TEXT_DOCUMENT_INLAY_HINT: inlay_hints.inlay_hint,
    lsp.INLAY_HINT_RESOLVE: inlay_hints.inlay_hint_resolve,
    lsp.TEXT_DOCUMENT_CODE_ACTION: code_actions.code_action,
    lsp.CODE_ACTION_RESOLVE: code_actions.resolve,
    lsp.TEXT_DOCUMENT_REFERENCES: references.references,
    lsp.WORKSPACE_DIAGNOSTIC: workspace_diagnostics.workspace_diagnostic,
    lsp.WORKSPACE_EXECUTE_COMMAND: commands.execute_command,
    lsp.WORKSPACE_SYMBOL: workspace_symbols.workspace_symbol,
}


def begin(session: Session) -> None:
    """Put each feature in the place that was kept for it, and ask for what a client tells only if it is asked."""
    manager = session.protocol.fm
    for method, handler in HANDLERS.items():
        del manager.features[method]
        session.feature(method)(handler)
    register(session)
    begin_configuration(session)
    session.troubles.look(*folder_uris(session))
    session.start(rehearse(session))
