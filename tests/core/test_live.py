"""A text that is being edited: after every edit its scan is that of the whole text."""

import gc
import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.recognise import LiveText, Role, Scan, scan_text
from statuslens.source.detect import language_of

FILES = [path for path in sorted((Path(__file__).parent / "recognise").glob("*/*")) if language_of(path)]
TEXTS = {path: path.read_text(encoding="utf-8") for path in FILES}
PIECES = ["", "a", "4", "404", "200", " ", "\n", "(", ")", '"', "'", "{", "}", ",", ".", "=", ":", "é", "😀", "#", "//"]
Edit = tuple[int, int, str]


def answer(scan: Scan) -> tuple[object, ...]:
    """Return what two scans of the same text have in common."""
    return scan.language, scan.lines.text, scan.occurrences, scan.left_out


@st.composite
def edits(draw: st.DrawFn, text: str, other: str) -> Edit:
    """Draw an edit: of characters, of a number or word, of lines, or of lines that come from another file."""
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    kind = draw(st.sampled_from(["characters", "word", "lines", "paste"]))
    if kind == "characters":
        start = draw(st.integers(0, len(text)))
        return start, min(len(text), start + draw(st.integers(0, 3))), draw(st.sampled_from(PIECES))
    found = [match.span() for match in re.finditer(r"\w+", text)]
    if kind == "word" and found:
        start, end = draw(st.sampled_from(found))
        return start, end, text[slice(*draw(st.sampled_from(found)))]
    first = draw(st.integers(0, len(starts) - 1))
    last = min(len(starts) - 1, first + draw(st.integers(0, 8)))
    lines = (other if kind == "paste" else text).splitlines(keepends=True) or [""]
    taken = draw(st.integers(0, len(lines) - 1))
    return starts[first], starts[last], "".join(lines[taken : taken + draw(st.integers(0, 8))])


@settings(deadline=None)
@given(data=st.data(), path=st.sampled_from(FILES), prose=st.booleans())
def test_after_every_edit_the_scan_is_that_of_the_whole_text(data: st.DataObject, path: Path, *, prose: bool) -> None:
    language = str(language_of(path))
    alike = [other for other in FILES if language_of(other) == language]
    text = "\n".join(TEXTS[other] for other in [*data.draw(st.lists(st.sampled_from(alike), max_size=3)), path])
    live = LiveText(text, language=language, prose=prose)
    for _ in range(data.draw(st.integers(1, 5))):
        edit = data.draw(edits(live.text, TEXTS[data.draw(st.sampled_from(alike))]))
        text = text[: edit[0]] + edit[2] + text[edit[1] :]
        live.edit(*edit)
        assert answer(live.scan) == answer(scan_text(text, language=language, prose=prose))


def meaning(scan: Scan, start: int) -> list[tuple[object, ...]]:
    """Return what a number of three digits that starts at a place means, if anything."""
    found = (item for item in scan.occurrences if (item.start, item.end) == (start, start + 3))
    return [(item.text, item.code, item.role, item.language) for item in found]


def is_sound(scan: Scan) -> bool:
    document = scan.document
    return document is None or not document.language.grammar or not document.root.has_error


@settings(deadline=None)
@given(data=st.data(), path=st.sampled_from(FILES), prose=st.booleans())
def test_what_a_number_would_mean_is_told_as_for_the_whole_text_and_changes_nothing(
    data: st.DataObject, path: Path, *, prose: bool
) -> None:
    language = str(language_of(path))
    alike = [other for other in FILES if language_of(other) == language]
    text = "\n".join(TEXTS[other] for other in [*data.draw(st.lists(st.sampled_from(alike), max_size=3)), path])
    live = LiveText(text, language=language, prose=prose)
    for _ in range(data.draw(st.integers(1, 4))):
        words = [match.span() for match in re.finditer(r"\w+|\b|$", live.text)]
        (start, end), number = data.draw(st.sampled_from(words)), data.draw(st.sampled_from(["404", "200", "299"]))
        probed = live.probe(start, end, number)
        text = live.text[:start] + number + live.text[end:]
        whole = scan_text(text, language=language, prose=prose)
        assert (probed.language, probed.lines.text, probed.left_out) == (language, text, whole.left_out)
        assert meaning(probed, start) in ([meaning(whole, start)] if is_sound(whole) else [meaning(whole, start), []])
        assert len(probed.occurrences) <= 1
        assert answer(live.scan) == answer(scan_text(live.text, language=language, prose=prose))
        edit = data.draw(edits(live.text, TEXTS[path]))
        live.edit(*edit)
        assert answer(live.scan) == answer(scan_text(live.text, language=language, prose=prose))


FILLING = "\n".join(f"def fill_{number}(items):\n    return [item for item in items]\n" for number in range(300))
PYTHON = f"""from http import HTTPStatus
import requests

def fail(status, message):
    raise Refused(status, message)

class Refused(Exception):
    def __init__(self, status, message):
        self.status = status

{FILLING}
def load(session):
    code = session.get("/").status_code
    if code == 404:
        fail(410, "gone")
    return code

{FILLING}
def check(reply, outcome):
    if outcome in (301, 302, 308):
        return HTTPStatus.NOT_FOUND
    if code == 503:
        return None
    fail(409, "taken")
"""


