"""The modals and the App Home: what they say, and what can be done in them."""

from typing import Any

import pytest

from slackbot.slack_limits import check_options, check_view, walk
from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain import explain_code
from statuslens.registry import load_registry
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.controls import (
    ANY_DETAILS,
    DETAILS_VIEW,
    LOOKUP,
    LOOKUP_VIEW,
    NONE,
    RELATED,
    SETTING_LANGUAGE,
    SETTING_VENDORS,
    SETTING_VISIBILITY,
    SHORTCUT_VIEW,
    Carried,
    decode,
)
from statuslens_slackbot.answers.details import details_view
from statuslens_slackbot.answers.home import changed, home_view
from statuslens_slackbot.answers.languages import languages
from statuslens_slackbot.answers.lookup import lookup_view, options
from statuslens_slackbot.answers.shortcut import explain_message, message_text
from statuslens_slackbot.people import Preferences, Visibility

ANYBODY = Asking()
SHOP = TeamFile(
    vendors=("nginx",),
    codes=(TeamCode("471", "Basket Expired", "Too old.", "Checkout", "https://wiki.example.org/471"),),
    notes=(TeamNote("503", "Ask payments first.", "Payments", "https://wiki.example.org/503"),),
)
OF_SHOP = Asking(team=SHOP)


def headers(view: dict[str, Any]) -> list[str]:
    return [block["text"]["text"] for block in view["blocks"] if block["type"] == "header"]


def rich(payload: Any) -> list[str]:
    kinds = {"rich_text_section", "rich_text_quote"}
    elements = (part for part in walk(payload) if part.get("type") in kinds)
    return ["".join(text.get("text", "") for text in element["elements"]) for element in elements]


def controls(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {part["action_id"]: part for part in walk(view) if "action_id" in part}


def proposed(typed: str, asking: Asking = ANYBODY, recent: tuple[str, ...] = ()) -> list[str]:
    found = options(typed, asking, recent)
    check_options(found)
    return [decode(option["value"]).query for option in found]


# Details


def test_the_details_say_all_that_is_known() -> None:
    view = details_view("499", OF_SHOP)
    known = explain_code("499", load_registry(), SHOP)
    assert known is not None
    assert (view["callback_id"], headers(view)) == (DETAILS_VIEW, ["499 Client Closed Request"])
    said = "\n".join(rich(view))
    for owner in known.owners:
        assert f"{owner.vendor} {owner.name}. {owner.meaning}" in said
    for constant in known.constants:
        assert constant.expression in said
    assert rich(view)[2].startswith("nginx ")


def test_the_details_of_a_standard_code_have_a_link_for_each_fact() -> None:
    view = details_view("503", ANYBODY)
    titles = [line for line in rich(view) if line in {"What to do", "What the protocol says", "In code"}]
    assert titles == ["What to do", "What the protocol says", "In code"]
    assert "Headers MAY send Retry-After RFC 9110 §15.6.4" in rich(view)


def test_the_constants_of_the_chosen_language_are_first() -> None:
    view = details_view("404", Asking(preferences=Preferences(language="swift")))
    lines = rich(view)
    assert lines[lines.index("In code") + 1].startswith("Swift ")


def test_the_details_of_what_has_none_are_the_answer() -> None:
    assert rich(details_view("nothing of the kind", ANYBODY))[0].startswith("nothing of the kind")
    assert headers(details_view("4xx", ANYBODY)) == ["4xx Client Error"]


# Look-up


def test_the_look_up_has_a_field_and_shows_what_was_chosen() -> None:
    empty = lookup_view(ANYBODY)
    assert (empty["callback_id"], headers(empty), list(controls(empty))) == (LOOKUP_VIEW, [], [LOOKUP])
    assert controls(empty)[LOOKUP]["min_query_length"] == 0
    chosen = lookup_view(OF_SHOP, "471")
    assert headers(chosen) == ["471 Basket Expired"]
    assert list(controls(chosen)) == [LOOKUP, "details"]
    assert list(controls(lookup_view(ANYBODY, "404"))) == [LOOKUP, "details", RELATED]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("404", ["404"]),
        ("50", ["500", "501", "502"]),
        ("403.1", ["403.1", "403.10"]),
        ("404:1", ["404.1", "404.10"]),
        ("teap", ["418"]),
        ("too mnay reqests", ["429"]),
        ("gateway", ["gateway", "502", "504"]),
        ("NotFound", ["404"]),
        ("HTTPStatus.NOT_F", ["404"]),
        ("StatusTeap", ["418"]),
        (":not_fo", ["404"]),
        ("nginx", ["nginx", "444", "494"]),
        ("nginx 499", ["499"]),
        ("basket", ["471"]),
        ("basket expired", ["471"]),
        ("471", ["471"]),
        ("4040", ["4040", "404"]),
        ("<@U1>", ["104"]),
        ("zzzz", []),
    ],
)
def test_what_somebody_types_is_completed(typed: str, first: list[str]) -> None:
    found = proposed(typed, OF_SHOP)
    assert found[: len(first)] == first
    assert bool(found) is bool(first)


