"""How much findings matter."""

from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters, with LSP's names, most severe first."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"
