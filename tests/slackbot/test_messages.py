"""What a message says, to whom, and what can be done with it."""

import re
from dataclasses import replace
from typing import Any

import pytest

from slackbot.slack_limits import check_message, strings, walk
from slackbot.surfaces import BOT
from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain import QUERY_LIMIT, Refusal, codes_of, explain
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.vendor import Vendor, load_vendors
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.controls import (
    DETAILS,
    LANGUAGE,
    PAGE_NEXT,
    PAGE_PREVIOUS,
    RELATED,
    SHARE,
    Carried,
    decode,
    encode,
)
from statuslens_slackbot.answers.messages import (
    answer,
    mention,
    notice,
    related,
    shared,
    turn_page,
    with_constant,
)
from statuslens_slackbot.answers.notices import apology, flooded, too_old
from statuslens_slackbot.people import Preferences, Visibility

CODES = [status.code for status in load_registry()]
ANYBODY = Asking()
SHOP = TeamFile(
    codes=(TeamCode("471", "Basket Expired", "Too old.", "Checkout", "https://wiki.example.org/471"),),
    notes=(TeamNote("503", "Ask payments first.", "Payments", "https://wiki.example.org/503"),),
)


def titles(message: dict[str, Any]) -> list[str]:
    return [block["text"]["text"] for block in message["blocks"] if block["type"] == "header"]


def controls(message: dict[str, Any]) -> list[str]:
    return [part["action_id"] for part in walk(message["blocks"]) if "action_id" in part]


def control(message: dict[str, Any], action_id: str) -> dict[str, Any]:
    (found,) = (part for part in walk(message["blocks"]) if part.get("action_id") == action_id)
    return found


def carried(message: dict[str, Any], action_id: str) -> Carried:
    return decode(control(message, action_id)["value"])


def offered(message: dict[str, Any], action_id: str) -> list[str]:
    return [decode(option["value"]).query for option in control(message, action_id)["options"]]


def rich(message: dict[str, Any]) -> str:
    """Return what the rich text of a message says, a line for each paragraph and item."""
    kinds = {"rich_text_section", "rich_text_quote"}
    elements = (part for part in walk(message["blocks"]) if part.get("type") in kinds)
    return "\n".join("".join(text.get("text", "") for text in element["elements"]) for element in elements)


def test_a_code_says_what_it_means_what_to_do_and_what_matters() -> None:
    status = load_registry().get("503")
    assert status is not None
    message = answer("503", ANYBODY).message
    assert titles(message) == ["503 Service Unavailable"]
    assert rich(message).split("\n") == [status.meaning, f"Client {status.client}", f"Server {status.server}"]
    facts = [field["text"].split("\n")[0] for block in message["blocks"] for field in block.get("fields", ())]
    assert facts == ["*Retry*", "*Caching*", "*Body*", "*Headers*"]
    source, _ = message["blocks"][-2:]
    assert source["elements"][0]["text"] == (
        "Server Error · <https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.4|RFC 9110 §15.6.4> · "
        "<https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/503|MDN>"
    )
    assert controls(message) == [SHARE, DETAILS, RELATED, LANGUAGE]


def test_the_text_alone_says_all_that_the_blocks_say() -> None:
    message = answer("503", Asking(team=SHOP, preferences=Preferences(language="go"))).message
    unsaid = {"Go standard library", "RFC 9110 §15.6.4 · MDN"}
    for words in strings(message["blocks"][:-1]):
        for piece in re.split(r"\n|\*|\. ", re.sub(r"<[^|]+\|([^>]+)>", r"\1", words)):
            said = piece.strip(" .`·").removeprefix("Server Error · ")
            assert said in unsaid or said.casefold() in message["text"].casefold()
    assert "Runbook: https://wiki.example.org/503" in message["text"]


def test_whom_to_ask_and_where_it_is_written_what_to_do_stand_right_after_the_meaning() -> None:
    message = answer("503", Asking(team=SHOP)).message
    quote = message["blocks"][2]["elements"][0]
    assert quote["type"] == "rich_text_quote"
    assert [(part["type"], part["text"]) for part in quote["elements"]] == [
        ("text", "Your team "),
        ("text", "Ask payments first."),
        ("text", "\n"),
        ("text", "Owner "),
        ("text", "Payments"),
        ("text", "\n"),
        ("text", "Runbook "),
        ("link", "wiki.example.org/503"),
    ]
    assert quote["elements"][-1]["url"] == "https://wiki.example.org/503"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("503", True),
        ("471", True),
        ("basket expired", True),
        ("401, 503", True),
        ("503 vs 502", False),
        ("404", False),
        ("4xx", False),
        ("help", False),
    ],
)
def test_an_answer_with_words_of_the_team_says_so(query: str, *, told: bool) -> None:
    assert answer(query, Asking(team=SHOP)).tells_team is told
    assert answer(query, ANYBODY).tells_team is False
    assert shared(query, 1, Asking(team=SHOP), "U1A").tells_team is told
    assert mention(query, Asking(team=SHOP), BOT).tells_team is told
    assert mention(f"hey, {query}", Asking(team=SHOP), BOT).tells_team is told


