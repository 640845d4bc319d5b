"""``textDocument/documentSymbol``: the statuses of a document, class by class, for outlines and searches in them."""

from collections.abc import Iterator
from itertools import groupby, islice

from lsprotocol import types as lsp
from pygls.capabilities import get_capability

from statuslens.explain.names import title_of
from statuslens.recognise import Occurrence, Role
from statuslens.registry import load_registry
from statuslens_lsp.session import Session
from statuslens_lsp.views import MOST_PLACES, View

_TREES = "text_document.document_symbol.hierarchical_document_symbol_support"


def document_symbol(
    ls: Session, params: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    """List the statuses of a document, as a tree where the client has trees."""
    view = ls.documents.view(params.text_document.uri)
    if view is None:
        return []
    return list(symbol_tree(view)) if get_capability(ls.client_capabilities, _TREES) else list(symbol_list(view))


def symbol_tree(view: View) -> Iterator[lsp.DocumentSymbol]:
    """Yield the classes that a text has statuses of, with these below.

    A class has no place of its own and stands where its first status does: were it to hold all of them, a client that
    shows what is around the cursor would show the class and not the function.
    """
    titles = _titles(view)
    for status_class, items in _classes(view):
        children = []
        for item in items:
            place = view.range(item.start, item.end)
            name, detail = titles[item.code], item.role.value
            children.append(lsp.DocumentSymbol(name, _kind(item), place, place, detail=detail))
        first = children[0].range
        yield lsp.DocumentSymbol(titles[status_class], lsp.SymbolKind.Namespace, first, first, children=children)


def symbol_list(view: View) -> Iterator[lsp.SymbolInformation]:
    """Yield the statuses of a text, each with its class as what contains it."""
    titles = _titles(view)
    for status_class, items in _classes(view):
        for item in items:
            location = lsp.Location(view.uri, view.range(item.start, item.end))
            yield lsp.SymbolInformation(location, titles[item.code], _kind(item), container_name=titles[status_class])


def _classes(view: View) -> Iterator[tuple[str, list[Occurrence]]]:
    """Yield each class, ``4xx``, with its statuses in the order of their places."""
    occurrences = sorted(islice(view.occurrences, MOST_PLACES), key=_class_of)
    for status_class, items in groupby(occurrences, key=_class_of):
        yield status_class, list(items)


def _class_of(occurrence: Occurrence) -> str:
    return f"{occurrence.code[0]}xx"


def _titles(view: View) -> dict[str, str]:
    """Return what the codes and classes of a text are called."""
    codes = {code for item in view.occurrences for code in (item.code, _class_of(item))}
    return {code: title_of(code, load_registry(), view.analysis.team) for code in codes}


def _kind(occurrence: Occurrence) -> lsp.SymbolKind:
    return lsp.SymbolKind.Constant if occurrence.role is Role.CONSTANT else lsp.SymbolKind.Number
