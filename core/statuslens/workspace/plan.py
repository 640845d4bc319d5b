"""Which files are looked at, in which order, and which of them in one of several runs."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from statuslens.config.model import Settings
from statuslens.config.paths import is_wanted
from statuslens.workspace.batches import cost_of
from statuslens.workspace.files import Skipped, SourceFile, list_files


class Shard(NamedTuple):
    """One of several runs that share the files among them."""

    number: int
    """From 1 on."""
    of: int


def plan(
    paths: Iterable[str],
    settings_of: Callable[[str], Settings],
    only: Callable[[str], bool] | None = None,
    *,
    force_exclude: bool = False,
    jobs: int | None = None,
) -> tuple[list[SourceFile], list[Skipped]]:
    """Return the files to look at, each once and sorted by path, and what is passed over.

    These are the files that paths name, and those below the folders among them that the settings let in; of them,
    ``only`` tells which. Up to ``jobs`` processes meet those of a large tree. Raises UsageError for a path that is
    not there.
    """
    files: dict[str, SourceFile] = {}
    skipped: dict[str, Skipped] = {}
    for item in list_files(paths, force_exclude=force_exclude, jobs=jobs):
        if isinstance(item, Skipped):
            skipped[item.path] = item
        elif item.is_named or item.path not in files:
            files[item.path] = item
    wanted = (files[path] for path in sorted(files))
    wanted = (file for file in wanted if file.is_named or is_wanted(file.path, settings_of(file.path)))
    return [file for file in wanted if only is None or only(file.path)], list(skipped.values())


def share(files: Sequence[SourceFile], shard: Shard) -> list[SourceFile]:
    """Return the files of one shard: a stretch of them, such that all shards have about as many bytes.

    It depends on the paths and sizes of the files alone, and no two shards have a file in common.
    """
    total = sum(map(cost_of, files))
    taken = 0
    own = []
    for file in files:
        # A file belongs where its middle is.
        if (2 * taken + cost_of(file)) * shard.of // (2 * total) == shard.number - 1:
            own.append(file)
        taken += cost_of(file)
    return own
