"""The words of a text, and how they speed up the search for one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from statuslens.source.concordance import concordance_of, find_name, find_word, words_of

WORDS = st.sampled_from(["ok", "not_found", "Not", "found", "404", "a", "aa", "é", "$x", "ok!", "", "é_ok"])
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from([" ", "\n", ".", "_", "\0", " " * 5_000, "x" * 9_000])))


@given(TEXTS, WORDS)
def test_a_word_is_found_alike_once_the_words_are_gathered(parts: list[str], word: str) -> None:
    data, sought = "".join(parts).encode(), word.encode()
    words = words_of(data)
    assert words == concordance_of(data).words == set(re.findall(rb"\w+", data))
    data = concordance_of(data).data
    alone = re.compile(rb"(?<!\w)%b(?!\w)" % re.escape(sought))
    expected, found = ({span for span in spans if alone.match(data, span[0])} for spans in both(data, sought))
    assert found == expected


def both(data: bytes, word: bytes) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where a word is written by a search of all of a text, and by one with its words."""
    return list(find_name(data, word)), list(find_word(data, word))


def test_the_words_of_the_latest_text_are_remembered() -> None:
    data = b"status = 404"
    assert concordance_of(data) is concordance_of(bytes(bytearray(data)))
    assert concordance_of(b"status = 405").words == {b"status", b"405"}
