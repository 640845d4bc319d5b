"""Run the rules over the occurrences of a file."""

from collections.abc import Callable, Iterator

from statuslens.recognise import Occurrence, Scan
from statuslens.registry import Registry
from statuslens.rules import unassigned_code
from statuslens.rules.model import Finding

Rule = Callable[[Occurrence, Registry], Iterator[Finding]]

RULES: dict[str, Rule] = {unassigned_code.NAME: unassigned_code.find}


def find(scan: Scan, registry: Registry) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the places."""
    return tuple(
        finding for occurrence in scan.occurrences for rule in RULES.values() for finding in rule(occurrence, registry)
    )
