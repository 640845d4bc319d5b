"""Which files the rules can find something in, told from their bytes."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from statuslens.config.model import RuleLevel, TeamFile
from statuslens.datafile import read_data
from statuslens.recognise.prefilter import as_parsed, can_hold, find_places, is_searchable
from statuslens.source.outline import Outline, load_outlines

if TYPE_CHECKING:
    from statuslens.rules.nearby import CanFind

SUPPRESSES = "statuslens:"
"""What a comment begins with that switches rules off."""
_RESPONSES = re.compile(rb"responses[\"']?\s*:")
_OF_HANDLERS = "undocumented-code"


def can_find(data: bytes, language: str, team: TeamFile) -> bool:
    """Tell at the price of a search whether a rule can find something in a file without a status.

    That is a comment which switches off nothing, a key of OpenAPI's responses that no status can have, and, where the
    rule is asked for, a handler that lists what it never answers.
    """
    known = load_outlines().get(language)
    if known is None:
        return False
    if SUPPRESSES.encode() in data or can_describe(data, known):
        return True
    return _is_asked_for(team) and _has_route(data, language)


def can_find_at(data: bytes, language: str, team: TeamFile, place: Callable[[], str]) -> bool:
    """Tell at the price of a search whether a rule can find something where a file can hold a status.

    ``place`` tells the file's path in its project. ``benchmarks/needles.py`` counts what is lost in files that are said
    to have nothing.
    """
    if not is_searchable(data, language) or team.contexts:
        return can_hold(data, language, team.contexts)
    data = as_parsed(data)
    places = find_places(data, language)
    first = next(places, None)
    if first is None:
        return False
    from statuslens.rules.nearby import look_around  # noqa: PLC0415 (a file without a status does without)

    asked = _asked(team, place(), language)
    if None in asked:
        return any(place.counts() for place in chain((first,), places))
    around = look_around(data, language, chain((first,), places))
    return any(any(can_find is not None and can_find(near) for can_find in asked) and near.counts() for near in around)


def _asked(team: TeamFile, place: str, language: str) -> "tuple[CanFind | None, ...]":
    """Return what tells whether each rule can find something that runs over a file and asks for a status."""
    from statuslens.rules.levels import running_rules  # noqa: PLC0415 (as above)

    running = running_rules(team, place, language).values()
    return tuple(rule.can_find for rule, _ in running)


def can_describe(data: bytes, language: Outline) -> bool:
    """Tell at the price of a search whether a file's bytes can say something of responses as OpenAPI does."""
    return language.is_data and language.has_steps and _RESPONSES.search(data) is not None


def _has_route(data: bytes, language: str) -> bool:
    from statuslens.rules.frameworks import frameworks_of  # noqa: PLC0415 (few teams ask for it)

    return any(item.route.search(data) for item in frameworks_of(language))


@lru_cache(maxsize=64)
def _is_asked_for(team: TeamFile) -> bool:
    settings = (*team.rules, *(setting for entry in team.per_path for setting in entry.rules))
    levels = {setting.level for setting in settings if setting.rule == _OF_HANDLERS}
    return not read_data(f"rules/{_OF_HANDLERS}.yaml").get("off") or bool(levels - {RuleLevel.OFF})
