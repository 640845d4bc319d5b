"""A baseline: findings that are known and are not reported again, also when the lines above them change."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from statuslens.errors import UsageError
from statuslens.report.fingerprint import fingerprints
from statuslens.report.model import CheckedFile

_SCHEMA = 1
_ADVICE = "write it anew with --write-baseline"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of a baseline; their paths count from the folder of its file."""

    folder: Path
    known: frozenset[str]

    def without_known(self, file: CheckedFile) -> CheckedFile:
        """Return a file with those findings that are new."""
        marks = fingerprints(_placed(file, self.folder))
        new = (finding for finding, mark in zip(file.findings, marks, strict=True) if mark not in self.known)
        return CheckedFile(file.path, file.lines, tuple(new))


def read_baseline(path: str) -> Baseline:
    """Read a baseline. Raises UsageError for a file that is not there or that is none."""
    try:
        content = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; {_ADVICE}") from error
    except ValueError as error:
        raise UsageError(f"{path}: is no JSON; {_ADVICE}") from error
    if not isinstance(content, dict) or content.get("schema") != _SCHEMA:
        raise UsageError(f"{path}: is no baseline of this version; {_ADVICE}")
    entries = content.get("findings")
    if not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise UsageError(f"{path}: findings are not as they were written; {_ADVICE}")
    return Baseline(_folder_of(path), frozenset(entry["fingerprint"] for entry in entries))


def make_baseline(path: str, files: Iterable[CheckedFile]) -> str:
    """Return the text of a baseline that is to be written to a path: an entry for each finding."""
    placed = (_placed(file, _folder_of(path)) for file in files)
    entries = [
        {"path": file.path, "rule": finding.rule, "fingerprint": mark}
        for file in placed
        for finding, mark in zip(file.findings, fingerprints(file), strict=True)
    ]
    entries.sort(key=lambda entry: tuple(entry.values()))
    return json.dumps({"schema": _SCHEMA, "findings": entries}, indent=1) + "\n"


def _is_entry(entry: Any) -> bool:  # noqa: ANN401 (JSON holds anything)
    return isinstance(entry, dict) and isinstance(entry.get("fingerprint"), str)


def _folder_of(path: str) -> Path:
    return Path(os.path.realpath(path)).parent


def _placed(file: CheckedFile, folder: Path) -> CheckedFile:
    """Return a file with its path as it is from a folder."""
    path = os.path.relpath(os.path.realpath(file.path), folder)
    return CheckedFile(path.replace(os.sep, "/"), file.lines, file.findings)
