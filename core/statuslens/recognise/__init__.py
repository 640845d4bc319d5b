"""Floor 3: which literals mean a status, and why."""

from typing import TYPE_CHECKING

from statuslens import exports

if TYPE_CHECKING:
    from statuslens.recognise.live import LiveText
    from statuslens.recognise.model import Evidence, Occurrence, Part, Role, Scan
    from statuslens.recognise.scan import scan_text

__all__ = ["Evidence", "LiveText", "Occurrence", "Part", "Role", "Scan", "scan_text"]

if not TYPE_CHECKING:  # which would take any name for one that is there
    __getattr__ = exports(
        {
            "recognise.live": ("LiveText",),
            "recognise.model": ("Evidence", "Occurrence", "Part", "Role", "Scan"),
            "recognise.scan": ("scan_text",),
        },
        globals(),
    )
