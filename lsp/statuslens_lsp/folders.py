"""The folders that the client has open."""

from pygls.lsp.server import LanguageServer

from statuslens_lsp.projects import path_of


def folder_uris(ls: LanguageServer) -> list[str]:
    """Return the URIs of the open folders; a client that knows no more than one may have told of a root."""
    folders = [folder.uri for folder in ls.workspace.folders.values()]
    return folders or list(filter(None, [ls.workspace.root_uri]))


def folder_path(uri: str) -> str:
    """Return the path of a folder on disk, with ``/`` between the parts; empty for one that is elsewhere."""
    return (path_of(uri) or "").replace("\\", "/").rstrip("/")
