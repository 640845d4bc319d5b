"""The team file that holds for a document."""

import logging
from pathlib import Path

from pygls.uris import to_fs_path

from statuslens.config.model import DEFAULTS, Settings, TeamFile
from statuslens.config.paths import place_of
from statuslens.config.settings import settings_for
from statuslens.errors import ConfigError
from statuslens.rules import RULE_NAMES

_LOG = logging.getLogger(__name__)


def find_team(uri: str) -> tuple[TeamFile, str]:
    """Return what the team file above a document says, and where the document stands in its project.

    The defaults where there is no team file, or a wrong one; no place for a document that is no file.
    """
    path = to_fs_path(uri) if uri.startswith("file:") else None
    if path is None:
        return DEFAULTS, ""
    try:
        settings = settings_for(path, rule_names=frozenset(RULE_NAMES))
    except ConfigError as error:
        _LOG.warning("the team file is left out: %s", error)
        settings = Settings(DEFAULTS, {}, Path(path).parent)
    return settings.team, place_of(path, settings)
