"""The settings that hold for a path: layers, each over the one before."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from statuslens.config.find import find_team_file
from statuslens.config.model import DEFAULTS, Layer, RuleNames, Settings, TeamFile

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_SOURCE = "default"
OVERRIDES_SOURCE = "editor settings"
KEYS = tuple(name.replace("_", "-") for name in TeamFile._fields)


def settings_for(
    path: str | os.PathLike[str],
    *,
    explicit: str | os.PathLike[str] | None = None,
    overrides: Mapping[str, Any] | None = None,
    rule_names: RuleNames = None,
) -> Settings:
    """Return the settings that hold for a file or folder.

    Precedence, weakest first:

    1. the defaults of ``TeamFile``;
    2. the team file that ``find_team_file`` finds above the path;
    3. ``explicit``, a team file that the user named (``--config``): it stands in for the found one, which is not read;
    4. ``overrides``, keys in the form of the team file (an editor's settings): each replaces that key whole.

    Patterns count from the team file's folder; with an explicit file, or none, from the current folder.
    """
    file = find_team_file(path) if explicit is None else _path(explicit)
    base, source = _read_file(file, rule_names) if file else (Layer(DEFAULTS), "")
    over = _read_overrides(overrides, rule_names) if overrides else Layer(DEFAULTS)
    folder = os.path.dirname(file) if file and explicit is None else os.getcwd()
    return _lay(base, source, over, folder, file)


def settings_without_file(overrides: Mapping[str, Any], *, rule_names: RuleNames = None) -> Settings:
    """Return the settings that hold where there is no team file, or none that can be used."""
    over = _read_overrides(overrides, rule_names) if overrides else Layer(DEFAULTS)
    return _lay(Layer(DEFAULTS), "", over, os.getcwd(), None)


def _lay(base: Layer, source: str, over: Layer, folder: str, file: "Path | None") -> Settings:
    """Lay what overrides say over what a file says, which is shown as ``source``."""
    changed = {_attribute(key): getattr(over.team, _attribute(key)) for key in over.given}
    sources = (
        dict.fromkeys(KEYS, DEFAULT_SOURCE)
        | dict.fromkeys(base.given, source)
        | dict.fromkeys(over.given, OVERRIDES_SOURCE)
    )
    return Settings(base.team._replace(**changed), MappingProxyType(sources), folder, file)


def _path(name: str | os.PathLike[str]) -> "Path":
    from pathlib import Path  # noqa: PLC0415 (few runs name a team file)

    return Path(name)


def _read_file(file: "Path", rule_names: RuleNames) -> tuple[Layer, str]:
    """Return what a team file says, and the file as it is shown to the user."""
    from statuslens.config.load import load_layer  # noqa: PLC0415 (many folders have no team file)
    from statuslens.config.pyproject import shown  # noqa: PLC0415

    return load_layer(file, rule_names), shown(file.absolute())


def _read_overrides(overrides: Mapping[str, Any], rule_names: RuleNames) -> Layer:
    from statuslens.config.load import read_layer  # noqa: PLC0415 (as above)
    from statuslens.config.nodes import Where, from_plain  # noqa: PLC0415

    where = Where(OVERRIDES_SOURCE)
    return read_layer(from_plain(overrides, where), where, rule_names)


def _attribute(key: str) -> str:
    return key.replace("-", "_")
