"""``python -P -m statuslens_lsp.indexer``: look at the files of a workspace, in a process of its own.

Each line of standard input is a request in JSON: the ``kind`` of things to look for; the ``folders`` in which, each
with its ``path``, the paths below it that it goes ``without``, and the editor's settings as ``overrides``; and the
``encoding`` of positions. The answer is lines of JSON on standard output, each of them one of these:

- ``{"work": 2000000, "is_all": true}`` first: how many bytes are to be looked at, and whether the answer tells of all
  files, or only of those that are not as they were at the answer before;
- ``{"percent": 40}``: how much of that is done;
- ``{"path": "/project/app.py", "items": [...]}``: what there is in a file; nothing in one that is gone;
- ``{"path": "/project/app.py", "more": [...]}``: further items of the same file;
- ``{"note": "..."}``: what the log should tell;
- ``{"end": true}`` last.

It leaves when its standard input is closed, and when nobody reads its answers any longer.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from pygls.uris import from_fs_path

from statuslens.errors import StatuslensError
from statuslens.recognise import Occurrence, Scan
from statuslens.rules import Finding
from statuslens.workspace.batches import cost_of
from statuslens.workspace.files import SourceFile
from statuslens.workspace.look import CheckLook, Look, Outcome, ScanLook
from statuslens.workspace.plan import plan
from statuslens.workspace.processors import usable_processors
from statuslens.workspace.settings import SettingsByFolder
from statuslens.workspace.survey import open_cache, survey
from statuslens_lsp.diagnostics import to_diagnostic
from statuslens_lsp.mentions import mentions_of
from statuslens_lsp.reports import report_of
from statuslens_lsp.views import Analysis, View

Answer: TypeAlias = dict[str, Any]
_State: TypeAlias = tuple[tuple[int, ...] | None, str]
"""What tells whether a file and what its result depends on are as they were."""
_NICENESS = 10
"""How far this process stands back behind the editor and its servers."""
_PIECE = 100
"""Items in one line, which the server reads between two messages of the client."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of things to look for."""

    look: Callable[[SettingsByFolder], Look[Any]]
    items_of: Callable[[Outcome[Any], str], Sequence[Any]]
    """Makes items of what was found in a file, given the encoding of positions."""


@dataclass(frozen=True, slots=True)
class _Course:
    """What is to be looked at below one folder."""

    look: Look[Any]
    files: dict[str, SourceFile]
    states: dict[str, _State]


def main() -> int:
    """Answer requests until there are no more, and return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    indexer = Indexer()
    try:
        for line in sys.stdin.buffer:
            for answer in indexer.answer(**json.loads(line)):
                sys.stdout.write(f"{json.dumps(answer)}\n")
                sys.stdout.flush()
    except BrokenPipeError:
        # The server has gone; keep Python from failing again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


class Indexer:
    """Answers requests, each with what has changed since the one before."""

    def __init__(self) -> None:
        """Start before the first answer."""
        self._told: dict[str, dict[str, tuple[_State, bool]]] = {}
        """By kind and path, how each file was, and whether there was anything in it."""

    def answer(self, kind: str, folders: Sequence[Mapping[str, Any]], encoding: str) -> Iterator[Answer]:
        """Yield the lines of the answer."""
        is_all = kind not in self._told
        told = self._told.setdefault(kind, {})
        courses = list(_plan(_KINDS[kind], folders))
        current = {path for course in courses for path in course.states}
        changed = [_changed(course, told) for course in courses]
        work = sum(cost_of(file) for files in changed for file in files)
        yield {"work": work, "is_all": is_all}
        for path in [path for path in told if path not in current]:
            if told.pop(path)[1]:
                yield {"path": path, "items": []}
        percents = _Percents(work)
        for course, files in zip(courses, changed, strict=True):
            with closing(_survey(course.look, files)) as outcomes:
                for outcome in outcomes:
                    if isinstance(outcome, str):
                        yield {"note": outcome}
                        continue
                    yield from percents.after(cost_of(outcome.file))
                    items = _KINDS[kind].items_of(outcome, encoding) if outcome.found else ()
                    path = outcome.file.path
                    _, was_any = told.get(path, (None, False))
                    told[path] = course.states[path], bool(items)
                    if items or was_any:
                        yield from _pieces(path, items)
        yield {"end": True}


class _Percents:
    """Tells how much of some work is done, whenever that is one more in a hundred."""

    def __init__(self, work: int) -> None:
        self._work = work
        self._done = 0
        self._percent = 0

    def after(self, done: int) -> Iterator[Answer]:
        """Yield a line where it is worth one that so much more is done."""
        self._done += done
        percent = 100 * self._done // self._work
        if percent > self._percent:
            self._percent = percent
            yield {"percent": percent}


def _plan(kind: _Kind, folders: Sequence[Mapping[str, Any]]) -> Iterator[_Course]:
    """Yield what is to be looked at below each folder."""
    for folder in folders:
        if Path(folder["path"]).is_dir():
            look = kind.look(SettingsByFolder(overrides=folder["overrides"], is_lenient=True))
            inner = tuple(f"{path}/" for path in folder["without"])
            found, _ = plan([folder["path"]], look.settings_of, partial(_is_outside, inner), jobs=_jobs())
            files = {file.path: file for file in found}
            yield _Course(look, files, {file.path: _state(look, file) for file in found})


def _state(look: Look[Any], file: SourceFile) -> _State:
    return file.state, f"{look.key_of(file.path)} {look.project_key_of(file.path)}"


def _is_outside(folders: tuple[str, ...], path: str) -> bool:
    return not path.startswith(folders)


def _changed(course: _Course, told: Mapping[str, tuple[_State, bool]]) -> list[SourceFile]:
    return [file for path, file in course.files.items() if path not in told or told[path][0] != course.states[path]]


def _jobs() -> int:
    """Return how many processes may be at work beside the editor."""
    return max(1, usable_processors() // 2)


def _survey(look: Look[Any], files: Sequence[SourceFile]) -> Generator[Outcome[Any] | str]:
    """Yield an outcome for each file, and what the log should tell."""
    try:
        for outcome in survey(look, files, jobs=_jobs(), cache=open_cache(files)):
            if outcome.is_lost:
                yield f"{outcome.file.path}: {outcome.left_out}"
            yield outcome
    except StatuslensError as error:
        yield str(error)


def _pieces(path: str, items: Sequence[Any]) -> Iterator[Answer]:
    yield {"path": path, "items": items[:_PIECE]}
    for start in range(_PIECE, len(items), _PIECE):
        yield {"path": path, "more": items[start : start + _PIECE]}


def _mentions(outcome: Outcome[Occurrence], encoding: str) -> Sequence[Any]:
    return mentions_of(_view(outcome, encoding, outcome.found))


def _report(outcome: Outcome[Finding], encoding: str) -> Sequence[Any]:
    view = _view(outcome, encoding)
    return [report_of([to_diagnostic(finding, view) for finding in outcome.found])]


def _view(outcome: Outcome[Any], encoding: str, occurrences: tuple[Occurrence, ...] = ()) -> View:
    scan = Scan(outcome.file.language, outcome.lines, occurrences)
    return View(from_fs_path(outcome.file.path) or "", 0, Analysis(scan), scan.lines, encoding)


_KINDS = {"mentions": _Kind(ScanLook, _mentions), "reports": _Kind(CheckLook, _report)}

if __name__ == "__main__":
    sys.exit(main())
