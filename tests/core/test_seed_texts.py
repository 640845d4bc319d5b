"""No sentence of ours is copied from the documents that the registry covers."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from statuslens.datafile import DATA, parse_yaml

MOST_WORDS = 8
"""How many words in a row a sentence may share with a seed text: names of codes and fields are that long."""
VARIABLE = "STATUSLENS_SEED_TEXTS"
TITLES = "sources.yaml"
"""Titles and addresses of other people's documents, which nobody can put in words of one's own."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Run = tuple[str, ...]


def words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text.casefold())]


def runs(text: str) -> Iterator[Run]:
    """Give each run of one word more than is allowed."""
    found = words(text)
    for start in range(len(found) - MOST_WORDS):
        yield tuple(found[start : start + MOST_WORDS + 1])


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def own_texts() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(DATA).rglob("*.yaml")):
        name = path.relative_to(DATA).as_posix()
        if name == TITLES:
            continue
        for text in strings(parse_yaml(path.read_bytes(), name)):
            yield name, text


def copied(own: list[tuple[str, str]], seeds: list[str]) -> list[tuple[str, str]]:
    known = {run for seed in seeds for run in runs(seed)}
    return [(name, " ".join(run)) for name, text in own for run in runs(text) if run in known]


def test_no_sentence_of_the_data_shares_more_than_eight_words_in_a_row_with_a_seed_text() -> None:
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(f"{VARIABLE} names no folder of seed texts")
    seeds = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    assert seeds, f"{VARIABLE}: no *.txt in {folder}"
    assert copied(list(own_texts()), seeds) == []


def test_our_sentences_are_read_from_the_data() -> None:
    texts = [text for name, text in own_texts() if name == "codes/4xx.yaml" and len(words(text)) > MOST_WORDS]
    assert len(texts) > 100


def test_nine_words_in_a_row_are_a_copy_and_eight_are_not() -> None:
    seed = "The server, they say,\nis down for one hour or two."
    assert copied([("a.yaml", "They say is down for one hour or.")], [seed]) == []
    assert copied([("b.yaml", "What THEY say is “down” for one hour or two")], [seed]) == [
        ("b.yaml", "they say is down for one hour or two")
    ]
    assert copied([("c.yaml", "They say is down. For one hour"), ("c.yaml", "or two")], [seed]) == []
