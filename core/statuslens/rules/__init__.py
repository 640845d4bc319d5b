"""Floor 4: what is wrong with the occurrences."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.rules.findings import find
    from statuslens.rules.level import Level
    from statuslens.rules.model import Edit, Finding, Fix, Related
    from statuslens.rules.rule import RULE_NAMES, Example, Rule, load_rules

__all__ = ["RULE_NAMES", "Edit", "Example", "Finding", "Fix", "Level", "Related", "Rule", "find", "load_rules"]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "rules.findings": ("find",),
            "rules.level": ("Level",),
            "rules.model": ("Edit", "Finding", "Fix", "Related"),
            "rules.rule": ("RULE_NAMES", "Example", "Rule", "load_rules"),
        },
        globals(),
    )
