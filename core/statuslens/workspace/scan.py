"""Scan many files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import is_wanted
from statuslens.errors import UsageError
from statuslens.recognise import Scan, scan_text
from statuslens.workspace.files import Skipped, SourceFile, find_files
from statuslens.workspace.text import read_text


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read, and what the team file says for it."""

    file: SourceFile
    text: str
    team: TeamFile


@dataclass(frozen=True, slots=True)
class FileScan:
    """The occurrences of one file."""

    file: SourceFile
    scan: Scan


def without_team_file(_path: str) -> Settings:
    """Return the settings of a file that has no team file."""
    return Settings(DEFAULTS, {}, Path())


def read_sources(
    paths: Iterable[str], *, settings_of: Callable[[str], Settings] = without_team_file
) -> Iterator[Source | Skipped]:
    """Read the files that paths name, and those below the folders among them that the settings let in.

    Raises UsageError for a path that is not there, and for a file that the user named and that cannot be read.
    """
    for found in find_files(paths):
        if isinstance(found, Skipped):
            yield found
            continue
        settings = settings_of(found.path)
        if not found.is_named and not is_wanted(found.path, settings):
            continue
        text = read_text(found.path)
        if isinstance(text, str):
            yield Source(found, text, settings.team)
        elif found.is_named:
            raise UsageError(f"{text.path}: {text.reason}; name a source file")
        else:
            yield text


def scan_paths(
    paths: Iterable[str], *, prose: bool = False, settings_of: Callable[[str], Settings] = without_team_file
) -> Iterator[FileScan | Skipped]:
    """Scan the files that paths name, and those below the folders among them that the settings let in.

    Raises UsageError as ``read_sources`` does.
    """
    for source in read_sources(paths, settings_of=settings_of):
        yield source if isinstance(source, Skipped) else scan_source(source, prose=prose)


def scan_source(source: Source, *, prose: bool = False) -> FileScan | Skipped:
    """Scan one file with what its team file says."""
    scan = scan_text(source.text, language=source.file.language, contexts=source.team.contexts, prose=prose)
    return Skipped(source.file.path, scan.left_out) if scan.left_out else FileScan(source.file, scan)
