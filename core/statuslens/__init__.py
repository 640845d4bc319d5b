"""Statuslens: HTTP status codes, known, recognised and explained.

::

    import statuslens

    scan = statuslens.scan_text("if response.status_code == 404:", language="python")
    for found in scan.occurrences:
        print(found.code, found.role, [reason.reason for reason in found.evidence])

What this package exports is stable; it is imported from its room when it is first asked for, since an explanation of
a code needs no parser.
"""

from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from statuslens.config.model import ContextKind, ContextRule
    from statuslens.errors import ConfigError, MissingExtraError, MissingGrammarError, StatuslensError, UsageError
    from statuslens.recognise import Evidence, Occurrence, Role, Scan, scan_text
    from statuslens.workspace import scan_file

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "ContextKind",
    "ContextRule",
    "Evidence",
    "MissingExtraError",
    "MissingGrammarError",
    "Occurrence",
    "Role",
    "Scan",
    "StatuslensError",
    "UsageError",
    "scan_file",
    "scan_text",
]


def exports(rooms: Mapping[str, Collection[str]], module: dict[str, Any]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package that imports what it exports when it is first asked for it (PEP 562).

    ``rooms`` are the modules below statuslens that have what is exported, ``module`` the package's ``globals()``. What
    it returns may raise MissingExtraError, where what is asked for needs an extra that is not installed.
    """

    def find(name: str) -> object:
        room = next((room for room, names in rooms.items() if name in names), None)
        if room is None:
            raise AttributeError(f"module {module['__name__']!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"statuslens.{room}"), name)
        module[name] = found
        return found

    return find


if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "config.model": ("ContextKind", "ContextRule"),
            "errors": ("ConfigError", "MissingExtraError", "MissingGrammarError", "StatuslensError", "UsageError"),
            "recognise": ("Evidence", "Occurrence", "Role", "Scan", "scan_text"),
            "workspace": ("scan_file",),
        },
        globals(),
    )


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
