"""``textDocument/completion``: the codes to choose from where a status goes, written as the file writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a client can do with items."""

    has_label_details: bool
    """Whether it shows a remark beside a label."""
    has_default_range: bool
    """Whether it takes the range that all items replace from their list."""
    markup: lsp.MarkupKind | None
    """In which it shows documentation; None where it shows a text as it is."""


def abilities_of(capabilities: lsp.ClientCapabilities) -> Abilities:
    """Read what a client says that it can do."""
    document = capabilities.text_document
    own = (document and document.completion) or lsp.CompletionClientCapabilities()
    item = own.completion_item or lsp.ClientCompletionItemOptions()
    defaults = (own.completion_list and own.completion_list.item_defaults) or ()
    markup = best_markup(item.documentation_format) if item.documentation_format else None
    return Abilities(bool(item.label_details_support), "editRange" in defaults, markup)


def completion(ls: Session, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """Offer codes where a status goes; what a character of another server's triggered is left to that one."""
    if params.context is not None and params.context.trigger_kind == lsp.CompletionTriggerKind.TriggerCharacter:
        return None
    view = ls.documents.view(params.text_document.uri)
    slot = find_slot(view, params.position) if view is not None else None
    if view is None or slot is None:
        return None
    return list_items(slot, view, abilities_of(ls.client_capabilities), ls.index.uses())


def resolve(ls: Session, item: lsp.CompletionItem) -> lsp.CompletionItem:
    """``completionItem/resolve``: explain the code that an item inserts."""
    match item.data:
        case {"uri": str(uri), "place": int(place), "code": str(code)} if (view := ls.documents.view(uri)) is not None:
            markup = abilities_of(ls.client_capabilities).markup
            text = explain_at(place, code, view.analysis, markup or lsp.MarkupKind.PlainText)
            item.documentation = lsp.MarkupContent(markup, text) if markup is not None else text
    return item


def list_items(slot: Slot, view: View, client: Abilities, elsewhere: Mapping[str, int]) -> lsp.CompletionList:
    """Return an item for each way to write each code; ``elsewhere`` tells how often the workspace uses each."""
    place = view.range(slot.start, slot.end)

    @cache
    def additional(edits: tuple[Edit, ...]) -> list[lsp.TextEdit]:
        return [lsp.TextEdit(view.range(edit.start, edit.end), edit.text) for edit in edits]

    def item_of(number: int, proposal: Proposal) -> lsp.CompletionItem:
        remark = proposal.name if proposal.is_number else f"{proposal.code} {proposal.name}"
        return lsp.CompletionItem(
            proposal.text,
            label_details=lsp.CompletionItemLabelDetails(description=remark) if client.has_label_details else None,
            kind=_KINDS[proposal.is_number],
            detail=None if client.has_label_details else remark,
            sort_text=f"{number:03}",
            filter_text=proposal.match(slot.typed),
            text_edit=None if client.has_default_range else lsp.TextEdit(place, proposal.text),
            additional_text_edits=additional(proposal.edits) or None,
            data={"uri": view.uri, "place": slot.start, "code": proposal.code},
        )

    items = list(starmap(item_of, enumerate(propose(slot, view, elsewhere))))
    defaults = lsp.CompletionItemDefaults(edit_range=place) if client.has_default_range else None
    return lsp.CompletionList(is_incomplete=False, items=items, item_defaults=defaults)
