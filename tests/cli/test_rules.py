"""``statuslens rules`` and ``statuslens rule``, and the page that they make."""

import json

from command import Run
from statuslens.rules import RULE_NAMES, load_rules
from tools import PROJECT


def test_every_rule_is_listed_with_its_level_and_what_it_finds(statuslens: Run) -> None:
    result = statuslens("rules")
    heads = [line for line in result.out.splitlines() if not line.startswith(" ")]
    assert [head.partition(" · ")[0] for head in heads] == list(RULE_NAMES)
    assert heads[0] == "unassigned-code · information, off in tests"
    assert (result.err, result.status) == ("", 0)


def test_the_list_is_there_for_programs(statuslens: Run) -> None:
    printed = json.loads(statuslens("rules", "--format", "json").out)
    assert [rule["name"] for rule in printed["rules"]] == list(RULE_NAMES)
    assert set(printed["rules"][0]) == {"name", "level", "in_tests", "on", "preview", "summary", "why"}


def test_a_rule_is_shown_with_why_it_matters_and_its_examples(statuslens: Run) -> None:
    rule = load_rules()["obsolete-code"]
    result = statuslens("rule", "obsolete-code")
    words = " ".join(result.out.split())
    assert result.out.startswith("obsolete-code · information, off in tests\n")
    assert [text for text in (rule.summary, rule.why) if text not in words] == []
    assert [example.fails for example in rule.examples if " ".join(example.fails.split()) not in words] == []


def test_a_rule_that_is_not_there_brings_the_nearest(statuslens: Run) -> None:
    result = statuslens("rule", "obsolet-code")
    assert (result.out, result.status) == ("", 2)
    assert result.err == "statuslens: obsolet-code: no such rule; did you mean obsolete-code?\n"


def test_the_committed_page_is_what_the_rules_say(statuslens: Run) -> None:
    committed = (PROJECT / "docs" / "rules.md").read_text(encoding="utf-8")
    advice = "run: statuslens rules --format markdown > docs/rules.md"
    assert committed == statuslens("rules", "--format", "markdown").out, advice
