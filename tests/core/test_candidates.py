"""The prefilter: it finds all that the recogniser without it finds, and most files need no more."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.config.model import ContextKind, ContextRule
from statuslens.errors import MissingGrammarError
from statuslens.recognise import scan_text
from statuslens.recognise.candidates import find_candidates
from statuslens.recognise.constants import has_constant_needle
from statuslens.recognise.facts import find_facts
from statuslens.recognise.model import Occurrence
from statuslens.recognise.prefilter import can_hold
from statuslens.recognise.scan import recognise
from statuslens.recognise.weights import load_weights
from statuslens.source.detect import language_of
from statuslens.source.document import Document
from statuslens.source.language import Language, load_languages
from statuslens.workspace.text import decode
from unfiltered import recognise_everything

CORPUS = Path(__file__).parent / "recognise"
FILES = [path for path in sorted(CORPUS.glob("*/*")) if load_languages()[language_of(path) or "http"].tokens]
ALL_FILES = [path for path in sorted(CORPUS.glob("*/*")) if language_of(path)]
PIECES = ["404", "5xx", "600", "1", "0", ".", "$", "=", " ", ":", "(", "status", "x", "_", "a", "é", "“", "-", "\n"]


def filtered(text: str, language: Language) -> tuple[Occurrence, ...]:
    """Return the occurrences of a text in its own language as the recogniser finds them, prose among them."""
    document = Document(text, language)
    candidates = list(find_candidates(document.data))
    if not candidates and not has_constant_needle(document.data, document.language):
        return ()
    return recognise(find_facts(document), candidates, load_weights().threshold, prose=True)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FILES), st.sets(st.integers(0, 400), max_size=40), st.sampled_from(["", "“", "é", ".", "x"]))
def test_nothing_is_lost_that_is_found_where_every_number_is_looked_at(
    path: Path, dropped: set[int], mark: str
) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    text = "\n".join(line.replace("40", f"{mark}40") for n, line in enumerate(lines) if n not in dropped)
    language = load_languages()[str(language_of(path))]
    places = {(item.start, item.end) for item in filtered(text, language)}
    everything = recognise_everything(Document(text, language))
    assert {(item.start, item.end) for item in everything} - places == set()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(ALL_FILES),
    st.sets(st.integers(0, 400), max_size=60),
    st.sampled_from(["utf-8", "latin-1", "utf-16"]),
)
def test_a_file_that_is_passed_over_holds_no_status(path: Path, dropped: set[int], encoding: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    data = "\n".join(line for n, line in enumerate(lines) if n not in dropped).encode(encoding, "replace")
    language = str(language_of(path))
    text = decode(path.name, data)
    assert isinstance(text, str)
    assert can_hold(data, language) or scan_text(text, language=language).occurrences == ()


def test_a_number_counts_where_something_near_it_speaks_of_a_status() -> None:
    far = "#\n" * 400
    assert can_hold(b"if r.status == 404:\n    pass\n", "python")
    assert can_hold(b"NOT_FOUND = 404\n", "python")
    assert not can_hold(b"width = 404\n", "python")
    assert not can_hold(f"status = 7\n{far}width = 404\n".encode(), "python")
    assert can_hold(b"width = 404\n", "python", [ContextRule(ContextKind.NAME, "width")])


def test_a_number_that_is_seldom_a_status_needs_a_closer_word() -> None:
    gap = "#\n" * 30
    assert can_hold(b"if r.status == 256:\n    pass\n", "python")
    assert can_hold(f"status = 7\n{gap}width = 404\n".encode(), "python")
    assert not can_hold(f"status = 7\n{gap}width = 256\n".encode(), "python")
    assert not can_hold(b"server.rooms = 256\n", "python")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("created = http.now()\n", "python", False),
        ("from shop.orders import created\nreply(http, created)\n", "python", False),
        ("from requests.codes import created\nreply(http, created)\n", "python", True),
        ("reply(http, HTTPStatus.CREATED)\n", "python", True),
        ("reply(http, order.created)\n", "python", False),
        ("from http import HTTPStatus as S\nreply(S.OK)\n", "python", True),
        ("{:ok, http} = fetch(status)\n", "elixir", False),
        ("send_resp(http, :ok, status)\n", "elixir", True),
    ],
)
def test_a_name_counts_where_it_can_be_a_constant(text: str, language: str, *, expected: bool) -> None:
    assert can_hold(text.encode(), language) is expected
    assert expected or scan_text(text, language=language).occurrences == ()


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_candidate_is_a_number_that_no_letter_or_digit_stands_beside(text: str) -> None:
    data = text.encode()
    for candidate in find_candidates(data):
        beside = data[: candidate.start].decode()[-1:] + data[candidate.end :].decode()[:1]
        assert [character for character in beside if character.isalnum() or character == "_"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("404", [("number", "404")]),
        ("600 601 99 700", [("number", "600")]),
        ("“404”", [("number", "404")]),
        ("404é é404 ４404", []),
        ("200..299", [("number", "200"), ("number", "299")]),
        ("1.404 404.5 $404 x404 404_ 1404", []),
        ("5xx 4XX 6xx 5xxx", [("wildcard", "5xx"), ("wildcard", "4XX")]),
        ("status = 44, abort(4040), count = 44", [("mistyped", "44"), ("mistyped", "4040")]),
    ],
)
def test_what_is_a_candidate(text: str, expected: list[tuple[str, str]]) -> None:
    data = text.encode()
    found = [(str(item.shape), data[item.start : item.end].decode()) for item in find_candidates(data)]
    assert found == expected


def test_only_a_file_with_a_candidate_needs_its_grammar() -> None:
    language = replace(load_languages()["python"], grammar="tree_sitter_nowhere.language")
    assert filtered("def page(size=10):\n    return size * 7\n", language) == ()
    with pytest.raises(MissingGrammarError):
        filtered("def page(size=404):\n    return size * 7\n", language)
