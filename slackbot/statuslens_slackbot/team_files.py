"""The team file of each workspace: nobody is told what another tenant's says."""

import logging
import time
from pathlib import Path
from typing import Protocol

from statuslens.config.load import load_team_file
from statuslens.config.model import DEFAULTS as NO_TEAM_FILE
from statuslens.config.model import TeamFile
from statuslens.config.stamp import Stamp, stamp_of
from statuslens.errors import StatuslensError, UsageError

_log = logging.getLogger(__name__)

_SECONDS_BETWEEN_LOOKS = 5.0


class TeamFiles(Protocol):
    """Where the team file of a workspace is found."""

    def of(self, team_id: str) -> TeamFile:
        """Return what the workspace's file says, or what holds without one."""


class WatchedFile:
    """One team file, read anew when it has changed; while it is broken, what it said before holds."""

    def __init__(self, path: Path) -> None:
        """Read the file; what is wrong with it is raised as a StatuslensError, this first time only."""
        self._path = path
        self._stamp = stamp_of(path)
        self._team = load_team_file(path)
        self._looked = time.monotonic()

    def of(self, team_id: str) -> TeamFile:  # noqa: ARG002 (the one file is every workspace's)
        """Return what the file says."""
        now = time.monotonic()
        if now - self._looked >= _SECONDS_BETWEEN_LOOKS:
            self._looked = now
            self._look()
        return self._team

    def _look(self) -> None:
        stamp = stamp_of(self._path)
        if stamp in (None, self._stamp):
            return
        self._stamp = stamp
        try:
            self._team = load_team_file(self._path)
        except StatuslensError as error:
            _log.error("the team file changed and cannot be used; what it said before holds: %s", error)


class TeamFolder:
    """A folder with a file for each workspace that has one, ``T0123ABCD.yaml``."""

    def __init__(self, folder: Path) -> None:
        """Read the files that are there; what is wrong with one is raised as a StatuslensError."""
        self._folder = folder
        self._files = {path.stem: WatchedFile(path) for path in sorted(folder.glob("*.yaml"))}
        self._refused: dict[str, Stamp | None] = {}
        self._looked = time.monotonic()

    def of(self, team_id: str) -> TeamFile:
        """Return what the workspace's file says; files may come and go."""
        now = time.monotonic()
        if now - self._looked >= _SECONDS_BETWEEN_LOOKS:
            self._looked = now
            self._look()
        found = self._files.get(team_id)
        return found.of(team_id) if found else NO_TEAM_FILE

    def _look(self) -> None:
        there = {path.stem: path for path in self._folder.glob("*.yaml")}
        for gone in set(self._files) - set(there):
            del self._files[gone]
        for new in set(there) - set(self._files):
            stamp = stamp_of(there[new])
            if self._refused.get(new) == stamp:
                continue
            try:
                self._files[new] = WatchedFile(there[new])
            except StatuslensError as error:
                self._refused[new] = stamp
                _log.error("a new team file cannot be used: %s", error)


def open_team_files(file: Path | None, folder: Path | None) -> TeamFiles:
    """Read the one file, the files of a folder, or none; what is wrong with one is raised as a StatuslensError."""
    if file is not None:
        return WatchedFile(file)
    if folder is None:
        return NoTeamFiles()
    if not folder.is_dir():
        raise UsageError(f"the folder of team files {folder} is not there: make it, or name another")
    return TeamFolder(folder)


class NoTeamFiles:
    """No workspace has a file."""

    def of(self, team_id: str) -> TeamFile:  # noqa: ARG002 (none has one)
        """Return what holds without a file."""
        return NO_TEAM_FILE
