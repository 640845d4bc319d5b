"""Languages: which files are theirs, and how their grammar's nodes give a literal its context."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import PurePath
from typing import Any

from statuslens.datafile import check_fields, list_data, read_data
from statuslens.errors import RegistryError


class TokenKind(StrEnum):
    """What a leaf of a syntax tree is to us."""

    NUMBER = "number"
    STRING = "string"
    COMMENT = "comment"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Step:
    """What an enclosing node does to the literal inside it, and the names of its fields that tell more."""

    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language, by its LSP language id; there is one object for each."""

    id: str
    name: str
    extensions: tuple[str, ...]
    grammar: str
    """Module and function of the grammar: ``tree_sitter_python.language``."""
    ecosystems: tuple[str, ...]
    """Folders below ``data/ecosystems`` whose constants and calls the language uses."""
    tokens: Mapping[str, TokenKind]
    """The kind of a leaf by its node type."""
    steps: Mapping[str, Step]
    """The step by node type; at any other node the way outwards ends."""
    functions: frozenset[str]
    """Node types that define a function with a name and parameters."""
    imports: tuple[re.Pattern[str], ...]
    """Patterns with the groups ``module`` and, as far as there are, ``alias`` and ``names``."""
    definition: str
    """A pattern that finds where a function is defined; ``{name}`` stands for its name."""


_STEPS = {
    "argument": {"callee", "arguments"},
    "arguments": set[str](),
    "assignment": {"target", "value", "type"},
    "binary": {"left", "right", "operator"},
    "case": set[str](),
    "choice": {"condition"},
    "collection": set[str](),
    "comparison": set[str](),
    "index": {"object", "index"},
    "keyword": {"name", "value"},
    "member": {"object", "property"},
    "named": {"name"},
    "pair": {"key", "value"},
    "result": {"body", "name"},
    "returned": set[str](),
    "switch": {"subject"},
    "through": set[str](),
    "typed_literal": {"field", "type"},
    "unary": {"operator"},
}


@cache
def load_languages() -> dict[str, Language]:
    """Return every language by its LSP language id."""
    languages: dict[str, Language] = {}
    for name in list_data("languages"):
        languages.update((language.id, language) for language in _read(name))
    return languages


def language_of(path: str | PurePath) -> str | None:
    """Return the LSP language id of a file by its name, or None for a language that is not known."""
    return _by_extension().get(PurePath(path).suffix.lower())


@cache
def _by_extension() -> dict[str, str]:
    return {extension: language.id for language in load_languages().values() for extension in language.extensions}


def _read(name: str) -> list[Language]:
    entry = read_data(name)
    check_fields(
        entry, name, {"name", "variants", "ecosystems", "tokens", "steps", "functions", "imports", "definition"}
    )
    tokens = {node: TokenKind(kind) for kind, nodes in entry["tokens"].items() for node in nodes}
    steps = {node: _step(step, f"{name}: steps: {node}") for node, step in entry["steps"].items()}
    languages = []
    for variant in entry["variants"]:
        check_fields(variant, f"{name}: variants", {"id", "extensions", "grammar"}, {"name"})
        languages.append(
            Language(
                id=variant["id"],
                name=variant.get("name", entry["name"]),
                extensions=tuple(variant["extensions"]),
                grammar=variant["grammar"],
                ecosystems=tuple(entry["ecosystems"]),
                tokens=tokens,
                steps=steps,
                functions=frozenset(entry["functions"]),
                imports=tuple(re.compile(pattern, re.MULTILINE) for pattern in entry["imports"]),
                definition=entry["definition"],
            )
        )
    return languages


def _step(entry: str | dict[str, Any], where: str) -> Step:
    if isinstance(entry, str):
        kind, fields = entry, {}
    else:
        fields = dict(entry)
        kind = fields.pop("step", "")
    if kind not in _STEPS:
        msg = f"{where}: unknown step {kind!r}; the steps are {', '.join(_STEPS)}"
        raise RegistryError(msg)
    check_fields(fields, where, (), _STEPS[kind])
    return Step(kind, fields)
