"""Switching a rule off in the team file, which is made where there is none."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypedDict

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import from_fs_path

from statuslens.config.find import FILE_NAME, find_root, find_team_file, folders_above
from statuslens.config.model import RuleLevel
from statuslens.config.paths import levels_at
from statuslens.config.pyproject import read_text
from statuslens.config.settings import OVERRIDES_SOURCE
from statuslens.config.stamp import stamp_of
from statuslens.config.template import TEMPLATE
from statuslens.errors import ConfigError
from statuslens.source.lines import LineIndex
from statuslens_lsp.edits import FileEdit, can_create, difference, to_workspace_edit
from statuslens_lsp.offers import Asked, Offer
from statuslens_lsp.positions import to_range
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session


class TeamFilePlace(TypedDict):
    """The team file that holds for a folder, and whether it is a new one."""

    uri: str
    created: bool


@dataclass(frozen=True, slots=True)
class _Target:
    """A team file as the client has it."""

    uri: str
    version: int | None
    name: str
    lines: LineIndex
    is_new: bool = False

    def edit(self, new: str, encoding: str) -> FileEdit:
        """Return what makes another text of it."""
        if self.is_new:
            start = lsp.Position(0, 0)
            return FileEdit(self.uri, None, (lsp.TextEdit(lsp.Range(start, start), new),), is_new=True)
        change = difference(self.lines.text, new)
        changed = lsp.TextEdit(to_range(self.lines, change.start, change.end, encoding), change.text)
        return FileEdit(self.uri, self.version, (changed,))


def offer_switching_off(ls: Session, asked: Asked) -> Iterator[Offer]:
    """Yield what switches each rule off for all of the project, as far as that has an effect here."""
    uri = asked.view.uri
    path = path_of(uri)
    target = _find_target(ls, path) if path is not None and asked.findings else None
    if target is None:
        return
    from statuslens.config.amend import with_level  # noqa: PLC0415 (PyYAML would delay every start)

    project = ls.projects.project_of(uri)
    if project.sources.get("rules") == OVERRIDES_SOURCE:
        return
    special = levels_at(project.place, project.team)
    for finding in asked.first_of_rules:
        is_toml = target.name.endswith(".toml")
        new = with_level(target.lines.text, finding.rule, RuleLevel.OFF, is_toml=is_toml)
        if new is not None and finding.rule not in special:
            title = f"Switch {finding.rule} off in {'a new ' if target.is_new else ''}{target.name}"
            make = partial(target.edit, new, ls.documents.encoding)
            yield Offer(title, lsp.CodeActionKind.QuickFix, finding.start, finding.end, make, finding)


async def create_team_file(ls: Session, folder: str) -> TeamFilePlace:
    """Have the client begin a team file in a folder, given by its URI; the one that holds there already is left alone.

    Raises JsonRpcInvalidParams.
    """
    path = path_of(folder)
    if path is None:
        raise JsonRpcInvalidParams(f"{folder} is no folder on disk; name one that is")
    found = find_team_file(path)
    if found is not None:
        return TeamFilePlace(uri=_uri_of(found), created=False)
    target = _Target(_uri_of(Path(path, FILE_NAME)), None, FILE_NAME, LineIndex(""), is_new=True)
    edit = to_workspace_edit(target.edit(TEMPLATE, ls.documents.encoding), ls.client_capabilities)
    params = lsp.ApplyWorkspaceEditParams(edit, label=f"Create {FILE_NAME}")
    done = await ls.workspace_apply_edit_async(params) if can_create(ls.client_capabilities) else None
    if done is None or not done.applied:
        reason = "this editor makes no files" if done is None else done.failure_reason or "the editor did not say why"
        raise JsonRpcInvalidParams(f"{FILE_NAME} was not made: {reason}; statuslens init makes one as well")
    return TeamFilePlace(uri=target.uri, created=True)


def _find_target(ls: Session, path: str) -> _Target | None:
    file = find_team_file(path)
    if file is None:
        folder = _folder_for(ls, path) if can_create(ls.client_capabilities) else None
        if folder is None or os.path.lexists(folder / FILE_NAME):
            return None
        return _Target(_uri_of(folder / FILE_NAME), None, FILE_NAME, LineIndex(TEMPLATE), is_new=True)
    view = ls.documents.view_of_file(str(file))
    if view is not None:
        return _Target(view.uri, view.version, file.name, view.lines)
    text = _read(file)
    return _Target(_uri_of(file), None, file.name, LineIndex(text)) if text is not None else None


def _folder_for(ls: Session, path: str) -> Path | None:
    """Return where a team file for a document belongs: in the folder that the client has open, or the repository's."""
    opened = {folder for uri in ls.workspace.folders if (folder := path_of(uri)) is not None}
    folder = next((folder for folder in folders_above(path) if folder in opened), find_root(path))
    return Path(folder) if folder is not None else None


def _read(file: Path) -> str | None:
    stamp = stamp_of(file)
    try:
        return read_text(file, stamp) if stamp is not None else None
    except ConfigError:
        return None


def _uri_of(file: Path) -> str:
    return from_fs_path(str(file)) or file.as_uri()
