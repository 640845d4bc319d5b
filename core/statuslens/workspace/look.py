"""What is done with one file, in this process or in another: read it, and look for what is asked for.

The recogniser, the registry and the rules are named by their packages, which import them for the first file in which
there can be anything: most checks of a few files have none.
"""

import os
from functools import cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from statuslens import recognise, registry, rules
from statuslens.config.model import TeamFile
from statuslens.config.paths import place_of, project_of
from statuslens.errors import MissingGrammarError, UsageError
from statuslens.recognise.prefilter import can_hold
from statuslens.registry.declared import DeclaredLater
from statuslens.rules.choice import choose
from statuslens.rules.needles import can_find, can_find_at
from statuslens.source.detect import language_in
from statuslens.source.lines import LineIndex
from statuslens.workspace.declared import DeclaredByFolder
from statuslens.workspace.files import Skipped, SourceFile, lacking_grammar
from statuslens.workspace.generated import is_generated
from statuslens.workspace.packed import pack_finding, pack_occurrence, unpack_finding, unpack_occurrence
from statuslens.workspace.settings import SettingsByFolder
from statuslens.workspace.text import MAX_BYTES, decode, head_of

Found = TypeVar("Found")
"""What a look looks for."""


class Outcome(NamedTuple, Generic[Found]):
    """What a look at a file brought."""

    file: SourceFile
    found: tuple[Found, ...] = ()
    """In the order of the places."""
    text: str = ""
    """The file's text, where something was found; nobody asks for that of another file."""
    left_out: str = ""
    """Why it was not looked at, where it was not."""
    lacking: tuple[Skipped, ...] = ()
    """Of which languages code was not looked at, since their grammars are not installed."""
    is_source: bool = True
    """Whether it is a source file that people write and that can be read; nothing else is said of another one."""
    is_lost: bool = False
    """Whether the process that looked at it came to its end."""
    is_of_project: bool = False
    """Whether what the file's project declares has a part in it."""

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)


class Sight(NamedTuple, Generic[Found]):
    """What a look finds in a text."""

    scan: "recognise.Scan"
    found: tuple[Found, ...]
    is_of_project: bool = False
    """Whether it asked what the file's project declares."""


class Look(Protocol[Found]):
    """What looks for something in the texts of files; it can be sent to another process."""

    @property
    def settings_of(self) -> SettingsByFolder:
        """What tells the settings of a file."""

    def get_ready(self) -> None:
        """Import what it looks with, before processes are made of which each would do so."""

    def key_of(self, path: str) -> str:
        """Return what the result depends on, beside the file itself and this program."""

    def project_key_of(self, path: str) -> str:
        """Return what it depends on as well where what the project declares has a part in it."""

    def may_find(self, file: SourceFile, data: bytes) -> bool:
        """Tell at the price of a search whether there can be anything in a file's bytes."""

    def find_in(self, file: SourceFile, text: str) -> Sight[Found]:
        """Return what there is in a text. Raises MissingGrammarError as ``scan_text`` does."""

    def pack(self, found: Found) -> list[Any]:
        """Return something that was found as JSON can hold it."""

    def unpack(self, record: list[Any]) -> Found:
        """Return what was packed."""


def look_at(look: Look[Found], file: SourceFile, data: bytes) -> Outcome[Found]:
    """Look at a file, given its bytes. Raises UsageError for one that the user named and that is no text."""
    if not file.language:
        file = file._replace(language=language_in(file.path, head_of(data)) or "")
    if not file.language or (not file.is_named and is_generated(file, data)):
        return Outcome(file, is_source=False)
    if len(data) <= MAX_BYTES and b"\0" not in data and not look.may_find(file, data):
        return Outcome(file)
    text = decode(file.path, data)
    if isinstance(text, Skipped):
        return leave_out(file, text.reason)
    try:
        scan, found, is_of_project = look.find_in(file, text)
    except MissingGrammarError as error:
        return Outcome(file, lacking=(lacking_grammar(error),), is_source=False)
    lacking = tuple(map(lacking_grammar, scan.lacking))
    text = text if found else ""
    return Outcome(file, found, text, scan.left_out, lacking, is_of_project=is_of_project)


