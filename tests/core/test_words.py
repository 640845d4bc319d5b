"""Words of identifiers, and names along expressions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.source.words import segments, words


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("statusCode", ["status", "code"]),
        ("HTTPStatusCode2", ["http", "status", "code"]),
        ("http-status_code", ["http", "status", "code"]),
        ("HTTP_404_NOT_FOUND", ["http", "not", "found"]),
        ("StatusNotFound", ["status", "not", "found"]),
        ("statusBarHeight", ["status", "bar", "height"]),
        ("größe", ["größe"]),
        ("_", []),
        ("", []),
    ],
)
def test_an_identifier_is_split_at_case_digits_and_punctuation(identifier: str, expected: list[str]) -> None:
    assert list(words(identifier)) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("response.status_code", ["response", "status_code"]),
        ("resp['status']", ["resp", "status"]),
        ('client.get(url, "a", f(x)).status', ["client", "get", "status"]),
        ("int(response.headers['X-Status'])", ["response", "headers", "X-Status"]),
        ("len(response.body)", ["len"]),
        ('match.group("status")', ["match", "status"]),
        ("requests.get('/orders', timeout=5).status_code", ["requests", "get", "status_code"]),
        ("session.get(url)", ["session", "get"]),
        ("(a.status)", ["a", "status"]),
        ("expect(res.status(), `the ${x} is deletable`).not.toBe", ["res", "status", "not", "toBe"]),
        ("$this->response->status", ["this", "response", "status"]),
        ("", []),
    ],
)
def test_the_names_along_an_expression(expression: str, expected: list[str]) -> None:
    assert list(segments(expression, frozenset({"int", "expect"}), frozenset({"get", "group"}))) == expected


@given(st.text())
def test_any_text_has_names(text: str) -> None:
    for name in segments(text, frozenset({"int"}), frozenset({"get"})):
        assert all(word == word.lower() for word in words(name))
