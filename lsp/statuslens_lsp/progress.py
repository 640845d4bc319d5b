"""``$/progress``: how far long work has come, which the user may end, and answers that are told in parts."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import uuid4

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from statuslens_lsp.refresh import Refresh

_TITLE = "Looking for statuses in the workspace"
_WORTH_SHOWING = 3_000_000
"""Bytes whose look takes so long that a user wonders."""
_PART = 200
Item = TypeVar("Item")


async def show_progress(ls: LanguageServer, refresh: Refresh, token: lsp.ProgressToken | None) -> None:
    """Wait until work is over, and show how far it has come.

    Where the client gave no token to show it by, it is asked to take one, if it can and the work is worth it.
    """
    is_settled = token is not None or not _can_show(ls)
    if token is not None:
        _begin(ls, token, refresh)
    try:
        async for percent in refresh.steps():
            if not is_settled and refresh.work >= _WORTH_SHOWING:
                is_settled = True
                token = await _create(ls, refresh)
            if token is not None:
                ls.work_done_progress.report(token, lsp.WorkDoneProgressReport(percentage=percent))
    finally:
        if token is not None:
            del ls.work_done_progress.tokens[token]
            ls.work_done_progress.end(token, lsp.WorkDoneProgressEnd())


async def send_parts(
    ls: LanguageServer,
    items: Sequence[Item],
    token: lsp.ProgressToken | None,
    wrap: Callable[[Sequence[Item]], object] = list,
) -> Sequence[Item]:
    """Return what is left to answer: nothing where the client takes parts, which are sent, everything otherwise.

    ``wrap`` makes of some items the part of an answer.
    """
    if token is None:
        return items
    for start in range(0, len(items), _PART):
        ls.progress(lsp.ProgressParams(token, wrap(items[start : start + _PART])))
        await asyncio.sleep(0)
    return []


def _can_show(ls: LanguageServer) -> bool:
    window = ls.client_capabilities.window
    return window is not None and bool(window.work_done_progress)


async def _create(ls: LanguageServer, refresh: Refresh) -> lsp.ProgressToken | None:
    token = str(uuid4())
    try:
        await ls.work_done_progress.create_async(token)
    except JsonRpcException:
        return None
    _begin(ls, token, refresh)
    return token


def _begin(ls: LanguageServer, token: lsp.ProgressToken, refresh: Refresh) -> None:
    ls.work_done_progress.begin(token, lsp.WorkDoneProgressBegin(_TITLE, cancellable=True, percentage=0))
    ls.work_done_progress.tokens[token].add_done_callback(lambda _: refresh.cut_short())
