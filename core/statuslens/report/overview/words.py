"""The words of an overview, alike in each of its forms."""

from statuslens.report.overview.model import CodeUse
from statuslens.rules.purpose import Purpose
from statuslens.terminal import printable

PURPOSES = {
    Purpose.ANSWERED: "given to a reply, raised or returned",
    Purpose.HANDLED: "compared, matched, caught or looked up",
    Purpose.EXPECTED: "sent or expected by a test",
    Purpose.DOCUMENTED: "described in OpenAPI or beside the code",
    Purpose.CONFIGURED: "in the configuration of a server or a tool",
    Purpose.LOGGED: "in a log, a recording, or what writes a log",
    Purpose.NAMED: "given a name or listed, no more",
}
"""What each purpose takes in."""

GAPS = {
    "not_answered": "Documented, but answered nowhere",
    "not_documented": "Answered, but documented nowhere",
    "not_expected": "Answered, but expected by no test",
}
"""The kinds of gaps, by their fields."""
GAPS_ADVICE = "Frameworks answer with some codes by themselves, such as 200, 404, 405, 422 and 500."

_UNKNOWN = "(unassigned)"


def label_of(use: CodeUse) -> str:
    """Return a code's name and whose it is."""
    owner = f" (owner: {use.name.owner})" if use.name.owner else ""
    return printable(f"{use.name.name or _UNKNOWN}{owner}")
