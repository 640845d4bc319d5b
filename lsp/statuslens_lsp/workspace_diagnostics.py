"""``workspace/diagnostic``: what is wrong in the workspace, told whenever that is something else than before.

VS Code asks again two seconds after each answer, for ever. So a question to which the client knows the answer is kept
until something has changed.
"""

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from lsprotocol import types as lsp

from statuslens_lsp.diagnostics import diagnose, result_id_of
from statuslens_lsp.progress import send_parts
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session
from statuslens_lsp.views import View

_FINE = result_id_of([])
_PAUSE = 0.15
"""Seconds in which changes that come together may come."""
_Known: TypeAlias = Mapping[str, lsp.PreviousResultId]


@dataclass(frozen=True, slots=True)
class _Report:
    """What is wrong in a file, and what tells that from other states of it."""

    uri: str
    result_id: str = _FINE
    diagnostics: Callable[[], Sequence[lsp.Diagnostic]] = tuple
    version: int | None = None


async def workspace_diagnostic(ls: Session, params: lsp.WorkspaceDiagnosticParams) -> lsp.WorkspaceDiagnosticReport:
    """Return what is wrong in open documents, or in the whole workspace where that is asked for in the settings."""
    known = {_key_of(item.uri): item for item in params.previous_result_ids}
    reports = await _news(ls, known, params.work_done_token)
    items: list[lsp.WorkspaceDocumentDiagnosticReport] = []
    for key, report in reports.items():
        if report.result_id != _known_id(known, key):
            items.append(_full(report))
        elif key in known:
            items.append(_unchanged(report))
        await asyncio.sleep(0)
    rest = await send_parts(ls, items, params.partial_result_token, lsp.WorkspaceDiagnosticReport)
    return lsp.WorkspaceDiagnosticReport(rest)


async def _news(ls: Session, known: _Known, token: lsp.ProgressToken | None) -> dict[str, _Report]:
    """Wait until there is something that the client does not know, and return what there is; nothing at the end."""
    gone = {key: _Report(item.uri) for key, item in known.items()}
    ids: dict[str, tuple[View, str]] = {}
    while True:
        count = ls.publisher.changes.count
        reports = gone | await _on_disk(ls, token) | await _open(ls, ids)
        if any(report.result_id != _known_id(known, key) for key, report in reports.items()):
            return reports
        token = None
        try:
            await ls.publisher.changes.after(count)
        except asyncio.CancelledError:
            # At the end pygls cancels what is kept; to the client, who has not, that would be an error.
            if ls.shutdown_requested:
                return {}
            raise
        await asyncio.sleep(_PAUSE)


async def _on_disk(ls: Session, token: lsp.ProgressToken | None) -> dict[str, _Report]:
    found = await ls.index.reports(token)
    return {_key_of(uri): _Report(uri, report.result_id, report.diagnostics) for uri, report in found}


async def _open(ls: Session, ids: dict[str, tuple[View, str]]) -> dict[str, _Report]:
    """Return what is wrong in open documents; ``ids`` keeps of each the view that was looked at, and its result id."""
    reports = {}
    for uri in ls.documents.uris():
        view = ls.documents.view(uri)
        if view is None:
            continue
        seen, result_id = ids.get(uri, (None, _FINE))
        if seen is not view:
            result_id = result_id_of(diagnose(view))
            ids[uri] = view, result_id
        reports[_key_of(uri)] = _Report(uri, result_id, partial(diagnose, view), view.version)
        await asyncio.sleep(0)
    return reports


def _key_of(uri: str) -> str:
    """Return what is the same for all ways to write the URI of a file."""
    path = path_of(uri)
    return uri if path is None else os.path.normcase(path)


def _known_id(known: _Known, key: str) -> str:
    """Return the result id that the client has; that of a file in which nothing is wrong, where it has none."""
    return known[key].value if key in known else _FINE


def _full(report: _Report) -> lsp.WorkspaceFullDocumentDiagnosticReport:
    return lsp.WorkspaceFullDocumentDiagnosticReport(
        report.uri, report.diagnostics(), version=report.version, result_id=report.result_id
    )


def _unchanged(report: _Report) -> lsp.WorkspaceUnchangedDocumentDiagnosticReport:
    return lsp.WorkspaceUnchangedDocumentDiagnosticReport(report.uri, report.result_id, version=report.version)
