"""What the project of a file declares: the nearest folder with such a file, and those above it."""

import os
from functools import cache
from pathlib import Path

from statuslens.config.find import folders_above
from statuslens.registry.declared import Declared
from statuslens.workspace.bounds import lowest_known
from statuslens.workspace.manifests import read_manifest, reader_of

_MAX_BYTES = 2_000_000
Declarations = dict[str, str]


class DeclaredByFolder:
    """What tells the versions that the project of a file declares; it can be sent to another process.

    Folders are looked at from the file upwards to the root of the repository, each once. The nearest one that says a
    package's version counts; in one folder, the lowest of several.
    """

    def __init__(self) -> None:
        self._read = cache(_read_folder)
        self._of_folder = cache(self._gather)

    def __reduce__(self) -> tuple[type["DeclaredByFolder"], tuple[()]]:
        return DeclaredByFolder, ()

    def __call__(self, path: str) -> Declared:
        """Return what the project of a file declares."""
        return self._of_folder(Path(path).parent)

    def _gather(self, folder: Path) -> Declared:
        found: Declarations = {}
        for above in folders_above(folder):
            for package, version in self._read(above).items():
                found[package] = found.get(package) or version
        return Declared(tuple(sorted(found.items())))


def _read_folder(folder: Path) -> Declarations:
    found: dict[str, list[str]] = {}
    try:
        names = [entry.name for entry in os.scandir(folder) if reader_of(entry.name) is not None]
    except OSError:
        return {}
    for name in sorted(names):
        for package, versions in read_manifest(name, _read(folder / name)).items():
            found.setdefault(package, []).extend(versions)
    return {package: lowest_known(versions) for package, versions in found.items()}


def _read(path: Path) -> str:
    """Return the text of a file, or nothing where it is none, or too long for what people write."""
    try:
        is_usual = path.is_file() and path.stat().st_size <= _MAX_BYTES
        return path.read_text(encoding="utf-8-sig", errors="replace") if is_usual else ""
    except OSError:
        return ""
