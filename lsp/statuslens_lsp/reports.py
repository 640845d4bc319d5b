"""What is wrong in a file, in a form that JSON can hold: what the index is made of."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from lsprotocol import types as lsp
from lsprotocol.converters import get_converter

from statuslens_lsp.diagnostics import result_id_of

_converter = cache(get_converter)


class Report(NamedTuple):
    """The diagnostics of a file."""

    result_id: str
    items: Sequence[Any]
    """As LSP has them in JSON."""

    def diagnostics(self) -> list[lsp.Diagnostic]:
        """Return the diagnostics."""
        return _converter().structure(self.items, list[lsp.Diagnostic])


def report_of(diagnostics: Sequence[lsp.Diagnostic]) -> Report:
    """Return the report that holds some diagnostics."""
    return Report(result_id_of(diagnostics), _converter().unstructure(diagnostics))
