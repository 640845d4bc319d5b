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
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

from statuslens.workspace.files import SourceFile
from statuslens.workspace.whole import write_whole

Folders: TypeAlias = dict[str, dict[str, "Entry"]]
_GROUPS = 256
_DIGEST_BYTES = 16
_TICK_NS = 2_000_000_000
"""Nanoseconds within which some file systems give two changes the same time (FAT)."""
_DAY = 24 * 60 * 60
_KEPT_DAYS = 30
_MOST_BYTES = 200_000_000
_NAME = "statuslens"
_VARIABLE = "STATUSLENS_CACHE_DIR"
_BASES = {"win32": ("LOCALAPPDATA", "AppData", "Local"), "darwin": ("", "Library", "Caches")}
"""The variable that names the folder of all caches, and that folder in a user's own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a file."""

    stamp: tuple[int, ...] | None
    """What its state was; None where it had been changed so lately that a later change may not show in it."""
    digest: str
    """Of its bytes."""
    result: Any
    """What was found, as JSON has it; None where that was nothing."""

    def is_sure(self, file: SourceFile) -> bool:
        """Tell without reading a file whether it is still the one that this is known of."""
        return self.stamp is not None and self.stamp == stamp_of(file)


def stamp_of(file: SourceFile) -> tuple[int, ...] | None:
    """Return what tells whether a file was changed; None where nothing does.

    When its state was changed counts beside when its content was: programs that restore a file's time, as some do
    after a checkout, cannot set the former.
    """
    state = file.state
    return None if state is None else (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


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
    """The results of one kind of look, by one state of the program."""

    def __init__(self, folder: Path, program: str) -> None:
        """Take the folder, which need not be there, and what tells this program from its other versions."""
        self._folder = folder / program
        self._key = program.encode()
        self._start = time.time_ns()
        self._groups: dict[Path, Folders] = {}
        self._new: dict[Path, Folders] = {}

    def entries(self, folder: str, asked: str) -> Mapping[str, Entry]:
        """Return what is known of the files in a folder, by name; ``asked`` is all else that the results depend on."""
        path, folder = self._place(folder, asked)
        if path not in self._groups:
            self._groups[path] = self._read(path)
        return self._groups[path].get(folder, {})

    def keep(self, file: SourceFile, asked: str, digest: str, result: Any) -> None:  # noqa: ANN401 (what JSON holds)
        """Note what was found in a file; ``save`` writes it."""
        folder, name = os.path.split(file.path)
        path, folder = self._place(folder, asked)
        stamp = stamp_of(file)
        is_old = stamp is not None and max(stamp[1:3]) < self._start - _TICK_NS
        entry = Entry(stamp if is_old else None, digest, result)
        self._new.setdefault(path, {}).setdefault(folder, {})[name] = entry

    def save(self) -> None:
        """Write what is new, and drop what is old; where nothing can be written, nothing is."""
        with suppress(OSError):
            for path, folders in self._new.items():
                # Another run may have written in the meantime.
                known = self._read(path)
                for folder, entries in folders.items():
                    others = known.get(folder, {}).items()
                    known[folder] = {name: entry for name, entry in others if _is_there(folder, name)} | entries
                self._write(path, known)
            if self._new:
                _drop_old(self._folder.parent)
        self._new.clear()

    def _place(self, folder: str, asked: str) -> tuple[Path, str]:
        folder = os.path.abspath(folder)  # noqa: PTH100 (Path.resolve follows links)
        group = crc32(folder.encode("utf-8", "surrogateescape")) % _GROUPS
        return self._folder / f"{digest_of(asked.encode())[:16]}-{group:02x}.json", folder

    def _read(self, path: Path) -> Folders:
        try:
            data = path.read_bytes()
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except OSError:
            return {}
        mark, _, content = data.partition(b"\n")
        if mark.decode("ascii", "replace") != self._mark(content):
            return {}
        return {
            folder: {name: Entry(stamp and tuple(stamp), digest, result) for name, (stamp, digest, result) in entries}
            for folder, entries in json.loads(content)
        }

    def _write(self, path: Path, folders: Folders) -> None:
        content = json.dumps(
            [
                (folder, [(name, (entry.stamp, entry.digest, entry.result)) for name, entry in entries.items()])
                for folder, entries in folders.items()
            ],
            separators=(",", ":"),
        ).encode()
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            # A cache in a repository is no part of it, and no source.
            write_whole(self._folder.parent / ".gitignore", b"*\n", is_lasting=False)
        write_whole(path, f"{self._mark(content)}\n".encode() + content, is_lasting=False)

    def _mark(self, content: bytes) -> str:
        return blake2b(content, key=self._key, digest_size=_DIGEST_BYTES).hexdigest()


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
