"""impossible-condition: what it says, and what it leaves in peace."""

import pytest

from findings import findings_of


def messages(text: str, language: str) -> list[str]:
    return [finding.message for finding in findings_of("impossible-condition", text, language)]


PYTHON = "def act(response):\n    if {}:\n        return 1\n"


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        (
            "response.status_code == 404 and response.status_code == 410",
            "response.status_code == 404 and response.status_code == 410 can never both hold, "
            "so no status meets this condition.",
        ),
        (
            "response.status_code != 404 or response.status_code != 410",
            "response.status_code != 404 or response.status_code != 410 always holds, whatever the status is.",
        ),
        (
            "response.status_code >= 200 or response.status_code <= 299",
            "response.status_code >= 200 or response.status_code <= 299 always holds, whatever the status is.",
        ),
        (
            "ready and not response.status_code != 404 and response.status_code in (401, 403)",
            "response.status_code != 404 and response.status_code in 401, 403 can never both hold, "
            "so no status meets this condition.",
        ),
        (
            "response.status_code == 404 or response.status_code == 404",
            "response.status_code == 404 or response.status_code == 404 says the same twice.",
        ),
        (
            "300 <= response.status_code < 200",
            "300 <= response.status_code and response.status_code < 200 can never both hold, "
            "so no status meets this condition.",
        ),
    ],
)
def test_a_test_with_one_answer_is_found(condition: str, message: str) -> None:
    assert messages(PYTHON.format(condition), "python") == [message]


@pytest.mark.parametrize(
    "condition",
    [
        "response.status_code == 404 or response.status_code == 410",
        "response.status_code != 404 and response.status_code != 410",
        "first.status_code == 404 and second.status_code == 410",
        "read_status(first) == 404 and read_status(second) == 410",
        "responses.pop().status_code == 404 and responses.pop().status_code == 410",
        "next_status() == 404 and next_status() == 410",
        "(response.status_code == 404 and gone) or (response.status_code == 410 and not gone)",
        "response.status_code < 200 or response.status_code >= 300",
        "response.status_code == 404 or response.status_code >= 400",
        "not (response.status_code == 404 or response.status_code == 410)",
        "response.status_code // 100 == 4 and response.status_code == 500",
    ],
)
def test_a_test_with_two_answers_is_left_in_peace(condition: str) -> None:
    assert messages(PYTHON.format(condition), "python") == []


def test_a_branch_behind_a_wider_one_is_never_reached() -> None:
    text = """\
async function advise(url) {
  const response = await fetch(url);
  if (response.status >= 400) {
    return "mend the request";
  } else if (response.status >= 500 && again) {
    return "try again later";
  } else if (response.status === 404) {
    return "gone";
  }
}
"""
    assert messages(text, "javascript") == [
        "response.status >= 500 is never reached: response.status >= 400, further up, comes first.",
        "response.status === 404 is never reached: response.status >= 400, further up, comes first.",
    ]


def test_a_finding_names_the_test_that_it_stands_against() -> None:
    text = "if response.status_code == 404 and response.status_code == 410:\n    gone()\n"
    (found,) = findings_of("impossible-condition", text, "python")
    assert text[found.start : found.end] == "410"
    assert [text[item.start : item.end] for item in found.related] == ["404"]


def test_an_if_of_its_own_may_test_the_same_again() -> None:
    text = """\
if response.status_code == 404:
    response = ask_again()
if response.status_code == 404:
    give_up()
else:
    if response.status_code == 404:
        never()
"""
    assert messages(text, "python") == []


def test_a_test_after_a_name_is_given_something_new_is_left_in_peace() -> None:
    text = """\
package shop

import "net/http"

func advise(resp *http.Response) {
	if resp.StatusCode == 404 {
		search()
	} else if resp, _ = retry(); resp.StatusCode == 404 {
		giveUp()
	}
}
"""
    assert messages(text, "go") == []


def test_an_arm_with_a_guard_leaves_its_cases_to_others() -> None:
    text = """\
fn advise(status: StatusCode) {
    match status.as_u16() {
        404 if is_new => search(),
        404 => give_up(),
        410 => forget(),
        410 => forget_again(),
        _ => {}
    }
}
"""
    assert messages(text, "rust") == ["410 is never reached: 410, further up, comes first."]


def test_cases_of_tuples_are_left_in_peace() -> None:
    text = """\
match (response.status_code, method):
    case (404, "GET"):
        search()
    case (404, "PUT"):
        create()
"""
    assert messages(text, "python") == []


def test_cases_of_tuples_without_brackets_are_left_in_peace() -> None:
    text = """\
match response.status_code, missing:
    case 400 | 404, list():
        search()
    case 404, None:
        create()
"""
    assert messages(text, "python") == []


def test_one_constant_under_two_names_is_left_in_peace() -> None:
    text = "bool IsMoved(HttpStatusCode s) => s == HttpStatusCode.Moved || s == HttpStatusCode.MovedPermanently;\n"
    assert messages(text, "csharp") == []


def test_what_a_client_made_up_differs_from_what_a_server_sent() -> None:
    text = """\
import org.http4k.core.Status.Companion.CLIENT_TIMEOUT
import org.http4k.core.Status.Companion.GATEWAY_TIMEOUT

fun isLate(status: Status) = when (status) {
    GATEWAY_TIMEOUT, CLIENT_TIMEOUT -> true
    else -> false
}
"""
    assert messages(text, "kotlin") == []
