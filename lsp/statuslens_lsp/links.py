"""``textDocument/documentLink``: from a status to the specification, where people read and do not program.

VS Code underlines links for good, so that code would look like a page of addresses.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import PurePath

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from statuslens.config.find import FILE_NAME
from statuslens.config.model import ContextKind, ContextRule
from statuslens.recognise import Occurrence, scan_text
from statuslens.registry import StatusCode, load_registry
from statuslens.source.language import load_languages
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session
from statuslens_lsp.views import MOST_PLACES, View

_MESSAGES = frozenset({"http", "hurl"})
"""Languages of requests and responses."""
_OF_TEAM_FILE = (ContextRule(ContextKind.KEY, "code"),)
"""What a status is in the team file."""


def document_link(ls: Session, params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink]:
    """Link the statuses of a log, a message, an OpenAPI document or the team file."""
    view = ls.documents.view(params.text_document.uri)
    if view is None:
        return []
    has_tooltips = bool(get_capability(ls.client_capabilities, "text_document.document_link.tooltip_support"))
    return [_link(item, status, view, has_tooltips=has_tooltips) for item, status in find_links(view)]


def find_links(view: View) -> Iterator[tuple[Occurrence, StatusCode]]:
    """Yield the registered codes that are linked to where they are specified, in the order of their places."""
    for occurrence in islice(_linked(view), MOST_PLACES):
        status = load_registry().get(occurrence.code)
        if status is not None:
            yield occurrence, status


def _linked(view: View) -> Iterable[Occurrence]:
    scan = view.analysis.scan
    language = load_languages().get(scan.language)
    if PurePath(path_of(view.uri) or "").name == FILE_NAME:
        return scan_text(scan.lines.text, language=scan.language, contexts=_OF_TEAM_FILE).occurrences
    if language is not None and (language.is_log or language.id in _MESSAGES):
        return view.occurrences
    subject, _ = view.analysis.subject_at(view.start)
    return (item for item in view.occurrences if not item.language and subject.listed(item) is not None)


def _link(occurrence: Occurrence, status: StatusCode, view: View, *, has_tooltips: bool) -> lsp.DocumentLink:
    tooltip = f"{status.title}, {status.reference}" if has_tooltips else None
    return lsp.DocumentLink(view.range(occurrence.start, occurrence.end), status.reference.url, tooltip)
