"""Diagnostics in team files: what is wrong with one, in the editor's text of it or else in the file.

An open team file is looked at as it is being written. Of others that are in use and cannot be used, the client is sent
a diagnostic, whether or not it asks for those of documents: nobody asks for those of a file that is not open.
"""

import re
from pathlib import Path

from lsprotocol import types as lsp

from statuslens.config.find import FILE_NAME, PROJECT_FILE
from statuslens.config.load import check_text
from statuslens.config.pyproject import TABLE, read_text
from statuslens.config.stamp import stamp_of
from statuslens.errors import ConfigError
from statuslens.rules import RULE_NAMES
from statuslens.source.lines import LineIndex, Position
from statuslens_lsp.positions import to_range
from statuslens_lsp.projects import path_of
from statuslens_lsp.session import Session
from statuslens_lsp.views import View

_CODE = "team-file"
_SOURCE = "statuslens"
_NAMES = frozenset({FILE_NAME, PROJECT_FILE})
_TOML_LINE = re.compile(r"\(at line (\d+),")
_KEY = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")
"""A key of a path, and the item of the list that it holds: ``codes[1]``."""


class Troubles:
    """What the client was told of team files that are not open."""

    def __init__(self, ls: Session) -> None:
        """Take the session whose projects they are of."""
        self._ls = ls
        self._told: dict[Path, lsp.PublishDiagnosticsParams] = {}

    def look(self, *uris: str) -> None:
        """Look at the team files that hold for documents and folders, and tell the client of news."""
        for uri in uris:
            self._ls.projects.look(uri)
        self.tell()

    def tell(self) -> None:
        """Send what is wrong with team files that are not open, as far as the client does not know, and what is not."""
        troubles = self._ls.projects.troubles()
        if not troubles and not self._told:
            return
        opened = {path_of(uri) for uri in self._ls.documents.uris()}
        troubles = {file: error for file, error in troubles.items() if str(file) not in opened}
        for file in self._told.keys() - troubles.keys():
            told = self._told.pop(file)
            self._ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(told.uri, []))
        for file, error in troubles.items():
            params = lsp.PublishDiagnosticsParams(file.as_uri(), [_of_file(file, error, self._ls.documents.encoding)])
            if self._told.get(file) != params:
                self._told[file] = params
                self._ls.text_document_publish_diagnostics(params)


def check_team_file(view: View) -> list[lsp.Diagnostic]:
    """Return what is wrong with a text that the client shows of a team file; nothing for other texts."""
    path = Path(path_of(view.uri) or "")
    if path.name not in _NAMES:
        return []
    try:
        check_text(path, view.lines.text, frozenset(RULE_NAMES))
    except ConfigError as error:
        return [_diagnostic(error, view.lines, view.encoding)]
    return []


def find_line(error: ConfigError, text: str) -> int:
    """Return the line, from 0, that an error is about; of TOML, where it names none, the one of the last key."""
    named = _TOML_LINE.search(error.problem)
    if error.line is not None or named is not None:
        return (error.line or int(named[1] if named else 1)) - 1
    at = 0
    for name, item in _KEY.findall(error.key.removeprefix(f"{TABLE}.")) if error.key.startswith(TABLE) else ():
        heads = list(re.finditer(rf"^\[\[{re.escape(TABLE)}\.{re.escape(name)}\]\]", text, re.MULTILINE))
        found = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])").search(text, at)
        if heads and item:
            found = heads[min(int(item), len(heads) - 1)]
        at = found.start() if found else at
    return LineIndex(text).position(at or max(0, text.find(f"[{TABLE}"))).line


def _of_file(file: Path, error: ConfigError, encoding: str) -> lsp.Diagnostic:
    stamp = stamp_of(file)
    try:
        text = read_text(file, stamp) if stamp else ""
    except ConfigError:
        text = ""
    return _diagnostic(error, LineIndex(text), encoding)


def _diagnostic(error: ConfigError, lines: LineIndex, encoding: str) -> lsp.Diagnostic:
    line = find_line(error, lines.text)
    content = lines.line(line)
    start = lines.offset(Position(line, 0)) + len(content) - len(content.lstrip())
    return lsp.Diagnostic(
        to_range(lines, start, max(start, start + len(content.strip())), encoding),
        ": ".join(filter(None, (error.key, error.problem))),
        severity=lsp.DiagnosticSeverity.Error,
        code=_CODE,
        source=_SOURCE,
    )
