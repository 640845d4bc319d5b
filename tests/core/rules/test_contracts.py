"""What OpenAPI documents say of responses: keys, descriptions, contents and header fields, also by reference."""

import json
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from findings import findings_of
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.rules.apply import apply, fixes_of
from statuslens.rules.contract import read_contract
from statuslens.source.document import Document
from statuslens.source.language import load_languages


def found(rule: str, text: str, language: str = "yaml") -> list[tuple[int, str]]:
    """Return the lines and texts of what a rule finds, the lines counted from 1."""
    text = dedent(text)
    return [
        (text[: item.start].count("\n") + 1, text[item.start : item.end]) for item in findings_of(rule, text, language)
    ]


def document(responses: str, head: str = "openapi: 3.1.0", tail: str = "") -> str:
    return f"{head}\npaths:\n  /a:\n    get:\n      responses: {responses}\n{tail}"


@pytest.mark.parametrize(
    "key", ["44", "4040", "2000", "20", "0", "099", "600", "999", "40x", "4xX", "2**", "200 OK", "200-299"]
)
def test_a_key_that_no_status_has_is_found(key: str) -> None:
    assert found("response-key", document(f"{{'{key}': {{description: x}}}}")) == [(5, key)]


@pytest.mark.parametrize("key", ["200", "299", "599", "1XX", "5XX", "default", "x-4", "ok", "<<"])
def test_a_key_that_openapi_has_is_left_in_peace(key: str) -> None:
    assert found("response-key", document(f"{{'{key}': {{description: x}}}}")) == []


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("204 NO_CONTENT", ("204",)),
        ("200-299", ("200",)),
        ("299 odd", ()),
        ("44", ("404", "414", "424")),
        ("40x", ()),
        ("4040", ("404", "400", "424")),
    ],
)
def test_what_was_perhaps_meant_is_told(key: str, meant: tuple[str, ...]) -> None:
    (problem,) = findings_of("response-key", document(f"{{'{key}': {{description: x}}}}"), "yaml")
    assert problem.suggestions == meant


def test_what_is_no_response_is_left_in_peace() -> None:
    assert found("response-key", document("{'44': 12, '45': [a], '46': {name: x}}")) == []
    assert found("response-key", "jobs: {responses: {'44': {description: x}}}\n") == []
    assert found("response-key", "get: {responses: {'44': {body: x}}}  # RAML\n") == []


def test_a_wrong_key_is_reported_by_one_rule_alone() -> None:
    text = document("{'600': {description: x}, '299': {description: y}}")
    places = [
        (item.rule, text[item.start : item.end]) for item in find(scan_text(text, language="yaml"), load_registry())
    ]
    assert places == [("response-key", "600"), ("unassigned-code", "299")]


def test_an_operation_and_a_path_may_stand_in_a_file_of_their_own() -> None:
    assert found("response-key", "get:\n  responses:\n    '44': {description: x}\n") == [(3, "44")]
    assert found("response-key", "operationId: a\nresponses:\n  '44': {$ref: ./a.yaml}\n") == [(3, "44")]
    assert found(
        "response-key",
        "x:\n  Body:\n    swagger: '2.0'\n    paths: {/a: {put: {responses: {4XX: {description: x}}}}}\n",
    ) == [(4, "4XX")]


def test_the_responses_at_the_root_of_openapi_2_are_components() -> None:
    text = {"swagger": "2.0", "responses": {"44": {"description": "x"}}, "paths": {}}
    assert found("response-key", json.dumps(text), "json") == []


def test_a_range_is_written_with_capitals_unless_it_stands_there_already() -> None:
    text = document("{4xx: {description: x}, 5xx: {description: y}, 5XX: {description: z}}")
    (wrong, twice) = findings_of("response-key", text, "yaml")
    assert apply(text, fixes_of([wrong], with_unsafe=True)).text == text.replace("4xx", "4XX")
    assert (wrong.fix is not None and wrong.fix.is_safe, twice.fix) == (False, None)


