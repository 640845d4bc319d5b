"""Files in portions of work: enough for a process to be worth the message, none so large that all wait for it."""

from collections.abc import Iterable, Iterator, Sequence

from statuslens.workspace.files import SourceFile

_BYTES = 400_000
_FILES = 100
_PER_FILE = 1_000
"""Bytes whose look takes as long as to open a file."""


def cost_of(file: SourceFile) -> int:
    """Return how long a look at a file takes, in bytes."""
    return file.size + _PER_FILE


def make_batches(files: Sequence[SourceFile], numbers: Iterable[int]) -> list[list[int]]:
    """Return the numbers of files in batches, in the order in which they are to be begun.

    A file that is a batch by itself comes first, the largest one before the others; all others come in their order,
    so that what is found in them can be told early.
    """
    batches = list(_cut(files, numbers))
    return sorted(batches, key=lambda batch: -files[batch[0]].size if files[batch[0]].size >= _BYTES else 0)


def _cut(files: Sequence[SourceFile], numbers: Iterable[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    taken = 0
    for number in numbers:
        if files[number].size >= _BYTES:
            yield [number]
            continue
        batch.append(number)
        taken += cost_of(files[number])
        if taken >= _BYTES or len(batch) >= _FILES:
            yield batch
            batch, taken = [], 0
    if batch:
        yield batch
