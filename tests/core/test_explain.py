"""From a query to answers."""

import json
import random
import string
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens.explain import (
    PASTE_LIMIT,
    Answer,
    Choice,
    Comparison,
    Explanation,
    Fact,
    Help,
    Link,
    Listing,
    Refusal,
    codes_of,
    explain,
    explain_code,
)
from statuslens.explain.markdown import to_markdown, to_short_markdown
from statuslens.explain.pasted import find_said_codes
from statuslens.explain.records import answer_record
from statuslens.registry import StatusClass, load_registry

REGISTRY = load_registry()
SCHEMA = json.loads(files("statuslens").joinpath("data", "explain.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def titles(query: str) -> list[str]:
    """Return what the answers are called; a refusal is called by its query."""
    return [
        f"no: {answer.query}" if isinstance(answer, Refusal) else answer.title for answer in explain(query, REGISTRY)
    ]


def only(query: str) -> Answer:
    (answer,) = explain(query, REGISTRY)
    return answer


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Codes.
        ("418", ["418 I'm a teapot"]),
        ("  404 ", ["404 Not Found"]),
        ("what is 409?", ["409 Conflict"]),
        ("HTTP 404", ["404 Not Found"]),
        ("http status code 503", ["503 Service Unavailable"]),
        ("4xx", ["4xx Client Error"]),
        ("2XX", ["2xx Successful"]),
        ("404:1", ["404.1 Site Not Found"]),
        ("403.10", ["403.10 Execute access denied by configuration"]),
        ("499", ["499 Client Closed Request"]),
        # Comparisons.
        ("401 vs 403", ["401 vs 403"]),
        ("301 302 307 308", ["301 vs 302 vs 307 vs 308"]),
        ("502 or 504", ["502 vs 504"]),
        ("404 404", ["404 Not Found"]),
        ("404 299", ["no: 299"]),
        # Several queries.
        ("404, 500", ["404 Not Found", "500 Internal Server Error"]),
        ("404\r\n\n404\n 301 ", ["404 Not Found", "301 Moved Permanently"]),
        # Vendors.
        ("nginx 499", ["499 Client Closed Request"]),
        ("499 nginx", ["499 Client Closed Request"]),
        ("iis 404:1", ["404.1 Site Not Found"]),
        ("nginx", ["Codes of nginx"]),
        ("nginx 404", ["404 Not Found"]),
        ("Web Server Is Down", ["521 Web Server Is Down"]),
        # Constants.
        ("HTTPStatus.NOT_FOUND", ["404 Not Found"]),
        ("http.StatusNotFound", ["404 Not Found"]),
        ("StatusNotFound", ["404 Not Found"]),
        (":not_found", ["404 Not Found"]),
        ("HTTP_404_NOT_FOUND", ["404 Not Found"]),
        ("requests.codes.precondition", ["428 Precondition Required"]),
        # Properties.
        ("retry", ["Codes after which a request may be repeated"]),
        ("cacheable", ["Codes that are heuristically cacheable"]),
        ("needs Location", ["Codes that come with Location"]),
        ("www-authenticate", ["Codes that come with WWW-Authenticate"]),
        ("no-store", ["Codes that a cache must not store"]),
        ("no body", ["Codes without a body"]),
        ("deprecated", ["Codes that new work should not use"]),
        ("needs Nonsense", ["no: needs Nonsense"]),
        # Names and words.
        ("Payload Too Large", ["413 Content Too Large"]),
        ("Request-URL Too Long", ["Several codes have this name"]),
        ("UnprocessableEntity", ["422 Unprocessable Content"]),
        ("found", ["302 Found"]),
        ("teapot", ["418 I'm a teapot"]),
        ("too many", ["429 Too Many Requests"]),
        ("unproc", ["422 Unprocessable Content"]),
        ("too mnay reqests", ["429 Too Many Requests"]),
        ("notfuond", ["404 Not Found"]),
        ("gateway", ["Several codes have this name"]),
        # The rest.
        ("help", ["What can be asked"]),
        ("?", ["What can be asked"]),
        ("xyzzy", ["no: xyzzy"]),
        ("", ["no: "]),
        (" ,\n", ["no: "]),
    ],
)
def test_each_form_of_the_grammar_has_its_answer(query: str, expected: list[str]) -> None:
    assert titles(query) == expected


