"""Floor 5: many files."""

from statuslens.workspace.files import Skipped, SourceFile, find_files
from statuslens.workspace.scan import FileScan, scan_paths
from statuslens.workspace.text import MAX_BYTES, read_text

__all__ = ["MAX_BYTES", "FileScan", "Skipped", "SourceFile", "find_files", "read_text", "scan_paths"]
