"""The statuses that a workspace uses, as a tree of them needs it: how often each, and where one."""

from collections import Counter
from typing import Any, TypedDict

from statuslens.config.model import DEFAULTS
from statuslens.explain.names import title_among
from statuslens.registry import load_registry
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.mentions import Mention
from statuslens_lsp.session import Session

_MOST = 1_000
"""Places in an answer, as many as there are symbols in one."""


class Usage(TypedDict):
    """A code, what it is called, and in how many places it stands."""

    code: str
    title: str
    places: int


class Place(TypedDict):
    """Where a code stands, in the client's units, and how it is written there."""

    uri: str
    range: dict[str, Any]
    text: str


async def find_usages(ls: Session) -> list[Usage]:
    """Return the codes that the workspace uses, in their order."""
    counts = Counter(mention.code for _, mentions in await ls.index.mentions(None) for mention in mentions)
    teams = [ls.projects.project_of(uri).team for uri in folder_uris(ls)] or [DEFAULTS]
    return [
        Usage(code=code, title=title_among(code, load_registry(), teams), places=counts[code])
        for code in sorted(counts)
    ]


async def find_places(ls: Session, code: str) -> list[Place]:
    """Return the places of a code, file by file; the first thousand."""
    found = [
        Place(uri=uri, range=_plain(mention), text=mention.text)
        for uri, mentions in await ls.index.mentions(None)
        for mention in mentions
        if mention.code == code
    ]
    return found[:_MOST]


def _plain(mention: Mention) -> dict[str, Any]:
    return {
        "start": {"line": mention.line, "character": mention.character},
        "end": {"line": mention.end_line, "character": mention.end_character},
    }
