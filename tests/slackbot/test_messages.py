"""Every message that the bot can send, against Slack's limits and against what a text could smuggle in."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slackbot.slack_limits import check_message, strings
from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain import QUERY_LIMIT, Refusal, explain
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.vendor import load_vendors
from statuslens_slackbot.answers.messages import notice
from statuslens_slackbot.bot import answer

CODES = [status.code for status in load_registry()]
COMMAND = "/" + "w" * 31
REFUSED = [
    "299",
    "499",
    "600",
    "42",
    "4040",
    "000",
    "nothing of the kind",
    "not fuond",
    "<!channel>",
    "x" * 501,
]

SMUGGLED = [
    "<!channel>",
    "<!here|here>",
    "<!subteam^S1>",
    "<@U1>",
    "<@U1|name>",
    "<#C1>",
    "<https://evil.example|404>",
    "https://evil.example",
    "evil.example",
    "@here",
    "&amp;lt;!channel&amp;gt;",
    "&lt;!channel&gt;",
    "\uff1c!channel\uff1e",
    "&",
    "&#60;!channel&#62;",
    "`*_~>",
    ":fire:",
    "\u202e404",
    "\u2066<@U1>\u2069",
    "4\u200b04",
    "\ufdfa",
    "\x00",
    "\ud800",
    "401.3",
]


@pytest.mark.parametrize("query", [*CODES, *StatusClass, *REFUSED, "", "help"])
def test_each_answer_is_within_slacks_limits(query: str) -> None:
    check_message(answer(query, COMMAND))


@pytest.mark.parametrize(
    "query",
    [
        *(vendor.name for vendor in load_vendors()),
        *(f"{code} vs {other}" for code, other in pairwise(CODES)),
        "301 302 303 307 308 304",
        "retry",
        "cacheable",
        "no body",
        "redirect",
        "deprecated",
        "needs Retry-After",
        "gateway",
        "403.10",
        "499",
    ],
)
def test_each_kind_of_answer_is_within_slacks_limits(query: str) -> None:
    check_message(answer(query, COMMAND))


def test_the_longest_words_of_a_team_file_fit() -> None:
    url = "https://example.org/" + "x" * 1_900
    own = TeamCode("471", "&" * 100, "&" * 1_000, "<" * 100, url, (url,))
    note = TeamNote("404", "&" * 1_000, "<" * 100, url)
    team = TeamFile(codes=(own,), notes=(note,))
    for query in ("471", "404"):
        message = answer(query, COMMAND, team)
        assert all(len(block["text"]["text"]) <= 3_000 for block in message["blocks"] if block["type"] == "section")
        assert all(set(text) & set("<>") <= set() or "|" in text for text in strings(message))


def test_a_listing_that_is_too_long_says_how_much_more_there_is() -> None:
    last = answer("iis", COMMAND)["blocks"][-1]["text"]["text"].split("\n")[-1]
    assert re.fullmatch(r"and \d+ more", last)


def test_no_name_in_the_registry_needs_escaping_in_plain_text() -> None:
    names = [status.title for status in load_registry()]
    names += [load_registry().describe_class(status_class).title for status_class in StatusClass]
    assert [name for name in names if set(name) & set("<>&")] == []


def test_a_query_too_many_is_told_in_short_as_well() -> None:
    message = answer(",".join(str(code) for code in range(200, 225)), "/http")
    *_, rest, _ = message["blocks"]
    last = rest["elements"][0]["elements"][1]["text"].split("\n")[-1]
    assert last == "These are the first 20 of 25 queries; ask for fewer at once."


@pytest.mark.parametrize(
    "query",
    [
        ",".join(StatusClass),
        ",".join([*StatusClass, *CODES]),
        ",".join(CODES),
        ",".join(str(number) for number in range(100, 225)),
        ",".join(chr(0x4E00 + number) for number in range(250)),
        ",".join([*StatusClass, *(chr(0x20000 + number) for number in range(238))]),
    ],
)
def test_many_answers_are_all_told_and_within_slacks_limits(query: str) -> None:
    message = answer(query[:QUERY_LIMIT], COMMAND)
    check_message(message)
    shown = "\n".join(strings(message))
    for found in explain(query[:QUERY_LIMIT], load_registry()):
        assert (found.query if isinstance(found, Refusal) else found.title) in shown


def test_codes_that_do_not_fit_are_told_by_their_names() -> None:
    codes = CODES[:20]
    message = answer(",".join(codes), "/http")
    titles = [block["text"]["text"] for block in message["blocks"] if block["type"] == "header"]
    *_, rest, advice = message["blocks"]
    lines = rest["elements"][0]["elements"][1]["text"].split("\n")
    known = {status.code: status.title for status in load_registry()}
    assert titles + lines == [known[code] for code in codes]
    assert advice["elements"][0]["text"] == "Ask for fewer at once to read more, for example `/http 404`."
    assert message["text"].endswith(" more.")


@pytest.mark.parametrize("text", SMUGGLED)
def test_nothing_is_smuggled_into_an_answer(text: str) -> None:
    check_answer_to(text)
    check_answer_to(f"404, {text}")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*SMUGGLED, ",", "\n", " ", "404", "4xx", "help"]) | st.text(), max_size=40).map("".join)
)
def test_no_text_whatever_yields_a_mention_a_link_or_a_broken_entity(text: str) -> None:
    check_answer_to(text)


def test_four_thousand_characters_are_refused_in_a_short_answer() -> None:
    message = check_answer_to("<!channel>" * 400)
    assert len(message["text"]) < 200


def check_answer_to(text: str) -> dict[str, Any]:
    message = answer(text, "/http")
    check_message(message)
    for shown in strings(message):
        assert not any(token in shown for token in ("<!", "<@", "<#", "@here", "evil.example", ":fire:", "&amp;lt;"))
        assert shown.isprintable() or set(shown) - set("\n") == {c for c in shown if c.isprintable()}
    return message


def test_a_notice_is_escaped_once() -> None:
    message = notice("a < b & c &lt;")
    assert message["text"] == message["blocks"][0]["text"]["text"] == "a &lt; b &amp; c &amp;lt;"
    check_message(message)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("text",), ""),
        (("text",), "see <!channel>"),
        (("text",), "a & b"),
        (("text",), "x" * 4001),
        (("unfurl_links",), True),
        (("blocks",), []),
        (("blocks",), [{"type": "divider"}] * 51),
        (("blocks",), [{"type": "video"}]),
        (("blocks", 0, "text", "text"), " "),
        (("blocks", 0, "text", "text"), "x" * 151),
        (("blocks", 0, "text", "text"), "a & b"),
        (("blocks", 1, "text", "text"), "x" * 3001),
        (("blocks", 1, "text", "text"), "<@U1>"),
        (("blocks", 1, "text", "text"), "<https://evil.example|404>"),
        (("blocks", 1, "text", "text"), "a &nbsp; b"),
        (("blocks", 1, "text", "verbatim"), False),
        (("blocks", 1, "block_id"), "x" * 256),
        (("blocks", 2, "elements"), []),
        (("blocks", 2, "elements"), [{"type": "mrkdwn", "text": "x", "verbatim": True}] * 11),
    ],
)
def test_the_check_finds_what_slack_would_refuse(path: tuple[str | int, ...], value: Any) -> None:
    message: Any = answer("404", "/http")
    check_message(message)
    *way, last = path
    place = message
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(AssertionError):
        check_message(message)
