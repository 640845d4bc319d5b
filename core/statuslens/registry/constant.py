"""Named constants of libraries and frameworks, as frozen values."""

from dataclasses import dataclass
from enum import StrEnum


class ConstantKind(StrEnum):
    """What a named constant is in its language."""

    INT = "int"
    ENUM = "enum"
    VALUE = "value"
    SYMBOL = "symbol"
    STRING = "string"
    CLASS = "class"
    EXCEPTION = "exception"
    BUILDER = "builder"


LOOK_UP_ONLY = {ConstantKind.CLASS, ConstantKind.EXCEPTION}
"""Kinds that are types of their own for a response or error; a place that names one is not taken for a status."""


@dataclass(frozen=True, slots=True)
class Constant:
    """One name for a code, with all that is known about it."""

    name: str
    """The member's name alone: ``NOT_FOUND``."""
    code: str
    kind: ConstantKind
    ecosystem: str
    """The ecosystem's id: ``python/python-http``."""
    ecosystem_title: str
    language: str
    """The folder of the ecosystem: ``python``."""
    expression: str
    """What code writes: ``HTTPStatus.NOT_FOUND``, ``:not_found``."""
    import_statement: str
    version: str
    """The inspected versions that have it, from old to new with commas between."""
    deprecated: str
    """Why not to use it in the newest of these versions, in one word; empty where nothing speaks against it."""
    note: str
    """What its name does not say, or says wrongly."""
