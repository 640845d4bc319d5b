"""What is, and is not, the phrase of another status."""

import pytest

from statuslens.config.model import DEFAULTS, TeamCode, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.rules.reasons import reason_names, reason_slots


def found(text: str, language: str, team: TeamFile = DEFAULTS) -> list[tuple[str, str, str]]:
    findings = find(scan_text(text, language=language), load_registry(), team)
    return [
        (text[item.start : item.end], item.level.value, item.message)
        for item in findings
        if item.rule == "reason-mismatch"
    ]


def beside(title: str, phrase: str, owner: str, level: str = "error") -> list[tuple[str, str, str]]:
    return [(title[:3], level, f'{title} stands beside "{phrase}", which is the phrase of {owner}.')]


def test_a_status_line_says_whose_phrase_it_has() -> None:
    text = 'sock.sendall(b"HTTP/1.1 200 Not Found\\r\\n\\r\\n")\n'
    assert found(text, "python") == beside("200 OK", "Not Found", "404")


def test_case_and_punctuation_are_forgiven() -> None:
    own = 'start_response("404 NOT-FOUND", [])\nstart_response("408 Request Time-out", [])\n'
    assert found(own, "python") == []
    assert found('start_response("404 FORBIDDEN", [])\n', "python") == []  # no status at all, by its looks
    other = 'sock.sendall(b"HTTP/1.1 404 REQUEST TIME-OUT\\r\\n")\n'
    assert found(other, "python") == beside("404 Not Found", "REQUEST TIME-OUT", "408")


@pytest.mark.parametrize(
    "line",
    ["413 Request Entity Too Large", "414 Request-URI Too Large", "302 Moved Temporarily", "307 Moved Temporarily"],
)
def test_a_phrase_that_was_or_is_sent_on_purpose_is_right(line: str) -> None:
    assert found(f"HTTP/1.1 {line}\r\n\r\n", "http") == []


@pytest.mark.parametrize("line", ["200 Success", "404 Forbidden Fruit", "404 Not Found: Forbidden", "204 OK", "500"])
def test_other_words_are_free(line: str) -> None:
    assert found(f"HTTP/1.1 {line}\r\n\r\n", "http") == []


def test_a_body_may_hide_what_is_wrong() -> None:
    text = 'res.status(403).send("Not Found");\nres.status(403).json({ error: "Not Found" });\n'
    assert found(text, "javascript") == []


def test_a_message_is_no_reason_phrase() -> None:
    assert found('raise HTTPException(status_code=403, detail="Unauthorized")\n', "python") == []


def test_the_next_statement_may_give_the_reason() -> None:
    text = 'res.statusCode = 404;\nres.statusMessage = "Gone";\n'
    assert found(text, "javascript") == beside("404 Not Found", "Gone", "410")
    assert found(text.replace("res.statusMessage", "other.statusMessage"), "javascript") == []


def test_a_constant_has_a_reason_beside_it_too() -> None:
    text = "from http import HTTPStatus\nanswer = Response(status=HTTPStatus.NOT_FOUND, reason='Gone')\n"
    assert [level for _, level, _ in found(text, "python")] == ["error"]


def test_a_table_of_phrases_is_a_warning() -> None:
    text = 'const TEXTS: Record<number, string> = { 403: "Not Found", 404: "Not Found" };\nhttp(TEXTS, http);\n'
    assert found(text, "typescript") == beside("403 Forbidden", "Not Found", "404", "warning")


def test_a_success_may_be_described_in_other_words_of_success() -> None:
    text = 'responses:\n  "200":\n    description: Created\n  "500":\n    description: Ok\n'
    assert found(text, "yaml") == beside("500 Internal Server Error", "Ok", "200", "warning")


def test_a_number_that_is_a_name_has_no_reason() -> None:
    text = 'var page = Page{Name: "504", StatusCode: 302, StatusReason: "Found"}\n'
    assert found(text, "go") == []


def test_the_team_may_call_a_status_so() -> None:
    team = TeamFile(codes=(TeamCode("403", "Not Found"),))
    assert found("HTTP/1.1 403 Not Found\r\n", "http", team) == []


def test_each_slot_is_at_its_own_place() -> None:
    assert all(slot.status != slot.reason for slots in reason_slots().values() for slot in slots)
    assert all(name == name.lower() and name.isalpha() for name in reason_names("python"))
    assert reason_names("python") - reason_names("swift") == {"reason"}


def test_the_text_of_a_directive_is_a_body() -> None:
    assert found('return 403 "Not Found";\n', "nginx") == beside("403 Forbidden", "Not Found", "404", "warning")
