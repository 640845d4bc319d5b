"""``statuslens explain``."""

import json

from command import Result, Run


def test_a_code_is_explained(statuslens: Run) -> None:
    assert statuslens("explain", "404") == Result(
        "404 Not Found  (Client Error)\n"
        "  The server has nothing at this address, or does not want to say that it has. Whether\n"
        "  that is for now or for ever is left open; 410 says for ever.\n"
        "  RFC 9110 §15.5.5: https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5\n",
        "",
        0,
    )


def test_a_query_without_an_answer_ends_with_1_and_a_way_on(statuslens: Run) -> None:
    assert statuslens("explain", "530") == Result(
        "'530': This number is not assigned in IANA's table of 2025-09-15. "
        "A client that does not know a 5xx code treats it as 500.\n"
        "  Did you mean 503 Service Unavailable, 500 Internal Server Error, 511 Network Authentication Required?\n"
        "  For example: statuslens explain 404\n",
        "",
        1,
    )


def test_the_words_of_a_name_may_be_separate_arguments(statuslens: Run) -> None:
    together, apart = statuslens("explain", "not found"), statuslens("explain", "not", "found")
    assert together == apart
    assert together.out.startswith("404 Not Found")


def test_the_answer_as_json(statuslens: Run) -> None:
    result = statuslens("explain", "--format", "json", "418, 1xx, 44")
    assert (result.err, result.status) == ("", 1)
    assert json.loads(result.out) == {
        "schema": 1,
        "answers": [
            {
                "kind": "status",
                "code": "418",
                "name": "I'm a teapot",
                "class": "4xx",
                "registration": "unused",
                "meaning": "A joke of the coffee pot protocol: a teapot that is asked to brew coffee. "
                "Software kept it alive, so IANA holds the number unused, and no real meaning can take its place.",
                "notes": ["IANA keeps 418 unused."],
                "links": [
                    {
                        "label": "RFC 9110 §15.5.19",
                        "url": "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.19",
                    }
                ],
            },
            {
                "kind": "class",
                "class": "1xx",
                "meaning": "An interim answer on the way to the final one. It has headers only, "
                "and HTTP/1.0 does not have it.",
                "unknown": "A client that does not know a 1xx code reads on and waits for the final response.",
                "codes": ["100", "101", "102", "103", "104"],
                "links": [
                    {
                        "label": "RFC 9110 §15.2",
                        "url": "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2",
                    }
                ],
            },
            {
                "kind": "refusal",
                "query": "44",
                "message": "A status code has three digits.",
                "nearest": ["404", "414", "424"],
            },
        ],
    }


def test_a_terminal_without_unicode_gets_escapes_and_no_error(statuslens: Run) -> None:
    result = statuslens("explain", "301", encoding="ascii")
    assert (result.err, result.status) == ("", 0)
    assert "RFC 9110 \\xa715.4.2" in result.out
