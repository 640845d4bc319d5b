"""A team file's values as plain ones again, in the form of the file."""

from collections.abc import Iterable
from typing import Any

from statuslens.config.model import ContextKind, ContextRule, PathRules, RuleSetting, TeamCode, TeamFile, TeamNote


def to_plain(team: TeamFile) -> dict[str, Any]:
    """Return every key of a team file with a value that YAML, TOML and JSON can hold."""
    return {name.replace("_", "-"): _plain(value, name) for name, value in team._asdict().items()}


def _plain(value: object, name: str) -> Any:  # noqa: ANN401 (lists, mappings and scalars)
    if name == "rules" and isinstance(value, tuple):
        return _levels(value)
    if isinstance(value, tuple):
        return [_item(item) for item in value]
    return None if value is None else str(value)


def _levels(settings: Iterable[object]) -> dict[str, str]:
    return {item.rule: item.level.value for item in settings if isinstance(item, RuleSetting)}


def _item(item: object) -> Any:  # noqa: ANN401
    match item:
        case TeamCode() | TeamNote():
            present = item._asdict().items()
            return {name: list(value) if isinstance(value, tuple) else value for name, value in present if value}
        case PathRules():
            return {"paths": list(item.paths), "rules": _levels(item.rules)}
        case ContextRule(kind=ContextKind.CALL):
            return {"call": item.text, "argument": item.argument, "status": item.status}
        case ContextRule():
            return {item.kind.value: item.text, "status": item.status}
    return str(item)
