"""The examples of every rule: what fails is found where it should be, what passes is left in peace."""

import pytest

from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Example, Rule, find, load_rules

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{example.language}-{place}")
    for rule in load_rules().values()
    for place, example in enumerate(rule.examples)
]


def found_in(text: str, language: str, rule: Rule) -> list[str]:
    scan = scan_text(text, language=language)
    team = TeamFile(rules=(RuleSetting(rule.name, RuleLevel(rule.level.value)),))
    return [text[item.start : item.end] for item in find(scan, load_registry(), team) if item.rule == rule.name]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_fails_is_found(rule: Rule, example: Example) -> None:
    assert found_in(example.fails, example.language, rule) == list(example.finds)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_passes_is_left_in_peace(rule: Rule, example: Example) -> None:
    assert found_in(example.passes, example.language, rule) == []
