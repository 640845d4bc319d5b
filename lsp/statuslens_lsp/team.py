"""The team file that holds for a document, and what its project declares."""

import logging

from pygls.uris import to_fs_path

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import RULE_NAMES
from statuslens.workspace.declared import declared_by_path

_LOG = logging.getLogger(__name__)


def find_team(uri: str) -> TeamFile:
    """Return what the team file above a document says; the defaults where there is none, or a wrong one."""
    path = _path_of(uri)
    if path is None:
        return DEFAULTS
    try:
        return settings_for(path, rule_names=frozenset(RULE_NAMES)).team
    except ConfigError as error:
        _LOG.warning("the team file is left out: %s", error)
        return DEFAULTS


def find_declared(uri: str) -> Declared:
    """Return the versions of libraries that the project around a document declares; nothing where it is in none."""
    path = _path_of(uri)
    return declared_by_path()(path) if path is not None else NOTHING


def _path_of(uri: str) -> str | None:
    return to_fs_path(uri) if uri.startswith("file:") else None
