"""Levels: which rules run over a file, and how much their findings matter there."""

from functools import lru_cache

from statuslens.config.model import RuleLevel, TeamFile
from statuslens.config.paths import levels_at
from statuslens.rules.level import Level
from statuslens.rules.rule import Rule, load_rules
from statuslens.source.testfile import is_test

_FROM_LOW_TO_HIGH = tuple(RuleLevel)


def running_rules(team: TeamFile, place: str, language: str) -> dict[str, tuple[Rule, Level]]:
    """Return the rules that run over a file, by name, with the levels of their findings.

    Each of these counts more than the one before: the rule's own level, the team's ``rules``, what the rule does in
    tests, and the team's ``per-path``; a rule of another style than the team's runs in no case. ``place`` is the
    file's path in its project, empty where it has none.
    """
    special = levels_at(place, team) if place and team.per_path else {}
    return _running(team, tuple(special.items()), bool(place) and is_test(place, language))


@lru_cache(maxsize=256)
def _running(
    team: TeamFile,
    at_place: tuple[tuple[str, RuleLevel], ...],
    in_tests: bool,  # noqa: FBT001 (cached by place)
) -> dict[str, tuple[Rule, Level]]:
    general, special = {setting.rule: setting.level for setting in team.rules}, dict(at_place)
    found = {}
    for rule in load_rules().values():
        if rule.style not in {None, team.style}:
            continue
        level = special.get(rule.name) or _usual(rule, general.get(rule.name), in_tests=in_tests)
        if level is not RuleLevel.OFF:
            found[rule.name] = (rule, Level(level.value))
    return found


def _usual(rule: Rule, wanted: RuleLevel | None, *, in_tests: bool) -> RuleLevel:
    """Return a rule's level where the team says nothing of the file's path."""
    level = wanted or (RuleLevel(rule.level.value) if rule.is_on else RuleLevel.OFF)
    if not in_tests or rule.in_tests is None:
        return level
    return min(level, rule.in_tests, key=_FROM_LOW_TO_HIGH.index)
