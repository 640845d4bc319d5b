"""``textDocument/references``: every place in the workspace that means the same status as a number does."""

from collections.abc import Sequence

from lsprotocol import types as lsp

from statuslens.recognise import Occurrence, Role
from statuslens_lsp.progress import send_parts
from statuslens_lsp.session import Session

_LITERAL_SIGNS = tuple(":'\"")
"""What a symbol, an atom or a string begins with."""


async def references(ls: Session, params: lsp.ReferenceParams) -> Sequence[lsp.Location] | None:
    """Return the places of the status at a position: numbers, constants and keys of OpenAPI alike."""
    view = ls.documents.view(params.text_document.uri)
    occurrence = view.occurrence_at(params.position) if view is not None else None
    if occurrence is None or is_name(occurrence):
        return None
    mentions = await ls.index.mentions(params.work_done_token)
    found = [
        lsp.Location(uri, mention.range)
        for uri, items in mentions
        for mention in items
        if mention.code == occurrence.code
    ]
    return await send_parts(ls, found, params.partial_result_token)


def is_name(occurrence: Occurrence) -> bool:
    """Tell whether an occurrence is a name, whose references the main server of its language knows."""
    return occurrence.role is Role.CONSTANT and not occurrence.text.startswith(_LITERAL_SIGNS)
