"""What calls of libraries send: contents, errors, redirects and header fields, and what is left in peace."""

import pytest

from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Level, find

DJANGO = "from django.http import HttpResponse, JsonResponse\n"
FLASK = "from flask import Flask, abort, jsonify, redirect\n"
FASTAPI = "from fastapi import HTTPException, Response\n"
GO = 'package shop\n\nimport "net/http"\n\nfunc answer(w http.ResponseWriter, r *http.Request) {\n'
REGISTRY = load_registry()
ON = TeamFile(rules=(RuleSetting("missing-header", RuleLevel.WARNING),))


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(item.rule, text[item.start : item.end]) for item in find(scan_text(text, language=language), REGISTRY)]


def messages(text: str, language: str, team: TeamFile = ON) -> list[tuple[Level, str]]:
    scan = scan_text(text, language=language)
    return [(item.level, item.message) for item in find(scan, REGISTRY, team)]


@pytest.mark.parametrize("body", ['""', "None", "b''", "{}", "[]", "empty_body()", "bytes()", "jsonify({})"])
def test_nothing_may_be_sent_without_content(body: str) -> None:
    assert found(f"{DJANGO}def f(request):\n    return HttpResponse({body}, status=204)\n", "python") == []


def test_the_content_that_is_lost_is_told() -> None:
    text = f"{DJANGO}def f(request):\n    return JsonResponse({{'a': 1}}, status=205)\n"
    assert messages(text, "python") == [
        (
            Level.WARNING,
            "A response with 205 Reset Content has to be empty (RFC 9110 §15.3.6), "
            "so {'a': 1} does not reach the client.",
        )
    ]


def test_a_tuple_is_judged_where_its_content_is_seen() -> None:
    handlers = [
        "return remove(), 204",
        "return jsonify(a=1), 204",
        "text = ''\n    return text, 204",
        "text = 'gone'\n    return text, 204",
    ]
    text = FLASK + "".join(f"def f{place}():\n    {body}\n" for place, body in enumerate(handlers))
    lines = [text[: item.start].count("\n") for item in find(scan_text(text, language="python"), REGISTRY)]
    assert [text.splitlines()[line].strip() for line in lines] == ["return jsonify(a=1), 204", "return text, 204"]
    assert lines[1] == len(text.splitlines()) - 1


def test_a_status_that_is_chosen_with_the_content_is_left_in_peace() -> None:
    text = "app.get('/', (req, res) => { res.status(item ? 200 : 204).json(item); });\n"
    assert found(text, "javascript") == []


def test_an_empty_text_is_content_where_the_library_takes_it_so() -> None:
    text = "const a = new Response('', { status: 204 });\nconst b = new Response(null, { status: 204 });\n"
    assert found(text, "javascript") == [("body-not-allowed", "204")]


def test_the_next_statements_send_content_until_the_handler_ends() -> None:
    assert found(f'{GO}\tw.WriteHeader(204)\n\tw.Write([]byte("x"))\n}}\n', "go") == [("body-not-allowed", "204")]
    assert found(f'{GO}\tw.WriteHeader(204)\n\treturn\n\tw.Write([]byte("x"))\n}}\n', "go") == []
    assert found(f'{GO}\tw.WriteHeader(204)\n\tlog.Write([]byte("x"))\n}}\n', "go") == []


def test_behind_an_interim_response_the_final_one_is_written() -> None:
    assert found(f'{GO}\tw.WriteHeader(http.StatusProcessing)\n\tw.Write([]byte("x"))\n}}\n', "go") == []


def test_a_response_that_a_client_is_shown_in_a_test_is_no_response_of_ours() -> None:
    text = 'class T {\n    Response r = Response.builder().status(204).body("x").build();\n}\n'
    assert found(text, "java") == []


def test_exceptions_of_success_are_left_in_peace_where_their_library_means_them() -> None:
    text = f"{FASTAPI}from aiohttp import web\n\n\ndef f():\n    raise web.HTTPOk()\n"
    assert found(text, "python") == []
    assert found(f"{FASTAPI}\n\ndef f():\n    raise HTTPException(204)\n", "python") == []
    assert found(f"{FASTAPI}\n\ndef f():\n    raise HTTPException(200)\n", "python") == [("success-as-error", "200")]


def test_abort_of_another_library_takes_what_it_likes() -> None:
    assert found("from shop.robot import abort\n\nabort(200)\n", "python") == []


@pytest.mark.parametrize("code", ["201", "300", "301", "302", "303", "307", "308"])
def test_a_redirect_may_lead_somewhere(code: str) -> None:
    assert found(f"{FLASK}\n\ndef f():\n    return redirect('/', {code})\n", "python") == []


@pytest.mark.parametrize("code", ["200", "204", "304", "401", "500"])
def test_a_redirect_that_leads_nowhere_is_found(code: str) -> None:
    text = f"{FLASK}\n\ndef f():\n    return redirect('/', {code})\n"
    assert ("not-a-redirect", code) in found(text, "python")


def test_a_failure_of_a_web_server_may_have_a_text() -> None:
    text = 'location / {\n  return 404 "see https://shop.example";\n  return 200 https://shop.example;\n}\n'
    assert found(text, "nginx") == []


def test_a_recommended_header_is_a_hint() -> None:
    text = f"{FASTAPI}\n\ndef f():\n    return Response(status_code=307)\n"
    assert messages(text, "python") == [
        (
            Level.HINT,
            "A response with 307 Temporary Redirect should come with Location (RFC 9110 §15.4.8), "
            "and this one does not.",
        )
    ]


@pytest.mark.parametrize(
    "response",
    [
        "return Response(status_code=401, headers=headers)",
        "return Response(status_code=401, **options)",
        "return Response(status_code=401, headers={'www-authenticate': 'Bearer', **more})",
        "response = Response(status_code=401)\n    return challenge(response)",
        "return Response(status_code=503)",
        "return Response(status_code=429)",
    ],
)
def test_what_is_not_written_out_or_only_allowed_is_no_missing_header(response: str) -> None:
    assert messages(f"{FASTAPI}\n\ndef f():\n    {response}\n", "python") == []


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", ["405"]),
        ("c.header('Allow', 'GET');", []),
        ("c.res.headers.set(names.ALLOW, 'GET');", []),
        ("log('we do not allow this');", ["405"]),
    ],
)
def test_a_header_that_the_function_around_sets_is_not_missing(before: str, expected: list[str]) -> None:
    text = f"app.put('/', (c) => {{ {before} return c.json({{}}, 405); }});\n"
    scan = scan_text(text, language="javascript")
    assert [text[item.start : item.end] for item in find(scan, REGISTRY, ON)] == expected


def test_what_the_server_adds_to_an_interim_response_is_not_missing() -> None:
    assert messages("function f() { return new Response(null, { status: 101, webSocket }); }\n", "javascript") == []
