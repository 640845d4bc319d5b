"""``textDocument/completion``: the codes to choose from where a status goes, written as the file writes them."""

from functools import cache
from itertools import starmap

from lsprotocol import types as lsp

from statuslens.rules.model import Edit
from statuslens_lsp.explanations import best_markup, explain_at
from statuslens_lsp.proposals import Proposal, propose
from statuslens_lsp.session import Session
from statuslens_lsp.slots import Slot, find_slot
from statuslens_lsp.views import View

_KINDS = {True: lsp.CompletionItemKind.Value, False: lsp.CompletionItemKind.Constant}
"""By whether a number is inserted."""


def completion(ls: Session, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """Offer codes where a status goes; what a character of another server's triggered is left to that one."""
    if params.context is not None and params.context.trigger_kind == lsp.CompletionTriggerKind.TriggerCharacter:
        return None
    view = ls.documents.view(params.text_document.uri)
    slot = find_slot(view, params.position) if view is not None else None
    if view is None or slot is None:
        return None
    has_label_details = _has_label_details(ls.client_capabilities)
    return lsp.CompletionList(is_incomplete=False, items=list_items(slot, view, has_label_details=has_label_details))


def resolve(ls: Session, item: lsp.CompletionItem) -> lsp.CompletionItem:
    """``completionItem/resolve``: explain the code that an item inserts."""
    match item.data:
        case {"uri": str(uri), "place": int(place), "code": str(code)} if (view := ls.documents.view(uri)) is not None:
            markup = _markup_of(ls.client_capabilities)
            item.documentation = lsp.MarkupContent(markup, explain_at(place, code, view.analysis, markup))
    return item


def list_items(slot: Slot, view: View, *, has_label_details: bool) -> list[lsp.CompletionItem]:
    """Return an item for each way to write each code."""
    place = view.range(slot.start, slot.end)

    @cache
    def additional(edits: tuple[Edit, ...]) -> list[lsp.TextEdit]:
        return [lsp.TextEdit(view.range(edit.start, edit.end), edit.text) for edit in edits]

    def item_of(number: int, proposal: Proposal) -> lsp.CompletionItem:
        remark = proposal.name if proposal.is_number else f"{proposal.code} {proposal.name}"
        return lsp.CompletionItem(
            proposal.text,
            label_details=lsp.CompletionItemLabelDetails(description=remark) if has_label_details else None,
            kind=_KINDS[proposal.is_number],
            detail=None if has_label_details else remark,
            sort_text=f"{number:03}",
            filter_text=proposal.match(slot.typed),
            text_edit=lsp.TextEdit(place, proposal.text),
            additional_text_edits=additional(proposal.edits) or None,
            data={"uri": view.uri, "place": slot.start, "code": proposal.code},
        )

    return list(starmap(item_of, enumerate(propose(slot, view, view.analysis.uses.__getitem__))))


def _markup_of(capabilities: lsp.ClientCapabilities) -> lsp.MarkupKind:
    item = _item_of(capabilities)
    return best_markup((item and item.documentation_format) or ())


def _has_label_details(capabilities: lsp.ClientCapabilities) -> bool:
    item = _item_of(capabilities)
    return item is not None and bool(item.label_details_support)


def _item_of(capabilities: lsp.ClientCapabilities) -> lsp.ClientCompletionItemOptions | None:
    document = capabilities.text_document
    completion = document.completion if document is not None else None
    return completion.completion_item if completion is not None else None
