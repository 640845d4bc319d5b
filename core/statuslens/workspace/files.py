"""Files to look at: named ones, and those below named folders."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from statuslens.errors import UsageError
from statuslens.source.detect import HEAD_BYTES, is_told_by_text, language_in, language_of

UNKNOWN_LANGUAGE = "its language is not known"
_LEFT_OUT = {".yarn", "__pycache__", "bower_components", "node_modules", "site-packages", "third_party", "vendor"}
_MINIFIED = (".min.js", ".min.mjs", ".bundle.js")
# A repository's own configuration may name a program to watch its files; what is read is never run.
_LIST_FILES = ("-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--others", "--exclude-standard")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to look at."""

    path: str
    """What the user named, and what stands below it, with ``/`` between the parts."""
    language: str
    """The LSP language id."""
    is_named: bool
    """Whether the user named it, rather than a folder around it."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was met and is not looked at."""

    path: str
    """A path, or in words the files that it stands for."""
    reason: str


def find_files(paths: Iterable[str], *, force_exclude: bool = False) -> Iterator[SourceFile | Skipped]:
    """Yield the source files that paths name, and those below the folders among them, in a stable order.

    A folder inside a Git repository is listed as Git lists it, without what it ignores. With ``force_exclude`` a file
    that is named is treated as if it were met in a folder. Raises UsageError for a path that is not there.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path would drop a leading ./)
            yield from _below(path)
        elif not os.path.exists(path):  # noqa: PTH110
            msg = f"{path}: there is no such file or folder; check the path"
            raise UsageError(msg)
        else:
            language = _language(path)
            shown = path.replace(os.sep, "/")
            if force_exclude:
                if language and not is_left_out(shown):
                    yield SourceFile(shown, language, is_named=False)
            else:
                yield SourceFile(shown, language, is_named=True) if language else Skipped(shown, UNKNOWN_LANGUAGE)


def _below(folder: str) -> Iterator[SourceFile]:
    names = _listed_by_git(folder)
    for name in sorted(_walked(folder) if names is None else names):
        is_ours = language_of(name) is not None or is_told_by_text(name)
        if not is_ours or is_left_out(name):
            continue
        path = name if folder == os.curdir else os.path.join(folder, name)  # noqa: PTH118
        language = _language(path) if _is_regular(path) else None
        if language is not None:
            yield SourceFile(path.replace(os.sep, "/"), language, is_named=False)


def is_left_out(path: str) -> bool:
    """Tell whether a file below a folder is not looked at: one of somebody else's, or one that a program wrote."""
    return path.endswith(_MINIFIED) or not _LEFT_OUT.isdisjoint(PurePath(path).parts[:-1])


def _language(path: str) -> str | None:
    """Return the language of a file; it is opened only if its name leaves open whether it is one of ours."""
    return language_of(path) or (language_in(path, _head(path)) if is_told_by_text(path) else None)


def _head(path: str) -> str:
    """Return the beginning of a file's text; nothing of one that cannot be read or is no text."""
    if not os.path.isfile(path):  # noqa: PTH113 (a pipe would be waited for)
        return ""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (a Path costs more than the reading)
            head = file.read(HEAD_BYTES)
    except OSError:
        return ""
    return "" if b"\0" in head else head.decode("utf-8", "replace")


def _listed_by_git(folder: str) -> list[str] | None:
    git = find_git()
    if git is None:
        return None
    try:
        listed = subprocess.run((git, *_LIST_FILES), cwd=folder, capture_output=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return list({os.fsdecode(name) for name in listed.split(b"\0") if name})


@cache
def find_git() -> str | None:
    """Return the path of Git, never that of a program so named in the current folder, which Windows tries first."""
    name = "git.exe" if sys.platform == "win32" else "git"
    folders = [folder for folder in os.get_exec_path() if os.path.isabs(folder)]  # noqa: PTH117
    candidates = (Path(folder, name) for folder in folders)
    return next((str(path) for path in candidates if os.access(path, os.X_OK) and path.is_file()), None)


def _walked(folder: str) -> list[str]:
    names = []
    for base, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in _LEFT_OUT and not name.startswith(".")]
        names += [os.path.relpath(os.path.join(base, name), folder) for name in files]  # noqa: PTH118
    return names


def _is_regular(path: str) -> bool:
    """Tell whether a path is a file itself: no link (its target is listed too), no pipe, not deleted."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
