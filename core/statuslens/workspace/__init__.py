"""Floor 5: many files."""

from statuslens.workspace.files import Skipped, SourceFile, find_files
from statuslens.workspace.scan import FileScan, Source, read_given, read_sources, scan_file, scan_paths, scan_sources
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
    "scan_paths",
    "scan_sources",
]
