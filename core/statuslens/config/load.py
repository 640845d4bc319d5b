"""Read a team file."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from statuslens.config.fields import read_team_file
from statuslens.config.find import Stamp, stamp_of
from statuslens.config.model import DEFAULTS, TeamFile
from statuslens.config.nodes import Bare, Node, Table, Where, from_plain

MAX_BYTES = 1_000_000

_TABLE = "tool.statuslens"
_FILES_KEPT = 64
RuleNames = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says, and which keys it gives."""

    team: TeamFile
    given: frozenset[str] = frozenset()


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


def shown(path: Path) -> str:
    """Return a path as messages show it: below the current folder without that folder."""
    current = Path.cwd()
    return path.relative_to(current).as_posix() if path.is_relative_to(current) else path.as_posix()


@lru_cache(maxsize=_FILES_KEPT)
def _load(path: Path, stamp: Stamp, rule_names: RuleNames) -> Layer:
    where = Where(shown(path))
    if path.suffix == ".toml":
        table = read_table(path, stamp)
        if table is None:
            raise where.problem(None, f"has no table {_TABLE}; add [{_TABLE}]")
        where = where.key(_TABLE)
        return read_layer(from_plain(table, where), where, rule_names)
    from statuslens.config.yamltree import read_yaml  # noqa: PLC0415 (PyYAML takes longer to import than all else)

    root = read_yaml(_read(path, stamp), where)
    return Layer(DEFAULTS) if root is None else read_layer(root, where, rule_names)


@lru_cache(maxsize=_FILES_KEPT)
def read_table(path: Path, stamp: Stamp) -> Mapping[str, Any] | None:
    """Return the table of a TOML file; one that does not name statuslens may be broken, that is not our concern."""
    text = _read(path, stamp)
    if "statuslens" not in text:
        return None
    import tomllib  # noqa: PLC0415 (few files come this far)

    where = Where(shown(path))
    try:
        tools = tomllib.loads(text, parse_float=Bare).get("tool")
    except (ValueError, RecursionError) as error:
        raise where.problem(None, f"not valid TOML: {' '.join(str(error).split())}") from error
    table = tools.get("statuslens") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise where.key(_TABLE).problem(None, f"expected a table; write [{_TABLE}]")
    return table


def _read(path: Path, stamp: Stamp) -> str:
    where = Where(shown(path))
    if stamp[1] > MAX_BYTES:
        raise where.problem(None, f"larger than {MAX_BYTES // 1_000_000} MB; a team file is not")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise where.problem(None, f"cannot be read: {error.strerror}; check who may read it") from error
    except UnicodeDecodeError as error:
        raise where.problem(None, "is not UTF-8; save it as UTF-8") from error
