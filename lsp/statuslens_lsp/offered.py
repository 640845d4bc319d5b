"""What the client is told that there is. All else is imported while the client reads it."""

from enum import StrEnum

from lsprotocol import types as lsp

FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.statuslens"
"""The kind of the action that does all fixes that are safe."""
KINDS = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite, FIX_ALL]
"""The kinds of code actions."""
SCHEMES = ("file", "untitled")
"""Texts that people write; ``git:`` and ``vscode-vfs:`` show the same files at other times and places."""
NOTEBOOKS = lsp.NotebookDocumentSyncOptions(
    [lsp.NotebookDocumentFilterWithNotebook(lsp.NotebookDocumentFilterScheme(scheme)) for scheme in SCHEMES]
)
_FILES = lsp.FileOperationRegistrationOptions(
    [lsp.FileOperationFilter(lsp.FileOperationPattern("**/*"), scheme="file")]
)
"""Of which files and folders the client tells that they were created, renamed or deleted in it."""

FEATURES: dict[str, object] = {
    lsp.TEXT_DOCUMENT_DID_OPEN: None,
    lsp.TEXT_DOCUMENT_DID_CHANGE: None,
    lsp.TEXT_DOCUMENT_DID_CLOSE: None,
    lsp.TEXT_DOCUMENT_DID_SAVE: None,
    lsp.NOTEBOOK_DOCUMENT_DID_OPEN: None,
    lsp.NOTEBOOK_DOCUMENT_DID_CHANGE: None,
    lsp.NOTEBOOK_DOCUMENT_DID_CLOSE: None,
    lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: None,
    lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: None,
    lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: None,
    lsp.WORKSPACE_DID_CREATE_FILES: _FILES,
    lsp.WORKSPACE_DID_RENAME_FILES: _FILES,
    lsp.WORKSPACE_DID_DELETE_FILES: _FILES,
    lsp.TEXT_DOCUMENT_DIAGNOSTIC: lsp.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=True, identifier="statuslens"
    ),
    lsp.COMPLETION_ITEM_RESOLVE: None,
    lsp.TEXT_DOCUMENT_COMPLETION: lsp.CompletionOptions(resolve_provider=True),
    lsp.TEXT_DOCUMENT_HOVER: None,
    lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: None,
    lsp.TEXT_DOCUMENT_DOCUMENT_LINK: None,
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: lsp.DocumentSymbolOptions(label="statuslens"),
    lsp.TEXT_DOCUMENT_INLAY_HINT: None,
    lsp.INLAY_HINT_RESOLVE: None,
    lsp.TEXT_DOCUMENT_CODE_ACTION: lsp.CodeActionOptions(KINDS, resolve_provider=True),
    lsp.CODE_ACTION_RESOLVE: None,
    lsp.TEXT_DOCUMENT_REFERENCES: lsp.ReferenceOptions(work_done_progress=True),
    lsp.WORKSPACE_DIAGNOSTIC: None,
    lsp.WORKSPACE_EXECUTE_COMMAND: None,
    lsp.WORKSPACE_SYMBOL: lsp.WorkspaceSymbolOptions(work_done_progress=True),
}
"""The methods, with what the client is told of each where that is more than that there is one."""


class Command(StrEnum):
    """What ``workspace/executeCommand`` takes."""

    CREATE_TEAM_FILE = "statuslens.createTeamFile"
    EXPLAIN = "statuslens.explain"
    OPEN_SPECIFICATION = "statuslens.openSpecification"
    PLACES = "statuslens.places"
    SEARCH = "statuslens.search"
    USAGES = "statuslens.usages"
