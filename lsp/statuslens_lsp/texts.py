"""A text that the client is editing, and what means a status in it at any time."""

import logging
from collections.abc import Iterable

from lsprotocol import types as lsp

from statuslens.config.model import ContextRule
from statuslens.errors import MissingGrammarError
from statuslens.recognise import LiveText, Scan
from statuslens.recognise.prefilter import can_hold
from statuslens.source.lines import LineIndex
from statuslens_lsp.positions import to_offset

_LOG = logging.getLogger(__name__)
_NEAR = 300
"""Characters in which something speaks of a status, wherever one stands."""
_noted: set[str] = set()
"""The packages of grammars that the log has said to be lacking."""


class EditedText:
    """A text in one language; what lacks its grammar holds nothing, which the log says once."""

    def __init__(self, text: str, language: str) -> None:
        """Take the text and its LSP language id; it is looked at when ``scan`` is first asked for."""
        self.language = language
        self._lines = LineIndex(text)
        self._contexts: tuple[ContextRule, ...] = ()
        self._live: LiveText | MissingGrammarError | None = None

    @property
    def lines(self) -> LineIndex:
        """The lines of the text with all edits."""
        return self._lines

    def apply(self, changes: Iterable[lsp.TextDocumentContentChangeEvent], encoding: str) -> None:
        """Make a client's changes, one after the other; a range that is out of the text is moved into it."""
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                start = to_offset(self._lines, change.range.start, encoding)
                end = max(start, to_offset(self._lines, change.range.end, encoding))
                self.replace(start, end, change.text)
            else:
                self.replace(0, len(self._lines.text), change.text)

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Replace the part between two offsets in code points."""
        live, self._live = self._live, None  # should the edit fail, the next look starts anew
        text = self._lines.text
        if isinstance(live, LiveText) and (start, end) != (0, len(text)):
            live.edit(start, end, replacement)
            self._live, self._lines = live, live.lines
        else:
            self._lines = LineIndex(f"{text[:start]}{replacement}{text[end:]}")

    def scan(self, contexts: tuple[ContextRule, ...]) -> Scan:
        """Return what means a status in the text, by what a team file says besides."""
        if self._live is None or contexts != self._contexts:
            self._contexts, self._live = contexts, self._look(contexts)
        if isinstance(self._live, MissingGrammarError):
            scan = Scan(self.language, self._lines, (), self._live.reason, (self._live,))
        else:
            scan = self._live.scan
        _note(scan.lacking)
        return scan

    def probe(self, start: int, end: int, number: str) -> Scan | None:
        """Return what a number would mean in place of a part of the text, as ``LiveText.probe`` does.

        None where that cannot be told, or where nothing near speaks of a status and all of the text would be looked at.
        """
        live = self._live
        if not isinstance(live, LiveText):
            return None
        text = live.text
        near = f"{text[max(0, start - _NEAR) : start]}{number}{text[end : end + _NEAR]}".encode("utf-8", "replace")
        if not live.is_followed and not can_hold(near, self.language, self._contexts):
            return None
        return live.probe(start, end, number)

    def _look(self, contexts: tuple[ContextRule, ...]) -> LiveText | MissingGrammarError:
        try:
            return LiveText(self._lines.text, language=self.language, contexts=contexts)
        except MissingGrammarError as error:
            return error


def _note(lacking: Iterable[MissingGrammarError]) -> None:
    for error in lacking:
        if error.package not in _noted:
            _noted.add(error.package)
            _LOG.warning("%s", error)