@pytest.mark.parametrize(
    ("typed", "visibility", "shares"),
    [
        ("404", Visibility.PRIVATE, False),
        ("404 share", Visibility.PRIVATE, True),
        ("404 SHARE!", Visibility.PRIVATE, True),
        ("404", Visibility.CHANNEL, True),
        ("404 private", Visibility.CHANNEL, False),
        ("flux capacitor share", Visibility.PRIVATE, False),
        ("help", Visibility.CHANNEL, False),
        ("", Visibility.CHANNEL, False),
        ("share", Visibility.PRIVATE, False),
        ("404 shared", Visibility.PRIVATE, False),
    ],
)
def test_who_sees_an_answer_is_a_choice_and_what_failed_is_private(
    typed: str, visibility: Visibility, *, shares: bool
) -> None:
    reply = answer(typed, Asking(preferences=Preferences(visibility)))
    assert (reply.shares, reply.message["response_type"]) == (shares, "in_channel" if shares else "ephemeral")
    assert (SHARE in controls(reply.message)) <= (not shares)


@pytest.mark.parametrize("typed", ["", "  ", "???", "share", "\u200b"])
def test_where_nothing_is_asked_the_modal_opens(typed: str) -> None:
    reply = answer(typed, ANYBODY)
    assert (reply.opens_modal, titles(reply.message)) == (True, ["HTTP status codes"])
    assert not answer("help", ANYBODY).opens_modal


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("404", ("404",)),
        ("401 vs 403", ("401", "403")),
        ("HTTP/1.1 502 Bad Gateway\nHTTP/1.1 404 Not Found", ("502", "404")),
        ("4xx", ()),
        ("299", ()),
        ("help", ()),
    ],
)
def test_an_answer_names_the_codes_that_it_explains(query: str, codes: tuple[str, ...]) -> None:
    assert answer(query, ANYBODY).codes == codes


def test_what_is_shared_names_who_shared_it_and_is_posted_anew() -> None:
    message = shared("404", 1, ANYBODY, "U024BE7LH").message
    assert (message["response_type"], message["replace_original"]) == ("in_channel", False)
    assert message["blocks"][-1]["elements"][0]["text"] == "Shared by <@U024BE7LH>"
    assert message["text"].endswith("\nShared by <@U024BE7LH>.")
    assert controls(message) == [DETAILS]
    check_message(message)


@pytest.mark.parametrize("user_id", ["", "here", "U1>", "<!channel>", "u1", "U1\n", "C024BE7LH", f"U{'A' * 40}"])
def test_nobody_but_a_user_can_have_shared(user_id: str) -> None:
    with pytest.raises(ValueError, match="no id of a user"):
        shared("404", 1, ANYBODY, user_id)


@pytest.mark.parametrize(
    "text", [f"<@{BOT}> 404", f"404 <@{BOT}>", f"hey <@{BOT}>, what is a 404?", f"<@{BOT}> we got a <https://x.y|404>"]
)
def test_a_mention_is_answered_for_all(text: str) -> None:
    message = mention(text, ANYBODY, BOT).message
    assert titles(message) == ["404 Not Found"]
    assert controls(message) == [DETAILS]
    assert "response_type" not in message


def test_a_long_listing_has_pages_that_can_be_turned() -> None:
    first = answer("iis", ANYBODY).message
    assert (carried(first, SHARE), carried(first, PAGE_NEXT)) == (Carried("iis"), Carried("iis", 2))
    assert PAGE_PREVIOUS not in controls(first)
    second = turn_page("iis", 2, ANYBODY).message
    assert (second["replace_original"], titles(second)) == (True, ["Codes of Microsoft IIS, continued"])
    assert (carried(second, SHARE), carried(second, PAGE_PREVIOUS)) == (Carried("iis", 2), Carried("iis"))
    assert second["text"].endswith("\nPage 2 of 12.")
    last = turn_page("iis", 999, ANYBODY).message
    assert (carried(last, PAGE_PREVIOUS), PAGE_NEXT in controls(last)) == (Carried("iis", 11), False)
    pages = [turn_page("iis", page, ANYBODY).message for page in range(1, 13)]
    (listing,) = explain("iis", load_registry())
    assert list(dict.fromkeys(code for page in pages for code in offered(page, RELATED))) == list(codes_of(listing))


