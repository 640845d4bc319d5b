"""``textDocument/documentSymbol``: the statuses of a document, class by class, for outlines and searches in them."""

from collections.abc import Iterator
from itertools import groupby, islice

from lsprotocol import types as lsp

from statuslens.explain.names import title_of
from statuslens.recognise import Occurrence, Role
from statuslens.registry import load_registry
from statuslens_lsp.session import Session
from statuslens_lsp.views import MOST_PLACES, View


def document_symbol(
    ls: Session, params: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    """List the statuses of a document, as a tree where the client has trees."""
    view = ls.documents.view(params.text_document.uri)
    if view is None:
        return []
    return list(symbol_tree(view)) if _has_trees(ls.client_capabilities) else list(symbol_list(view))


def symbol_tree(view: View) -> Iterator[lsp.DocumentSymbol]:
    """Yield the classes that a text has statuses of, with these below.

    A class has no place of its own and stands where its first status does: were it to hold all of them, a client that
    shows what is around the cursor would show the class and not the function.
    """
    for status_class, items in _classes(view):
        place = view.range(items[0].start, items[0].end)
        children = [_status(item, view) for item in items]
        title = title_of(status_class, load_registry())
        yield lsp.DocumentSymbol(title, lsp.SymbolKind.Namespace, place, place, children=children)


def symbol_list(view: View) -> Iterator[lsp.SymbolInformation]:
    """Yield the statuses of a text, each with its class as what contains it."""
    for status_class, items in _classes(view):
        container = title_of(status_class, load_registry())
        for item in items:
            location = lsp.Location(view.uri, view.range(item.start, item.end))
            yield lsp.SymbolInformation(location, _title(item, view), _kind(item), container_name=container)


def _has_trees(capabilities: lsp.ClientCapabilities) -> bool:
    document = capabilities.text_document
    symbols = document.document_symbol if document is not None else None
    return symbols is not None and bool(symbols.hierarchical_document_symbol_support)


def _classes(view: View) -> Iterator[tuple[str, list[Occurrence]]]:
    """Yield each class, ``4xx``, with its statuses in the order of their places."""
    occurrences = sorted(islice(view.occurrences, MOST_PLACES), key=_class_of)
    for status_class, items in groupby(occurrences, key=_class_of):
        yield status_class, list(items)


def _class_of(occurrence: Occurrence) -> str:
    return f"{occurrence.code[0]}xx"


def _status(occurrence: Occurrence, view: View) -> lsp.DocumentSymbol:
    place = view.range(occurrence.start, occurrence.end)
    return lsp.DocumentSymbol(_title(occurrence, view), _kind(occurrence), place, place, detail=occurrence.role.value)


def _title(occurrence: Occurrence, view: View) -> str:
    return title_of(occurrence.code, load_registry(), view.analysis.team)


def _kind(occurrence: Occurrence) -> lsp.SymbolKind:
    return lsp.SymbolKind.Constant if occurrence.role is Role.CONSTANT else lsp.SymbolKind.Number
