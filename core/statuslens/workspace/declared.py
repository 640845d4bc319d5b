"""What the project of a file declares: the nearest folder with such a file, and those above it."""

import os
from functools import cache

from statuslens.registry.declared import NOTHING, Declared

_MAX_BYTES = 2_000_000
Declarations = dict[str, str]


class DeclaredByFolder:
    """What tells the versions that the project of a file declares; it can be sent to another process.

    Folders are looked at from the file upwards to the root of the repository, each once. The nearest one that says a
    package's version counts; in one folder, the lowest of several.
    """

    def __init__(self) -> None:
        self._of_folder = cache(self._gather)

    def __reduce__(self) -> tuple[type["DeclaredByFolder"], tuple[()]]:
        return DeclaredByFolder, ()

    def __call__(self, path: str) -> Declared:
        """Return what the project of a file declares."""
        # Without following links: what the user sees above a file counts, not where a link leads.
        return self._of_folder(os.path.dirname(os.path.abspath(path)))

    def _gather(self, folder: str) -> Declared:
        own, is_root = _read_folder(folder)
        above = os.path.dirname(folder)
        rest = NOTHING if is_root or above == folder else self._of_folder(above)
        if not own:
            return rest
        further = dict(rest.bounds)
        found = further | {package: version or further.get(package, "") for package, version in own.items()}
        return Declared(tuple(sorted(found.items())))


def _read_folder(folder: str) -> tuple[Declarations, bool]:
    """Return what the files in a folder declare, and whether it is the root of a repository."""
    # A check of a few files, in which there is nothing, does not ask what their project declares.
    from statuslens.workspace.bounds import lowest_known  # noqa: PLC0415
    from statuslens.workspace.manifests import manifests_among, read_manifest  # noqa: PLC0415

    try:
        names = os.listdir(folder)
    except OSError:
        return {}, False
    found: dict[str, list[str]] = {}
    for name in manifests_among(names):
        for package, versions in read_manifest(name, _read(os.path.join(folder, name))).items():
            found.setdefault(package, []).extend(versions)
    return {package: lowest_known(versions) for package, versions in found.items()}, ".git" in names


def _read(path: str) -> str:
    """Return the text of a file, or nothing where it is none, or too long for what people write."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _MAX_BYTES:
            return ""
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
