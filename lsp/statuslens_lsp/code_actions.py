"""``textDocument/codeAction`` and ``codeAction/resolve``: what can be done about the statuses in a range."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from statuslens_lsp.diagnostics import SOURCE
from statuslens_lsp.edits import to_workspace_edit
from statuslens_lsp.offered import FIX_ALL
from statuslens_lsp.offers import (
    MOST,
    Asked,
    Offer,
    offer_fix_all,
    offer_fixes,
    offer_rewritings,
    offer_silence,
)
from statuslens_lsp.session import Session
from statuslens_lsp.team_file import offer_switching_off
from statuslens_lsp.views import View


def code_action(ls: Session, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Offer what can be done about the statuses in a range, and about the findings there that the client tells of."""
    view = ls.documents.view(params.text_document.uri)
    takes_actions = (
        get_capability(ls.client_capabilities, "text_document.code_action.code_action_literal_support") is not None
    )
    if view is None or not takes_actions:
        return []
    told = params.context.diagnostics
    asked = _ask(view, *view.span(params.range), told)
    return [_action(ls, view, offer, told) for offer in _find_offers(ls, asked, params.context.only)]


def resolve(ls: Session, action: lsp.CodeAction) -> lsp.CodeAction:
    """Add its edit to an action; one that was offered for another version of the document stays without."""
    match action.data:
        case {"uri": str(uri), "version": int(version), "start": int(start), "end": int(end)}:
            view = ls.documents.view(uri)
            if view is not None and view.version == version and action.kind is not None:
                findings = [item for item in view.findings if (item.start, item.end) == (start, end)]
                offers = _find_offers(ls, Asked(view, start, end, findings), [action.kind])
                found = (item for item in offers if (item.title, item.start, item.end) == (action.title, start, end))
                action.edit = next((_edit(ls, offer) for offer in found), None)
    return action


def _ask(view: View, start: int, end: int, told: Sequence[lsp.Diagnostic]) -> Asked:
    places = {(item.code, *view.span(item.range)) for item in told}
    found = (
        finding
        for finding in view.findings
        if (finding.start <= end and start <= finding.end) or (finding.rule, finding.start, finding.end) in places
    )
    return Asked(view, start, end, tuple(islice(found, MOST)))


def _find_offers(ls: Session, asked: Asked, only: Sequence[str] | None) -> Iterable[Offer]:
    """Return what can be done, of the kinds that are asked for, each once."""
    sources: tuple[tuple[str, Callable[[Asked], Iterator[Offer]]], ...] = (
        (lsp.CodeActionKind.QuickFix, offer_fixes),
        (lsp.CodeActionKind.RefactorRewrite, offer_rewritings),
        (lsp.CodeActionKind.QuickFix, offer_silence),
        (lsp.CodeActionKind.QuickFix, partial(offer_switching_off, ls)),
        (FIX_ALL, offer_fix_all),
    )
    wanted = (source for kind, source in sources if _is_wanted(kind, only, asked))
    found: dict[tuple[str, int, int], Offer] = {}
    for offer in chain.from_iterable(source(asked) for source in wanted):
        found.setdefault((offer.title, offer.start, offer.end), offer)
    return found.values()


def _is_wanted(kind: str, only: Sequence[str] | None, asked: Asked) -> bool:
    """Tell whether a kind is asked for; where none is named, all is mended only from a finding."""
    if only is None:
        return kind != FIX_ALL or bool(asked.findings)
    return any(kind == wanted or not wanted or kind.startswith(f"{wanted}.") for wanted in only)


def _action(ls: Session, view: View, offer: Offer, told: Sequence[lsp.Diagnostic]) -> lsp.CodeAction:
    capabilities = ls.client_capabilities
    marks_best = get_capability(capabilities, "text_document.code_action.is_preferred_support")
    action = lsp.CodeAction(
        offer.title,
        kind=offer.kind,
        diagnostics=[item for item in told if _is_about(item, offer, view)] or None,
        is_preferred=True if offer.is_preferred and marks_best else None,
    )
    if _resolves(capabilities):
        place = {"start": offer.start, "end": offer.end}
        action.data = {"uri": view.uri, "version": view.version, **place}
    else:
        action.edit = _edit(ls, offer)
    return action


def _edit(ls: Session, offer: Offer) -> lsp.WorkspaceEdit:
    return to_workspace_edit(offer.make(), ls.client_capabilities)


def _is_about(item: lsp.Diagnostic, offer: Offer, view: View) -> bool:
    if offer.finding is None or item.source not in {None, SOURCE}:
        return False
    return item.code == offer.finding.rule and view.span(item.range) == (offer.start, offer.end)


def _resolves(capabilities: lsp.ClientCapabilities) -> bool:
    support = get_capability(capabilities, "text_document.code_action.resolve_support")
    keeps_data = get_capability(capabilities, "text_document.code_action.data_support")
    return bool(keeps_data) and support is not None and "edit" in support.properties
