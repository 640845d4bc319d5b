"""Texts that nobody should have to read: each gets an answer, or a reason why not, in every language."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from soundness import is_sound
from statuslens.recognise import scan_text
from statuslens.recognise.scan import MAX_LENGTH
from statuslens.source.detect import language_of
from statuslens.source.language import load_languages
from statuslens.workspace import Skipped, read_text

LANGUAGES = sorted(load_languages())
GRAMMARS = sorted({known.grammar or known.id: known.id for known in load_languages().values()}.values())
"""One language of each grammar."""
CORPUS = Path(__file__).parent / "recognise"
LEVELS = 100_000
TEST = "if (status == 404) { }"
SMALL = {
    "nothing": "",
    "one quote": '"404',
    "half a surrogate pair": f"\ud800 {TEST} \udc00",
    "null characters": f"\0{TEST}\0\0 'status: 404'\0",
    "lines that end with a carriage return": f"x = 1\r{TEST}\r// status 404\r",
    "form feeds and line separators in lines": f"x = 1\f{TEST}\u2028{TEST}\u2029\v{TEST}\x85",
    "conflict markers": f"<<<<<<< HEAD\n{TEST}\n||||||| base\n=======\n{TEST}\n>>>>>>> theirs\n" * 20,
    "Python 2": "try:\n    print `r.status`, 0777L\nexcept E, e:\n    if r.status <> 404: raise E, '404 Not Found'\n",
    "marks of templates": "status: {{ 404\nstatus: {% 404\n<% 404\n${ 404\n#{ 404 }" * 20,
    "brackets of a macro in a mess": 'fn s(){s!(""("",insert(400,))(}',
    "an answer without its arguments": "ControllerController def e\nresponse(for(n)r,:created",
    "another language's opening": "<?(static::STATUS_NOCONTENT)",
    "a byte order mark": f"\ufeff{TEST}",
    "names beyond ASCII": "статус == 404; 状態 == 404; status == ４０４; ſtatus == 404; İ == 404",
}
LARGE: dict[str, Callable[[], str]] = {
    "round brackets": lambda: "(" * LEVELS + TEST + ")" * LEVELS,
    "square brackets that stay open": lambda: "[" * LEVELS + "404",
    "braces": lambda: "{" * LEVELS + TEST + "}" * LEVELS,
    "a line of a megabyte": lambda: "call(a, 1); " * 83_000 + TEST,
    "a word of a megabyte": lambda: "a" * 1_000_000 + TEST,
    "blank lines": lambda: "\n" * 300_000 + TEST,
    "a list of statuses": lambda: "statuses = [" + ", ".join(["404"] * 2_000) + "]",
    "a list of objects": lambda: "x = [" + ", ".join(['{"status": 404}'] * 1_000) + "]",
    "alternatives": lambda: "x = status == 404" + " || status == 404" * 1_000,
    "a chain of calls": lambda: "a" + ".b(404)" * 1_000,
    "names": lambda: "".join(f"f{number}(404)\n" for number in range(1_000)),
    "imports that never end": lambda: "import { a\nuse a::{\nconst { a,\nfrom a import (\n" * 1_000 + "404",
    "too many numbers": lambda: "404 " * 30_000,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_odd_text_gets_an_answer(language: str) -> None:
    unsound = [
        name for name, text in SMALL.items() if not is_sound(scan_text(text, language=language, prose=True), text)
    ]
    assert unsound == []


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("language", GRAMMARS)
def test_a_huge_text_gets_an_answer_or_a_reason(language: str, name: str) -> None:
    text = LARGE[name]()
    assert is_sound(scan_text(text, language=language, prose=True), text)


@pytest.mark.parametrize(
    "path", [path for path in sorted(CORPUS.glob("*/*")) if language_of(path)], ids=lambda p: p.name
)
def test_a_file_that_breaks_off_anywhere_gets_an_answer(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    beginnings = [text[:length] for length in range(0, len(text), 401)]
    language = str(language_of(path))
    unsound = [
        len(beginning)
        for beginning in beginnings
        if not is_sound(scan_text(beginning, language=language, prose=True), beginning)
    ]
    assert unsound == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_is_too_long_is_left_out(language: str) -> None:
    scan = scan_text("a" * (MAX_LENGTH + 1), language=language)
    assert (scan.occurrences, scan.left_out) == ((), "longer than 10,000,000 characters")


def test_a_text_with_too_many_numbers_is_left_out() -> None:
    scan = scan_text(LARGE["too many numbers"](), language="python")
    assert (scan.occurrences, scan.left_out) == ((), "holds more than 20,000 numbers, so it is data")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"status == 404 \xff\xfe\x80", "status == 404 \ufffd\ufffd\ufffd", id="no UTF-8"),
        pytest.param(codecs.BOM_UTF16_LE + "é == 404".encode("utf-16-le"), "é == 404", id="UTF-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + "é == 404".encode("utf-16-be"), "é == 404", id="UTF-16, big end first"),
        pytest.param(codecs.BOM_UTF16_LE + b"4\x000\x004\x00\x00", "404\ufffd", id="half a character of UTF-16"),
        pytest.param(codecs.BOM_UTF8 + b"status\r\x0c\xe2\x80\xa8404", "status\r\f\u2028404", id="odd line ends"),
        pytest.param(b"status == 404\0", Skipped("a.py", "holds NUL bytes, so it is no text"), id="NUL bytes"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_a_file_of_odd_bytes_is_a_text_or_is_left_out(
    data: bytes, expected: str | Skipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_bytes(data)
    assert read_text("a.py") == expected


def test_a_file_of_fifty_megabytes_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Path("a.py").open("wb") as file:
        file.truncate(50_000_000)
    assert read_text("a.py") == Skipped("a.py", "larger than 10 MB")
