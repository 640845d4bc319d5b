"""Give a rule a level in the text of a team file, all of which stays as it is otherwise, its comments too."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import yaml

from statuslens.config.load import read_layer
from statuslens.config.model import DEFAULTS, RuleLevel, RuleSetting, TeamFile
from statuslens.config.nodes import Where, from_plain
from statuslens.config.yamltree import read_yaml
from statuslens.errors import ConfigError

_RULES = "rules"
_TABLE = re.compile(r"^\[[ \t]*tool[ \t]*\.[ \t]*statuslens[ \t]*\.[ \t]*rules[ \t]*\][^\r\n]*", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_TEXTS_KEPT = 16


@lru_cache(maxsize=_TEXTS_KEPT)
def with_level(text: str, rule: str, level: RuleLevel, *, is_toml: bool = False) -> str | None:
    """Return a team file's text that gives a rule a level; None where it cannot be read, or is written too oddly.

    Where ``is_toml`` is true, the text is that of a ``pyproject.toml`` with the table ``tool.statuslens``.
    """
    amend, read = (_amended_toml, _read_toml) if is_toml else (_amended_yaml, _read_yaml)
    old = _read(read, text)
    amended = amend(text, rule, level) if old is not None else None
    if old is None or amended is None:
        return None
    others = (setting for setting in old.rules if setting.rule != rule)
    wanted = old._replace(rules=(*others, RuleSetting(rule, level)))
    return amended if _sorted(_read(read, amended)) == _sorted(wanted) else None


def _sorted(team: TeamFile | None) -> TeamFile | None:
    return team._replace(rules=tuple(sorted(team.rules, key=lambda item: item.rule))) if team is not None else None


def _read(read: Callable[[str], TeamFile], text: str) -> TeamFile | None:
    try:
        return read(text)
    except (ConfigError, tomllib.TOMLDecodeError, KeyError):
        return None


def _read_yaml(text: str) -> TeamFile:
    where = Where("")
    root = read_yaml(text, where)
    return read_layer(root, where, None).team if root is not None else DEFAULTS


def _read_toml(text: str) -> TeamFile:
    where = Where("")
    return read_layer(from_plain(tomllib.loads(text)["tool"]["statuslens"], where), where, None).team


def _amended_yaml(text: str, rule: str, level: RuleLevel) -> str | None:
    """Change the rule's level, or add a line to ``rules``, or ``rules`` to the file."""
    line_end, entry = _line_end(text), f"{rule}: {level.value}"
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    rules = _value_of(root, _RULES)
    if rules is None:
        apart = line_end if text and not text.endswith(("\n", "\r")) else ""
        return f"{text}{apart}{_RULES}:{line_end}  {entry}{line_end}"
    own = _value_of(rules, rule)
    if own is not None:
        return f"{text[: own.start_mark.index]}{level.value}{text[own.end_mark.index :]}"
    if not isinstance(rules, yaml.MappingNode):
        return None
    if rules.flow_style:
        place = rules.end_mark.index - 1
        return f"{text[:place].rstrip()}{', ' if rules.value else ''}{entry}{text[place:]}"
    key, last = rules.value[-1]
    end = _LINE_END.search(text, last.end_mark.index)
    place = end.start() if end else len(text)
    return f"{text[:place]}{line_end}{' ' * key.start_mark.column}{entry}{text[place:]}"


def _value_of(table: Any, key: str) -> Any:  # noqa: ANN401 (untyped in the stubs)
    """Return the node of a key's value; None where there is none."""
    pairs = table.value if isinstance(table, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _amended_toml(text: str, rule: str, level: RuleLevel) -> str | None:
    """Change the rule's level in the table of the rules, or add a line to that, or that table to the file."""
    line_end, entry = _line_end(text), f'{rule} = "{level.value}"'
    table = _TABLE.search(text)
    if table is None:
        return f"{text.rstrip()}{line_end * 2}[tool.statuslens.rules]{line_end}{entry}{line_end}"
    end = re.compile(r"^[ \t]*\[", re.MULTILINE).search(text, table.end())
    own = re.compile(rf"^[ \t]*{re.escape(rule)}[ \t]*=[ \t]*(?P<level>\"\w+\"|'\w+')", re.MULTILINE)
    found = own.search(text, table.end(), end.start() if end else len(text))
    if found is not None:
        return f'{text[: found.start("level")]}"{level.value}"{text[found.end("level") :]}'
    return f"{text[: table.end()]}{line_end}{entry}{text[table.end() :]}"


def _line_end(text: str) -> str:
    found = _LINE_END.search(text)
    return found[0] if found else "\n"
