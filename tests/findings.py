"""What single rules find, for their tests."""

from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import RULE_NAMES, Finding, find
from statuslens.rules.needles import can_find, can_find_at


def findings_of(rule: str, text: str, language: str) -> tuple[Finding, ...]:
    """Return what one rule finds in a text."""
    levels = (RuleSetting(name, RuleLevel.WARNING if name == rule else RuleLevel.OFF) for name in RULE_NAMES)
    team = TeamFile(rules=tuple(levels))
    found = find(scan_text(text, language=language), load_registry(), team)
    data = text.encode("utf-8", "replace")
    assert not found or can_find(data, language, team) or can_find_at(data, language, team, str), "would be passed over"
    return found
