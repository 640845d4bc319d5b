"""What every scan must be, whatever was scanned."""

from statuslens.recognise import Scan


def is_sound(scan: Scan, text: str) -> bool:
    """Tell whether a scan is an answer: places in their order, each with what it says of it, or none and a reason."""
    ends = [0, *(item.end for item in scan.occurrences)]
    in_order = all(end <= item.start for end, item in zip(ends, scan.occurrences, strict=False))
    is_given = not (scan.left_out and scan.occurrences)
    return in_order and is_given and all(text[item.start : item.end] == item.text for item in scan.occurrences)
