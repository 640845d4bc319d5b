"""Files that change outside of the editor, or in it without being open here."""

import os

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from statuslens.source.detect import is_told_by_text, language_of
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session

_REGISTRATION = "statuslens-files"
_IGNORE_FILE = ".gitignore"
OF_FILES = lsp.FileOperationRegistrationOptions(
    [lsp.FileOperationFilter(lsp.FileOperationPattern("**/*"), scheme="file")]
)
"""Of which files and folders the client tells that they were created, renamed or deleted in it."""


async def watch_files(ls: LanguageServer) -> bool:
    """Have the client tell of files that change on disk; tell whether it does."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return False
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher("**/*")])
    registration = lsp.Registration(_REGISTRATION, lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    try:
        await ls.client_register_capability_async(lsp.RegistrationParams([registration]))
    except JsonRpcException:
        return False
    return True


def did_change_watched_files(ls: Session, params: lsp.DidChangeWatchedFilesParams) -> None:
    """``workspace/didChangeWatchedFiles``: files have changed on disk."""
    if any(_is_concern(event) for event in params.changes):
        ls.publisher.files_changed()


def did_change_files(
    ls: Session,
    _params: lsp.DidSaveTextDocumentParams | lsp.CreateFilesParams | lsp.RenameFilesParams | lsp.DeleteFilesParams,
) -> None:
    """``textDocument/didSave``, ``workspace/didCreateFiles``, ``didRenameFiles`` and ``didDeleteFiles``."""
    ls.publisher.files_changed()


def _is_concern(event: lsp.FileEvent) -> bool:
    """Tell whether a change can be of a file that is looked at; of a folder that is gone only its name is told."""
    path = path_of(event.uri) or ""
    is_known = language_of(path) is not None or is_told_by_text(path) or os.path.basename(path) == _IGNORE_FILE  # noqa: PTH119
    return is_known or event.type is lsp.FileChangeType.Deleted