def test_where_nothing_is_typed_the_recent_the_teams_and_the_common_codes_are_proposed() -> None:
    assert proposed("", OF_SHOP, ("418", "499"))[:5] == ["418", "499", "471", "404", "500"]
    assert len(proposed("")) == len(set(proposed("")))


def test_no_more_are_proposed_than_slack_takes() -> None:
    assert len(proposed("4")) == 100


def test_a_proposal_says_whose_a_code_is() -> None:
    (own,) = options("471", OF_SHOP)
    assert own == {
        "text": {"type": "plain_text", "text": "471 Basket Expired", "emoji": False},
        "value": '[1,"471"]',
        "description": {"type": "plain_text", "text": "Your team", "emoji": False},
    }
    assert options("418", ANYBODY)[0]["description"]["text"] == "Client Error"


# Shortcut

LOG = (
    '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 502 150\n'
    '10.0.0.1 - - [20/Nov/2026:10:00:01 +0000] "GET /b HTTP/1.1" 471 150\n'
    "upstream returned 502, then 299"
)


def test_each_status_of_a_message_is_explained_once_with_how_often_it_is_there() -> None:
    view = explain_message(LOG, OF_SHOP)
    check_view(view, {"https://wiki.example.org/471"})
    assert view["callback_id"] == SHORTCUT_VIEW
    assert rich(view)[0] == "3 different statuses in this message, 4 in all: 502 (2 times), 471, 299."
    assert headers(view) == ["502 Bad Gateway, 2 times", "471 Basket Expired, once", "299, once"]
    buttons = {name: decode(part["value"]) for name, part in controls(view).items()}
    assert buttons == {"details_0": Carried("502"), "details_1": Carried("471")}
    assert all(ANY_DETAILS.fullmatch(name) for name in buttons)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("HTTP/1.1 404 Not Found", "One status in this message."),
        ("status=404 status=404", "One status in this message, 2 times."),
        ("404?", "Nothing in this message says for sure that it is a status. If a number is one, it means:"),
        ("hello, port 443", "There is no status code in this message that we can make out."),
        ("", "There is no status code in this message that we can make out."),
    ],
)
def test_the_first_line_says_what_was_found(text: str, says: str) -> None:
    assert rich(explain_message(text, ANYBODY))[0] == says


def test_more_statuses_than_can_be_explained_are_named() -> None:
    view = explain_message("\n".join(f"status={number}" for number in range(400, 430)), ANYBODY)
    assert len(headers(view)) == 20
    assert view["blocks"][-1]["elements"][0]["text"].startswith("Also in the message: 420, 421, ")


def test_a_message_too_long_to_be_looked_through_says_so() -> None:
    view = explain_message("status=404 " + "x" * 20_000, ANYBODY)
    says = "The first 20,000 characters were looked through; the rest was not."
    assert view["blocks"][-1]["elements"][0]["text"] == says


ALERT = {
    "text": "Alert",
    "blocks": [
        {"type": "header", "text": {"type": "plain_text", "text": "checkout answers 502 Bad Gateway"}},
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_preformatted",
                    "elements": [{"type": "text", "text": "HTTP/1.1 503 Service Unavailable"}],
                }
            ],
        },
    ],
    "attachments": [
        {"fallback": "status=404", "text": "status=429", "fields": [{"title": "Last", "value": "status=500"}]},
        {"fallback": "status=401", "image_url": "https://example.org/status=400.png"},
    ],
}


