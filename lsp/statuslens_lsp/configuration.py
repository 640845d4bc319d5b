"""The editor's settings, by workspace folder."""

from collections.abc import Mapping

from statuslens_lsp.options import EditorSettings, read_settings

EVERYWHERE = ""
"""Stands for a folder's URI where no folder is meant."""


class Configuration:
    """What the editor's settings say for each workspace folder, and for what is in none.

    Weakest first: ``initializationOptions``; what the client answers to ``workspace/configuration``, for each folder
    by itself, or, of a client that cannot be asked, what came last with ``workspace/didChangeConfiguration``.
    """

    def __init__(self, initial: object = None) -> None:
        """Start with the client's ``initializationOptions``."""
        self._initial = initial
        self._settings = {EVERYWHERE: read_settings(initial, None)}
        self.shown: tuple[str, ...] = ()
        """The problems that the user was shown last."""

    def take(self, told: Mapping[str, object]) -> bool:
        """Take what the client says, by the URIs of folders; tell whether anything else holds than before."""
        before = self._settings
        self._settings = {
            folder: read_settings(self._initial, said) for folder, said in {EVERYWHERE: None, **told}.items()
        }
        return any(self.of(folder) != _of(folder, before) for folder in {*self._settings, *before})

    def of(self, uri: str) -> EditorSettings:
        """Return what holds for a document or folder."""
        return _of(uri, self._settings)

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong in the settings, each mistake once."""
        found = (problem for settings in self._settings.values() for problem in settings.problems)
        return tuple(dict.fromkeys(found))


def _of(uri: str, settings: Mapping[str, EditorSettings]) -> EditorSettings:
    around = (folder for folder in settings if folder in {EVERYWHERE, uri} or _is_below(uri, folder))
    return settings[max(around, key=len)]


def _is_below(uri: str, folder: str) -> bool:
    return uri.startswith(f"{folder.rstrip('/')}/")