def test_the_quotes_are_those_of_the_document() -> None:
    for quote in "'\"":
        text = document(f"{{200: {{description: x}}, {quote}404{quote}: {{description: y}}}}")
        fixes = fixes_of(findings_of("unquoted-response-key", text, "yaml"), with_unsafe=False)
        assert apply(text, fixes).text == text.replace("200", f"{quote}200{quote}")
    text = document("{200: {description: 'x'}}")
    fixes = fixes_of(findings_of("unquoted-response-key", text, "yaml"), with_unsafe=False)
    assert apply(text, fixes).text == text.replace("200", "'200'")


def test_a_key_that_stands_there_twice_is_not_put_in_quotes() -> None:
    text = document("{200: {description: x}, '200': {description: y}}")
    assert [item.fix for item in findings_of("unquoted-response-key", text, "yaml")] == [None]


KEYS = st.sampled_from(["200", "'200'", '"200"', "404", "204", "'4XX'", "4xx", "default", "44", "'44'", "x-a", "? 500"])


@given(keys=st.lists(KEYS, max_size=6), is_flow=st.booleans())
@settings(deadline=None, max_examples=60)
def test_quoting_twice_is_quoting_once_and_says_the_same(keys: list[str], *, is_flow: bool) -> None:
    entries = [
        f"{key}: {{description: é}}" if not key.startswith("?") else f"{key}\n        : {{description: é}}"
        for key in keys
    ]
    listed = (
        "{" + ", ".join(entries).replace("\n       ", "") + "}"
        if is_flow
        else "".join(f"\n        {entry}" for entry in entries)
    )
    text = document(listed)
    once = apply(text, fixes_of(findings_of("unquoted-response-key", text, "yaml"), with_unsafe=False)).text
    again = fixes_of(findings_of("unquoted-response-key", once, "yaml"), with_unsafe=False)
    assert again == []
    assert as_texts(yaml.safe_load(once)) == as_texts(yaml.safe_load(text))


def as_texts(value: Any) -> Any:
    return {str(key): as_texts(item) for key, item in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        ("{description: Forbidden}", ["404"]),
        ("{description: 'Forbidden.'}", ["404"]),
        ("{content: {text/plain: {schema: {type: string}}}, description: Forbidden}", ["404"]),
        ("{description: >-\n          Forbidden}", []),
        ("{description: Forbidden to all but the owner}", []),
        ("{description: Not found.}", []),
        ("{$ref: '#/components/responses/Forbidden'}", []),
    ],
)
def test_a_description_that_is_another_phrase_is_found(response: str, expected: list[str]) -> None:
    tail = "components: {responses: {Forbidden: {description: Forbidden}}}\n"
    text = document(f"{{'404': {response}}}", tail=tail)
    assert [code for _, code in found("reason-mismatch", text)] == expected


@pytest.mark.parametrize("code", ["100", "101", "204", "205", "304"])
def test_content_is_found_where_a_reference_leads_to_it_once_for_all_that_refer(code: str) -> None:
    text = f"""\
    openapi: 3.0.3
    paths:
      /a:
        get:
          responses:
            "{code}": {{$ref: "#/components/responses/Gone"}}
        put:
          responses:
            "{code}": {{$ref: "#/components/responses/Gone"}}
            "200": {{$ref: "#/components/responses/Gone"}}
        post:
          responses:
            "{code}": {{$ref: "other.yaml#/components/responses/Gone"}}
        delete:
          responses:
            "{code}": {{description: gone, content: {{}}}}
    components:
      responses:
        Gone: {{description: gone, content: {{text/plain: {{schema: {{type: string}}}}}}}}
    """
    assert found("body-not-allowed", text) == [(6, code)]