def test_the_words_of_an_apps_message_are_those_of_its_blocks_and_attachments() -> None:
    assert message_text(ALERT).split("\n") == [
        "checkout answers 502 Bad Gateway",
        "HTTP/1.1 503 Service Unavailable",
        "status=429",
        "Last",
        "status=500",
        "status=401",
    ]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            {"text": "a &lt; b &amp;amp; <https://x.example/404|the page> <@U1> <!here> <#C1|shop>"},
            "a < b &amp; the page",
        ),
        ({"text": "status=404", "blocks": [{"type": "section", "text": {"text": "status=404"}}]}, "status=404"),
        ({"text": None, "blocks": None, "attachments": 404}, ""),
        ({}, ""),
    ],
)
def test_the_words_of_a_message_are_what_people_see(message: dict[str, Any], text: str) -> None:
    assert message_text(message).strip() == text


def test_a_message_made_to_harm_has_words_as_well() -> None:
    deep: Any = "status=404"
    for _ in range(10_000):
        deep = {"elements": [deep]}
    assert message_text({"blocks": [deep]}) == ""


# App Home


def test_the_home_shows_what_the_bot_does_recent_codes_settings_and_the_teams_codes() -> None:
    view = home_view(OF_SHOP, ("404", "471"))
    assert headers(view) == [
        "HTTP status codes, explained where you work",
        "Asked for lately",
        "Your settings",
        "Your team's codes",
    ]
    assert rich(view)[-2:] == [
        "471 Basket Expired  Too old.\nOwner: Checkout  ·  Runbook: wiki.example.org/471",
        "503 Service Unavailable  Ask payments first.\nOwner: Payments  ·  Runbook: wiki.example.org/503",
    ]
    shown = controls(view)
    assert [decode(shown[name]["value"]).query for name in ("details_0", "details_1")] == ["404", "471"]
    assert shown["details_1"]["text"]["text"] == "471 Basket Expired"


def test_the_home_of_somebody_new_has_neither_recent_nor_team_codes() -> None:
    assert headers(home_view(ANYBODY)) == ["HTTP status codes, explained where you work", "Your settings"]


def test_the_settings_show_what_was_chosen() -> None:
    chosen = Preferences(Visibility.CHANNEL, "go", ("nginx", "cloudflare"))
    shown = controls(home_view(Asking(preferences=chosen)))
    assert shown[SETTING_VISIBILITY]["initial_option"]["value"] == "channel"
    assert shown[SETTING_LANGUAGE]["initial_option"]["value"] == "go"
    assert {option["value"] for option in shown[SETTING_VENDORS]["initial_options"]} == {"nginx", "cloudflare"}
    untouched = controls(home_view(ANYBODY))
    assert untouched[SETTING_VISIBILITY]["initial_option"]["value"] == "private"
    assert untouched[SETTING_LANGUAGE]["initial_option"]["value"] == NONE
    assert "initial_options" not in untouched[SETTING_VENDORS]


@pytest.mark.parametrize(
    ("action_id", "values", "expected"),
    [
        (SETTING_VISIBILITY, ["channel"], Preferences(Visibility.CHANNEL, "go", ("nginx",))),
        (SETTING_VISIBILITY, ["public"], Preferences(Visibility.PRIVATE, "go", ("nginx",))),
        (SETTING_LANGUAGE, ["rust"], Preferences(language="rust", vendors=("nginx",))),
        (SETTING_LANGUAGE, [NONE], Preferences(vendors=("nginx",))),
        (SETTING_LANGUAGE, ["cobol"], Preferences(vendors=("nginx",))),
        (SETTING_VENDORS, ["caddy", "nobody"], Preferences(language="go", vendors=("caddy",))),
        (SETTING_VENDORS, [], Preferences(language="go")),
        ("another", ["x"], Preferences(language="go", vendors=("nginx",))),
    ],
)
def test_what_is_chosen_in_the_home_changes_the_preferences(
    action_id: str, values: list[str], expected: Preferences
) -> None:
    assert changed(Preferences(language="go", vendors=("nginx",)), action_id, values) == expected


def test_each_language_has_a_name_that_people_use() -> None:
    assert dict(languages()) == {
        "c": "C",
        "cpp": "C++",
        "csharp": "C#",
        "dart": "Dart",
        "elixir": "Elixir",
        "go": "Go",
        "java": "Java",
        "javascript": "JavaScript",
        "kotlin": "Kotlin",
        "perl": "Perl",
        "php": "PHP",
        "python": "Python",
        "ruby": "Ruby",
        "rust": "Rust",
        "scala": "Scala",
        "swift": "Swift",
    }
