"""What a comment or a text speaks of, found at one place: what a scan with prose finds there."""

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import Role, Scan, scan_text
from statuslens.recognise.model import Occurrence
from statuslens.recognise.spoken import find_spoken
from statuslens.registry import load_registry
from statuslens.rules.pieces import find_pieces

PYTHON = """\
import requests  # naïve: 404 words
# Answers with HTTP status 404, or 4xx, or 404 Not Found. Takes 300 ms.
text = "the server said status 503"
width = 404
if response.status_code == 409:
    pass  # IIS tells status 404.13 and status 999.1
"""


def spoken_at(scan: Scan, offset: int) -> Occurrence | None:
    for piece in reversed([*find_pieces(scan, load_registry(), DEFAULTS)]):
        if (place := piece.offset(offset)) is not None:
            return find_spoken(piece.subject.scan, piece.subject.facts, place)
    return None


def all_spoken(scan: Scan) -> list[str]:
    """Return the texts of what is spoken of, wherever one asks."""
    found = (spoken_at(scan, offset) for offset in range(len(scan.lines.text) + 1))
    return list(dict.fromkeys(f"{item.start} {item.text} {item.code}" for item in found if item is not None))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", PYTHON.replace("404.13", "404")),
        ("javascript", "// status 404\nconst a = `x ${b} status 503`; /* 300 px, 404 Not Found */\n"),
        ("nginx", "server {\n  # return 404 Not Found here\n  return 404; # status 503 at night\n}\n"),
        ("http", "# expects status 404\nHTTP/1.1 404 Not Found\n"),
        ("log", "status 404\n"),
        ("toml", "# status 404\n"),
    ],
)
def test_it_is_what_a_scan_with_prose_finds(language: str, text: str) -> None:
    prose = scan_text(text, language=language, prose=True).occurrences
    expected = [f"{item.start} {item.text} {item.code}" for item in prose if item.role is Role.PROSE]
    assert all_spoken(scan_text(text, language=language)) == expected


def test_a_substatus_is_spoken_of_too() -> None:
    found = all_spoken(scan_text(PYTHON, language="python"))
    assert found[-1].endswith(" 404.13 404.13")
    assert [item.partition(" ")[2] for item in found] == ["404 404", "4xx 4xx", "404 404", "503 503", "404.13 404.13"]


def test_code_inside_another_file_has_comments_of_its_own() -> None:
    text = "<p>status 404</p>\n<script>\n// é: status 503\nif (response.status === 409) go()\n</script>\n"
    scan = scan_text(text, language="html")
    (found,) = {spoken_at(scan, offset) for offset in range(text.index("503"), text.index("503") + 3)}
    assert found is not None
    assert (found.code, found.role) == ("503", Role.PROSE)
    assert spoken_at(scan, text.index("404")) is None
    assert spoken_at(scan, text.index("409")) is None
