"""``workspace/symbol``: the places that mean the statuses which a query is about."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from lsprotocol import types as lsp

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.explain import codes_of, explain
from statuslens.explain.names import title_among
from statuslens.recognise import Role
from statuslens.registry import load_registry
from statuslens_lsp.folders import folder_uris
from statuslens_lsp.progress import send_parts
from statuslens_lsp.session import Session

_MOST = 1_000
"""Symbols in an answer: nobody looks through more, and to send them would keep others waiting."""
_CLASS = re.compile(r"[1-5]xx", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{1,3}")
_KINDS = {Role.CONSTANT.value: lsp.SymbolKind.Constant}


async def workspace_symbol(ls: Session, params: lsp.WorkspaceSymbolParams) -> Sequence[lsp.WorkspaceSymbol]:
    """Return the places of the statuses that a query is about; of all where it is empty."""
    query = params.query.strip()
    teams = [ls.projects.project_of(uri).team for uri in folder_uris(ls)] or [DEFAULTS]
    is_meant = read_query(query, teams)
    # Clients sift the answer by the letters of the query once more.
    suffix = f" ({query.lower()})" if _CLASS.fullmatch(query) else ""
    name_of = cache(lambda code: f"{title_among(code, load_registry(), teams)}{suffix}")
    found = [
        lsp.WorkspaceSymbol(
            lsp.Location(uri, mention.range),
            name_of(mention.code),
            _KINDS.get(mention.role, lsp.SymbolKind.Number),
            container_name=mention.text if mention.text != mention.code else None,
        )
        for uri, mentions in await ls.index.mentions(params.work_done_token)
        for mention in mentions
        if is_meant(mention.code)
    ]
    return await send_parts(ls, found[:_MOST], params.partial_result_token)


def read_query(query: str, teams: Sequence[TeamFile]) -> Callable[[str], bool]:
    """Return what tells whether a query is about a code.

    It is the beginning of a number, a class, or anything that ``explain`` has an answer to.
    """
    if not query or _DIGITS.fullmatch(query):
        return lambda code: code.startswith(query)
    if _CLASS.fullmatch(query):
        return lambda code: code.startswith(query[0])
    answers = (answer for team in teams for answer in explain(query, load_registry(), team))
    return {code for answer in answers for code in codes_of(answer)}.__contains__
