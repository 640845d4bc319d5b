"""What a check passes over: nothing in which the rules find anything."""

from dataclasses import replace
from pathlib import Path

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Rule, find, load_rules
from statuslens.rules.choice import choose
from statuslens.rules.rule import Example
from statuslens.workspace.files import SourceFile
from statuslens.workspace.look import CheckLook
from statuslens.workspace.settings import SettingsByFolder

EXAMPLES = [(rule, example) for rule in load_rules().values() for example in rule.examples]


def look_of(rule: Rule) -> CheckLook:
    """Return the look for what one rule finds."""
    overrides = {} if rule.style is None else {"style": rule.style.value}
    return CheckLook(SettingsByFolder(overrides=overrides), select=(rule.name,))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{item.language}" for rule, item in EXAMPLES])
def test_the_examples_of_a_rule_are_looked_at(rule: Rule, example: Example, tmp_path: Path) -> None:
    look = look_of(rule)
    file = SourceFile((tmp_path / "a").as_posix(), example.language, is_named=False)
    assert look.may_find(file, example.fails.encode())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{item.language}" for rule, item in EXAMPLES])
def test_nothing_is_found_in_what_is_passed_over(rule: Rule, example: Example, tmp_path: Path) -> None:
    look = look_of(rule)
    team = choose(replace(DEFAULTS, style=rule.style or DEFAULTS.style), (rule.name,))
    lines = example.fails.splitlines(keepends=True)
    file = SourceFile((tmp_path / "a").as_posix(), example.language, is_named=False)
    for dropped in range(len(lines)):
        text = "".join(lines[:dropped] + lines[dropped + 1 :])
        found = find(scan_text(text, language=example.language), load_registry(), team)
        assert look.may_find(file, text.encode()) or found == ()
