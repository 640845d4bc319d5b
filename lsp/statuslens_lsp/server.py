"""The server: the list of what it does, and its run from the first message to the last."""

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
    lifecycle,
    links,
    project_files,
    reconfiguration,
    references,
    symbols,
    synchronisation,
    workspace_diagnostics,
    workspace_symbols,
)
from statuslens_lsp.session import Session
from statuslens_lsp.transport import serve

_FEATURES: dict[str, Callable[[Session, Any], object]] = {
    lsp.INITIALIZE: lifecycle.begin,
    lsp.INITIALIZED: lifecycle.settle,
    lsp.SHUTDOWN: lifecycle.shutdown,
    lsp.EXIT: lifecycle.leave,
    lsp.TEXT_DOCUMENT_DID_OPEN: synchronisation.did_open,
    lsp.TEXT_DOCUMENT_DID_CHANGE: synchronisation.did_change,
    lsp.TEXT_DOCUMENT_DID_CLOSE: synchronisation.did_close,
    lsp.TEXT_DOCUMENT_DID_SAVE: project_files.did_save,
    lsp.NOTEBOOK_DOCUMENT_DID_OPEN: synchronisation.did_open_notebook,
    lsp.NOTEBOOK_DOCUMENT_DID_CHANGE: synchronisation.did_change_notebook,
    lsp.NOTEBOOK_DOCUMENT_DID_CLOSE: synchronisation.did_close_notebook,
    lsp.SET_TRACE: lifecycle.set_trace,
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
    lsp.WORKSPACE_SYMBOL: workspace_symbols.workspace_symbol,
}
_OPTIONS: dict[str, object] = {
    lsp.TEXT_DOCUMENT_COMPLETION: lsp.CompletionOptions(resolve_provider=True),
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: lsp.DocumentSymbolOptions(label="statuslens"),
    lsp.TEXT_DOCUMENT_CODE_ACTION: lsp.CodeActionOptions(code_actions.KINDS, resolve_provider=True),
    lsp.TEXT_DOCUMENT_DIAGNOSTIC: lsp.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=True, identifier="statuslens"
    ),
    lsp.TEXT_DOCUMENT_REFERENCES: lsp.ReferenceOptions(work_done_progress=True),
    lsp.WORKSPACE_SYMBOL: lsp.WorkspaceSymbolOptions(work_done_progress=True),
    lsp.WORKSPACE_DID_CREATE_FILES: project_files.OF_FILES,
    lsp.WORKSPACE_DID_RENAME_FILES: project_files.OF_FILES,
    lsp.WORKSPACE_DID_DELETE_FILES: project_files.OF_FILES,
}
"""What the client is told of a feature, where that is more than that there is one."""

_OWN_DOCUMENTS = (
    lsp.TEXT_DOCUMENT_DID_OPEN,
    lsp.TEXT_DOCUMENT_DID_CHANGE,
    lsp.TEXT_DOCUMENT_DID_CLOSE,
    lsp.NOTEBOOK_DOCUMENT_DID_OPEN,
    lsp.NOTEBOOK_DOCUMENT_DID_CHANGE,
    lsp.NOTEBOOK_DOCUMENT_DID_CLOSE,
)
"""What pygls would do as well: keep a second copy of each text, and fail on one that was never opened."""


def run() -> int:
    """Serve one client over stdio until it leaves, and return the exit code."""
    session = build_session()
    serve(session)
    return session.exit_code


def build_session() -> Session:
    """Make a session with all features."""
    session = Session()
    for method in _OWN_DOCUMENTS:
        del session.protocol.fm.builtin_features[method]
    for method, handler in _FEATURES.items():
        session.feature(method, _OPTIONS.get(method))(handler)
    for name, command in commands.COMMANDS.items():
        session.command(name)(command)
    return session
