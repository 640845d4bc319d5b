"""What buttons and menus carry, and what becomes of what somebody has made up."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens_slackbot.answers.controls import Carried, StaleControlError, decode, encode


@given(st.text(max_size=500), st.integers(1, 999), st.text(max_size=30))
def test_what_a_control_carries_comes_back(query: str, page: int, choice: str) -> None:
    assert decode(encode(Carried(query, page, choice))) == Carried(query, page, choice)


@pytest.mark.parametrize(
    ("carried", "value"),
    [
        (Carried("404"), '[1,"404"]'),
        (Carried("4xx", 2), '[1,"4xx",2]'),
        (Carried("404", choice="go"), '[1,"404",1,"go"]'),
        (Carried('„é" \\'), '[1,"„é\\" \\\\"]'),
    ],
)
def test_a_value_is_as_short_as_it_can_be(carried: Carried, value: str) -> None:
    assert encode(carried) == value


@pytest.mark.parametrize(
    "value",
    [
        None,
        404,
        b"[1]",
        [1, "404"],
        "",
        "404",
        "[]",
        "{}",
        "null",
        '[1,"404"',
        "[1]",
        "[1,404]",
        '[2,"404"]',
        '["1","404"]',
        '[1,"404",0]',
        '[1,"404",1000]',
        '[1,"404","2"]',
        '[1,"404",1.5]',
        '[1,"404",2,3]',
        '[1,"404",2,"go",4]',
        "[" * 2_000,
        json.dumps([1, "x" * 2_000]),
    ],
)
def test_what_no_control_of_this_version_carries_is_refused(value: object) -> None:
    with pytest.raises(StaleControlError):
        decode(value)


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_nothing_whatever_but_a_control_or_a_refusal_comes_of_a_value(value: str) -> None:
    with suppress(StaleControlError):
        assert isinstance(decode(value), Carried)
