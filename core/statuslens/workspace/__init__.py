"""Floor 5: many files."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.workspace.files import Skipped, SourceFile, find_files
    from statuslens.workspace.scan import (
        FileScan,
        Source,
        read_given,
        read_sources,
        scan_file,
        scan_sources,
    )
    from statuslens.workspace.text import MAX_BYTES, read_text

__all__ = [
    "MAX_BYTES",
    "FileScan",
    "Skipped",
    "Source",
    "SourceFile",
    "find_files",
    "read_given",
    "read_sources",
    "read_text",
    "scan_file",
    "scan_sources",
]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "workspace.files": ("Skipped", "SourceFile", "find_files"),
            "workspace.scan": (
                "FileScan",
                "Source",
                "read_given",
                "read_sources",
                "scan_file",
                "scan_sources",
            ),
            "workspace.text": ("MAX_BYTES", "read_text"),
        },
        globals(),
    )
