"""The statuses of a file with what each is there for and what it belongs to, code inside other code included."""

from collections.abc import Iterator
from dataclasses import dataclass

from statuslens.config.model import TeamFile
from statuslens.recognise import Occurrence, Role, Scan
from statuslens.registry import Registry
from statuslens.rules.handler import find_handlers
from statuslens.rules.pieces import find_pieces
from statuslens.rules.purpose import Purpose, find_purposes


@dataclass(frozen=True, slots=True)
class Use:
    """A status in a file."""

    occurrence: Occurrence
    purpose: Purpose
    handler: str
    """The function, operation or block that it belongs to; empty where none has a name."""


def find_uses(scan: Scan, registry: Registry, team: TeamFile, place: str) -> Iterator[Use]:
    """Yield the statuses of a file in the order of their places, prose left out.

    ``place`` is the file's path in its project, which tells whether it is a test.
    """
    told = _tell(scan, registry, team, place)
    for item in scan.occurrences:
        if item.role is not Role.PROSE:
            yield Use(item, *told.get(item.start, (Purpose.NAMED, "")))


def _tell(scan: Scan, registry: Registry, team: TeamFile, place: str) -> dict[int, tuple[Purpose, str]]:
    """Return what each status of a file is there for and belongs to, by where it starts in the file."""
    told = {}
    for piece in find_pieces(scan, registry, team):
        handlers = find_handlers(piece.subject)
        purposes = find_purposes(piece.subject, place)
        for item in piece.subject.occurrences:
            span = piece.span(item.start, item.end)
            if span is not None and item.start in purposes:
                told[span[0]] = purposes[item.start], handlers.get(item.start, "")
    return told
