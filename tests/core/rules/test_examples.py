"""The examples of every rule: what fails is found where it should be, what passes is left in peace."""

import pytest

from statuslens.config.model import RuleLevel, RuleSetting, Style, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Example, Finding, Rule, find, load_rules
from statuslens.rules.apply import apply, fixes_of

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{example.language}-{place}")
    for rule in load_rules().values()
    for place, example in enumerate(rule.examples)
]


def found_in(text: str, language: str, rule: Rule) -> list[str]:
    return [text[item.start : item.end] for item in findings(text, language, rule)]


def findings(text: str, language: str, rule: Rule) -> list[Finding]:
    levels = (RuleSetting(rule.name, RuleLevel(rule.level.value)),)
    team = TeamFile(rules=levels, style=rule.style or Style.CONSTANT)
    found = find(scan_text(text, language=language), load_registry(), team)
    return [item for item in found if item.rule == rule.name]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_fails_is_found(rule: Rule, example: Example) -> None:
    assert found_in(example.fails, example.language, rule) == list(example.finds)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_passes_is_left_in_peace(rule: Rule, example: Example) -> None:
    assert found_in(example.passes, example.language, rule) == []


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_can_be_mended_is_mended_as_shown_and_stays_so(rule: Rule, example: Example) -> None:
    fixes = fixes_of(findings(example.fails, example.language, rule), with_unsafe=False)
    mended = apply(example.fails, fixes).text
    assert mended == (example.fixed or example.fails)
    assert fixes_of(findings(mended, example.language, rule), with_unsafe=False) == []
