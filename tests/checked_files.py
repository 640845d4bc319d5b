"""Files as a check leaves them, with what is hard to count before a place."""

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.report import CheckedFile
from statuslens.rules import Edit, Finding, Fix, Level, Related, find
from statuslens.source.lines import LineIndex

TEXT = '\tnote = "\U0001f600 \u6f22"; r.status_code = 533\nr.status_code = 499\n'


def checked(path: str, text: str = TEXT) -> CheckedFile:
    """Return what the check of a Python file leaves."""
    scan = scan_text(text, language="python")
    return CheckedFile(path, scan.lines, find(scan, load_registry()))


def mended(path: str) -> CheckedFile:
    """Return a file with a finding that has a fix and is about two places."""
    text = "GONE = 404\nMISSING = 404\n"
    fix = Fix("Replace 404 by 410", (Edit(7, 10, "410"),), is_safe=False)
    related = (Related(21, 24, "404 stands here as well"),)
    finding = Finding("obsolete-code", Level.WARNING, 7, 10, "404", "GONE is 410.", ("410",), fix, related)
    return CheckedFile(path, LineIndex(text), (finding,))


CLEAN = CheckedFile("clean.py", LineIndex("x = 1\n"), ())
MESSAGE = "533 is not an assigned HTTP status code. A client that does not know a 5xx code treats it as 500."
VENDOR = (
    "499 is no standard status: it is known from 10 vendors (statuslens explain 499). "
    "If meant, name the vendor in the team file."
)
