"""What was found in files before, kept from run to run.

A file of the cache holds what is known of the files in some folders: a checksum, and JSON. It is written whole, so
that two runs at once can only lose what the other one has found; one whose checksum is another is not read, since it
is broken or some other program's. Nothing in it is ever run.
"""

import json
import os
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from zlib import crc32

from statuslens.workspace.files import SourceFile
from statuslens.workspace.whole import write_whole

Folders: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""By folder and by what was asked, the names of files and what is known of them."""
_GROUPS = 256
_DIGEST_BYTES = 16
_TICK_NS = 2_000_000_000
"""Nanoseconds within which some file systems give two changes the same time (FAT)."""
_DAY = 24 * 60 * 60
_KEPT_DAYS = 30
_MOST_QUESTIONS = 6
"""Kinds of looks whose results are kept of a folder: scans, checks with other rules or settings."""
_SHORT = 16
_MOST_BYTES = 200_000_000
_NAME = "statuslens"
_VARIABLE = "STATUSLENS_CACHE_DIR"
_BASES = {"win32": ("LOCALAPPDATA", "AppData", "Local"), "darwin": ("", "Library", "Caches")}
"""The variable that names the folder of all caches, and that folder in a user's own."""


class Entry(NamedTuple):
    """What is known of a file, as JSON has it."""

    stamp: list[int] | None
    """What its state was; None where it had been changed so lately that a later change may not show in it."""
    digest: str
    """Of its bytes."""
    result: Any
    """What was found; None where that was nothing."""

    def is_sure(self, file: SourceFile) -> bool:
        """Tell without reading a file whether it is still the one that this is known of."""
        return self.stamp is not None and tuple(self.stamp) == file.state

    def is_of(self, data: bytes) -> bool:
        """Tell whether these are the bytes of the file that this is known of."""
        return self.digest == digest_of(data)


def digest_of(data: bytes) -> str:
    """Return what tells the bytes of a file from others."""
    return blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()


def cache_folder() -> Path | None:
    """Return where the cache is: what STATUSLENS_CACHE_DIR names, or else where programs keep theirs on the system.

    None for a user without a folder of their own.
    """
    if named := os.environ.get(_VARIABLE):
        return Path(named)
    variable, *below = _BASES.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    if base := os.environ.get(variable):
        return Path(base, _NAME)
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home raises an error where there is none)
    return Path(home, *below, _NAME) if os.path.isabs(home) else None  # noqa: PTH117


class Cache:
    """The results of one state of the program."""

    def __init__(self, folder: Path, program: str) -> None:
        """Take the folder, which need not be there, and what tells this program from its other versions."""
        self._folder = folder / program
        self._key = program.encode()
        self._start = time.time_ns()
        self._groups: dict[int, Folders] = {}
        self._new: dict[int, Folders] = {}

    @staticmethod
    def digest(data: bytes) -> str:
        """Return what tells the bytes of a file from others."""
        return digest_of(data)

    def entries(self, folder: str, asked: str) -> Mapping[str, Entry]:
        """Return what is known of the files in a folder, by name; ``asked`` is all else that the results depend on."""
        folder = os.path.abspath(folder)  # noqa: PTH100 (Path.resolve follows links)
        group = _group_of(folder)
        if group not in self._groups:
            self._groups[group] = self._read(group)
        known = self._groups[group].get(folder, {}).get(_short(asked), {})
        return dict(zip(known, map(Entry._make, known.values()), strict=True))

    def keep(self, file: SourceFile, asked: str, digest: str, result: Any) -> None:  # noqa: ANN401 (what JSON holds)
        """Note what was found in a file; ``save`` writes it."""
        folder, name = os.path.split(os.path.abspath(file.path))  # noqa: PTH100
        stamp = file.state
        is_old = stamp is not None and max(stamp[1:3]) < self._start - _TICK_NS
        answers = self._new.setdefault(_group_of(folder), {}).setdefault(folder, {})
        answers.setdefault(_short(asked), {})[name] = (stamp if is_old else None, digest, result)

    def save(self) -> None:
        """Write what is new, and drop what is old; where nothing can be written, nothing is."""
        with suppress(OSError):
            for group, folders in self._new.items():
                # Another run may have written in the meantime.
                known = self._read(group)
                for folder, answers in folders.items():
                    for asked, names in answers.items():
                        own = known.setdefault(folder, {})
                        others = own.pop(asked, {}).items()
                        own[asked] = {name: entry for name, entry in others if _is_there(folder, name)} | names
                    known[folder] = dict(list(known[folder].items())[-_MOST_QUESTIONS:])
                self._write(group, known)
            if self._new:
                _drop_old(self._folder.parent)
        self._new.clear()

    def _path(self, group: int) -> Path:
        return self._folder / f"{group:02x}.json"

    def _read(self, group: int) -> Folders:
        path = self._path(group)
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return {}
        mark, _, content = data.partition(b"\n")
        if mark.decode("ascii", "replace") != self._mark(content):
            return {}
        folders: Folders = json.loads(content)
        return folders

    def _write(self, group: int, folders: Folders) -> None:
        content = json.dumps(folders, separators=(",", ":")).encode()
        if not self._folder.is_dir():
            self._folder.mkdir(parents=True, exist_ok=True)
            # A cache in a repository is no part of it, and no source.
            write_whole(self._folder.parent / ".gitignore", b"*\n", is_lasting=False)
        write_whole(self._path(group), f"{self._mark(content)}\n".encode() + content, is_lasting=False)

    def _mark(self, content: bytes) -> str:
        return blake2b(content, key=self._key, digest_size=_DIGEST_BYTES).hexdigest()


def _group_of(folder: str) -> int:
    return crc32(folder.encode("utf-8", "surrogateescape")) % _GROUPS


@lru_cache(maxsize=64)
def _short(asked: str) -> str:
    return digest_of(asked.encode("utf-8", "surrogateescape"))[:_SHORT]


def _is_there(folder: str, name: str) -> bool:
    return os.path.lexists(os.path.join(folder, name))  # noqa: PTH118


def _drop_old(folder: Path) -> None:
    """Delete what was not used for long, and the oldest of what is too much."""
    states = sorted(((path.stat(), path) for path in folder.glob("*/*.json*")), key=lambda item: -item[0].st_mtime)
    left = _MOST_BYTES
    for state, path in states:
        left -= state.st_size
        if left < 0 or time.time() - state.st_mtime > _KEPT_DAYS * _DAY:
            path.unlink(missing_ok=True)
    for program in folder.iterdir():
        with suppress(OSError):
            program.rmdir()
