"""JUnit's XML, which most build servers show: a file is a test that fails for each finding."""

import re
from collections.abc import Iterable, Iterator

from statuslens.report.model import CheckedFile, all_findings
from statuslens.report.place import range_of
from statuslens.rules import Finding

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow (section 2.2)."""


def report_junit(files: Iterable[CheckedFile]) -> Iterator[str]:
    """Yield one suite of tests."""
    yield from map(_ascii, _suites(files))


def _suites(files: Iterable[CheckedFile]) -> Iterator[str]:
    looked_at = list(files)
    found = all_findings(looked_at)
    clean = [file for file in looked_at if not file.findings]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="statuslens" tests="{len(found) + len(clean)}" failures="{len(found)}">\n'
    for file in looked_at:
        cases = [_failure(file, finding) for finding in file.findings] or ['    <testcase name="statuslens"/>\n']
        yield f'  <testsuite name={_quoted(file.path)} tests="{len(cases)}" failures="{len(file.findings)}">\n'
        yield from cases
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _failure(file: CheckedFile, finding: Finding) -> str:
    place = range_of(file.lines, finding.start, finding.end)
    where = f"line {place.line}, column {place.column}"
    name = _quoted(f"{finding.rule}, {where}")
    head = f'    <testcase name={name} classname={_quoted(file.path)} file={_quoted(file.path)} line="{place.line}">\n'
    from xml.sax.saxutils import escape  # noqa: PLC0415 (brings a client of HTTP with it)

    text = escape(_clean(f"{file.path}:{place.line}:{place.column}: {finding.message}"))
    failure = f"<failure type={_quoted(finding.level.value)} message={_quoted(finding.message)}>{text}</failure>"
    return f"{head}      {failure}\n    </testcase>\n"


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 (brings a client of HTTP with it)

    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _ascii(piece: str) -> str:
    """Write what is beyond ASCII by its number, so that the encoding of the output does not matter."""
    return piece.encode("ascii", "xmlcharrefreplace").decode()
