"""Floor 4: what is wrong with the occurrences."""

from statuslens.rules.find import find
from statuslens.rules.model import Edit, Finding, Fix, Level, Related
from statuslens.rules.rule import RULE_NAMES, Example, Rule, load_rules

__all__ = ["RULE_NAMES", "Edit", "Example", "Finding", "Fix", "Level", "Related", "Rule", "find", "load_rules"]
