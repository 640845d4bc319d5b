"""The team file as frozen values, and the settings that hold for a path."""

import os
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class RuleLevel(StrEnum):
    """How much a rule's findings matter, or that it does not run."""

    OFF = "off"
    HINT = "hint"
    INFORMATION = "information"
    WARNING = "warning"
    ERROR = "error"


class Style(StrEnum):
    """How the team writes a status."""

    CONSTANT = "constant"
    NUMBER = "number"
    LEAVE = "leave"


class ContextKind(StrEnum):
    """What a context rule is about."""

    CALL = "call"
    NAME = "name"
    KEY = "key"


class TeamCode(NamedTuple):
    """A code that the team gave a meaning."""

    code: str
    """Three digits, or a substatus: ``471``, ``403.90``."""
    name: str
    meaning: str = ""
    owner: str = ""
    runbook: str = ""
    links: tuple[str, ...] = ()


class TeamNote(NamedTuple):
    """What the team adds to a code that others gave a meaning."""

    code: str
    note: str = ""
    owner: str = ""
    runbook: str = ""
    links: tuple[str, ...] = ()


class RuleSetting(NamedTuple):
    """The level that the team gives a rule."""

    rule: str
    level: RuleLevel


class PathRules(NamedTuple):
    """The levels that the team gives rules in some files."""

    paths: tuple[str, ...]
    """Patterns as those of ``include``."""
    rules: tuple[RuleSetting, ...]


class ContextRule(NamedTuple):
    """A helper call, a name or a key of the team whose value is, or is not, a status."""

    kind: ContextKind
    text: str
    """The callee, the name or the key as it is written in the code."""
    argument: int | str | None = None
    """Of a call: the position of the argument, from 0, or its keyword."""
    status: bool = True


class TeamFile(NamedTuple):
    """What a team file says; each key that it leaves out has the default that stands here."""

    required_version: str | None = None
    vendors: tuple[str, ...] = ()
    """The ids of the vendors whose codes the team uses."""
    codes: tuple[TeamCode, ...] = ()
    notes: tuple[TeamNote, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    per_path: tuple[PathRules, ...] = ()
    """Over ``rules``, and of two that are about a file the later one."""
    style: Style = Style.CONSTANT
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    contexts: tuple[ContextRule, ...] = ()


RuleNames = frozenset[str] | None
"""The rules that a team file may name; None where it may name any."""
DEFAULTS = TeamFile()
"""What holds where there is no team file."""


class Layer(NamedTuple):
    """What one source says, and which keys it gives."""

    team: TeamFile
    given: frozenset[str] = frozenset()


class Settings(NamedTuple):
    """The settings that hold for a path."""

    team: TeamFile
    sources: Mapping[str, str]
    """Where each key comes from: ``default``, the file as it is shown to the user, ``editor settings``."""
    folder: str
    """The folder that the patterns of ``include``, ``exclude`` and ``per-path`` count from."""
    file: os.PathLike[str] | None = None
    """The team file, where there is one."""
