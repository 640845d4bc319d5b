"""Run the rules over a scan: its text, and the code in other languages inside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from statuslens.config.model import DEFAULTS, RuleLevel, TeamFile
from statuslens.recognise import Scan
from statuslens.recognise.model import Part
from statuslens.registry import Registry
from statuslens.rules.model import Edit, Finding, Fix, Level, Problem, Related
from statuslens.rules.rule import Rule, load_rules
from statuslens.rules.subject import Subject
from statuslens.source.language import load_languages

_SEVERITY = {level: place for place, level in enumerate(Level)}


def find(scan: Scan, registry: Registry, team: TeamFile = DEFAULTS) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the places, with the levels that the team gives."""
    levels = {setting.rule: setting.level for setting in team.rules}
    rules = {rule: level for rule in load_rules().values() if (level := _level(rule, levels))}
    problems = _find_in(scan, tuple(rules), registry, team)
    found = [_finding(rule, rules[rule], problem) for rule, problem in problems]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _level(rule: Rule, levels: Mapping[str, RuleLevel]) -> Level | None:
    """Return the level of a rule's findings, or None where it does not run."""
    wanted = levels.get(rule.name)
    if wanted is None:
        return rule.level if rule.is_on else None
    return None if wanted is RuleLevel.OFF else Level(wanted.value)


def _find_in(scan: Scan, rules: Iterable[Rule], registry: Registry, team: TeamFile) -> Iterator[tuple[Rule, Problem]]:
    subject = Subject(scan, registry, team)
    if subject.occurrences and not load_languages()[scan.language].is_log:
        for rule in rules:
            yield from ((rule, problem) for problem in rule.find(subject))
    for part in scan.parts:
        for rule, problem in _find_in(part.scan, rules, registry, team):
            if placed := _place(problem, part):
                yield rule, placed


def _place(problem: Problem, part: Part) -> Problem | None:
    """Return a problem in a part at its place in the file, or None where it is not of one piece there."""
    place = part.region.excerpt.place
    start, end = place(problem.start, problem.end)
    if not any(first <= start and end <= last for first, last in part.region.spans):
        return None
    related = tuple(Related(*place(item.start, item.end), item.message) for item in problem.related)
    return replace(problem, start=start, end=end, related=related, fix=_place_fix(problem.fix, part))


def _place_fix(fix: Fix | None, part: Part) -> Fix | None:
    """Return a fix in a part as one of the file; None where the file does not hold the code as it is."""
    if fix is None:
        return None
    edits = []
    for edit in fix.edits:
        if edit.start == edit.end:
            return None
        start, end = part.region.excerpt.place(edit.start, edit.end)
        if end - start != edit.end - edit.start:
            return None
        edits.append(Edit(start, end, edit.text))
    return replace(fix, edits=tuple(edits))


def _finding(rule: Rule, level: Level, problem: Problem) -> Finding:
    if problem.most is not None and _SEVERITY[problem.most] > _SEVERITY[level]:
        level = problem.most
    place = problem.start, problem.end, problem.code
    return Finding(rule.name, level, *place, problem.message, problem.suggestions, problem.fix, problem.related)
