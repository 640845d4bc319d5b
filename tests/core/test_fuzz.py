"""Source files with accidents in them. For a long run: ``pytest tests/core/test_fuzz.py --hypothesis-profile=long``."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mutations import edited
from soundness import is_sound
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.source.detect import language_of

FILES = [path for path in sorted((Path(__file__).parent / "recognise").glob("*/*")) if language_of(path)]


@settings(deadline=None)
@given(st.data(), st.sampled_from(FILES))
def test_a_changed_file_gets_an_answer_and_the_same_one_again(data: st.DataObject, path: Path) -> None:
    text = data.draw(edited(path.read_text(encoding="utf-8")))
    language = str(language_of(path))
    scan = scan_text(text, language=language, prose=True)
    assert is_sound(scan, text)
    assert all(0 <= item.start <= item.end <= len(text) for item in find(scan, load_registry()))
    again = scan_text(text, language=language, prose=True)
    assert (again.occurrences, again.left_out) == (scan.occurrences, scan.left_out)


@settings(deadline=None)
@given(st.data(), st.sampled_from(FILES), st.sampled_from(sorted({str(language_of(path)) for path in FILES})))
def test_a_file_that_is_taken_for_another_language_gets_an_answer(
    data: st.DataObject, path: Path, language: str
) -> None:
    text = data.draw(edited(path.read_text(encoding="utf-8")[:3_000]))
    assert is_sound(scan_text(text, language=language, prose=True), text)


@settings(deadline=None)
@given(st.text(), st.sampled_from(sorted({str(language_of(path)) for path in FILES})))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    assert is_sound(scan_text(text, language=language, prose=True), text)