def test_a_long_listing_for_all_says_how_much_more_there_is() -> None:
    message = shared("iis", 2, ANYBODY, "U1A").message
    *_, advice, _ = message["blocks"]
    more = "Page 2 of 12. 91 more codes. To turn pages, or for fewer at once, ask `/http`."
    assert advice["elements"][0]["text"] == more
    assert more.replace("`", "") in message["text"]


def test_the_language_of_a_person_is_told_and_another_can_be_chosen() -> None:
    python = Asking(preferences=Preferences(language="python"))
    message = answer("404", python).message
    assert "Python HTTPStatus.NOT_FOUND Python standard library" in rich(message)
    menu = control(message, LANGUAGE)
    assert decode(menu["initial_option"]["value"]) == Carried("404", choice="python")
    chosen = with_constant("404", "go", python).message
    assert "Go http.StatusNotFound Go standard library" in rich(chosen)
    assert "initial_option" not in control(answer("404", ANYBODY).message, LANGUAGE)


def test_what_a_vendor_in_use_means_by_a_number_is_told_first() -> None:
    of_all = answer("499", ANYBODY).message
    assert "Several have given this number a meaning of their own." in rich(of_all)
    for asking in (Asking(preferences=Preferences(vendors=("nginx",))), Asking(team=TeamFile(vendors=("nginx",)))):
        (own,) = explain("nginx 499", load_registry())
        assert rich(answer("499", asking).message).startswith(getattr(own, "meaning", "?"))


@pytest.mark.parametrize("vendor", load_vendors(), ids=lambda vendor: vendor.id)
def test_each_vendor_can_be_the_one_in_use(vendor: Vendor) -> None:
    asking = Asking(preferences=Preferences(vendors=(vendor.id,)))
    for own in vendor.codes:
        said = rich(answer(own.code, asking).message)
        assert own.meaning in said or load_registry().get(own.code)


def test_others_that_use_a_number_are_not_forgotten() -> None:
    asking = Asking(preferences=Preferences(vendors=("nginx",)))
    assert "9 other vendors use this number too; the details tell how." in rich(answer("499", asking).message)


def test_a_number_of_several_vendors_names_each_meaning_once_with_all_who_have_it() -> None:
    *_, closed, cancelled, _, token = rich(answer("499", ANYBODY).message).split("\n")
    assert closed.startswith("Client Closed Request (Anthropic API, ASP.NET Core, Caddy, Google APIs, Kong, nginx, ")
    assert cancelled.startswith("Request Cancelled (Cloud Foundry gorouter): ")
    assert token.startswith("Token Required (Esri ArcGIS): ")


@pytest.mark.parametrize(
    ("query", "offers"),
    [
        ("401 vs 403", ["401", "403"]),
        ("gateway", ["502", "504"]),
        ("299", ["226", "208", "207"]),
        ("404, 500", ["404", "500"]),
        ("2xx", [status.code for status in load_registry().by_class(StatusClass.SUCCESSFUL)]),
    ],
)
def test_what_to_look_up_next_is_offered(query: str, offers: list[str]) -> None:
    assert offered(answer(query, ANYBODY).message, RELATED) == offers


def test_codes_that_are_easily_confused_are_offered_and_explained() -> None:
    near = offered(answer("404", ANYBODY).message, RELATED)
    assert near[0] == "410"
    reply = related(near[0], ANYBODY)
    assert (titles(reply.message), reply.message["replace_original"]) == (["410 Gone"], True)


def test_a_comparison_tells_what_each_says_which_to_choose_and_in_what_they_differ() -> None:
    message = answer("401 vs 403", ANYBODY).message
    kinds = [(block["type"], block.get("text", {}).get("text")) for block in message["blocks"]]
    assert kinds == [
        ("header", "401 vs 403"),
        ("section", None),
        ("rich_text", None),
        ("section", "*Headers*"),
        ("section", "*Retry*"),
        ("context", None),
        ("actions", None),
    ]
    assert [field["text"] for field in message["blocks"][3]["fields"]] == [
        "*401*  MUST send WWW-Authenticate",
        "*403*  nothing special",
    ]


def test_a_pasted_log_is_told_with_how_often_each_status_is_in_it() -> None:
    line = '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" {} 150'
    message = answer("\n".join(map(line.format, (502, 404, 502))), ANYBODY).message
    assert titles(message) == ["Statuses in this text", "502 Bad Gateway", "404 Not Found"]
    assert rich(message).split("\n")[:2] == ["502 Bad Gateway  2 times", "404 Not Found  once"]


def test_a_log_that_no_button_can_carry_is_carried_by_its_codes() -> None:
    log = "".join(f"status={code} {'x' * 200}\n" for code in (502, 404) * 10)
    message = answer(log, ANYBODY).message
    assert carried(message, SHARE) == Carried("502, 404")


