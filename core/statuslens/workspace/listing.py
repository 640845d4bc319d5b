"""The names of the files below a folder: as Git lists them in a repository, without what .gitignore says elsewhere."""

import os
import re
import sys
import warnings
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from statuslens.config.find import find_root
from statuslens.errors import MissingExtraError

if TYPE_CHECKING:
    import subprocess

    from pathspec import GitIgnoreSpec

_IGNORE_FILE = ".gitignore"
# A repository's own configuration may name a program to watch its files; what is read is never run.
_LIST_FILES = ("-c", "core.fsmonitor=false", "ls-files", "-z")
_TRACKED, _OTHERS = ("--cached",), ("--others", "--exclude-standard")


def list_names(folder: str, left_out: Collection[str]) -> Iterator[Sequence[str]]:
    """Yield the paths of the files below a folder, from it, with ``/`` between the parts, each once: all, or in parts.

    Folders with a name that is left out, and hidden ones, are passed over where Git is not asked.
    """
    listed = _listed_by_git(folder, left_out)
    return iter([list(_walked(folder, left_out))]) if listed is None else listed


def _listed_by_git(folder: str, left_out: Collection[str]) -> Iterator[Sequence[str]] | None:
    """Return the files that Git knows, and then the others that it does not ignore; None where it tells of none."""
    # Where Git itself would find no repository, there is no need to start it.
    is_in_repository = "GIT_DIR" in os.environ or find_root(os.path.realpath(folder)) is not None
    git = find_git() if is_in_repository else None
    if git is None:
        return None
    import subprocess  # noqa: PLC0415 (files that are named need no Git)

    try:
        # Git looks for the other files in every folder, while those that it knows are taken.
        others = subprocess.Popen(  # noqa: S603
            (git, *_LIST_FILES, *_OTHERS), cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return None
    try:
        tracked = subprocess.run((git, *_LIST_FILES, *_TRACKED), cwd=folder, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        others.kill()
        others.communicate()
        return None
    # Of a file that is being merged there are several.
    known = dict.fromkeys(_split(tracked.stdout))
    return _known_and_others(known, others, (name for name in _walked(folder, left_out) if name not in known))


def _known_and_others(
    known: Collection[str], others: "subprocess.Popen[bytes]", walked: Iterator[str]
) -> Iterator[Sequence[str]]:
    """Yield the files that Git knows, and the others; those that are met by walking where it fails to tell of others.

    That is so in a bare repository, which has files of its own and none beside them.
    """
    with others:
        try:
            yield list(known)
            names = _split(others.communicate()[0])
            yield list(walked) if others.returncode else names
        finally:
            others.kill()


def _split(names: bytes) -> list[str]:
    return os.fsdecode(names).split("\0")[:-1]


@cache
def find_git() -> str | None:
    """Return the path of Git, never that of a program so named in the current folder, which Windows tries first."""
    name = "git.exe" if sys.platform == "win32" else "git"
    folders = [folder for folder in os.get_exec_path() if os.path.isabs(folder)]
    candidates = (os.path.join(folder, name) for folder in folders)
    return next((path for path in candidates if os.access(path, os.X_OK) and os.path.isfile(path)), None)


def _walked(folder: str, left_out: Collection[str]) -> Iterator[str]:
    """Yield the names below a folder outside of a repository; a repository in it is listed by Git."""
    folders: list[tuple[str, str, tuple[_Rules, ...]]] = [(folder, "", ())]
    while folders:
        path, above, rules = folders.pop()
        entries = _entries(path)
        if above and ".git" in entries and (listed := _listed_by_git(path, left_out)) is not None:
            yield from (above + name for part in listed for name in part)
            continue
        if _IGNORE_FILE in entries:
            rules = (*rules, _Rules(path, above))
        for name, entry in entries.items():
            if not entry.is_dir(follow_symlinks=False):
                if not _is_ignored(above + name, rules):
                    yield above + name
            elif name not in left_out and not name.startswith(".") and not _is_ignored(f"{above}{name}/", rules):
                folders.append((entry.path, f"{above}{name}/", rules))


def _entries(folder: str) -> dict[str, os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry for entry in entries}
    except OSError:
        return {}


class _Rules:
    """The patterns of one .gitignore."""

    def __init__(self, folder: str, above: str) -> None:
        self._above = above
        self._patterns = _read_patterns(os.path.join(folder, _IGNORE_FILE))

    def decide(self, name: str) -> bool | None:
        """Tell whether a name is ignored; None where the patterns say nothing of it."""
        return self._patterns.check_file(name.removeprefix(self._above)).include


def _read_patterns(path: str) -> "GitIgnoreSpec":
    try:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (takes longer to import than a small tree to check)
    except ImportError as error:
        raise MissingExtraError("reading .gitignore", "check") from error
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        lines = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of sets such as [[a], which are what they look like
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line, GitIgnoreSpec))


def _is_pattern(line: str, kind: type["GitIgnoreSpec"]) -> bool:
    """Tell whether a line can be read; Git takes one that cannot, as one that ends in an escape, for no pattern."""
    try:
        kind.from_lines((line,))
    except (ValueError, re.error):
        return False
    return True


def _is_ignored(name: str, rules: tuple[_Rules, ...]) -> bool:
    """Tell whether the nearest .gitignore that says something of a name has it ignored."""
    said = (rule.decide(name) for rule in reversed(rules))
    return next((ignored for ignored in said if ignored is not None), False)
