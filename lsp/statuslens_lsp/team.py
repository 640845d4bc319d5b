"""The team file that holds for a document, and what its project declares."""

import logging
from pathlib import Path

from pygls.uris import to_fs_path

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import RULE_NAMES
from statuslens.workspace.declared import DeclaredByFolder

_LOG = logging.getLogger(__name__)


def find_team(uri: str) -> tuple[TeamFile, str]:
    """Return what the team file above a document says, and where the document stands in its project.

    The defaults where there is no team file, or a wrong one; no place for a document that is no file.
    """
    path = _path_of(uri)
    if path is None:
        return DEFAULTS, ""
    try:
        settings = settings_for(path, rule_names=frozenset(RULE_NAMES))
    except ConfigError as error:
        _LOG.warning("the team file is left out: %s", error)
        settings = Settings(DEFAULTS, {}, Path(path).parent)
    return settings.team, place_of(path, settings)


def find_declared(uri: str) -> Declared:
    """Return the versions of libraries that the project around a document declares; nothing where it is in none."""
    path = _path_of(uri)
    return DeclaredByFolder()(path) if path is not None else NOTHING


def _path_of(uri: str) -> str | None:
    return to_fs_path(uri) if uri.startswith("file:") else None
