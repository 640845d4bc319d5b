"""What the check of files brought, as the reports take it."""

from collections.abc import Callable, Iterable, Iterator

from statuslens import rules
from statuslens.source.lines import LineIndex


class CheckedFile:
    """A file that was looked at."""

    def __init__(self, path: str, lines: LineIndex, findings: "tuple[rules.Finding, ...]") -> None:
        self.path = path
        """As the user named it, or the folder around it, with ``/`` between the parts."""
        self.lines = lines
        self.findings = findings
        """In the order of their places."""


Report = Callable[[Iterable[CheckedFile]], Iterator[str]]
"""What turns files into the pieces of a report; each is to be written as it stands."""

SEVERITY = {level: place for place, level in enumerate(rules.Level)}
"""Levels by how much they matter: the least number matters most."""


def all_findings(files: Iterable[CheckedFile]) -> "list[tuple[CheckedFile, rules.Finding]]":
    """Return the findings of files, each with its file, in their order."""
    return [(file, finding) for file in files for finding in file.findings]


def worst_first(files: Iterable[CheckedFile]) -> "list[tuple[CheckedFile, rules.Finding]]":
    """Return the findings of all files with their file, those first that matter most."""
    return sorted(all_findings(files), key=lambda item: SEVERITY[item[1].level])
