"""From a body to what it holds."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slackbot.bot_process import command_body
from statuslens_slackbot.payload import MalformedError, kind_of, parse_form, team_of


@given(st.text() | st.text("abc=&%+;2C\x00é"))
def test_a_form_is_read_as_python_reads_it(rest: str) -> None:
    body = f"command=%2Fhttp&{rest}"
    try:
        expected = dict(parse_qsl(body, keep_blank_values=True, errors="strict"))
    except ValueError:
        expected = None
    if expected is not None and "payload" not in expected:
        assert parse_form(body) == expected


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_whatever_is_in_a_form_comes_out(fields: dict[str, str]) -> None:
    fields = {key: value for key, value in fields.items() if key != "payload"} | {"command": "/http"}
    assert parse_form(urlencode(fields, errors="surrogatepass")) == fields


def test_a_command_has_its_fields_also_the_empty_ones() -> None:
    read = parse_form(command_body("").decode())
    assert (read["text"], read["command"], read["user_id"]) == ("", "/http", "U2147483697")


def test_what_is_not_utf8_is_malformed() -> None:
    with pytest.raises(MalformedError, match="not UTF-8"):
        parse_form("command=%2Fhttp&text=%FF")


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ({"command": "/http"}, "command"),
        ({"command": "/http", "event": {"type": "message"}}, "command"),
        ({"type": "block_actions"}, "block_actions"),
        ({"type": "event_callback", "event": {"type": "app_mention"}}, "app_mention"),
        ({"type": "event_callback", "event": {"type": "user_typed_this"}}, "other"),
        ({"type": "event_callback", "event": 5}, "other"),
        ({"type": []}, "other"),
        ({}, "other"),
    ],
)
def test_a_payload_is_of_one_of_few_kinds(payload: dict[str, object], kind: str) -> None:
    assert kind_of(payload) == kind


@pytest.mark.parametrize(
    ("payload", "team"),
    [
        ({"team_id": "T0001"}, "T0001"),
        ({"team": {"id": "T0001"}}, "T0001"),
        ({"team": None, "enterprise": {"id": "E1"}}, ""),
        ({"team_id": "T1\nforged"}, ""),
        ({"team_id": 5}, ""),
        ({"team": 5}, ""),
        ({}, ""),
    ],
)
def test_a_team_is_an_id_or_nothing(payload: dict[str, object], team: str) -> None:
    assert team_of(payload) == team
