"""The reasons found for one literal, and what words and values weigh."""

from dataclasses import dataclass, field
from functools import lru_cache

from statuslens.recognise.facts import FileFacts
from statuslens.recognise.model import Evidence
from statuslens.recognise.weights import Weights
from statuslens.registry import load_registry
from statuslens.registry.vendor import vendor_codes
from statuslens.source.words import words

ROUND_CODES = {"100", "200", "300", "400", "500"}
_USUAL_ROUND_CODES = ROUND_CODES - {"100", "300"}
_MAX_SUBJECT = 60
_QUOTES = {b'"', b"'", b"`"}
_CODES = {"code", "codes"}


@dataclass(slots=True)
class Weighing:
    """One literal, and the reasons found so far why it is, or is not, a status."""

    code: str
    place: int
    """Its offset in bytes."""
    facts: FileFacts
    weights: Weights
    evidence: list[Evidence] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """The names of those reasons that the data file lists."""
    is_known_slot: bool = False
    is_labelled: bool = False
    """Whether a name beside the literal says that it is a status."""
    total: float = 0.0
    """The sum of the weights."""

    @property
    def is_usual(self) -> bool:
        """Whether the code is one of those that are often seen."""
        return self.code in self.weights.usual or self.code in _USUAL_ROUND_CODES

    @property
    def is_error_code(self) -> bool:
        """Whether the code is one of those, of a client's or a server's error."""
        return self.is_usual and self.code[0] in "45"

    @property
    def is_text(self) -> bool:
        """Whether the literal is a text that begins with the code, where quotes stand around texts."""
        return self.facts.document.data[self.place - 1 : self.place] in _QUOTES

    def release(self) -> None:
        """Let go of the file; only reasons that do not ask for it can be added then."""
        del self.facts

    def add(self, reason: str, weight: float) -> None:
        """Add a reason; one without weight is none."""
        if weight:
            self.evidence.append(Evidence(reason, round(weight, 2)))
            self.total = round(self.total + self.evidence[-1].weight, 2)

    def add_known(self, name: str, reason: str) -> None:
        """Add a reason of the data file's list."""
        self.known.add(name)
        self.add(reason, self.weights.reasons[name])

    def add_named(self, name: str, reason: str) -> None:
        """Add a reason of the data file's list for names of constants."""
        self.add(reason, self.weights.names.reasons[name])


@lru_cache(maxsize=1024)
def is_registered(code: str) -> bool:
    """Tell whether a code stands in the registry."""
    return load_registry().get(code) is not None


def is_known(code: str) -> bool:
    """Tell whether a code stands in the registry or is a vendor's."""
    return is_registered(code) or bool(vendor_codes(code))


@lru_cache(maxsize=1024)
def value_weight(code: str, weights: Weights, *, is_bound: bool = False) -> float:
    """Return what the number itself says; a class begins and ends with ``00`` and ``99``."""
    if is_bound and code[1:] in {"00", "99"}:
        return weights.values["bound"]
    if code in weights.values:
        return weights.values[code]
    if is_registered(code):
        return weights.values["usual" if code in weights.usual else "rare"]
    if vendor_codes(code):
        return weights.values["vendor"]
    return weights.values[_kind_of_unknown(code, weights)]


def _kind_of_unknown(code: str, weights: Weights) -> str:
    """Return what a number is that stands in no list of statuses."""
    if code in weights.replies:
        return "reply"
    if len(code) == len("100") and "100" <= code <= "599":
        return "unassigned_first" if code < "200" else "unassigned"
    return "impossible"


@lru_cache(maxsize=16384)
def weigh_names(names: tuple[str, ...], weights: Weights) -> float:
    """Return what the words of an expression's names say, the last name first."""
    total = 0.0
    seen: set[str] = set()
    if len(names) > 1 and names[-1] in weights.vocabulary.makers:
        names = names[:-1]
    for depth, (name, factor) in enumerate(zip(reversed(names), weights.places, strict=False)):
        found = words(name)
        for place, word in enumerate(found):
            if word in _CODES and place and found[place - 1] in weights.vocabulary.other_codes:
                total += factor * weights.reasons["another_code"]
            elif place and (pair := f"{found[place - 1]} {word}") in weights.pairs:
                total += factor * weights.pairs[pair]
            elif word not in seen:
                seen.add(word)
                total += factor * weights.word(word, is_head=not depth and place == len(found) - 1)
    return total


@lru_cache(maxsize=16384)
def shorten(subject: str) -> str:
    """Return an expression on one line and of a length to read."""
    text = " ".join(subject.split())
    return text if len(text) <= _MAX_SUBJECT else text[: _MAX_SUBJECT - 1] + "…"
