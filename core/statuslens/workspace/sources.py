"""Read source files with what their team file says."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import is_wanted, place_of
from statuslens.config.settings import settings_for
from statuslens.errors import UsageError
from statuslens.recognise import Scan, scan_text
from statuslens.workspace.files import Skipped, SourceFile, find_files
from statuslens.workspace.generated import is_generated
from statuslens.workspace.text import decode, read_bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read, and what the team file says for it."""

    file: SourceFile
    text: str
    team: TeamFile
    place: str = ""
    """Where it stands in its project, which decides what its path says."""


def without_team_file(_path: str) -> Settings:
    """Return the settings of a file that has no team file."""
    return Settings(DEFAULTS, {}, os.curdir)


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
        data = read_bytes(found.path)
        if isinstance(data, Skipped):
            yield _source(found, data, settings)
        elif found.is_named or not is_generated(found, data):
            yield _source(found, decode(found.path, data), settings)


def _source(file: SourceFile, text: str | Skipped, settings: Settings) -> Source | Skipped:
    if isinstance(text, str):
        return Source(file, text, settings.team, place_of(file.path, settings))
    if file.is_named:
        raise UsageError(f"{text.path}: {text.reason}; name a source file")
    return text


def scan_file(path: str | os.PathLike[str], *, prose: bool = False) -> Scan:
    """Find what means a status in a file, with what the team file above it says.

    The result's ``left_out`` tells why a file that is data was not looked at. Raises UsageError for a path that is not
    there, is no text or in no known language, ConfigError for a team file that cannot be used, and
    MissingGrammarError for a language whose grammar is not installed.
    """
    name = os.fspath(path)
    if os.path.isdir(name):
        raise UsageError(f"{name}: is a folder; name a file in it")
    (source,) = read_sources([name], settings_of=settings_for)
    if isinstance(source, Skipped):
        raise UsageError(f"{name}: {source.reason}; name a source file")
    return scan_text(source.text, language=source.file.language, contexts=source.team.contexts, prose=prose)
