"""Propose entries for the team file's ``contexts``: what many files together say and none says alone."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from statuslens.config.known import known_codes
from statuslens.config.model import ContextKind, ContextRule, Settings
from statuslens.errors import MissingGrammarError
from statuslens.recognise.survey import (
    Literal,
    Standing,
    find_parameters,
    is_common_call,
    name_weight,
    survey_text,
)
from statuslens.source.language import load_languages
from statuslens.source.lines import LineIndex, Position
from statuslens.source.syntax import require_grammar
from statuslens.workspace.files import Skipped, lacking_grammar
from statuslens.workspace.sources import Source, read_sources, without_team_file

_CLEAR_NAME = 2.0
"""A parameter whose words weigh so much is one for a status; ``code`` alone is not."""
_HELPFUL_NAME = 1.0
_SHORTEST_NAME = 3
_KNOWN_USES = 2
"""A name has to be seen as a status so often before it is believed elsewhere."""
_KNOWN_CALLS = 3
"""A call as well."""
_TOLERANCE = 10
"""One place in so many may speak against a proposal."""
_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_ROUND = {"100", "200", "300", "400", "500"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A number that a proposal would explain. Line and column count from zero, in code points."""

    path: str
    position: Position
    text: str
    line: str
    """The line that it stands on."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry for the team file, and what it would change."""

    rule: ContextRule
    because: str
    spots: tuple[Spot, ...]
    """The numbers that it would make statuses."""
    known: int
    """How many numbers in such places are statuses already."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a look over a workspace brought."""

    files: int
    proposals: tuple[Proposal, ...]
    skipped: tuple[Skipped, ...]


@dataclass(slots=True)
class _Tally:
    """The literals in one kind of place."""

    standings: Counter[Standing] = field(default_factory=Counter)
    spots: list[Spot] = field(default_factory=list)
    contents: set[str] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        return self.standings[Standing.OPEN] > 0

    @property
    def is_contradicted(self) -> bool:
        agreeing = self.standings[Standing.OPEN] + self.standings[Standing.STATUS]
        return self.standings[Standing.OTHER] * _TOLERANCE > agreeing


def suggest(paths: Iterable[str], *, settings_of: Callable[[str], Settings] = without_team_file) -> Suggestions:
    """Look over the files that paths name, and propose what would explain most, first.

    Raises UsageError as ``read_sources`` does.
    """
    found = list(read_sources(paths, settings_of=settings_of))
    lacking = _lacking_grammars({source.file.language for source in found if isinstance(source, Source)})
    sources = [source for source in found if isinstance(source, Source) and source.file.language not in lacking]
    tallies: dict[ContextRule, _Tally] = {}
    for source in sources:
        _count(tallies, source)
    reasons = {**_told_by_definitions(tallies, sources), **_told_by_other_uses(tallies)}
    verified = _verify(reasons, sources)
    skipped = dict.fromkeys([*(item for item in found if isinstance(item, Skipped)), *lacking.values()])
    return Suggestions(len(sources), tuple(_proposals(reasons, verified)), tuple(skipped))


def _lacking_grammars(languages: Iterable[str]) -> dict[str, Skipped]:
    """Return a note for each language whose files cannot be parsed."""
    found = {}
    for language in sorted(languages):
        try:
            require_grammar(load_languages()[language])
        except MissingGrammarError as error:
            found[language] = lacking_grammar(error)
    return found


def _count(tallies: dict[ContextRule, _Tally], source: Source, only: Collection[ContextRule] = ()) -> None:
    """Count a file's numbers by the entries that would be about them; with ``only``, for these also what is none."""
    literals = survey_text(
        source.text,
        language=source.file.language,
        contexts=source.team.contexts,
        known=known_codes(source.team),
        names={rule.text for rule in only},
    )
    lines = LineIndex(source.text)
    for literal in literals:
        for rule in _rules_of(literal):
            if only and rule not in only:
                continue
            tally = tallies.setdefault(rule, _Tally())
            tally.standings[literal.standing] += 1
            tally.contents.add(literal.content)
            if only and literal.standing is Standing.OPEN:
                position = lines.position(literal.start)
                tally.spots.append(Spot(source.file.path, position, literal.content, lines.line(position.line)))