@pytest.mark.parametrize(
    ("pasted", "codes"),
    [
        ("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n", ["503"]),
        ("HTTP/2 404\ncontent-type: text/html", ["404"]),
        (
            '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" 502 150\n'
            '10.0.0.1 - - [20/Nov/2026:10:00:01 +0000] "GET /b HTTP/1.1" 404 150\n'
            '10.0.0.1 - - [20/Nov/2026:10:00:02 +0000] "GET /a HTTP/1.1" 502 150\n',
            ["502", "404"],
        ),
        ('{"ts": 404, "status": 429, "bytes": 500}', ["429"]),
        ("upstream_status=504 request_time=1.500", ["504"]),
        (":status: 418", ["418"]),
    ],
)
def test_each_status_of_a_pasted_text_is_explained_once(pasted: str, codes: list[str]) -> None:
    answers = explain(pasted, REGISTRY)
    assert [answer.code for answer in answers if isinstance(answer, Explanation)] == codes
    assert len(answers) == len(codes) + (len(codes) > 1)


def test_a_pasted_text_with_several_statuses_begins_with_how_often_each_is_in_it() -> None:
    team = TeamFile(codes=(TeamCode("471", "Basket Expired"),))
    line = '10.0.0.1 - - [20/Nov/2026:10:00:00 +0000] "GET /a HTTP/1.1" {} 150\n'
    overview, *others = explain("".join(map(line.format, (502, 299, 471, 502))), REGISTRY, team)
    assert overview == Listing(
        "Statuses in this text",
        (),
        (Choice("502 Bad Gateway", "2 times"), Choice("299", "once"), Choice("471 Basket Expired", "once")),
    )
    assert list(map(type, others)) == [Explanation, Refusal, Explanation]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # Tools and libraries.
        ("< HTTP/1.1 301 Moved Permanently\n< Location: /b\n<\n< HTTP/2 502\n", {"301": 1, "502": 1}),
        ("curl: (22) The requested URL returned error: 404", {"404": 1}),
        ("requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://shop.example/500", {"404": 1}),
        ("java.io.IOException: Server returned HTTP response code: 503 for URL: https://shop.example", {"503": 1}),
        ("AxiosError: Request failed with status code 429\n    at settle (settle.js:404:12)", {"429": 1}),
        ("WebException: The remote server returned an error: (404) Not Found.", {"404": 1}),
        ("panic: unexpected status 418 I'm a teapot", {"418": 1}),
        ("Completed 500 Internal Server Error in 12ms", {"500": 1}),
        ("499 Client Closed Request", {"499": 1}),
        ("413 Payload Too Large", {"413": 1}),
        ("GET /cart 502 12ms\nPOST https://shop.example/pay -> 503\nGET /cart 502 9ms", {"502": 2, "503": 1}),
        ("[GIN] 2026/11/20 - 10:00:00 | 404 |   1.2ms | 10.0.0.1 | GET /", {"404": 1}),
        ("http-in shop/srv1 10/0/30/69/109 503 2750 - - SC-- 1/1/1/1/0 0/0", {"503": 1}),
        ("1763632800.123 45 10.0.0.1 TCP_MISS/504 1234 GET https://shop.example/", {"504": 1}),
        # Sentences.
        ("the shop returned 404", {"404": 1}),
        ("We are getting 503s from checkout, lots of 502s and a 504 from the gateway.", {"503": 1, "502": 1, "504": 1}),
        ("statuses 500, 502 and 503; HTTP 401/403", {"500": 1, "502": 1, "503": 1, "401": 1, "403": 1}),
        ("it answers with a 409 when I retry", {"409": 1}),
        # Other numbers.
        ("got 200 rows in 300 ms, sent 200 emails, after 500s it timed out", {}),
        ("exit status 137, listening on port 443, order 404 is lost, room 404", {}),
        ("saw 3 of 500 requests fail with a timeout of 500s at 0x404, see /a/404 and 1.500", {}),
        ("503", {}),
    ],
)
def test_a_text_says_its_statuses_as_people_and_programs_do(text: str, counts: dict[str, int]) -> None:
    assert list(find_said_codes(text).items()) == list(counts.items())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("2026-11-20 10:00:00,123 ERROR upstream returned 502, giving up", ["502 Bad Gateway"]),
        ("why do I get a 403?", ["403 Forbidden"]),
        (f"{'no status here, ' * 40} but the shop returned 404", ["404 Not Found"]),
        ("404 Not Found, foo", ["404 Not Found", "no: foo"]),
        ("404, error 500", ["404 Not Found", "500 Internal Server Error"]),
    ],
)
def test_a_query_that_is_a_sentence_is_answered_by_the_statuses_in_it(query: str, expected: list[str]) -> None:
    assert titles(query) == expected


