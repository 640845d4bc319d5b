"""string-comparison: what it says and how it mends that, and what it leaves in peace."""

import pytest

from findings import findings_of


def found(text: str, language: str) -> list[str]:
    return [finding.message for finding in findings_of("string-comparison", text, language)]


PYTHON = """\
import requests


def load(url, body):
    response = requests.get(url)
    if {}:
        return 1
"""


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ('response.status_code == "404"', "response.status_code is an integer, and never equals the string 404."),
        (
            'response.status_code != "200"',
            "response.status_code is an integer, and always differs from the string 200.",
        ),
    ],
)
def test_a_string_that_a_number_never_equals_is_found(condition: str, message: str) -> None:
    assert found(PYTHON.format(condition), "python") == [message]


@pytest.mark.parametrize(
    "condition",
    [
        "response.status_code == 404",
        'str(response.status_code) == "404"',
        'response.json()["status_code"] == "404"',
        'body.status_code == "404"',
        'response.headers["status"] == "404"',
    ],
)
def test_what_may_be_a_string_is_left_in_peace(condition: str) -> None:
    assert found(PYTHON.format(condition), "python") == []


def test_a_variable_is_what_it_was_given_in_the_same_function() -> None:
    text = """\
<?php
use GuzzleHttp\\Client;

function isMissing(Client $client): bool
{
    $response = $client->get('/basket');
    $status = $response->getStatusCode();

    return $status === '404';
}

function isGone(string $status): bool
{
    return $status === '410';
}
"""
    assert found(text, "php") == ["$status is an integer, and never equals the string 404."]


def test_the_cases_of_a_strict_switch_count() -> None:
    text = """\
async function advise(url) {
  const response = await fetch(url);
  switch (response.status) {
    case "404":
      return "gone";
  }
  return response.status == "410";
}
"""
    assert found(text, "javascript") == ["response.status is an integer, and never equals the string 404."]


RUBY = """\
require "net/http"

def missing?(uri)
  response = {}
  response.code == 404
end
"""


def test_rubys_own_client_gives_strings_and_others_give_numbers() -> None:
    message = "response.code is a string, and never equals the number 404."
    assert found(RUBY.format("Net::HTTP.get_response(uri)"), "ruby") == [message]
    assert found(RUBY.format("HTTParty.get(uri)"), "ruby") == []


def test_a_fix_writes_the_literal_as_the_other_type() -> None:
    text = PYTHON.format("response.status_code == '404'")
    (finding,) = findings_of("string-comparison", text, "python")
    assert finding.fix is not None
    assert (finding.fix.title, finding.fix.is_safe) == ("Replace '404' by 404", False)
    (edit,) = finding.fix.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == text.replace("'404'", "404")