def test_many_answers_stand_on_pages_and_those_for_all_are_told_in_short() -> None:
    asked = ",".join(CODES[:20])
    pages = [turn_page(asked, number, ANYBODY).message for number in range(1, 6)]
    known = {status.code: status.title for status in load_registry()}
    told = [title for page in pages for title in titles(page)]
    assert list(dict.fromkeys(told)) == [known[code] for code in CODES[:20]]
    public = answer(f"{asked} share", ANYBODY).message
    for code in CODES[:20]:
        assert known[code] in public["text"]
        assert any(known[code] in shown for shown in strings(public["blocks"]))


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
def test_of_many_answers_none_is_lost(query: str) -> None:
    query = query[:QUERY_LIMIT]
    pages = [turn_page(query, number, ANYBODY).message for number in range(1, 12)]
    shown = "\n".join(words for page in pages for words in strings(page["blocks"]))
    for page in pages:
        check_message(page)
    for found in explain(query, load_registry()):
        assert (found.query if isinstance(found, Refusal) else found.title) in shown


def test_a_refusal_names_what_was_typed_and_how_to_go_on() -> None:
    message = answer("427", ANYBODY).message
    says, proposes, example = rich(message).split("\n")
    assert says.startswith("427  This number is not assigned")
    assert says.endswith("A client that does not know a 4xx code treats it as 400.")
    assert proposes.startswith("Did you mean 42")
    assert example == "For example: /http 404"
    assert message["text"] == f"427: {says.removeprefix('427  ')} {proposes} {example}."


def test_a_notice_is_escaped_once_in_the_text_and_never_in_rich_text() -> None:
    message = notice("a < b & c &lt;")
    assert message["text"] == "a &lt; b &amp; c &amp;lt;"
    assert rich(message) == "a < b & c &lt;"
    check_message(message)


def test_the_bot_says_what_went_wrong_with_itself() -> None:
    texts = [message["text"] for message in (apology("3f2a9c01"), flooded(1), flooded(4), too_old())]
    assert texts == [
        "Something went wrong on our side. Tell whoever runs this bot of error 3f2a9c01.",
        "That is a lot of questions at once. Ask again in a second.",
        "That is a lot of questions at once. Ask again in 4 seconds.",
        "This answer is too old for its buttons and menus. Ask again, and the new one has them.",
    ]


def test_equal_askings_are_equal_and_can_be_hashed() -> None:
    assert hash(Asking(team=SHOP)) == hash(replace(ANYBODY, team=SHOP._replace()))
    assert encode(Carried("404")) == '[1,"404"]'


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("text",), ""),
        (("text",), "see <!channel>"),
        (("text",), "a & b"),
        (("text",), "x" * 4001),
        (("unfurl_links",), True),
        (("mrkdwn",), True),
        (("blocks",), []),
        (("blocks",), [{"type": "divider"}] * 51),
        (("blocks",), [{"type": "video"}]),
        (("blocks", 0, "text", "text"), " "),
        (("blocks", 0, "text", "text"), "x" * 151),
        (("blocks", 0, "text", "text"), "a & b"),
        (("blocks", 0, "block_id"), "x" * 256),
        (("blocks", 1, "elements", 0, "elements", 0, "text"), ""),
        (("blocks", 1, "elements", 0, "elements", 0), {"type": "link", "url": "https://evil.example"}),
        (("blocks", 3, "fields", 0, "text"), "x" * 2001),
        (("blocks", 3, "fields", 0, "text"), "<@U1>"),
        (("blocks", 3, "fields", 0, "text"), "<https://evil.example|404>"),
        (("blocks", 3, "fields", 0, "text"), "a &nbsp; b"),
        (("blocks", 3, "fields", 0, "verbatim"), False),
        (("blocks", 4, "elements"), []),
        (("blocks", 4, "elements"), [{"type": "mrkdwn", "text": "x", "verbatim": True}] * 11),
        (("blocks", 5, "elements", 0, "accessibility_label"), ""),
        (("blocks", 5, "elements", 0, "value"), "x" * 2001),
        (("blocks", 5, "elements", 0, "action_id"), "details"),
        (("blocks", 5, "elements", 2, "options", 0, "value"), "x" * 76),
        (("blocks", 5, "elements", 2, "options"), []),
        (("blocks", 5, "elements", 2, "initial_option"), {"value": "not among them"}),
    ],
)
def test_the_check_finds_what_slack_would_refuse(path: tuple[str | int, ...], value: Any) -> None:
    message: Any = answer("404", ANYBODY).message
    check_message(message)
    *way, last = path
    place = message
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(AssertionError):
        check_message(message)
