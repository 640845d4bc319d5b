"""The names of the rules, told without the rules themselves: each has a file below ``data/rules``."""

from functools import cache

from statuslens.datafile import list_data


@cache
def rule_names() -> frozenset[str]:
    """Return the name of every rule."""
    return frozenset(file.removeprefix("rules/").removesuffix(".yaml") for file in list_data("rules"))