def leave_out(file: SourceFile, reason: str) -> Outcome[Found]:
    """Return the outcome for a file that cannot be looked at. Raises UsageError for one that the user named."""
    if file.is_named:
        raise UsageError(f"{file.path}: {reason}; name a source file")
    return Outcome(file, left_out=reason)


class CheckLook:
    """Looks for what the rules find."""

    def __init__(
        self, settings_of: SettingsByFolder, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
    ) -> None:
        """Take the rules that run alone, and those that do not run, as ``choose`` does."""
        self.settings_of = settings_of
        self.declared_for = DeclaredByFolder()
        self._select = select
        self._ignore = ignore

    def choose(self, team: TeamFile) -> TeamFile:
        """Return a team file with which only the rules run that were asked for. Raises UsageError for a wrong name."""
        return _choose(team, self._select, self._ignore)

    def get_ready(self) -> None:
        """Import the recogniser, the registry and the rules."""
        _ = recognise.scan_text, registry.load_registry, rules.find

    def key_of(self, path: str) -> str:
        """Return what the findings depend on: what the team file says, and which project the file is in.

        Where it stands in there decides which levels hold for it, and whether it is a test.
        """
        settings = self.settings_of(path)
        return f"{_key(self.choose(settings.team))} {project_of(path, settings) or os.path.dirname(path)}"  # noqa: PTH120

    def project_key_of(self, path: str) -> str:
        """Return what the project declares."""
        return repr(self.declared_for(path))

    def may_find(self, file: SourceFile, data: bytes) -> bool:
        """Tell whether there can be a status, or what a rule finds without one."""
        settings = self.settings_of(file.path)
        team, language = self.choose(settings.team), file.language
        is_there = can_find_at(data, language, team, lambda: place_of(file.path, settings))
        return is_there or can_find(data, language, team)

    def find_in(self, file: SourceFile, text: str) -> "Sight[rules.Finding]":
        """Return what the rules find."""
        settings = self.settings_of(file.path)
        scan = recognise.scan_text(text, language=file.language, contexts=settings.team.contexts)
        place, declared = place_of(file.path, settings), DeclaredLater(lambda: self.declared_for(file.path))
        found = rules.find(scan, registry.load_registry(), self.choose(settings.team), place, declared)
        return Sight(scan, found, declared.has_been_asked)

    def pack(self, found: "rules.Finding") -> list[Any]:
        """Return a finding as JSON can hold it."""
        return pack_finding(found)

    def unpack(self, record: list[Any]) -> "rules.Finding":
        """Return the finding that was packed."""
        return unpack_finding(record)


class ScanLook(NamedTuple):
    """Looks for what means a status."""

    settings_of: SettingsByFolder
    prose: bool = False
    min_confidence: float | None = None

    def get_ready(self) -> None:
        """Import the recogniser."""
        _ = recognise.scan_text

    def key_of(self, path: str) -> str:
        """Return what the occurrences depend on."""
        return repr((self.settings_of(path).team.contexts, self.prose, self.min_confidence))

    def project_key_of(self, path: str) -> str:  # noqa: ARG002 (no project has a part in it)
        """Return nothing."""
        return ""

    def may_find(self, file: SourceFile, data: bytes) -> bool:
        """Tell whether there can be a status."""
        is_usual = not self.prose and self.min_confidence is None
        return not is_usual or can_hold(data, file.language, self.settings_of(file.path).team.contexts)

    def find_in(self, file: SourceFile, text: str) -> "Sight[recognise.Occurrence]":
        """Return what means a status."""
        contexts = self.settings_of(file.path).team.contexts
        scan = recognise.scan_text(
            text, language=file.language, contexts=contexts, prose=self.prose, min_confidence=self.min_confidence
        )
        return Sight(scan, scan.occurrences)

    def pack(self, found: "recognise.Occurrence") -> list[Any]:
        """Return an occurrence as JSON can hold it."""
        return pack_occurrence(found)

    def unpack(self, record: list[Any]) -> "recognise.Occurrence":
        """Return the occurrence that was packed."""
        return unpack_occurrence(record)


_choose = cache(choose)


@cache
def _key(team: TeamFile) -> str:
    from hashlib import blake2b  # noqa: PLC0415 (only the cache asks)

    told = team.vendors, team.codes, team.rules, team.per_path, team.style, team.contexts
    return blake2b(repr(told).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
