"""The project that a document is in: what its team file and the editor's settings say, and what it declares."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import to_fs_path

from statuslens.config.find import find_team_file
from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.config.settings import settings_for, settings_without_file
from statuslens.config.stamp import Stamp, stamp_of
from statuslens.errors import ConfigError
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import RULE_NAMES
from statuslens.workspace.declared import DeclaredByFolder
from statuslens_lsp.options import EditorSettings

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Project:
    """What holds for a document."""

    team: TeamFile = DEFAULTS
    place: str = ""
    """Where the document stands in its project; empty for one that is no file."""
    declared: Declared = NOTHING
    """The versions of libraries that the project asks for."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Where each key of the team file comes from, as ``Settings`` has it."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found when a folder's team file was looked for."""

    file: Path | None
    stamp: Stamp | None
    settings: Settings
    trouble: ConfigError | None = None
    """Why the team file cannot be used, where that is so."""


class Projects:
    """What tells the project of a document; team files are read anew when they have changed."""

    def __init__(self, settings_of: Callable[[str], EditorSettings]) -> None:
        """Take what tells the editor's settings for a document, given by its URI."""
        self._settings_of = settings_of
        self._declared = DeclaredByFolder()
        self._looks: dict[str, _Look] = {}
        """By folder, the last look."""
        self._noted: set[str] = set()

    def project_of(self, uri: str) -> Project:
        """Return the project of a document; a team file that cannot be used is left out, which the log says once."""
        path = path_of(uri)
        settings = self._look(uri, path).settings
        if path is None:
            return Project(settings.team)
        return Project(settings.team, place_of(path, settings), self._declared(path), settings.sources)

    def look(self, uri: str) -> None:
        """Look at the team file that holds for a document or folder."""
        self._look(uri, path_of(uri))

    def has_changed(self, uri: str) -> bool:
        """Tell whether the team file of a document is another one than at the last look, or says something else."""
        path = path_of(uri)
        before = self._looks.get(_folder_of(path))
        return before is not None and before is not self._look(uri, path)

    def troubles(self) -> dict[Path, ConfigError]:
        """Return why team files cannot be used, as the last looks found them."""
        return {look.file: look.trouble for look in self._looks.values() if look.file and look.trouble}

    def forget(self) -> None:
        """Look at everything anew, and read again what projects declare."""
        self._looks.clear()
        self._declared = DeclaredByFolder()

    def _look(self, uri: str, path: str | None) -> _Look:
        folder = _folder_of(path)
        file, stamp = _find(path if path is not None else str(Path.cwd()))
        before = self._looks.get(folder)
        if before is None or (file, stamp) != (before.file, before.stamp):
            before = self._looks[folder] = self._read(uri, path, file, stamp)
        return before

    def _read(self, uri: str, path: str | None, file: Path | None, stamp: Stamp | None) -> _Look:
        overrides, rules = self._settings_of(uri).overrides, frozenset(RULE_NAMES)
        try:
            settings = settings_for(path or Path.cwd(), overrides=overrides, rule_names=rules)
        except ConfigError as error:
            if str(error) not in self._noted:
                self._noted.add(str(error))
                _LOG.warning("the team file is left out: %s", error)
            return _Look(file, stamp, settings_without_file(overrides, rule_names=rules), error)
        return _Look(file, stamp, settings)


def path_of(uri: str) -> str | None:
    """Return the path of a document; None for one that is no file."""
    try:
        path = to_fs_path(uri) if uri.partition(":")[0].lower() == "file" else None
    except ValueError:  # such as file://[
        return None
    return path if path is None or "\0" not in path else None


def _folder_of(path: str | None) -> str:
    """Return the folder of a file, or a folder itself; empty for what is no file."""
    if path is None or os.path.isdir(path):  # noqa: PTH112 (as it is written)
        return path or ""
    return os.path.dirname(path)  # noqa: PTH120


def _find(path: str) -> tuple[Path | None, Stamp | None]:
    """Return the team file that holds for a file or folder, also where it cannot be read, and its stamp."""
    try:
        file = find_team_file(path)
    except ConfigError as error:
        file = Path(error.file).absolute()
    return file, stamp_of(file) if file is not None else None
