"""Look at many files: what is known of them is taken from the cache, the rest is shared out among processes."""

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from statuslens.errors import StatuslensError
from statuslens.workspace.batches import cost_of, make_batches
from statuslens.workspace.files import Skipped, SourceFile
from statuslens.workspace.look import Found, Look, Outcome, leave_out, look_at
from statuslens.workspace.processors import usable_processors
from statuslens.workspace.text import decode, read_bytes

if TYPE_CHECKING:
    from statuslens.workspace.cache import Cache, Entry

_WORTH_A_PROCESS = 1_500_000
"""Bytes whose look takes several times as long as to start a process."""

_WORTH_A_CACHE = 300_000
"""Bytes whose look takes longer than to ask the cache."""

_PROJECT = 4
"""Where in what is kept stands what the project declared."""

Task = tuple[SourceFile, str]
"""A file to look at, and the digest of the bytes of which everything is known."""


class _Seen(NamedTuple, Generic[Found]):
    """What came of a task."""

    digest: str
    outcome: Outcome[Found] | None
    """None where the digest is the one of which everything is known."""


class _Work(Generic[Found]):
    """Does tasks, in whichever process."""

    def __init__(self, look: Look[Found], digest: Callable[[bytes], str] | None) -> None:
        """Take what tells bytes from others, where that is asked."""
        self.look = look
        self.digest = digest

    def __call__(self, task: Task) -> _Seen[Found]:
        file, known = task
        data = read_bytes(file.path)
        if isinstance(data, Skipped):
            return _Seen("", leave_out(file, data.reason))
        digest = self.digest(data) if self.digest is not None else ""
        if known and digest == known:
            return _Seen(digest, None)
        try:
            return _Seen(digest, look_at(self.look, file, data))
        except StatuslensError:
            raise
        except Exception as error:  # noqa: BLE001 (a mistake of ours in one file must not cost all others)
            return _Seen("", Outcome(file, left_out=_tell_mistake(error), is_lost=True))


def _tell_mistake(error: Exception) -> str:
    from traceback import extract_tb  # noqa: PLC0415 (hardly ever needed)

    place = extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(place.filename)}:{place.lineno}"  # noqa: PTH119
    return f"statuslens failed, please report it: {type(error).__name__}: {error} ({where})"


def open_cache(files: Sequence[SourceFile], folder: str | None = None) -> "Cache | None":
    """Return the cache in a folder, or else in the usual one; None where there is none, or the files are few."""
    if sum(file.size for file in files) < _WORTH_A_CACHE:
        return None
    from pathlib import Path  # noqa: PLC0415 (a small tree does without)

    from statuslens.workspace.cache import Cache, cache_folder  # noqa: PLC0415
    from statuslens.workspace.program import fingerprint_program  # noqa: PLC0415

    place = Path(folder) if folder else cache_folder()
    return Cache(place, fingerprint_program()) if place is not None else None


def survey(
    look: Look[Found], files: Sequence[SourceFile], *, jobs: int | None = None, cache: "Cache | None" = None
) -> Generator[Outcome[Found]]:
    """Look at files in up to ``jobs`` processes, as many as there are processors where nothing is said.

    Yields an outcome for each file, in their order. A few small files are looked at in this process. Raises UsageError
    for a file that the user named and that cannot be read, and ConfigError for a team file that cannot be used.
    """
    known: Sequence[Entry | None] = _known(look, files, cache) if cache is not None else [None] * len(files)
    tasks: dict[int, Task] = {}
    for number, (file, entry) in enumerate(zip(files, known, strict=True)):
        if entry is None or not _fits(look, file, entry):
            tasks[number] = (file, "")
        elif not entry.is_sure(file):
            tasks[number] = (file, entry.digest)
    seen = _work(
        _Work(look, cache.digest if cache is not None else None),
        files,
        tasks,
        usable_processors() if jobs is None else jobs,
    )
    early: dict[int, _Seen[Found]] = {}
    for number, (file, entry) in enumerate(zip(files, known, strict=True)):
        if number not in tasks:
            yield _recall(look, file, entry)
            continue
        while number not in early:
            place, result = next(seen)
            early[place] = result
        done = early.pop(number)
        outcome = done.outcome or _recall(look, file, entry)
        if cache is not None and done.digest and not outcome.lacking:
            cache.keep(file, look.key_of(file.path), done.digest, _pack(look, outcome))
        yield outcome
    if cache is not None:
        cache.save()


def _known(look: Look[Any], files: Sequence[SourceFile], cache: "Cache") -> "list[Entry | None]":
    """Return what is known of each file; None where that is nothing."""
    known = []
    folders: dict[str, Mapping[str, Entry]] = {}
    for file in files:
        base, slash, name = file.path.rpartition("/")
        folder = base or slash
        if folder not in folders:
            folders[folder] = cache.entries(folder, look.key_of(file.path))
        known.append(folders[folder].get(name))
    return known


def _work(
    work: _Work[Found], files: Sequence[SourceFile], tasks: dict[int, Task], jobs: int
) -> Iterator[tuple[int, _Seen[Found]]]:
    """Do tasks, and yield what comes of them as it comes, in several processes where that pays."""
    count = min(jobs, sum(cost_of(file) for file, _ in tasks.values()) // _WORTH_A_PROCESS)
    if count <= 1:
        for number, task in tasks.items():
            yield number, work(task)
        return
    from statuslens.workspace.processes import Died, work_in_processes  # noqa: PLC0415 (a small tree does without)

    work.look.get_ready()
    for number, result in work_in_processes(work, tasks, make_batches(files, tasks), count):
        if isinstance(result, Died):
            reason = f"the process that read it {result.reason}"
            yield number, _Seen("", Outcome(files[number], left_out=reason, is_lost=True))
        else:
            yield number, result


def _fits(look: Look[Any], file: SourceFile, entry: "Entry") -> bool:
    """Tell whether the project of a file declares what it declared when the file was looked at, if that matters."""
    key = entry.result and entry.result[_PROJECT]
    return not key or bool(key == look.project_key_of(file.path))


def _pack(look: Look[Found], outcome: Outcome[Found]) -> Any:  # noqa: ANN401 (what JSON holds)
    """Return an outcome as JSON can hold it; None for the usual one, in which nothing was found."""
    project = look.project_key_of(outcome.file.path) if outcome.is_of_project else ""
    if not outcome.found and not outcome.left_out and outcome.is_source and not project:
        return None
    found = [look.pack(item) for item in outcome.found]
    return [outcome.file.language, found, outcome.left_out, outcome.is_source, project]


def _recall(look: Look[Found], file: SourceFile, entry: "Entry | None") -> Outcome[Found]:
    """Return the outcome that is known of a file; its text is read anew, and it is looked at if that has changed."""
    if entry is None or entry.result is None:
        return Outcome(file)
    language, found, left_out, is_source, project = entry.result
    file = file._replace(language=language)
    if not found:
        return Outcome(file, left_out=left_out, is_source=is_source, is_of_project=bool(project))
    data = read_bytes(file.path)
    if isinstance(data, Skipped):
        return leave_out(file, data.reason)
    text = decode(file.path, data)
    if not entry.is_of(data) or isinstance(text, Skipped):
        return look_at(look, file, data)
    return Outcome(file, tuple(map(look.unpack, found)), text, left_out, is_of_project=bool(project))
