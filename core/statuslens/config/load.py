"""Read a team file."""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from statuslens.config.fields import read_team_file
from statuslens.config.model import DEFAULTS, Layer, RuleNames, TeamFile
from statuslens.config.nodes import Node, Table, Where, from_plain
from statuslens.config.pyproject import TABLE, parse_table, read_table, read_text, shown
from statuslens.config.stamp import Stamp, stamp_of

_FILES_KEPT = 64


def load_team_file(path: str | os.PathLike[str], *, rule_names: RuleNames = None) -> TeamFile:
    """Read a team file: YAML, or the table ``tool.statuslens`` where the name ends in ``.toml``.

    ``rule_names`` are the rules that may be named; None accepts any. What was read is kept until the file changes.
    """
    return load_layer(Path(path), rule_names).team


def load_layer(path: Path, rule_names: RuleNames) -> Layer:
    """Read a team file, and which keys stand in it."""
    path = path.absolute()
    stamp = stamp_of(path)
    if stamp is None:
        raise Where(shown(path)).problem(None, "there is no such file; name a team file, or make one: statuslens init")
    return _load(path, stamp, rule_names)


def read_layer(node: Node, where: Where, rule_names: RuleNames) -> Layer:
    """Read what a tree says, and which keys stand in it."""
    team = read_team_file(node, where, rule_names)
    given = {key.text for key, _ in node.entries} if isinstance(node, Table) else set()
    return Layer(team, frozenset(given))


def check_text(path: Path, text: str, rule_names: RuleNames) -> None:
    """Raise ConfigError where a text, which an editor has for a team file, cannot be one.

    A ``pyproject.toml`` without the table ``tool.statuslens`` is none, and no trouble.
    """
    where = Where(shown(path))
    if path.suffix != ".toml":
        _read_yaml_layer(text, where, rule_names)
    elif (table := parse_table(text, where)) is not None:
        _read_table_layer(table, where, rule_names)


@lru_cache(maxsize=_FILES_KEPT)
def _load(path: Path, stamp: Stamp, rule_names: RuleNames) -> Layer:
    where = Where(shown(path))
    if path.suffix != ".toml":
        return _read_yaml_layer(read_text(path, stamp), where, rule_names)
    table = read_table(path, stamp)
    if table is None:
        raise where.problem(None, f"has no table {TABLE}; add [{TABLE}]")
    return _read_table_layer(table, where, rule_names)


def _read_yaml_layer(text: str, where: Where, rule_names: RuleNames) -> Layer:
    from statuslens.config.yamltree import read_yaml  # noqa: PLC0415 (PyYAML takes longer to import than all else)

    root = read_yaml(text, where)
    return Layer(DEFAULTS) if root is None else read_layer(root, where, rule_names)


def _read_table_layer(table: Mapping[str, Any], where: Where, rule_names: RuleNames) -> Layer:
    where = where.key(TABLE)
    return read_layer(from_plain(table, where), where, rule_names)
