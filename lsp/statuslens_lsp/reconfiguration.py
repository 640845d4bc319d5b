"""``workspace/configuration``, ``didChangeConfiguration`` and ``didChangeWorkspaceFolders``: the editor's settings.

A client that can be asked is asked, for each workspace folder by itself; what others send counts as it is.
"""

import logging
from collections.abc import Mapping

from lsprotocol import types as lsp
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException

from statuslens_lsp.configuration import EVERYWHERE
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.options import SECTION
from statuslens_lsp.session import Session

_LOG = logging.getLogger(__name__)


def begin_configuration(ls: Session) -> None:
    """Ask the client for its settings, or make do with what it said at the start."""
    if _can_be_asked(ls):
        ls.start(_ask(ls))
    else:
        _complain(ls)


def did_change_configuration(ls: Session, params: lsp.DidChangeConfigurationParams) -> None:
    """Take new settings."""
    if _can_be_asked(ls):
        ls.start(_ask(ls))
    else:
        _take(ls, {EVERYWHERE: params.settings})


def did_change_workspace_folders(ls: Session, _params: lsp.DidChangeWorkspaceFoldersParams) -> None:
    """Ask for the settings of the folders that there are now, whose team files may be others, too."""
    _LOG.info("workspace folders: %s", ", ".join(folder_uris(ls)) or "none")
    ls.publisher.everything_changed()
    begin_configuration(ls)


async def _ask(ls: Session) -> None:
    scopes = [EVERYWHERE, *folder_uris(ls)]
    items = [lsp.ConfigurationItem(scope or None, SECTION) for scope in scopes]
    try:
        answers = await ls.workspace_configuration_async(lsp.ConfigurationParams(items))
    except JsonRpcException as error:
        _LOG.warning("the client does not tell its settings: %s", error)
        return
    # One answer for all is what some clients give.
    _take(ls, dict(zip(scopes, answers, strict=False)))


def _take(ls: Session, told: Mapping[str, object]) -> None:
    if ls.configuration.take(told):
        _LOG.info("other settings hold now")
        ls.publisher.everything_changed()
    _complain(ls)


def _complain(ls: Session) -> None:
    """Show what is wrong in the settings, once."""
    problems = ls.configuration.problems()
    if problems == ls.configuration.shown:
        return
    ls.configuration.shown = problems
    for problem in problems:
        _LOG.warning("a setting is left out: %s", problem)
    if problems:
        text = f"statuslens leaves out what it cannot use in the settings: {'; '.join(problems)}"
        ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, text))


def _can_be_asked(ls: Session) -> bool:
    return bool(get_capability(ls.client_capabilities, "workspace.configuration"))
