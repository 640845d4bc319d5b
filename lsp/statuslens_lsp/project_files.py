"""Files that change: source files, and those that say something of a project, team files and manifests.

A client that can watches them. From others it is heard when such a file is saved, created, renamed or deleted in the
editor; and at each change of a document it is looked whether its team file is still the one that it was.
"""

import os
import posixpath

from lsprotocol import types as lsp

from statuslens.config.find import FILE_NAME
from statuslens.source.detect import is_told_by_text, language_of
from statuslens.workspace.files import is_left_out
from statuslens.workspace.manifests import MANIFESTS, reader_of
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session

PATTERNS = tuple(f"**/{name}" for name in (FILE_NAME, *MANIFESTS))
"""Which files a client should watch."""
_GIT = "/.git/"
"""Where Git writes again and again what nobody looks at."""
_IGNORE_FILE = ".gitignore"


def did_change_watched_files(ls: Session, params: lsp.DidChangeWatchedFilesParams) -> None:
    """``workspace/didChangeWatchedFiles``: files have changed on disk."""
    _tell_of(ls, *(event.uri for event in params.changes))


def did_save(ls: Session, params: lsp.DidSaveTextDocumentParams) -> None:
    """``textDocument/didSave``: a document is on disk as it is shown."""
    _tell_of(ls, params.text_document.uri)


def did_create_files(ls: Session, params: lsp.CreateFilesParams) -> None:
    """``workspace/didCreateFiles``: files and folders are new."""
    _tell_of(ls, *(file.uri for file in params.files))


def did_rename_files(ls: Session, params: lsp.RenameFilesParams) -> None:
    """``workspace/didRenameFiles``: files and folders are elsewhere."""
    _tell_of(ls, *(uri for file in params.files for uri in (file.old_uri, file.new_uri)))


def did_delete_files(ls: Session, params: lsp.DeleteFilesParams) -> None:
    """``workspace/didDeleteFiles``: files and folders are gone."""
    _tell_of(ls, *(file.uri for file in params.files))


def _tell_of(ls: Session, *uris: str) -> None:
    paths = {path.replace(os.sep, "/") for uri in uris if (path := path_of(uri))}
    names = {posixpath.basename(path) for path in paths if _GIT not in path and not is_left_out(path)}
    if any(map(_says_something, names)):
        ls.publisher.everything_changed()
    elif any(map(_is_looked_at, names)):
        ls.publisher.files_changed()


def _says_something(name: str) -> bool:
    """Tell whether a file says something of its project, or can be a folder with such files."""
    return name == FILE_NAME or reader_of(name) is not None or (name != "" and "." not in name)


def _is_looked_at(name: str) -> bool:
    """Tell whether a file can be a source file, or tells which files are."""
    return name == _IGNORE_FILE or language_of(name) is not None or is_told_by_text(name)
