"""Every surface for every code, language and team file: within Slack's limits, and with nothing smuggled in."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slackbot.slack_limits import check_message, check_post, check_view, walk
from slackbot.surfaces import BOT, check_everything, everything
from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.vendor import load_vendors
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.messages import answer, mention, shared
from statuslens_slackbot.answers.notices import apology, flooded, too_old
from statuslens_slackbot.answers.shortcut import explain_message
from statuslens_slackbot.people import Preferences, Visibility

CODES = [status.code for status in load_registry()]
OF_VENDORS = list(dict.fromkeys(own.code for vendor in load_vendors() for own in vendor.codes))
COMMAND = "/" + "w" * 31
ANYBODY = Asking(COMMAND)
REFUSED = ["299", "499", "600", "42", "4040", "000", "nothing of the kind", "not fuond", "<!channel>", "x" * 501]
KINDS = [
    *(vendor.name for vendor in load_vendors()),
    *(f"{code} vs {other}" for code, other in pairwise(CODES)),
    "301 302 303 307 308 304",
    "500 501 502 503 504 507",
    "400 401 403 404 409 422",
    "retry",
    "cacheable",
    "no body",
    "redirect",
    "deprecated",
    "needs Retry-After",
    "gateway",
    "not",
    "required",
    "404 500 299",
]

URL = "https://example.org/" + "x" * 1_900
URLS = {URL, "https://example.org/a?b=c&d=<e>|f"}
LONG_TEAM = TeamFile(
    codes=(
        TeamCode("471", "&" * 100, "&" * 1_000, "<" * 100, URL, (URL,) * 10),
        TeamCode("499", "W" * 100, "W" * 1_000, "W" * 100, URL, (URL,)),
        *(TeamCode(str(code), "<@U1>" * 20, "\u202e`*_~>" * 160, "", "") for code in range(600, 700)),
    ),
    notes=(TeamNote("404", "&" * 1_000, "<" * 100, URL, (URL,)), TeamNote("401", "", "", URL)),
)
NASTY = (
    "<!channel> <!here|here> <@U1> <#C1> <!subteam^S1> <https://evil.example|404> &amp;lt;!channel&amp;gt; "
    "*bold* _it_ ~no~ `code` :fire: @here\n> quote\u202e\u2066\u200b\x00 \ud800"
)
NASTY_TEAM = TeamFile(
    codes=(TeamCode("471", NASTY, NASTY, NASTY, "javascript:alert(1)", ("data:text/html,x",)),),
    notes=(TeamNote("404", NASTY, NASTY, "https://evil.example/<!channel>|x"), TeamNote("401", NASTY)),
)

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
    "<script>alert(1)</script>",
]
MARKUP = ("<!", "<@U1>", "<#", ":fire:", "_it_", "~no~", "`code`", "*bold*")
TOKENS = ("<!", "<@", "<#", "@here", "evil.example", ":fire:", "&amp;lt;", "<script")


@pytest.mark.parametrize("query", [*CODES, *OF_VENDORS])
def test_each_code_on_each_surface_is_within_slacks_limits(query: str) -> None:
    check_everything(query, ANYBODY)


@pytest.mark.parametrize("query", [*StatusClass, *REFUSED, *KINDS, "", "help", "share", "   "])
def test_each_kind_of_answer_on_each_surface_is_within_slacks_limits(query: str) -> None:
    check_everything(query, ANYBODY)


@pytest.mark.parametrize("language", languages())
def test_each_code_in_each_language_is_within_slacks_limits(language: str) -> None:
    everywhere = Preferences(Visibility.CHANNEL, language, tuple(vendor.id for vendor in load_vendors()))
    for code in CODES:
        asking = Asking(COMMAND, preferences=everywhere)
        check_message(answer(code, asking).message)
        check_message(shared(code, 1, asking, "U1A").message)
        check_post(mention(code, asking, BOT).message)
        check_view(details_view(code, asking))


@pytest.mark.parametrize(
    "query", ["471", "404", "401", "499", "401 vs 404", "471, 404, 499", "600 601 602 603 604 605"]
)
def test_the_longest_words_of_a_team_file_fit_on_each_surface(query: str) -> None:
    check_everything(query, Asking(COMMAND, LONG_TEAM), URLS)


@pytest.mark.parametrize("query", ["471", "404", "401", "401 vs 404", "471 vs 404", "471, 404", "fire", "47", "4xx"])
def test_the_nastiest_words_of_a_team_file_are_words_on_each_surface(query: str) -> None:
    asking = Asking(team=NASTY_TEAM)
    for shown in check_everything(query, asking):
        assert shown.isprintable() or set(shown) - set("\n") == {c for c in shown if c.isprintable()}
    for _, payload in everything(query, asking, ("471", "404")):
        for part in walk(payload):
            if part.get("type") == "mrkdwn":
                assert not any(mark in part["text"] for mark in MARKUP)


@pytest.mark.parametrize("text", SMUGGLED)
def test_nothing_is_smuggled_onto_any_surface(text: str) -> None:
    check_nothing_smuggled(text)
    check_nothing_smuggled(f"404, {text}")
    check_nothing_smuggled(f"the shop returned 502 {text}")


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*SMUGGLED, ",", "\n", " ", "404", "4xx", "help", "share", "status=502", "499"]) | st.text(),
        max_size=40,
    ).map("".join)
)
def test_no_text_whatever_yields_a_mention_a_link_or_a_broken_entity(text: str) -> None:
    check_nothing_smuggled(text)


def check_nothing_smuggled(text: str) -> None:
    for shown in check_everything(text, Asking()):
        told = shown.replace("Shared by <@U024BE7LH>", "")
        assert not any(token in told for token in TOKENS)
        assert told.isprintable() or set(told) - set("\n") == {c for c in told if c.isprintable()}


def test_four_thousand_characters_are_refused_in_a_short_answer() -> None:
    text = "<!channel>" * 400
    check_nothing_smuggled(text)
    assert len(answer(text, Asking()).message["text"]) < 200


def test_a_message_of_twenty_thousand_statuses_is_explained_within_slacks_limits() -> None:
    check_view(explain_message("\n".join(f"status={number}" for number in range(100, 1000)) * 30, ANYBODY))


def test_what_the_bot_says_of_itself_is_within_slacks_limits() -> None:
    for message in (apology("3f2a9c01"), flooded(60), too_old()):
        check_message(message)


def test_no_name_in_the_registry_needs_escaping_in_plain_text() -> None:
    names = [status.title for status in load_registry()]
    names += [load_registry().describe_class(status_class).title for status_class in StatusClass]
    names += [name for vendor in load_vendors() for name in (vendor.name, *(own.title for own in vendor.codes))]
    assert [name for name in names if set(name) & set("<>&")] == []
