"""Which files the rules can find something in though nothing in them means a status, told from their bytes."""

from statuslens.config.model import RuleLevel, TeamFile
from statuslens.rules.contract import can_describe
from statuslens.rules.frameworks import frameworks_of
from statuslens.rules.rule import load_rules
from statuslens.rules.suppression import can_suppress
from statuslens.source.language import load_languages

_OF_HANDLERS = "undocumented-code"


def can_find(data: bytes, language: str, team: TeamFile) -> bool:
    """Tell at the price of a search whether a rule can find something in a file without a status.

    That is a comment which switches off nothing, a key of OpenAPI's responses that no status can have, and, where the
    rule is asked for, a handler that lists what it never answers.
    """
    known = load_languages().get(language)
    if known is None:
        return False
    if can_suppress(data) or can_describe(data, known):
        return True
    return _is_asked_for(team) and any(item.route.search(data) for item in frameworks_of(language))


def _is_asked_for(team: TeamFile) -> bool:
    settings = (*team.rules, *(setting for entry in team.per_path for setting in entry.rules))
    levels = {setting.level for setting in settings if setting.rule == _OF_HANDLERS}
    return load_rules()[_OF_HANDLERS].is_on or bool(levels - {RuleLevel.OFF})
