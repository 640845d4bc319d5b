"""The texts that the benchmarks of the recogniser read: source files below folders, the same in every run."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from statuslens.recognise.prefilter import can_hold
from statuslens.workspace import Skipped, find_files, read_text

_LARGEST = 500_000
"""Bytes; of larger files there are few, and those few would be the whole sample."""


@dataclass(frozen=True, slots=True)
class Text:
    """One source file."""

    path: str
    language: str
    text: str
    data: bytes


def sample_texts(folders: Iterable[str], language: str, size: int) -> list[Text]:
    """Return files of a language that have to be parsed, up to some bytes, chosen alike in every run."""
    sample: list[Text] = []
    taken = 0
    for item in read_texts(folders, language):
        if taken >= size:
            break
        if len(item.data) <= _LARGEST and has_to_be_parsed(item):
            sample.append(item)
            taken += len(item.data)
    return sample


def read_texts(folders: Iterable[str], language: str) -> Iterator[Text]:
    """Yield all files of a language, in an order that is shuffled alike in every run."""
    paths = list(_paths(tuple(folders)).get(language, ()))
    random.Random(1).shuffle(paths)  # noqa: S311 (no secret)
    for path in paths:
        text = read_text(path)
        if not isinstance(text, Skipped):
            yield Text(path, language, text, text.encode("utf-8", "replace"))


def has_to_be_parsed(item: Text) -> bool:
    """Tell whether a check looks at a file, as far as its own language goes."""
    return can_hold(item.data, item.language)


def languages_below(folders: Iterable[str]) -> list[str]:
    """Return the languages that have files below folders."""
    return sorted(_paths(tuple(folders)))


@cache
def _paths(folders: tuple[str, ...]) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = {}
    for item in find_files(folders):
        if not isinstance(item, Skipped):
            paths.setdefault(item.language, []).append(item.path)
    return paths
