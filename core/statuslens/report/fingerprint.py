"""Fingerprints by which a finding is known again when the lines above it have changed."""

import hashlib
import re
from collections import Counter

from statuslens.report.model import CheckedFile
from statuslens.rules import Finding
from statuslens.source.lines import LineIndex

_BLOCK = 100
_BASE = 37
_MASK = (1 << 64) - 1
_END = "\uffff"
_BLANKS = re.compile(r"[ \t]+")


def line_hashes(lines: LineIndex) -> list[str]:
    """Return the ``primaryLocationLineHash`` of each line, as GitHub's own upload computes it.

    Source: github/codeql-action, src/fingerprints.ts. The hash is about the hundred code units of UTF-16 from the
    beginning of the line on, without blanks, with every end of a line as one line feed; a number behind it tells
    lines apart that are followed by the same.
    """
    rest, starts = "", []
    for number in range(len(lines)):
        starts.append(len(rest))
        rest += _units(_BLANKS.sub("", lines.line(number))) + "\n"
    text = rest[:-1] + _END
    seen: Counter[str] = Counter()
    hashes = []
    for start in starts:
        block = text[start : start + _BLOCK]
        seen[block] += 1
        hashes.append(f"{_hash(block):x}:{seen[block]}")
    return hashes


def _units(text: str) -> str:
    """Return a text in which each character is one code unit of UTF-16."""
    if all(character <= "\uffff" for character in text):
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(int.from_bytes(data[place : place + 2], "little")) for place in range(0, len(data), 2))


def _hash(block: str) -> int:
    value = 0
    for character in block.ljust(_BLOCK, "\0"):
        value = (value * _BASE + ord(character)) & _MASK
    return value


def fingerprints(file: CheckedFile) -> list[str]:
    """Return a fingerprint for each finding of a file: its path, rule and line, told apart where these repeat."""
    seen: Counter[str] = Counter()
    found = []
    for finding in file.findings:
        mark = _mark(file, finding)
        seen[mark] += 1
        found.append(hashlib.sha256(f"{mark}\0{seen[mark]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _mark(file: CheckedFile, finding: Finding) -> str:
    line = file.lines.line(file.lines.position(finding.start).line)
    return "\0".join((file.path, finding.rule, finding.code, _BLANKS.sub("", line)))
