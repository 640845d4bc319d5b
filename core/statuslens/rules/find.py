"""Run the rules over the occurrences of a file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from statuslens.config.model import DEFAULTS, RuleLevel, TeamFile
from statuslens.recognise import Occurrence, Scan
from statuslens.registry import Registry
from statuslens.rules import unassigned_code
from statuslens.rules.model import Finding, Level

Rule = Callable[[Occurrence, Registry, TeamFile], Iterator[Finding]]

RULES: dict[str, Rule] = {unassigned_code.NAME: unassigned_code.find}


def find(scan: Scan, registry: Registry, team: TeamFile = DEFAULTS) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the places, with the levels that the team gives."""
    levels = {setting.rule: setting.level for setting in team.rules}
    rules = [rule for name, rule in RULES.items() if levels.get(name) is not RuleLevel.OFF]
    found = (
        finding for occurrence in scan.occurrences for rule in rules for finding in rule(occurrence, registry, team)
    )
    return tuple(_set_level(finding, levels) for finding in found)


def _set_level(finding: Finding, levels: Mapping[str, RuleLevel]) -> Finding:
    level = levels.get(finding.rule)
    return replace(finding, level=Level(level.value)) if level else finding
