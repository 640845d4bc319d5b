"""Changes of files, in the form that the client understands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from statuslens.rules import Edit
from statuslens_lsp.views import View

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class FileEdit:
    """What changes in a file."""

    uri: str
    version: int | None
    """Of the text that the edits are about; None for a file that is not open."""
    edits: tuple[lsp.TextEdit, ...]
    is_new: bool = False
    """Whether the file has to be made first."""


def is_shown(edits: Iterable[Edit], view: View) -> bool:
    """Tell whether edits stay in the text that a view shows."""
    return all(view.shows(edit.start, edit.end) for edit in edits)


def edit_view(view: View, edits: Iterable[Edit]) -> FileEdit:
    """Return edits of the text that a view shows."""
    changes = (lsp.TextEdit(view.range(edit.start, edit.end), edit.text) for edit in edits)
    return FileEdit(view.uri, view.version, tuple(changes))


def difference(old: str, new: str) -> Edit:
    """Return the one edit that makes a text of another; it leaves the equal lines at both ends alone."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    first = _count_equal(before, after)
    last = min(_count_equal(reversed(before), reversed(after)), len(before) - first, len(after) - first)
    start, end = sum(map(len, before[:first])), len(old) - sum(map(len, before[len(before) - last :]))
    return Edit(start, end, "".join(after[first : len(after) - last]))


def _count_equal(left: Iterable[str], right: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def can_create(capabilities: lsp.ClientCapabilities) -> bool:
    """Tell whether the client makes files."""
    kinds = get_capability(capabilities, "workspace.workspace_edit.resource_operations") or ()
    return lsp.ResourceOperationKind.Create in kinds and _takes_versions(capabilities)


def to_workspace_edit(edit: FileEdit, capabilities: lsp.ClientCapabilities) -> lsp.WorkspaceEdit:
    """Return a change as the client takes it: with the version of the document where it can compare that."""
    if not _takes_versions(capabilities):
        return lsp.WorkspaceEdit(changes={edit.uri: edit.edits})
    document = lsp.OptionalVersionedTextDocumentIdentifier(edit.uri, edit.version)
    created = [lsp.CreateFile(edit.uri)] if edit.is_new else []
    return lsp.WorkspaceEdit(document_changes=[*created, lsp.TextDocumentEdit(document, edit.edits)])


def _takes_versions(capabilities: lsp.ClientCapabilities) -> bool:
    return bool(get_capability(capabilities, "workspace.workspace_edit.document_changes"))