def _rules_of(literal: Literal) -> set[ContextRule]:
    """Return the entries, by the last name alone, that would be about a literal."""
    return {
        ContextRule(place.kind, place.names[-1], place.argument)
        for place in literal.places
        if place.names and len(place.names[-1]) >= _SHORTEST_NAME
        if place.kind is not ContextKind.CALL or place.argument is not None
    }


def _told_by_definitions(tallies: Mapping[ContextRule, _Tally], sources: Iterable[Source]) -> dict[ContextRule, str]:
    """Return the calls whose argument is named like a status wherever the workspace defines the function."""
    wanted: dict[str, list[int]] = {}
    for rule, tally in tallies.items():
        if rule.kind is ContextKind.CALL and tally.is_open and isinstance(rule.argument, int):
            wanted.setdefault(rule.text, []).append(rule.argument)
    reasons: dict[ContextRule, str] = {}
    denied: set[ContextRule] = set()
    for source in sources:
        named = wanted.keys() & set(_IDENTIFIER.findall(source.text))
        asked = [(function, position) for function in named for position in wanted[function]]
        found = find_parameters(source.text, language=source.file.language, wanted=asked) if asked else {}
        for (function, position), parameter in found.items():
            rule = ContextRule(ContextKind.CALL, function, position)
            if _is_for_a_status(parameter, tallies[rule]):
                reasons.setdefault(rule, f"{source.file.path} calls the parameter {parameter}")
            else:
                denied.add(rule)
    return {rule: reason for rule, reason in reasons.items() if rule not in denied}


def _is_for_a_status(parameter: str, tally: _Tally) -> bool:
    weight = name_weight(parameter)
    return weight >= _CLEAR_NAME or (weight >= _HELPFUL_NAME and bool(tally.contents - _ROUND))


def _told_by_other_uses(tallies: Mapping[ContextRule, _Tally]) -> dict[ContextRule, str]:
    """Return what is seen as a status in several places, and in others is not."""
    return {
        rule: "a status by other reasons elsewhere"
        for rule, tally in tallies.items()
        if tally.is_open and not tally.is_contradicted and _is_believed(rule, tally.standings)
    }


def _is_believed(rule: ContextRule, standings: Counter[Standing]) -> bool:
    seen = standings[Standing.STATUS]
    if rule.kind is ContextKind.CALL:
        return seen >= max(_KNOWN_CALLS, standings[Standing.OPEN]) and not is_common_call(rule.text)
    return seen >= _KNOWN_USES


def _verify(reasons: Mapping[ContextRule, str], sources: Iterable[Source]) -> dict[ContextRule, _Tally]:
    """Count again with every number and text: what stands beside 7, 70000 and "open" is none."""
    tallies: dict[ContextRule, _Tally] = {}
    for source in sources:
        named = {rule for rule in reasons if rule.text in source.text}
        if named:
            _count(tallies, source, named)
    return tallies


def _proposals(reasons: Mapping[ContextRule, str], tallies: Mapping[ContextRule, _Tally]) -> Iterator[Proposal]:
    covered: set[Spot] = set()
    for rule, tally in sorted(tallies.items(), key=_rank):
        if tally.is_contradicted or covered.issuperset(tally.spots):
            continue
        covered.update(tally.spots)
        yield Proposal(rule, reasons[rule], tuple(tally.spots), tally.standings[Standing.STATUS])


def _rank(item: tuple[ContextRule, _Tally]) -> tuple[int, str, str, str]:
    rule, tally = item
    return -len(tally.spots), rule.kind, rule.text, str(rule.argument)
