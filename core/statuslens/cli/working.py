"""How much work ``check`` and ``scan`` do, and how: processes, the cache, one shard of several runs."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from statuslens.cli.notes import note_skipped
from statuslens.cli.progress import Progress
from statuslens.source.detect import language_in
from statuslens.source.grammar import require_parser
from statuslens.workspace.files import UNKNOWN_LANGUAGE, Skipped, SourceFile
from statuslens.workspace.look import Found, Look, Outcome, look_at
from statuslens.workspace.plan import Shard, plan, share
from statuslens.workspace.survey import open_cache, survey
from statuslens.workspace.text import MAX_BYTES, head_of

LOST = 2
"""The exit status where a file was not looked at for a reason that is not in the file."""
_SHARD = r"([0-9]{1,4})/([0-9]{1,4})"


class Course:
    """How a run goes, beside what it finds."""

    def __init__(self) -> None:
        self.is_lost = False
        """Whether a process came to its end, so that a file was not looked at."""


def add_work(parser: argparse.ArgumentParser) -> None:
    """Add the options for processes and the cache."""
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="use up to this many processes; as many as processors otherwise"
    )
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep what was found before")
    parser.add_argument("--cache-dir", metavar="FOLDER", help="keep what was found in this folder")
    parser.set_defaults(shard=None)


def add_shard(parser: argparse.ArgumentParser) -> None:
    """Add the option to look at a part of the files, where the results of all parts can be put together."""
    parser.add_argument("--shard", type=_shard, metavar="K/N", help="look at the K-th of N parts of the files")


def look_over(
    options: argparse.Namespace,
    look: Look[Found],
    course: Course,
    only: Callable[[str], bool] | None = None,
) -> Iterator[Outcome[Found]]:
    """Look at what the settled options name; note what is passed over, and show how far it has come.

    Raises MissingExtraError where nothing could be parsed, whether or not anything has to be.
    """
    require_parser()
    if options.is_standard_input:
        yield from _told([_look_at_given(look, options.paths[0])], Progress(0), course)
        return
    files, skipped = plan(options.paths, look.settings_of, only, force_exclude=options.force_exclude, jobs=options.jobs)
    if options.shard:
        files = share(files, options.shard)
    for item in skipped:
        note_skipped(item)
    cache = None if options.no_cache else open_cache(files, options.cache_dir)
    with Progress(sum(file.size for file in files)) as progress:
        outcomes = survey(look, files, jobs=options.jobs, cache=cache)
        with closing(outcomes):
            yield from _told(outcomes, progress, course)


def _told(outcomes: Iterable[Outcome[Found]], progress: Progress, course: Course) -> Iterator[Outcome[Found]]:
    """Yield the outcomes for files that were looked at, and note the others."""
    noted: set[Skipped] = set()
    for outcome in outcomes:
        progress.add(outcome.file.size)
        if outcome.found or outcome.lacking or outcome.left_out:
            progress.hide()
        for note in outcome.lacking:
            if note not in noted:
                noted.add(note)
                note_skipped(note)
        if outcome.left_out:
            note_skipped(Skipped(outcome.file.path, outcome.left_out))
            course.is_lost = course.is_lost or outcome.is_lost
        elif outcome.is_source:
            yield outcome


def _look_at_given(look: Look[Found], path: str) -> Outcome[Found]:
    """Look at standard input, which is the content of a file of this name, whether there is one or not."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    shown = path.replace(os.sep, "/")
    language = language_in(path, head_of(data))
    file = SourceFile(shown, language or "", is_named=True)
    return look_at(look, file, data) if language else Outcome(file, left_out=UNKNOWN_LANGUAGE)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write one such as 4")
    return int(text)


def _shard(text: str) -> Shard:
    found = re.fullmatch(_SHARD, text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is no part of a whole; write one such as 3/8")
    return Shard(int(found[1]), int(found[2]))
