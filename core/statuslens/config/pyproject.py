"""Read the text of a team file, and the table of a ``pyproject.toml``."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from statuslens.config.nodes import Bare, Where
from statuslens.config.stamp import Stamp

MAX_BYTES = 1_000_000
TABLE = "tool.statuslens"

_FILES_KEPT = 64


def shown(path: Path) -> str:
    """Return a path as messages show it: below the current folder without that folder."""
    current = Path.cwd()
    return path.relative_to(current).as_posix() if path.is_relative_to(current) else path.as_posix()


@lru_cache(maxsize=_FILES_KEPT)
def read_table(path: Path, stamp: Stamp) -> Mapping[str, Any] | None:
    """Return the table of a TOML file; one that does not name statuslens may be broken, that is not our concern."""
    return parse_table(read_text(path, stamp), Where(shown(path)))


def parse_table(text: str, where: Where) -> Mapping[str, Any] | None:
    """Return the table of the text of a TOML file, None where there is none; ``where`` is the file."""
    if "statuslens" not in text:
        return None
    import tomllib  # noqa: PLC0415 (few files come this far)

    try:
        tools = tomllib.loads(text, parse_float=Bare).get("tool")
    except (ValueError, RecursionError) as error:
        raise where.problem(None, f"not valid TOML: {' '.join(str(error).split())}") from error
    table = tools.get("statuslens") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise where.key(TABLE).problem(None, f"expected a table; write [{TABLE}]")
    return table


def read_text(path: Path, stamp: Stamp) -> str:
    """Return the text of a file; raise ConfigError for what cannot be one of a team file."""
    where = Where(shown(path))
    if stamp[1] > MAX_BYTES:
        raise where.problem(None, f"larger than {MAX_BYTES // 1_000_000} MB; a team file is not")
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise where.problem(None, f"cannot be read: {error.strerror}; check who may read it") from error
    except UnicodeDecodeError as error:
        raise where.problem(None, "is not UTF-8; save it as UTF-8") from error
