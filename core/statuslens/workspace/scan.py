"""Scan many files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from statuslens.config.model import DEFAULTS, Settings
from statuslens.config.paths import is_wanted
from statuslens.errors import UsageError
from statuslens.recognise import Scan, scan_text
from statuslens.workspace.files import Skipped, SourceFile, find_files
from statuslens.workspace.text import read_text


@dataclass(frozen=True, slots=True)
class FileScan:
    """The occurrences of one file."""

    file: SourceFile
    scan: Scan


def without_team_file(_path: str) -> Settings:
    """Return the settings of a file that has no team file."""
    return Settings(DEFAULTS, {}, Path())


def scan_paths(
    paths: Iterable[str], *, prose: bool = False, settings_of: Callable[[str], Settings] = without_team_file
) -> Iterator[FileScan | Skipped]:
    """Scan the files that paths name, and those below the folders among them that the settings let in.

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
        if isinstance(text, Skipped):
            if found.is_named:
                msg = f"{text.path}: {text.reason}; name a source file"
                raise UsageError(msg)
            yield text
            continue
        scan = scan_text(text, language=found.language, contexts=settings.team.contexts, prose=prose)
        yield Skipped(found.path, scan.left_out) if scan.left_out else FileScan(found, scan)
