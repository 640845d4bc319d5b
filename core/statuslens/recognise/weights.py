"""The weights and words of ``data/evidence.yaml``, typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from statuslens.datafile import check_fields
from statuslens.recognise.hints import NameWeights, load_name_weights, read_evidence
from statuslens.source.context import Relation


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Names with a meaning to the recogniser."""

    accessors: frozenset[str]
    assertion_words: frozenset[str]
    askers: frozenset[str]
    envelopes: frozenset[str]
    branches: frozenset[str]
    path_words: frozenset[str]
    record_keys: frozenset[str]
    render_words: frozenset[str]
    response_companions: frozenset[str]
    response_words: frozenset[str]
    class_words: frozenset[str]
    call_checks: frozenset[str]
    checks: frozenset[str]
    collections: frozenset[str]
    conversions: frozenset[str]
    definers: frozenset[str]
    divisions: frozenset[str]
    entries: frozenset[str]
    entry_makers: frozenset[str]
    equality_words: frozenset[str]
    error_words: frozenset[str]
    fickle: frozenset[str]
    givers: frozenset[str]
    iterations: frozenset[str]
    labels: frozenset[str]
    fallbacks: frozenset[str]
    makers: frozenset[str]
    matchers: frozenset[str]
    messages: frozenset[str]
    matcher_owners: frozenset[str]
    neutral: frozenset[str]
    equality: frozenset[str]
    order: frozenset[str]
    other_codes: frozenset[str]
    order_words: frozenset[str]
    properties: frozenset[str]
    membership: frozenset[str]
    membership_words: frozenset[str]
    ranges: frozenset[str]
    routes: frozenset[str]
    rows: frozenset[str]
    schema_bounds: frozenset[str]
    schema_words: frozenset[str]
    tables: frozenset[str]
    takers: frozenset[str]
    text_calls: frozenset[str]
    titled_rows: frozenset[str]
    types: frozenset[str]
    companions: frozenset[str]
    web_words: frozenset[str]
    wrappers: frozenset[str]

    @cached_property
    def wrappers_and_matchers(self) -> frozenset[str]:
        """Calls of one argument that only stand around what is asserted."""
        return self.wrappers | self.matchers

    @cached_property
    def look_ups(self) -> frozenset[str]:
        """Calls whose first argument is a key."""
        return self.accessors | self.entries | self.membership

    @cached_property
    def transparent(self) -> frozenset[str]:
        """Calls that stand for their argument when it is looked at from outside."""
        return self.conversions | self.wrappers

    @cached_property
    def all_companions(self) -> frozenset[str]:
        """What stands beside a status, where a file imports a library that makes responses."""
        return self.companions | self.response_companions

    @cached_property
    def transparent_or_membership(self) -> frozenset[str]:
        """Those, and calls that look for their argument."""
        return self.transparent | self.membership


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """How much each reason counts; the head comment of the data file explains the fields."""

    threshold: float
    certain: float
    relations: Mapping[Relation, float]
    places: tuple[float, ...]
    outer: float
    definition: float
    leaning: float
    surroundings: float
    protocols: tuple[str, ...]
    web_signs: tuple[str, ...]
    web_hints: tuple[str, ...]
    replies: frozenset[str]
    shared_replies: Mapping[str, frozenset[str]]
    usual: frozenset[str]
    values: Mapping[str, float]
    reasons: Mapping[str, float]
    words: Mapping[str, float]
    measures: frozenset[str]
    not_head: float
    pairs: Mapping[str, float]
    marks: tuple[str, ...]
    parts: Mapping[str, float]
    vocabulary: Vocabulary
    names: NameWeights

    def word(self, word: str, *, is_head: bool = True) -> float:
        """Return the weight of a word, in singular or plural; 0 for one that says nothing.

        A measure is meant where its word is the head of a name: ``responseTime`` is a time, ``timeResponse`` is none.
        """
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in self.words:
                weight = self.words[form]
                return weight if is_head or form not in self.measures else weight * self.not_head
        return next((weight for part, weight in self.parts.items() if part in word), 0.0)


_FIELDS = {
    "threshold",
    "certain",
    "relations",
    "places",
    "outer",
    "definition",
    "leaning",
    "surroundings",
    "protocols",
    "web_signs",
    "web_hints",
    "replies",
    "shared_replies",
    "usual",
    "values",
    "reasons",
    "words",
    "not_head",
    "pairs",
    "marks",
    "parts",
    "vocabulary",
    "names",
    "nearby",
}


@cache
def load_weights() -> Weights:
    """Return the weights."""
    entry = read_evidence()
    check_fields(entry, "evidence.yaml", _FIELDS)
    check_fields(entry["relations"], "evidence.yaml: relations", set(Relation))
    names = Vocabulary.__dataclass_fields__
    check_fields(entry["vocabulary"], "evidence.yaml: vocabulary", set(names))
    return Weights(
        threshold=entry["threshold"],
        certain=entry["certain"],
        relations={Relation(name): weight for name, weight in entry["relations"].items()},
        places=tuple(entry["places"]),
        outer=entry["outer"],
        definition=entry["definition"],
        leaning=entry["leaning"],
        surroundings=entry["surroundings"],
        protocols=tuple(entry["protocols"]),
        web_signs=tuple(entry["web_signs"]),
        web_hints=tuple(entry["web_hints"]),
        replies=frozenset(entry["replies"]),
        shared_replies={name: frozenset(codes) for name, codes in entry["shared_replies"].items()},
        usual=frozenset(entry["usual"]),
        values=entry["values"],
        reasons=entry["reasons"],
        words={word: weight for group in entry["words"].values() for word, weight in group.items()},
        measures=frozenset(entry["words"]["measures"]),
        not_head=entry["not_head"],
        pairs=entry["pairs"],
        marks=tuple(entry["marks"]),
        parts=entry["parts"],
        vocabulary=Vocabulary(**{name: frozenset(entry["vocabulary"][name]) for name in names}),
        names=load_name_weights(),
    )
