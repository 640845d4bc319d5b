"""What an editor's settings say: options of the editor alone, and keys of the team file that go over that file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any

from statuslens.config.fields import team_keys
from statuslens.config.nodes import Kind, Node, Scalar, Where, describe, from_plain
from statuslens.config.settings import OVERRIDES_SOURCE
from statuslens.config.shapes import Shape, choice, read_entries, truth
from statuslens.errors import ConfigError
from statuslens.rules import RULE_NAMES

SECTION = "statuslens"
"""What the settings stand under, beside those of other servers."""
CLIENT_KEYS = frozenset({"enable", "enabled", "path", "server", "trace"})
"""What clients keep for themselves in the same section: whether and how to start the server, and what to show of it."""
_WRAPPERS = (SECTION, "settings")
_LONGEST_PAUSE = 10_000


class Scope(StrEnum):
    """Which files diagnostics are told of."""

    OPEN_FILES = "openFiles"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True)
class Options:
    """The options that are no concern of the team file's."""

    inlay_hints: bool = True
    """Whether the name of a status is shown behind its number."""
    diagnostics_scope: Scope = Scope.OPEN_FILES
    """Whether diagnostics are told of open files alone (`openFiles`) or of the whole workspace (`workspace`)."""
    push_pause: int = 150
    """Milliseconds without a change after which a burst of typing is over; up to 10,000."""


@dataclass(frozen=True, slots=True)
class EditorSettings:
    """What holds of an editor's settings, and what is wrong with the others."""

    options: Options = Options()
    overrides: Mapping[str, Any] = field(default_factory=dict)
    """Keys of the team file, in its form."""
    problems: tuple[str, ...] = ()
    """Of each setting that is left out, the key, what is wrong with it and what to write."""


def read_settings(*layers: object) -> EditorSettings:
    """Read what a client says, each layer over those before it, key by key; null is as good as nothing."""
    given: dict[str, object] = {}
    problems: list[str] = []
    for layer in map(_unwrap, layers):
        if isinstance(layer, Mapping):
            given |= {str(key): value for key, value in layer.items() if value is not None}
        elif layer is not None:
            problems.append(f"expected a mapping, found {describe(from_plain(layer, _WHERE))}; write key: value")
    options: dict[str, Any] = {}
    overrides: dict[str, Any] = {}
    for key in sorted(given.keys() - CLIENT_KEYS):
        try:
            value = _read(key, given[key])
        except ConfigError as error:
            problems.append(": ".join(filter(None, (error.key, error.problem))))
            continue
        if key in _ATTRIBUTES:
            options[_ATTRIBUTES[key]] = value
        else:
            overrides[key] = given[key]
    return EditorSettings(Options(**options), overrides, tuple(problems))


def key_of(attribute: str) -> str:
    """Return how an option is written in the settings, ``inlayHints`` of ``inlay_hints``."""
    first, *rest = attribute.split("_")
    return first + "".join(map(str.capitalize, rest))


def _unwrap(layer: object) -> object:
    """Return what stands under the section's name, or under ``settings``, where there is such a key."""
    name = next((name for name in _WRAPPERS if isinstance(layer, Mapping) and name in layer), None)
    return layer if name is None or not isinstance(layer, Mapping) else _unwrap(layer[name])


def _read(key: str, value: object) -> object:
    known = _known()
    ((_, node),) = read_entries(from_plain({key: value}, _WHERE), _WHERE, known).values()
    return known[key].read(node, _WHERE.key(key))


@cache
def _known() -> Mapping[str, Shape[Any]]:
    return _SHAPES | {name: key.shape for name, key in team_keys(RULE_NAMES).items()}


def _whole_number(most: int) -> Shape[int]:
    def read(node: Node, where: Where) -> int:
        if isinstance(node, Scalar) and node.kind is Kind.INTEGER and node.text.isdecimal() and int(node.text) <= most:
            return int(node.text)
        raise where.problem(None, f"found {describe(node)}; write a whole number from 0 to {most:,}")

    return Shape(read, {"type": "integer", "minimum": 0, "maximum": most})


_WHERE = Where(OVERRIDES_SOURCE)
_ATTRIBUTES = {key_of(option.name): option.name for option in fields(Options)}
_SHAPES: dict[str, Shape[Any]] = {
    "inlayHints": truth(),
    "diagnosticsScope": choice(Scope),
    "pushPause": _whole_number(_LONGEST_PAUSE),
}
