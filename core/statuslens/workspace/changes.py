"""The lines that have changed since a revision, in the Git repositories that files are in."""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from statuslens.errors import UsageError
from statuslens.source.lines import LineIndex
from statuslens.workspace.listing import find_git

_DIFF = (
    "--unified=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--find-renames",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)
_FILE = re.compile(rb'\+\+\+ (?:"b/((?:[^"\\]|\\.)*)"|b/([^\n]*?))\t?\Z')
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
_LONE_RETURN = re.compile(r"\r(?!\n)")
_SHALLOW = "the clone is shallow: fetch more of it (git fetch --unshallow; fetch-depth: 0 for actions/checkout)"


@dataclass(frozen=True)
class Changes:
    """What has changed in a repository between where a revision and HEAD part and the files as they stand."""

    root: Path
    revision: str
    git: str
    """The path of Git."""

    @cached_property
    def _lines(self) -> dict[bytes, list[range] | None]:
        """The changed lines, counted from zero, by path below the root; None where all of a file is new."""
        diff = self._git("diff", *_DIFF, self._base())
        new = self._git("ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
        return {**_read_diff(diff), **dict.fromkeys(filter(None, new))}

    def has(self, path: str) -> bool:
        """Tell whether a file has changed."""
        return self._name(path) in self._lines

    def touches(self, path: str, lines: LineIndex, start: int, end: int) -> bool:
        """Tell whether a part of a file, between offsets in code points, stands on lines that have changed."""
        changed = self._lines.get(self._name(path), [])
        if changed is None or _LONE_RETURN.search(lines.text):
            return True  # Git has other lines where they end with a carriage return alone
        first, last = lines.position(start).line, lines.position(end).line
        return any(first < changed_lines.stop and changed_lines.start <= last for changed_lines in changed)

    def _name(self, path: str) -> bytes:
        return os.fsencode(Path(os.path.realpath(path)).relative_to(self.root).as_posix())

    def _base(self) -> str:
        try:
            self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{self.revision}^{{commit}}")
            return self._git("merge-base", "--end-of-options", self.revision, "HEAD").decode().strip()
        except subprocess.CalledProcessError as error:
            is_shallow = self._git("rev-parse", "--is-shallow-repository").strip() == b"true"
            advice = _SHALLOW if is_shallow else "name a commit, branch or tag that shares history with HEAD"
            raise UsageError(f"--since {self.revision}: {self.root} has no such revision; {advice}") from error

    def _git(self, *arguments: str) -> bytes:
        command = [self.git, "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
        return subprocess.run(command, cwd=self.root, check=True, capture_output=True).stdout  # noqa: S603


def find_changes(path: str, revision: str) -> Changes:
    """Return the changes in the repository that a file is in.

    Raises UsageError where it is in none, or where Git is not installed.
    """
    git = find_git()
    if git is None:
        raise UsageError("--since: there is no git here; install it, or leave --since out")
    root = _root_of(Path(os.path.realpath(path)).parent)
    if root is None:
        raise UsageError(f"--since: {path} is in no Git repository; leave --since out")
    return _changes(root, revision, git)


@cache
def _root_of(folder: Path) -> Path | None:
    if (folder / ".git").exists():
        return folder
    return _root_of(folder.parent) if folder != folder.parent else None


_changes = cache(Changes)


def _read_diff(diff: bytes) -> dict[bytes, list[range] | None]:
    """Return the lines that a diff without context has added or changed, by path."""
    found: dict[bytes, list[range] | None] = {}
    lines: list[range] = []
    content = 0
    for line in diff.split(b"\n"):
        if content and line[:1] in {b"-", b"+"}:
            content -= 1
        elif hunk := _HUNK.match(line):
            old, start, new = int(hunk[1] or 1), int(hunk[2]) - 1, int(hunk[3] or 1)
            lines.append(range(start, start + new))
            content = old + new
        elif line.startswith(b"+++ "):
            lines = []
            if file := _FILE.match(line):
                found[_unescape(file[1]) if file[1] is not None else file[2]] = lines
    return found


def _unescape(name: bytes) -> bytes:
    """Undo how Git quotes a path."""
    return _ESCAPE.sub(lambda match: bytes([int(match[1], 8)]) if match[1] else _ESCAPED.get(match[2], match[2]), name)