def replaced(text: str, old: str, new: str, count: int = 1) -> tuple[LiveText, Scan]:
    """Return a live text in which one piece was replaced, and the scan of the whole."""
    live = LiveText(text, language="python")
    start = [match.start() for match in re.finditer(re.escape(old), text)][count - 1]
    live.edit(start, start + len(old), new)
    return live, scan_text(live.text, language="python")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('fail(410, "gone")', 'fail(41, "gone")', id="a digit is deleted"),
        pytest.param('fail(410, "gone")', 'fail(422, "gone")', id="a number is another one"),
        pytest.param("    return code\n", "    # 404 is fine\n    return code\n", id="a comment is added"),
        pytest.param("    return code\n", "    return code\n    return HTTPStatus.OK\n", id="a line is added"),
        pytest.param("        return None\n", "", id="a line is deleted"),
        pytest.param('"taken"', '"taken by 😀"', id="a character beyond ASCII is typed"),
        pytest.param("[item for item in items]", "[item for item in items", id="a bracket is deleted"),
    ],
)
def test_an_ordinary_edit_looks_at_no_more_than_what_it_touches(old: str, new: str) -> None:
    live, whole = replaced(PYTHON, old, new)
    assert (live.was_redone, answer(live.scan)) == (False, answer(whole))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("from http import HTTPStatus\n", "", id="an import is deleted"),
        pytest.param("import requests", "import requests\nimport ftplib", id="an import is added"),
        pytest.param("def fail(status, message)", "def fail(width, message)", id="a parameter is renamed"),
        pytest.param("def fail(status", "def fall(status", id="a function is renamed"),
        pytest.param("class Refused", "class Refusal", id="a class is renamed"),
        pytest.param("session.get", "session.width", id="a name is given something else"),
        pytest.param("import requests", "ftp = FTP(); ftp.login(); ftp.quit()  # FTP", id="a protocol is spoken of"),
    ],
)
def test_an_edit_that_says_something_of_all_the_text_looks_at_all_of_it(old: str, new: str) -> None:
    live, whole = replaced(PYTHON, old, new)
    assert (live.was_redone, answer(live.scan)) == (True, answer(whole))


def test_what_others_say_of_a_number_tells_what_it_would_mean() -> None:
    live, start = LiveText(PYTHON, language="python"), PYTHON.index("302")
    assert meaning(live.probe(start, start + 3, "303"), start) == [("303", "303", Role.STATUS, "")]
    assert meaning(live.probe(start, start + 3, "900"), start) == []


def test_no_number_can_stand_where_it_breaks_what_is_sound() -> None:
    live, start = LiveText(PYTHON, language="python"), PYTHON.index("fail(410") + len("fail(")
    assert meaning(live.probe(start, start, "404"), start) == []
    assert meaning(live.probe(start, start + 3, "404"), start) == [("404", "404", Role.STATUS, "")]


INHERITED = f"""class Basket(Shop):
    def load(self):
        return self.STATUS_NOT_FOUND

{FILLING}
STATUS_NOT_FOND = 3
"""


def test_a_name_that_is_set_far_away_is_seen() -> None:
    live, whole = replaced(INHERITED, "STATUS_NOT_FOND", "STATUS_NOT_FOUND")
    assert answer(live.scan) == answer(whole)


PLACEHOLDERS = "image: {{ registry }}/shop\n" + "".join(
    f"shop{number}:\n  port: 8{number}\n  status: 404\n" for number in range(100, 400)
)


def test_a_text_with_placeholders_is_looked_at_where_it_is_edited() -> None:
    live = LiveText(PLACEHOLDERS, language="yaml")
    place = PLACEHOLDERS.rindex("404")
    live.edit(place, place + 3, "503")
    assert (live.was_redone, answer(live.scan)) == (False, answer(scan_text(live.text, language="yaml")))


def test_a_quoted_text_that_an_edit_moves_too_far_left_hides_nothing_behind_it() -> None:
    text = "response:\n  body: 'of two lines'\n  status: 404\n"
    live = LiveText(text, language="yaml")
    place = text.index(" lines")
    live.edit(place, place, "\n")
    assert (len(live.scan.occurrences), answer(live.scan)) == (1, answer(scan_text(live.text, language="yaml")))


def test_edits_leave_nothing_of_earlier_versions_behind() -> None:
    line = "answer = ask()\nassert answer.status_code == 404\n"
    live = LiveText("import requests\n" + line * 2_000, language="python")

    def edit(times: int) -> int:
        for _ in range(times):
            live.edit(50, 50, "  # note")
            live.edit(50, 58, "")
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        before = edit(3)
        assert edit(30) - before < len(live.text)
    finally:
        tracemalloc.stop()
