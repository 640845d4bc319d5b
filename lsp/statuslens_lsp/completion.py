"""``textDocument/completion``: the codes to choose from where a status goes, written as the file writes them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from lsprotocol import types as lsp

from statuslens.config.known import codes_to_choose
from statuslens.config.model import Style
from statuslens.recognise import Role
from statuslens.recognise.embedded import innermost
from statuslens.registry import load_registry, name_key
from statuslens.rules.subject import Subject
from statuslens.rules.wording import Choice, Wording, can_write
from statuslens.source.words import words
from statuslens_lsp.explanations import best_markup, explain_at
from statuslens_lsp.session import Session
from statuslens_lsp.slots import Slot, find_slot
from statuslens_lsp.views import View

_USING = {Role.CONSTANT, Role.STATUS}


def completion(ls: Session, params: lsp.CompletionParams) -> lsp.CompletionList | None:
    """Offer codes where a status goes; what a character of another server's triggered is left to that one."""
    if params.context is not None and params.context.trigger_kind == lsp.CompletionTriggerKind.TriggerCharacter:
        return None
    view = ls.documents.view(params.text_document.uri)
    slot = find_slot(view, params.position) if view is not None else None
    if view is None or slot is None:
        return None
    has_label_details = _has_label_details(ls.client_capabilities)
    items = offer_codes(slot, view, count_uses(view), has_label_details=has_label_details)
    return lsp.CompletionList(is_incomplete=False, items=items)


def resolve(ls: Session, item: lsp.CompletionItem) -> lsp.CompletionItem:
    """``completionItem/resolve``: explain the code that an item inserts."""
    data = item.data if isinstance(item.data, dict) else {}
    view = ls.documents.view(data.get("uri", ""))
    if view is not None:
        markup = _markup_of(ls.client_capabilities)
        text = explain_at(data["place"], data["code"], view.analysis, markup)
        item.documentation = lsp.MarkupContent(markup, text)
    return item


def offer_codes(
    slot: Slot, view: View, uses: Callable[[str], int], *, has_label_details: bool
) -> list[lsp.CompletionItem]:
    """Return an item for each way to write each code, the most used codes first, then in their order."""
    names, constants = codes_to_choose(view.analysis.team), _find_constants(slot, view)
    is_number_first = view.analysis.team.style is not Style.CONSTANT
    place = view.range(slot.start, slot.end)
    items: list[lsp.CompletionItem] = []
    for code in sorted(names, key=lambda code: (-uses(code), code)):
        ways = [(choice.written, choice.edits) for choice in (constants.get(code),) if choice is not None]
        ways.insert(0 if is_number_first else len(ways), (code, ()))
        for text, edits in ways:
            remark = names[code] if text == code else f"{code} {names[code]}"
            items.append(
                lsp.CompletionItem(
                    text,
                    label_details=lsp.CompletionItemLabelDetails(description=remark) if has_label_details else None,
                    kind=lsp.CompletionItemKind.Value if text == code else lsp.CompletionItemKind.Constant,
                    detail=None if has_label_details else remark,
                    sort_text=f"{len(items):03}",
                    filter_text=_filter_text(slot.typed, code, names[code], text),
                    text_edit=lsp.TextEdit(place, text),
                    additional_text_edits=[lsp.TextEdit(view.range(edit.start, edit.end), edit.text) for edit in edits]
                    or None,
                    data={"uri": view.uri, "place": slot.start, "code": code},
                )
            )
    return items


def _find_constants(slot: Slot, view: View) -> dict[str, Choice]:
    """Return the constants that can be written in a slot, by code, with edits that the client can make."""
    analysis = view.analysis
    scan, place = innermost(slot.scan, slot.start)
    subject = Subject(scan, load_registry(), analysis.team, analysis.declared)
    if subject.facts is None or not can_write(subject):
        return {}
    number = replace(slot.occurrence.moved(place - slot.start), language="")
    chosen = Wording(subject, subject.facts).choose(number, codes_to_choose(analysis.team))
    is_whole = scan is slot.scan
    return {
        code: choice
        for code, choice in chosen.items()
        if (choice.start, choice.end) == (number.start, number.end)
        and all(is_whole and view.shows(edit.start, edit.end) for edit in choice.edits)
    }


def count_uses(view: View) -> Callable[[str], int]:
    """Return what tells how often the analysed text uses a code."""
    return Counter(item.code for item in view.analysis.scan.occurrences if item.role in _USING).__getitem__


def _filter_text(typed: str, code: str, name: str, written: str) -> str:
    """Return what the client compares with what is typed: first what begins so, for clients that look no further."""
    said = words(name.replace("'", ""))
    ways = ("_".join(said), " ".join(said), name_key(name), code, written)
    begun = [way for way in ways if typed and way.lower().startswith(typed.lower())]
    return " ".join(dict.fromkeys((*begun[:1], code, ways[0], written)))


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
