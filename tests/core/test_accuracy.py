"""The figures of ``data/accuracy.yaml``."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from statuslens.errors import RegistryError
from statuslens.source.accuracy import Accuracy, load_accuracy
from statuslens.source.language import load_languages

ENTRY: dict[str, Any] = {"labels": 300, "precision": 0.99, "recall": 0.95, "date": "2026-11-20"}


@pytest.fixture
def fresh() -> Iterator[None]:
    load_accuracy.cache_clear()
    yield
    load_accuracy.cache_clear()


def test_the_shipped_figures_are_of_known_languages_in_order_and_dated() -> None:
    found = load_accuracy()
    assert list(found) == sorted(found)
    assert set(found) <= set(load_languages())
    assert [entry.date for entry in found.values() if not re.fullmatch(r"20\d\d-\d\d-\d\d", entry.date)] == []


@pytest.mark.usefixtures("fresh")
def test_figures_are_read_by_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuslens.source.accuracy.read_data", lambda _name: {"go": ENTRY})
    assert load_accuracy() == {"go": Accuracy(300, 0.99, 0.95, "2026-11-20")}


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"precision": 99.0}, "accuracy.yaml: go: precision and recall are from 0 to 1, labels more than 0"),
        ({"labels": 0}, "accuracy.yaml: go: precision and recall are from 0 to 1, labels more than 0"),
        ({"rows": 1}, "accuracy.yaml: go: unknown field rows; the head comment of the file lists the fields"),
    ],
)
def test_figures_that_cannot_be_are_refused(
    monkeypatch: pytest.MonkeyPatch, changed: dict[str, Any], message: str
) -> None:
    monkeypatch.setattr("statuslens.source.accuracy.read_data", lambda _name: {"go": ENTRY | changed})
    with pytest.raises(RegistryError) as caught:
        load_accuracy()
    assert str(caught.value) == message
