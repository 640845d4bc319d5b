"""Which names say that another status is meant."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find


def found(text: str, language: str) -> list[tuple[str, str]]:
    findings = find(scan_text(text, language=language), load_registry())
    return [(text[item.start : item.end], item.message) for item in findings if item.rule == "name-mismatch"]


def test_a_name_says_which_status_it_means() -> None:
    text = "import requests\n\nNOT_FOUND = 403\n"
    assert found(text, "python") == [
        ("403", "NOT_FOUND is the name of 404 Not Found, but stands for 403 Forbidden here.")
    ]


def test_a_member_among_others_is_compared_with_its_name() -> None:
    text = "package shop\n\nconst (\n\tStatusNotFound = 404\n\tStatusGone = 404\n)\n"
    assert found(text, "go") == [("404", "StatusGone is the name of 410 Gone, but stands for 404 Not Found here.")]


def test_a_key_is_compared_with_its_name() -> None:
    text = 'import requests\n\nSTATUS_CODES = {"not_found": 404, "conflict": 410}\n'
    assert found(text, "python") == [("410", "conflict is the name of 409 Conflict, but stands for 410 Gone here.")]


@pytest.mark.parametrize(
    "table",
    [
        '{"NOT_FOUND": 404, "ALREADY_EXISTS": 409, "ABORTED": 409}',
        '{"not_found": 404, "gone": 404}',
        '{"basket_not_found": 410, "not_found": 404}',
        '{"unauthorized": 403}',
        '{"not_found": 404, "ok": 204, "created": 200}',
    ],
)
def test_a_table_from_other_errors_to_statuses_is_left_in_peace(table: str) -> None:
    assert found(f"import requests\n\nHTTP_STATUS_OF = {table}\n", "python") == []


@pytest.mark.parametrize(
    "line",
    [
        "NOT_FOUND = 101",
        "REQUEST_TIMEOUT = 500",
        "ErrorCode.NOT_FOUND = 403001",
        "CONFIG_NOT_FOUND = 300",
        "multi_status = 507",
        "found = 404",
        "created = 200",
        "EcodeKeyNotFound = 400",
    ],
)
def test_other_things_have_such_names_too(line: str) -> None:
    assert found(f"import requests\n\n{line}\n", "python") == []


def test_a_former_name_is_right() -> None:
    text = "import requests\n\nHTTP_REQUEST_ENTITY_TOO_LARGE = 413\nHTTP_UNPROCESSABLE_ENTITY = 422\n"
    assert found(text, "python") == []


def test_another_protocol_has_codes_of_its_own() -> None:
    text = "package ftp\n\n// FTP reply codes. FTP has its own.\nconst (\n\tStatusNotImplemented = 502\n)\n"
    assert found(text, "go") == []


def test_a_list_of_statuses_is_told_by_most_of_its_names() -> None:
    members = {"OK": 200, "CREATED": 201, "SUCCESS": 299, "UNAUTHORIZED": 403}
    lines = "".join(f"    public static final int {name} = {code};\n" for name, code in members.items())
    text = f"public class Answers {{\n{lines}}}\n// HTTP, http\n"
    assert [code for code, _ in found(text, "java")] == ["403"]
    with_others = text.replace("CREATED", "DONE").replace("OK = 200", "BUSY = 420")
    assert found(with_others, "java") == []


def test_a_name_beside_another_for_its_own_status_was_chosen() -> None:
    text = "export enum HttpStatus {\n  Ok = 200,\n  NotFound = 404,\n  NotLoggedIn = 401,\n  Unauthorized = 403,\n}\n"
    assert found(text, "typescript") == []
    assert [code for code, _ in found(text.replace("NotLoggedIn", "Forbidden"), "typescript")] == ["401", "403"]


def test_errors_of_an_application_map_to_statuses_as_it_likes() -> None:
    text = (
        "const statusOf = { UNAUTHORIZED: 403, NOT_FOUND: 404, ALREADY_MEMBER: 400 };\nres.status(statusOf[e.code]);\n"
    )
    assert found(text, "javascript") == []


def test_statuses_of_something_else_are_left_in_peace() -> None:
    text = (
        "export const STATUS_CLOSED = 402;\nexport const STATUS_NOT_FOUND = 403;\nexport const STATUS_REJECTED = 404;\n"
    )
    assert found(text, "typescript") == []


def test_a_name_that_servers_have_for_the_status_is_left_in_peace() -> None:
    assert found("module Status\n  FOUND = 302\n  MOVED_TEMPORARILY = 307\nend\n", "ruby") == []
