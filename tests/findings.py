"""What single rules find, for their tests."""

from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import RULE_NAMES, Finding, find


def findings_of(rule: str, text: str, language: str) -> tuple[Finding, ...]:
    """Return what one rule finds in a text."""
    levels = (RuleSetting(name, RuleLevel.WARNING if name == rule else RuleLevel.OFF) for name in RULE_NAMES)
    return find(scan_text(text, language=language), load_registry(), TeamFile(rules=tuple(levels)))
