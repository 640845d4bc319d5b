"""The team file that holds for a document."""

import logging

from pygls.uris import to_fs_path

from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.rules import RULE_NAMES

_LOG = logging.getLogger(__name__)


def find_team(uri: str) -> TeamFile:
    """Return what the team file above a document says; the defaults where there is none, or a wrong one."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if path is None:
        return DEFAULTS
    try:
        return settings_for(path, rule_names=frozenset(RULE_NAMES)).team
    except ConfigError as error:
        _LOG.warning("the team file is left out: %s", error)
        return DEFAULTS
