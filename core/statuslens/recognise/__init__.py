"""Floor 3: which literals mean a status, and why."""

from statuslens.recognise.live import LiveText
from statuslens.recognise.model import Evidence, Occurrence, Part, Role, Scan
from statuslens.recognise.scan import scan_text

__all__ = ["Evidence", "LiveText", "Occurrence", "Part", "Role", "Scan", "scan_text"]
