"""Files to look at: named ones, and those below named folders."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from statuslens.errors import MissingGrammarError, UsageError
from statuslens.source.detect import HEAD_BYTES, is_told_by_text, language_at, language_in, language_of
from statuslens.workspace.listing import list_names

UNKNOWN_LANGUAGE = "its language is not known"
_LEFT_OUT = {".yarn", "__pycache__", "bower_components", "node_modules", "site-packages", "third_party", "vendor"}
_WORTH_PROCESSES, _PART, _MOST_PROCESSES = 20_000, 5_000, 4
"""From how many files on they are met by several processes, how many at a time, and by how many at most."""
_MINIFIED = (".min.js", ".min.mjs", ".bundle.js")


State: TypeAlias = tuple[int, int, int, int]
"""What tells whether a file was changed: its bytes, when its content and when its state were changed, in nanoseconds,
and its number in the file system. Programs that restore the time of a content, as some do after a checkout, cannot set
that of the state."""


class SourceFile(NamedTuple):
    """A file to look at."""

    path: str
    """What the user named, and what stands below it, with ``/`` between the parts."""
    language: str
    """The LSP language id; empty where only the text can tell it."""
    is_named: bool
    """Whether the user named it, rather than a folder around it."""
    state: State | None = None
    """Its state when it was met; None where that could not be told."""

    @property
    def size(self) -> int:
        """Its bytes when it was met."""
        return self.state[0] if self.state is not None else 0


class Skipped(NamedTuple):
    """Something that was met and is not looked at."""

    path: str
    """A path, or in words the files that it stands for."""
    reason: str


def lacking_grammar(error: MissingGrammarError) -> Skipped:
    """Return the note for all files of a language."""
    return Skipped(f"{error.language} files", error.reason)


def find_files(paths: Iterable[str], *, force_exclude: bool = False) -> Iterator[SourceFile | Skipped]:
    """Yield the source files that paths name, and those below the folders among them, sorted by path for each.

    A folder inside a Git repository is listed as Git lists it, without what it ignores. With ``force_exclude`` a file
    that is named is treated as if it were met in a folder. Raises UsageError for a path that is not there.
    """
    listed = (sorted(list_files((path,), force_exclude=force_exclude), key=attrgetter("path")) for path in paths)
    for file in chain.from_iterable(listed):
        if isinstance(file, Skipped) or file.language:
            yield file
        elif language := language_in(file.path, _head(file.path)):
            yield file._replace(language=language)


def list_files(
    paths: Iterable[str], *, force_exclude: bool = False, jobs: int | None = None
) -> Iterator[SourceFile | Skipped]:
    """Yield what ``find_files`` does in no order, and what is perhaps source, without a language: its text tells."""
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 (Path would drop a leading ./)
            yield from _below(path, jobs)
            continue
        state = _state(path)
        if state is None:
            msg = f"{path}: there is no such file or folder; check the path"
            raise UsageError(msg)
        language = language_of(path) or (language_in(path, _head(path)) if is_told_by_text(path) else None)
        shown = path.replace(os.sep, "/")
        if force_exclude:
            if language and not is_left_out(shown):
                yield SourceFile(shown, language, is_named=False, state=state)
        elif language:
            yield SourceFile(shown, language, is_named=True, state=state)
        else:
            yield Skipped(shown, UNKNOWN_LANGUAGE)


def _below(folder: str, jobs: int | None) -> Iterator[SourceFile]:
    start = "" if folder == os.curdir else os.path.join(folder, "")  # noqa: PTH118
    for names in list_names(folder, _LEFT_OUT):
        count = _processes_for(names, jobs)
        yield from _meet(start, names) if count == 1 else _meet_in_processes(start, names, count)


def _processes_for(names: Sequence[str], jobs: int | None) -> int:
    """Return how many processes meet some files soonest: several of many, where they need not begin anew."""
    if len(names) < _WORTH_PROCESSES or jobs == 1:
        return 1
    import multiprocessing  # noqa: PLC0415 (few trees are so large)

    from statuslens.workspace.processors import usable_processors  # noqa: PLC0415 (as above)

    if multiprocessing.get_start_method() != "fork" or multiprocessing.current_process().daemon:
        return 1
    return min(jobs or usable_processors(), _MOST_PROCESSES)


def _meet_in_processes(start: str, names: Sequence[str], count: int) -> Iterator[SourceFile]:
    from statuslens.workspace.processes import Died, work_in_processes  # noqa: PLC0415 (as above)

    parts = {place: names[place : place + _PART] for place in range(0, len(names), _PART)}
    work = partial(_meet_all, start)
    for place, met in work_in_processes(work, parts, [[place] for place in parts], count):
        yield from _meet(start, parts[place]) if isinstance(met, Died) else map(SourceFile._make, met)


def _meet_all(start: str, names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return what is met as plain tuples, which take a third of the time to send."""
    return [tuple(file) for file in _meet(start, names)]


def _meet(start: str, names: Iterable[str]) -> Iterator[SourceFile]:
    """Yield the files of some names that are looked at, with their states."""
    for name in names:
        above, _, own = name.rpartition("/")
        if _is_of_others(above) or own.endswith(_MINIFIED):
            continue
        language = language_at(above, own)
        if language is None and not is_told_by_text(name):
            continue
        path = start + name
        state = _regular(path)
        if state is not None:
            yield SourceFile(path.replace(os.sep, "/"), language or "", is_named=False, state=state)


def is_left_out(path: str) -> bool:
    """Tell whether a file below a folder is not looked at: one of somebody else's, or one that a program wrote."""
    folder, _, name = path.rpartition("/")
    return name.endswith(_MINIFIED) or _is_of_others(folder)


@cache
def _is_of_others(folder: str) -> bool:
    return not _LEFT_OUT.isdisjoint(folder.split("/"))


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


def _state(path: str) -> State | None:
    try:
        return _told(os.stat(path))  # noqa: PTH116 (a Path costs more than the look)
    except (OSError, ValueError):
        return None


def _regular(path: str) -> State | None:
    """Return the state of a path that is a file itself: no link (its target is listed too), no pipe, not deleted."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return _told(found) if stat.S_ISREG(found.st_mode) else None


def _told(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