@pytest.mark.parametrize(
    ("query", "message", "nearest"),
    [
        (
            "299",
            "This number is not assigned in IANA's table of 2025-09-15. "
            "A client that does not know a 2xx code treats it as 200.",
            ["226", "208", "207"],
        ),
        (
            "700",
            "A status code is a number from 100 to 599; a client treats any other as a 5xx (RFC 9110 §15).",
            ["500", "400", "300"],
        ),
        ("44", "A status code has three digits.", ["404", "414", "424"]),
        (
            "1006",
            "A status code has three digits; four from 1000 on are close codes of WebSocket (RFC 6455 §7.4).",
            ["100", "104", "103"],
        ),
        ("403.999", "No server that we know has this substatus of 403.", ["403"]),
        ("6xx", "There are five classes, 1xx to 5xx; a client treats any other as 5xx (RFC 9110 §15).", []),
        (
            "DEADLINE_EXCEEDED",
            "That is a status of gRPC, which has codes of its own (0 to 16), not one of HTTP.",
            [],
        ),
        ("grpc 14", "That is a status of gRPC, which has codes of its own (0 to 16), not one of HTTP.", []),
        ("", "There is nothing to look up.", []),
        ("4" * 501, "That is 501 characters; a query has at most 500.", []),
    ],
)
def test_what_has_no_answer_is_refused_with_what_is_known(query: str, message: str, nearest: list[str]) -> None:
    answer = only(query)
    assert isinstance(answer, Refusal)
    codes = [status.code for status in answer.nearest]
    assert (answer.query, answer.message, codes, answer.example) == (query[:500], message, nearest, "404")