def test_references_that_lead_nowhere_or_in_a_circle_say_nothing() -> None:
    tail = "components: {responses: {A: {$ref: '#/components/responses/A'}}}\n"
    for reference in (
        "#/components/responses/A",
        "#/components/responses/B",
        "#/",
        "#",
        "a b",
        "#/paths/~1a/get/responses/401",
    ):
        assert (
            found(
                "missing-header", document(f"{{'401': {{$ref: '{reference}'}}, '201': {{headers: {{}}}}}}", tail=tail)
            )
            == []
        )


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("{type: http, scheme: bearer}", []),
        ("{type: oauth2, flows: {}}", []),
        ("{type: apiKey, in: header, name: X-Key}", ["401"]),
    ],
)
def test_a_challenge_is_known_from_the_security_scheme_of_the_operation(scheme: str, expected: list[str]) -> None:
    tail = f"security:\n  - key: []\ncomponents: {{securitySchemes: {{key: {scheme}}}}}\n"
    text = document("{'401': {description: Who are you?}, '201': {description: x, headers: {}}}", tail=tail)
    assert [code for _, code in found("missing-header", text)] == expected
    own = text.replace("      responses:", "      security: [{key: []}]\n      responses:").replace(
        "security:\n  - key: []\n", ""
    )
    assert [code for _, code in found("missing-header", own)] == expected
    none = text.replace("      responses:", "      security: []\n      responses:")
    assert [code for _, code in found("missing-header", none)] == ["401"]


def test_the_security_of_openapi_2_counts_as_well() -> None:
    text: dict[str, Any] = {
        "swagger": "2.0",
        "securityDefinitions": {"login": {"type": "basic"}},
        "security": [{"login": []}],
        "paths": {"/a": {"get": {"responses": {"401": {"description": "Who are you?"}, "201": {"headers": {}}}}}},
    }
    assert found("missing-header", json.dumps(text, indent=1), "json") == []
    del text["security"]
    assert [code for _, code in found("missing-header", json.dumps(text, indent=1), "json")] == ["401"]


def test_a_document_that_speaks_of_no_header_field_is_left_in_peace() -> None:
    assert found("missing-header", document("{'401': {description: x}}")) == []
    assert found("missing-header", document("{'401': {description: x}, '201': {description: x, headers: {}}}")) == [
        (5, "401")
    ]


def test_header_fields_count_in_any_case_and_several_parts_need_no_range() -> None:
    responses = """
            '405': {description: x, headers: {allow: {$ref: '#/components/headers/Allow'}}}
            '206': {description: x, content: {multipart/byteranges: {schema: {type: string}}}}
            '426': {description: x, headers: {Upgrade: {schema: {type: string}}}}
            '407': {description: x}
    """
    assert [code for _, code in found("missing-header", document(responses))] == ["407"]


def test_anchors_tags_and_merges_are_read_through() -> None:
    text = """\
    openapi: 3.0.3
    x-common: &common
      description: gone
    paths:
      /a:
        get: &get
          responses: !!map
            "204": &gone
              description: gone
              content: {text/plain: {schema: {type: string}}}
            "401":
              <<: *common
            ? "44"
            : description: x
        put: *get
    """
    assert found("body-not-allowed", text) == [(8, "204")]
    assert found("response-key", text) == [(13, "44")]
    assert found("missing-header", text) == []


@given(st.text(alphabet="responses:{}[]'\"\n \t-&*!?#,|>$ef4x0/é\\", max_size=80))
@settings(deadline=None)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for language in ("yaml", "json"):
        contract = read_contract(Document(f"get:\n  responses: {text}", load_languages()[language]))
        assert contract is not None
        assert {contract.is_challenged(item) for item in contract.responses} <= {False}


def test_a_part_of_a_document_does_not_tell_of_its_security() -> None:
    part = "get:\n  responses:\n    '401': {description: x}\n    '405': {description: x, headers: {}}\n"
    assert [code for _, code in found("missing-header", part)] == ["405"]


def test_a_description_may_name_the_header() -> None:
    described = (
        "{'405': {description: 'See `Allow`.'}, '426': {description: We allow no upgrade.}, '200': {headers: {}}}"
    )
    assert [code for _, code in found("missing-header", document(described))] == ["426"]
