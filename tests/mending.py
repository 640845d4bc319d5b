"""What the fixes of single rules make of a text, for their tests."""

from statuslens.config.model import RuleLevel, RuleSetting, Style, TeamFile
from statuslens.registry.declared import NOTHING, Declared
from statuslens.rules import RULE_NAMES
from statuslens.workspace import Source, SourceFile
from statuslens.workspace.mend import mend

_STYLES = {"prefer-number": Style.NUMBER}


def team_for(rule: str) -> TeamFile:
    """Return a team file with which one rule runs."""
    levels = (RuleSetting(name, RuleLevel.HINT if name == rule else RuleLevel.OFF) for name in RULE_NAMES)
    return TeamFile(rules=tuple(levels), style=_STYLES.get(rule, Style.CONSTANT))


def mended(rule: str, text: str, language: str, declared: Declared = NOTHING) -> str:
    """Return a text with the safe fixes of one rule."""
    source = Source(SourceFile("a file", language, is_named=True), text, team_for(rule))
    return mend(source, lambda team: team, declared, with_unsafe=False).source.text
