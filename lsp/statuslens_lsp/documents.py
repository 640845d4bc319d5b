"""The open documents and what is known of them."""

import logging
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.errors import MissingGrammarError
from statuslens.recognise import Scan, scan_text
from statuslens.recognise.model import Occurrence
from statuslens.registry import Registry
from statuslens.rules import find
from statuslens.rules.model import Finding
from statuslens.source.lines import LineIndex
from statuslens_lsp.team import find_declared, find_team

if TYPE_CHECKING:
    from statuslens.registry.declared import Declared

_LOG = logging.getLogger(__name__)
_SCHEMES = frozenset({"file", "untitled"})
"""Texts that people write; ``git:`` and ``vscode-vfs:`` show the same files at other times and places."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of one version of a document."""

    uri: str
    version: int
    scan: Scan
    findings: tuple[Finding, ...]
    team: TeamFile = DEFAULTS

    def occurrence_at(self, offset: int) -> Occurrence | None:
        """Return the occurrence that covers the character at an offset."""
        occurrences = self.scan.occurrences
        following = bisect_right(occurrences, offset, key=attrgetter("start"))
        if following and offset < occurrences[following - 1].end:
            return occurrences[following - 1]
        return None


class Documents:
    """The open documents, each version analysed once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._languages: dict[str, str] = {}
        self._declared: dict[str, Declared] = {}
        """What the projects of the documents declared when they were opened."""
        self._analyses: dict[str, Analysis] = {}
        self._missing: set[str] = set()
        """The packages of grammars that are known to be lacking."""

    def open(self, uri: str, version: int, text: str, *, language: str) -> Analysis | None:
        """Take a document in; None where its URI says that it is no concern of ours."""
        if uri.partition(":")[0].lower() not in _SCHEMES:
            return None
        self._languages[uri] = language
        self._declared[uri] = find_declared(uri)
        return self._analyse(uri, version, text)

    def change(self, uri: str, version: int, text: str) -> Analysis | None:
        """Replace the text of a document; None where it is not open."""
        return self._analyse(uri, version, text) if uri in self._languages else None

    def close(self, uri: str) -> bool:
        """Forget a document; tell whether it was open."""
        self._analyses.pop(uri, None)
        self._declared.pop(uri, None)
        return self._languages.pop(uri, None) is not None

    def get(self, uri: str) -> Analysis | None:
        """Return the analysis of a document as it stands, None where it is not open."""
        return self._analyses.get(uri)

    def _analyse(self, uri: str, version: int, text: str) -> Analysis:
        # What is known of the version before must not answer for this one, should its analysis fail.
        self._analyses.pop(uri, None)
        team, place = find_team(uri)
        scan = self._scan(text, self._languages[uri], team)
        found = find(scan, self._registry, team, place, self._declared[uri])
        analysis = Analysis(uri, version, scan, found, team)
        self._analyses[uri] = analysis
        return analysis

    def _scan(self, text: str, language: str, team: TeamFile) -> Scan:
        """Scan a text; what lacks its grammar holds nothing, which the log says once."""
        try:
            scan = scan_text(text, language=language, contexts=team.contexts)
        except MissingGrammarError as error:
            scan = Scan(language, LineIndex(text), (), error.reason, (error,))
        for lacking in scan.lacking:
            if lacking.package not in self._missing:
                self._missing.add(lacking.package)
                _LOG.warning("%s", lacking)
        return scan
