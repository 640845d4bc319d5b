"""The settings of many files, looked up once for each folder that can have its own."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from statuslens.config.find import FILE_NAME, PROJECT_FILE
from statuslens.config.model import Settings
from statuslens.config.settings import settings_for, settings_without_file
from statuslens.errors import ConfigError
from statuslens.rules.names import rule_names

_SIGNS = (FILE_NAME, PROJECT_FILE, ".git")
"""What makes the settings of a folder other than those of the one above: a team file, or the root of a repository."""


class SettingsByFolder:
    """What tells the settings of a file, as ``settings_for`` does; it can be sent to another process.

    ``explicit`` is a team file that stands in for those that would be found; ``overrides`` are an editor's settings.
    Where ``is_lenient``, a team file that cannot be used is left out, as an editor does, which shows that elsewhere.
    """

    def __init__(
        self, explicit: str | None = None, *, overrides: Mapping[str, Any] | None = None, is_lenient: bool = False
    ) -> None:
        self._explicit = explicit
        self._overrides = overrides
        self._is_lenient = is_lenient
        self._known: dict[str, Settings] = {}

    def __reduce__(self) -> tuple[Callable[..., "SettingsByFolder"], tuple[str | None]]:
        again = partial(SettingsByFolder, overrides=self._overrides, is_lenient=self._is_lenient)
        return again, (self._explicit,)

    def __call__(self, path: str) -> Settings:
        """Return the settings of a file, whose path has ``/`` between the parts.

        Raises ConfigError for a team file that cannot be used.
        """
        folder, slash, _ = path.rpartition("/")
        return self.of_folder(folder or slash)

    def of_folder(self, folder: str) -> Settings:
        """Return the settings of the files in a folder. Raises ConfigError for a team file that cannot be used."""
        if folder in self._known:
            return self._known[folder]
        passed = []
        while folder not in self._known:
            above = os.path.dirname(folder)
            if self._explicit is not None or self._may_differ(folder, above):
                self._known[folder] = self._read(folder)
            else:
                passed.append(folder)
                folder = above
        for below in passed:
            self._known[below] = self._known[folder]
        return self._known[folder]

    def _read(self, folder: str) -> Settings:
        try:
            return settings_for(
                folder or os.curdir, explicit=self._explicit, overrides=self._overrides, rule_names=rule_names()
            )
        except ConfigError:
            if not self._is_lenient:
                raise
            return settings_without_file(self._overrides or {}, rule_names=rule_names())

    def _may_differ(self, folder: str, above: str) -> bool:
        """Tell whether a folder can have other settings than the one above it, whose name tells where that is."""
        is_root = not above or above == folder or os.pardir in folder.split("/")
        return is_root or any(os.access(f"{folder}/{sign}", os.F_OK) for sign in _SIGNS)
