"""How well each language is recognised, as it was measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from statuslens.datafile import check_fields, read_data
from statuslens.errors import RegistryError

_NAME = "accuracy.yaml"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The figures of one language; the head comment of the data file says what they mean."""

    labels: int
    precision: float
    recall: float
    date: str


@cache
def load_accuracy() -> Mapping[str, Accuracy]:
    """Return the figures by LSP language id; a language that was not measured has none."""
    found = {}
    for language, entry in read_data(_NAME).items():
        check_fields(entry, f"{_NAME}: {language}", {"labels", "precision", "recall", "date"})
        accuracy = Accuracy(**entry)
        if not (0 <= accuracy.precision <= 1 and 0 <= accuracy.recall <= 1 and accuracy.labels > 0):
            raise RegistryError(f"{_NAME}: {language}: precision and recall are from 0 to 1, labels more than 0")
        found[language] = accuracy
    return found