def test_an_explanation_holds_what_the_registry_knows() -> None:
    answer = only("405")
    assert isinstance(answer, Explanation)
    status = REGISTRY.get("405")
    assert status is not None
    assert (answer.code, answer.name, answer.label) == ("405", "Method Not Allowed", "Client Error")
    assert (answer.meaning, answer.client, answer.server) == (status.meaning, status.client, status.server)
    assert [(fact.label, fact.text, str(fact.reference)) for fact in answer.facts] == [
        ("Headers", "MUST send Allow", "RFC 9110 §15.5.6"),
        ("Body", "allowed", "RFC 9110 §6.4.1"),
        ("Caching", "heuristically cacheable: kept for a while even where no header says so", "RFC 9110 §15.1"),
        ("Before", "specified by RFC 7231 §6.5.5 and RFC 2616 §10.4.6", "None"),
    ]
    assert answer.links == (
        Link("RFC 9110 §15.5.6", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.6"),
        Link("MDN", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/405"),
    )
    assert {"HTTPStatus.METHOD_NOT_ALLOWED", "http.StatusMethodNotAllowed"} <= {
        constant.expression for constant in answer.constants
    }


def test_a_name_that_misleads_is_told_to_do_so() -> None:
    answer = only("requests.codes.precondition")
    assert isinstance(answer, Explanation)
    assert answer.code == "428"
    assert answer.notes[0].startswith("requests.codes.precondition (Requests): ")
    answer = only("428")
    assert isinstance(answer, Explanation)
    assert not any("requests.codes" in note for note in answer.notes)
    assert "\n**Beware**\n\n- requests.codes.precondition (Requests): " in to_markdown(answer)


def test_a_number_with_many_owners_lists_them_together() -> None:
    answer = only("499")
    assert isinstance(answer, Explanation)
    assert len({owner.vendor for owner in answer.owners}) == 10
    assert answer.label == "not assigned by IANA; used by 10 vendors"
    assert answer.notes == (
        "Client Closed Request: Anthropic API, ASP.NET Core, Caddy, Google APIs, Kong, nginx, Traefik.",
        "Request Cancelled: Cloud Foundry gorouter.",
        "Client Close Request: Cloudflare.",
        "Token Required: Esri ArcGIS.",
        "A client that does not know a 4xx code treats it as 400.",
    )


def test_a_comparison_shows_what_differs_and_when_to_choose_which() -> None:
    answer = only("401 vs 403")
    assert isinstance(answer, Comparison)
    assert answer.titles == ("401 Unauthorized", "403 Forbidden")
    assert [label for label, _ in answer.rows] == ["Says", "Headers", "Retry"]
    assert [choice.title for choice in answer.choices] == ["401 or 403"]
    assert all(len(set(cells)) > 1 for _, cells in answer.rows)


def test_more_queries_than_can_be_answered_say_so() -> None:
    answers = explain(",".join(str(code) for code in range(200, 225)), REGISTRY)
    assert len(answers) == 21
    last = answers[-1]
    assert isinstance(last, Refusal)
    assert last.message == "These are the first 20 of 25 queries; ask for fewer at once."


def test_more_codes_in_a_pasted_log_than_can_be_answered_say_so() -> None:
    answers = explain("\n".join(f"status={code}" for code in range(200, 225)), REGISTRY)
    assert len(answers) == 22
    last = answers[-1]
    assert isinstance(last, Refusal)
    assert last.message == "These are the first 20 of 25 codes; ask for fewer at once."


def test_a_pasted_log_that_is_longer_than_what_is_looked_through_says_so() -> None:
    line = "status=404\n"
    assert len(explain(line * (PASTE_LIMIT // len(line)), REGISTRY)) == 1
    *found, last = explain(line * PASTE_LIMIT, REGISTRY)
    assert [item.title for item in found if isinstance(item, Explanation)] == ["404 Not Found"]
    assert isinstance(last, Refusal)
    assert last.message == "The first 20,000 characters were looked through; the rest was not."


def test_more_codes_than_can_be_compared_are_refused_with_what_to_do() -> None:
    answer = only("400 401 402 403 404 405 406")
    assert isinstance(answer, Refusal)
    assert answer.message == (
        "At most 6 codes are compared at once, these are 7; put commas between them to have each explained."
    )


def test_what_the_team_says_is_laid_over_what_others_know() -> None:
    team = TeamFile(
        codes=(
            TeamCode("471", "Basket Expired", "Too old.", "Checkout", "https://wiki.example.org/471"),
            TeamCode("499", "Customer Left", "Look at the payment provider."),
        ),
        notes=(TeamNote("404", "Ask search.", "Search", "", ("https://grafana.example.org/d/404",)),),
    )
    (own,) = explain("basket expired", REGISTRY, team)
    assert own == Explanation(
        code="471",
        name="Basket Expired",
        status_class=StatusClass.CLIENT_ERROR,
        label="your team's own code",
        meaning="Too old.",
        team=(Fact("Owner", "Checkout"), Fact("Runbook", "https://wiki.example.org/471")),
        is_teams_own=True,
    )
    (taken_over,) = explain("499", REGISTRY, team)
    assert isinstance(taken_over, Explanation)
    assert taken_over.notes[0] == "Your team calls it Customer Left."
    assert taken_over.team == (Fact("Team", "Look at the payment provider."),)
    (of_vendor,) = explain("nginx 499", REGISTRY, team)
    assert isinstance(of_vendor, Explanation)
    assert of_vendor.notes[0] == taken_over.notes[0]
    assert of_vendor.team == taken_over.team
    (noted,) = explain("404", REGISTRY, team)
    assert isinstance(noted, Explanation)
    assert noted.team == (Fact("Team", "Ask search."), Fact("Owner", "Search"))
    assert noted.links[-1] == Link("Team: grafana.example.org", "https://grafana.example.org/d/404")
    assert explain("410", REGISTRY, team) == explain("410", REGISTRY)


@pytest.mark.parametrize("query", ["401 vs 403", "help", "4xx", "xyzzy", "nginx 499", "404:1"])
def test_each_kind_of_answer_matches_the_schema(query: str) -> None:
    VALIDATOR.validate({"schema": 1, "answers": [answer_record(answer) for answer in explain(query, REGISTRY)]})


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("404", ("404",)),
        ("403.10", ("403.10",)),
        ("401 vs 403", ("401", "403")),
        ("3xx", ("300", "301", "302", "303", "304", "305", "306", "307", "308")),
        ("no body", ("100", "101", "102", "103", "104", "204", "205", "304")),
        ("help", ()),
        ("299", ()),
    ],
)
def test_an_answer_tells_which_codes_it_is_about(query: str, codes: tuple[str, ...]) -> None:
    (answer,) = explain(query, REGISTRY)
    assert codes_of(answer) == codes


def test_ten_thousand_odd_texts_are_answered_or_refused() -> None:
    rng = random.Random(9110)  # noqa: S311 (test data)
    words = ["404", "5xx", "found", "vs", "nginx", "needs", "HTTP/1.1", ":ok", "\u200f", "\0", "403.", "..", "é", "\n"]
    alphabet = [*string.printable, "\u200f", "\u202e", "\0", "\ud800", "９", "漢"]
    for _ in range(10_000):
        parts = [*rng.choices(words, k=rng.randint(0, 3)), "".join(rng.choices(alphabet, k=rng.randint(0, 8)))]
        rng.shuffle(parts)
        answers = explain(" ".join(parts), REGISTRY)
        assert answers
        assert all(isinstance(answer, Answer) for answer in answers)


def test_help_has_only_examples_that_are_answered() -> None:
    answer = only("help")
    assert isinstance(answer, Help)
    for example in answer.examples:
        assert not isinstance(only(example.title), Refusal), example


def test_a_code_that_nobody_knows_has_no_explanation() -> None:
    assert explain_code("299", REGISTRY) is None


@pytest.mark.parametrize("status", list(REGISTRY), ids=lambda status: status.code)
def test_every_code_can_be_rendered_and_matches_the_schema(status: object) -> None:
    (answer,) = explain(getattr(status, "code", ""), REGISTRY)
    VALIDATOR.validate({"schema": 1, "answers": [answer_record(answer)]})
    assert to_short_markdown(answer)
    assert to_markdown(answer).startswith(f"### {answer.title if isinstance(answer, Explanation) else ''}\n")


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=700) | st.text(st.sampled_from("0459x.:,\n vsnginxfoundHTTP/1. \x00\u200f*"), max_size=40))
def test_any_text_has_answers_that_can_be_rendered(text: str) -> None:
    answers = explain(text, REGISTRY)
    assert answers
    VALIDATOR.validate({"schema": 1, "answers": [answer_record(answer) for answer in answers]})
    for answer in answers:
        assert to_markdown(answer)
        assert to_short_markdown(answer)


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "HTTP/1.1 " * 12_000, "\u200f" * 100_000, "\0" * 100_000, "a b " * 25_000]
)
def test_a_long_text_is_answered_or_refused(text: str) -> None:
    assert len(explain(text, REGISTRY)) == 1
