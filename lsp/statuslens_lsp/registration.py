"""``client/registerCapability``: what the client is asked to tell, where it tells that only if it is asked."""

import logging

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from statuslens_lsp.options import SECTION
from statuslens_lsp.project_files import PATTERNS
from statuslens_lsp.session import Session

_LOG = logging.getLogger(__name__)


def register(ls: Session) -> None:
    """Ask for what the client can tell."""
    registrations = find_registrations(ls.client_capabilities)
    if registrations:
        ls.start(_register(ls, registrations))


def find_registrations(capabilities: lsp.ClientCapabilities) -> list[lsp.Registration]:
    """Return what to ask of a client: changed settings, and changes of the files that say something of a project."""
    workspace = capabilities.workspace or lsp.WorkspaceClientCapabilities()
    watchers = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(pattern) for pattern in PATTERNS])
    wanted = (
        (
            workspace.did_change_configuration,
            lsp.WORKSPACE_DID_CHANGE_CONFIGURATION,
            lsp.DidChangeConfigurationRegistrationOptions(SECTION),
        ),
        (workspace.did_change_watched_files, lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, watchers),
    )
    return [
        lsp.Registration(f"{SECTION}:{method}", method, options)
        for capability, method, options in wanted
        if capability is not None and capability.dynamic_registration
    ]


async def watch_files(ls: Session) -> bool:
    """Ask to be told of all files that change on disk; tell whether the client does so."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return False
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher("**/*")])
    registration = lsp.Registration(f"{SECTION}:files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    return await _register(ls, [registration])


async def _register(ls: Session, registrations: list[lsp.Registration]) -> bool:
    try:
        await ls.client_register_capability_async(lsp.RegistrationParams(registrations))
    except JsonRpcException as error:
        _LOG.warning("the client does not tell of changes: %s", error)
        return False
    return True
