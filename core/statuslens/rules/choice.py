"""Which rules run: what the team file says, and what was asked for over it."""

from collections.abc import Collection, Iterable

from statuslens.config.model import PathRules, RuleLevel, RuleSetting, TeamFile
from statuslens.errors import UsageError
from statuslens.rules.names import rule_names

ALL = "all"


def choose(team: TeamFile, select: Collection[str] = (), ignore: Collection[str] = ()) -> TeamFile:
    """Return a team file with which only some rules run.

    ``select`` are the only ones, at the level that the team file gives them or else at their own; nothing selects
    those that run anyway. ``ignore`` are left out of these. ``all`` stands for every rule. What the team file says for
    single paths still holds there.

    Raises UsageError for a name that no rule has.
    """
    if not select and not ignore:
        return team
    from statuslens.rules.rule import load_rules  # noqa: PLC0415 (most runs choose nothing)

    selected, ignored = _expand(select), _expand(ignore)
    levels = {setting.rule: setting.level for setting in team.rules}
    chosen, left_out = [], set()
    for rule in load_rules().values():
        own = levels.get(rule.name, RuleLevel(rule.level.value) if rule.is_on or selected else RuleLevel.OFF)
        if own is RuleLevel.OFF and rule.name in selected:
            own = RuleLevel(rule.level.value)
        is_wanted = rule.name not in ignored and (not selected or rule.name in selected)
        chosen.append(RuleSetting(rule.name, own if is_wanted else RuleLevel.OFF))
        left_out |= set() if is_wanted else {rule.name}
    per_path = (_without(entry, left_out) for entry in team.per_path)
    return team._replace(rules=tuple(chosen), per_path=tuple(per_path))


def _without(entry: PathRules, names: Collection[str]) -> PathRules:
    return entry._replace(rules=tuple(setting for setting in entry.rules if setting.rule not in names))


def _expand(names: Iterable[str]) -> frozenset[str]:
    found, known = set(names), rule_names()
    for name in sorted(found - {ALL, *known}):
        from difflib import get_close_matches  # noqa: PLC0415 (needed only to say what is wrong)

        meant = get_close_matches(name, sorted(known), n=1)
        raise UsageError(
            f"{name}: no such rule; {f'did you mean {meant[0]}?' if meant else 'statuslens rules lists them'}"
        )
    return known if ALL in found else frozenset(found)
