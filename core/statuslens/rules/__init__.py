"""Floor 4: what is wrong with the occurrences."""

from statuslens.rules.find import RULES, find
from statuslens.rules.model import Finding, Level

__all__ = ["RULES", "Finding", "Level", "find"]
