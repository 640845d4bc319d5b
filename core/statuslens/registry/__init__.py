"""Floor 1: what is known about status codes."""

from statuslens.registry.lookup import Registry, load_registry, name_key
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
