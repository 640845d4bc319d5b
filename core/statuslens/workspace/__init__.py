"""Floor 5: many files."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.workspace.files import Skipped, SourceFile, find_files
    from statuslens.workspace.sources import Source, read_sources, scan_file
    from statuslens.workspace.text import MAX_BYTES, read_text

__all__ = ["MAX_BYTES", "Skipped", "Source", "SourceFile", "find_files", "read_sources", "read_text", "scan_file"]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "workspace.files": ("Skipped", "SourceFile", "find_files"),
            "workspace.sources": ("Source", "read_sources", "scan_file"),
            "workspace.text": ("MAX_BYTES", "read_text"),
        },
        globals(),
    )
