"""The JSON Schema of the team file, for editors that complete and check it."""

from collections.abc import Iterable
from typing import Any

from statuslens.config.fields import team_file


def make_schema(rule_names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12), made from the table that reads the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "statuslens team file",
        "description": "statuslens.yaml, or the table tool.statuslens of pyproject.toml.",
        **team_file(rule_names).schema,
    }
