"""Floor 1: what is known about status codes."""

from statuslens.registry.lookup import Registry, load_registry, name_key
from statuslens.registry.model import (
    ClassDescription,
    FormerName,
    Reference,
    Registration,
    Source,
    StatusClass,
    StatusCode,
)

__all__ = [
    "ClassDescription",
    "FormerName",
    "Reference",
    "Registration",
    "Registry",
    "Source",
    "StatusClass",
    "StatusCode",
    "load_registry",
    "name_key",
]
