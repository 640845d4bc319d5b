"""Floor 1: what is known about status codes."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.registry.lookup import Registry, load_registry
    from statuslens.registry.model import (
        Body,
        ClassDescription,
        Confusion,
        FormerName,
        HeaderDuty,
        OlderText,
        Redirect,
        Reference,
        Registration,
        Retry,
        Source,
        StatusClass,
        StatusCode,
        Strength,
    )
    from statuslens.registry.names import name_key

__all__ = [
    "Body",
    "ClassDescription",
    "Confusion",
    "FormerName",
    "HeaderDuty",
    "OlderText",
    "Redirect",
    "Reference",
    "Registration",
    "Registry",
    "Retry",
    "Source",
    "StatusClass",
    "StatusCode",
    "Strength",
    "load_registry",
    "name_key",
]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "registry.lookup": ("Registry", "load_registry"),
            "registry.model": (
                "Body",
                "ClassDescription",
                "Confusion",
                "FormerName",
                "HeaderDuty",
                "OlderText",
                "Redirect",
                "Reference",
                "Registration",
                "Retry",
                "Source",
                "StatusClass",
                "StatusCode",
                "Strength",
            ),
            "registry.names": ("name_key",),
        },
        globals(),
    )
