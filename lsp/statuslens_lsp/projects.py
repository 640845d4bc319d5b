"""The project that a document is in: what its team file and the editor's settings say, and what it declares."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pygls.uris import to_fs_path

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import RULE_NAMES
from statuslens.workspace.declared import DeclaredByFolder

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


class Projects:
    """What tells the project of a document; team files are read anew when they have changed."""

    def __init__(self) -> None:
        """Start without settings of the editor."""
        self._declared = DeclaredByFolder()
        self._noted: set[str] = set()

    def project_of(self, uri: str, overrides: Mapping[str, Any] | None = None) -> Project:
        """Return the project of a document; ``overrides`` are the editor's settings in the form of the team file.

        A team file that cannot be used is left out, which the log says once.
        """
        path = path_of(uri)
        settings = self._settings(path or str(Path.cwd()), overrides)
        if path is None:
            return Project(settings.team)
        return Project(settings.team, place_of(path, settings), self._declared(path), settings.sources)

    def forget_declared(self) -> None:
        """Read what projects declare anew."""
        self._declared = DeclaredByFolder()

    def _settings(self, path: str, overrides: Mapping[str, Any] | None) -> Settings:
        try:
            return settings_for(path, overrides=overrides, rule_names=frozenset(RULE_NAMES))
        except ConfigError as error:
            if str(error) not in self._noted:
                self._noted.add(str(error))
                _LOG.warning("the team file is left out: %s", error)
            return Settings(DEFAULTS, {}, Path(path).parent)


def path_of(uri: str) -> str | None:
    """Return the path of a document; None for one that is no file."""
    return to_fs_path(uri) if uri.partition(":")[0].lower() == "file" else None
