"""A rehearsal: what the first document would have to wait for is loaded before, while the client asks for nothing.

That is a look at a few lines, as if they stood in a file of the language that most of the workspace is written in. A
client that opens a document at once waits for none of it.
"""

import asyncio
import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from statuslens.source.detect import language_of
from statuslens.source.outline import load_outlines
from statuslens_lsp.diagnostics import diagnose
from statuslens_lsp.documents import Documents
from statuslens_lsp.folders import folder_path, folder_uris
from statuslens_lsp.session import Session

_PAUSE = 0.01
"""Seconds before each part, in which the client may ask for something else."""
_MOST_FILES, _MOST_FOLDERS = 2_000, 100
"""Whose names are looked at in an open folder."""
_DEPTH = 2
"""Folders below it, one in another."""
_TEXT = """import http
response.status = 204
response.status = 299
response.status = 301
if (response.status == HTTP_NOT_FOUND) {}
if (response.status >= 500) {}
send("HTTP/1.1 100 Continue")
"""
"""What has statuses of all classes, a finding and a name in it, in as many languages as it can."""


async def rehearse(ls: Session) -> None:
    """Look at a few lines, part by part; leave the rest when a document is opened."""
    await asyncio.sleep(_PAUSE)
    if any(ls.documents.homes()):
        return
    folders = list(filter(None, map(folder_path, folder_uris(ls))))
    path, language = await asyncio.to_thread(find_file, folders)  # where they are may be slow
    if not path:
        return
    for _ in _parts(ls, from_fs_path(path) or path, language):
        await asyncio.sleep(_PAUSE)
        if any(ls.documents.homes()):
            return


def _parts(ls: Session, uri: str, language: str) -> Iterator[None]:
    yield
    item = lsp.TextDocumentItem(uri, language, 0, _TEXT)
    ls.protocol.rehearse(lsp.DidOpenTextDocumentNotification(lsp.DidOpenTextDocumentParams(item)))
    documents = Documents(ls.projects.project_of, ls.encoding)
    documents.open(uri, 0, _TEXT, language=language)
    yield
    view = documents.view(uri)
    yield
    found = diagnose(view) if view is not None else []
    ls.protocol.rehearse(lsp.PublishDiagnosticsNotification(lsp.PublishDiagnosticsParams(uri, found, version=0)))


def find_file(folders: Iterable[str]) -> tuple[str, str]:
    """Return the first of the files in the language that most files near the top of some folders are in, and that.

    They are told by their names, and those in languages of data do not count; empty where there are no others.
    """
    known = load_outlines()
    files: dict[str, list[str]] = {}
    for path in (path for folder in folders for path in islice(_paths(folder), _MOST_FILES)):
        language = language_of(path)
        if language is not None and not known[language].is_data:
            files.setdefault(language, []).append(path)
    language = max(files, key=lambda name: len(files[name]), default="")
    return (files[language][0], language) if language else ("", "")


def _paths(folder: str) -> Iterator[str]:
    """Yield the files in a folder and in those below that are not hidden, the nearest first."""
    waiting = deque([(folder, 0)])
    for _ in range(_MOST_FOLDERS):
        if not waiting:
            return
        path, depth = waiting.popleft()
        try:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in os.scandir(path))
        except OSError:
            continue
        yield from (f"{path}/{name}" for name, is_folder in entries if not is_folder)
        inner = (name for name, is_folder in entries if is_folder and not name.startswith("."))
        waiting += ((f"{path}/{name}", depth + 1) for name in inner if depth < _DEPTH)
