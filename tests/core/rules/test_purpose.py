"""What a status is there for, and what it belongs to, in each language and kind of file."""

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules.handler import find_handlers
from statuslens.rules.purpose import Purpose, find_purposes
from statuslens.rules.subject import Subject

Told = list[tuple[str, str, str]]


def tell(text: str, language: str, path: str = "shop") -> Told:
    subject = Subject(scan_text(text, language=language), load_registry(), DEFAULTS)
    purposes, handlers = find_purposes(subject, path), find_handlers(subject)
    return [(item.code, purposes[item.start].value, handlers.get(item.start, "")) for item in subject.occurrences]


ANSWERED = {
    "c": (
        "#include <microhttpd.h>\nint answer(void) { return MHD_queue_response(c, MHD_HTTP_NOT_FOUND, r); }",
        "answer",
    ),
    "cpp": ("crow::response Shop::show() { return crow::response(404); }", "Shop::show"),
    "csharp": ("class Shop { IActionResult Show() { return StatusCode(404); } }", "Shop.Show"),
    "dart": ("Response show(Request request) { return Response(404); }", "show"),
    "elixir": ('defmodule Shop do\n  def show(conn) do\n    send_resp(conn, 404, "")\n  end\nend', "show"),
    "go": ("func (s *Shop) Show(w http.ResponseWriter) { w.WriteHeader(404) }", "Shop.Show"),
    "java": ("class Shop { void show(HttpServletResponse response) { response.setStatus(404); } }", "Shop.show"),
    "javascript": ('app.get("/orders", (req, res) => { res.status(404).end(); });', "GET /orders"),
    "kotlin": ("class Shop { fun show() { call.respond(HttpStatusCode.NotFound) } }", "Shop.show"),
    "php": ("<?php class Shop { function show() { abort(404); } }", "Shop.show"),
    "python": ("class Shop:\n    def show(self):\n        return HttpResponse(status=404)", "Shop.show"),
    "ruby": ("class Shop\n  def show\n    head :not_found\n  end\nend", "Shop.show"),
    "rust": ("impl Shop { fn show(&self) -> StatusCode { StatusCode::NOT_FOUND } }", "Shop.show"),
    "scala": ("class Shop { def show = Action { Status(404) } }", "Shop.show"),
    "swift": (
        "import Vapor\nclass Shop { func show() -> Response { Response(status: .notFound) } }",
        "Shop.show",
    ),
    "typescript": ("class Shop { show(res: Response) { res.status(404); } }", "Shop.show"),
}


@pytest.mark.parametrize("language", ANSWERED)
def test_an_answer_belongs_to_the_function_around_it(language: str) -> None:
    text, handler = ANSWERED[language]
    assert tell(text, language) == [("404", "answered", handler)]


PURPOSES: dict[str, tuple[str, str, Told]] = {
    "compared": ("python", "if response.status_code == 404:\n    pass", [("404", "handled", "")]),
    "bound": ("go", "func ok() bool { return resp.StatusCode < 300 }", [("300", "handled", "ok")]),
    "case": (
        "javascript",
        "function say(response) { switch (response.status) { case 404: return 1; } }",
        [("404", "handled", "say")],
    ),
    "list to look in": ("python", "RETRIED_STATUSES = [502, 503]", [("502", "handled", ""), ("503", "handled", "")]),
    "list that is passed": (
        "python",
        "CODES = frozenset({502, 503})",
        [("502", "handled", ""), ("503", "handled", "")],
    ),
    "answer in a list": (
        "ruby",
        "class Shop\n  def call(env)\n    [404, {}, ['no such order']]\n  end\nend",
        [("404", "answered", "Shop.call")],
    ),
    "looked up": ("python", "say(response_by_status_code.get(404))", [("404", "handled", "")]),
    "caught": (
        "python",
        "from django.http import Http404\ndef show():\n  try: pass\n  except Http404: raise Http404",
        [("404", "handled", "show"), ("404", "answered", "show")],
    ),
    "parameter": ("elixir", "defp say(%{status_code: 422}), do: nil", [("422", "handled", "say")]),
    "error handler": (
        "python",
        "from flask import Flask\n@app.errorhandler(404)\ndef missing(e):\n    return page, 404",
        [("404", "handled", "missing"), ("404", "answered", "missing")],
    ),
    "described in a decorator": (
        "python",
        "from fastapi import FastAPI\n@app.get('/', responses={404: {}}, status_code=201)\ndef show(): pass",
        [("404", "documented", "show"), ("201", "answered", "show")],
    ),
    "described in an annotation": (
        "csharp",
        "class Shop { [ProducesResponseType(404)] void Show() {} }",
        [("404", "documented", "Shop.Show")],
    ),
    "answered by an annotation": (
        "java",
        "@ResponseStatus(HttpStatus.GONE) class Old extends RuntimeException {}",
        [("410", "answered", "Old")],
    ),
    "route with a name": (
        "typescript",
        'router.post("orders.list", auth(), async (ctx) => { ctx.status = 404; });',
        [("404", "answered", "POST orders.list")],
    ),
    "look-up with a default": (
        "typescript",
        'const status = cache.get("orders", () => ({ status: 404 }));',
        [("404", "answered", "")],
    ),
    "asserted": (
        "rust",
        "fn show() { assert_eq!(response.status(), StatusCode::OK); }",
        [("200", "expected", "show")],
    ),
    "test beside the code": (
        "rust",
        "mod tests { fn show() { let answer = respond(StatusCode::OK); } }",
        [("200", "expected", "show")],
    ),
    "written to a log": (
        "python",
        "def show():\n    log.warning('%s', HTTPStatus.OK)",
        [("200", "logged", "show")],
    ),
    "constant": ("go", "const StatusSoldOut = 404", [("404", "named", "")]),
    "exception's attribute": ("python", "class Gone(Exception):\n    status_code = 410", [("410", "answered", "Gone")]),
    "OpenAPI": (
        "yaml",
        "openapi: 3.1.0\npaths:\n  /orders:\n    get:\n      responses:\n        '404': {description: None}",
        [("404", "documented", "GET /orders")],
    ),
    "other YAML": ("yaml", "errors:\n  status_code: 404", [("404", "configured", "errors.status_code")]),
    "nginx": (
        "nginx",
        "# moved\nlocation /old {\n  return 301 /new;\n}\nreturn 404;",
        [("301", "configured", "location /old"), ("404", "configured", "")],
    ),
    "Apache": (
        "apacheconf",
        "<Location /a>\nRedirect 410 /x\n</Location>",
        [("410", "configured", "Location /a")],
    ),
    "log": ("log", '10.0.0.7 - - [12/Oct/2026:10:15:32 +0200] "GET / HTTP/1.1" 200 2326', [("200", "logged", "")]),
    "raw message": ("http", "HTTP/1.1 404 Not Found\n\n", [("404", "expected", "")]),
}


@pytest.mark.parametrize("case", PURPOSES)
def test_what_stands_around_a_status_says_what_it_is_there_for(case: str) -> None:
    language, text, told = PURPOSES[case]
    assert tell(text, language) == told


@pytest.mark.parametrize(
    ("path", "purpose"),
    [
        ("shop/orders.py", Purpose.ANSWERED),
        ("shop/latest.py", Purpose.ANSWERED),
        ("shop/tests/orders.py", Purpose.EXPECTED),
        ("shop/test_orders.py", Purpose.EXPECTED),
        ("shop/orders_test.py", Purpose.EXPECTED),
        ("shop/orders.spec.py", Purpose.EXPECTED),
        ("tests/cassettes/orders.py", Purpose.LOGGED),
    ],
)
def test_a_path_tells_tests_and_recordings(path: str, purpose: Purpose) -> None:
    assert tell("def show():\n    return HttpResponse(status=404)", "python", path) == [("404", purpose.value, "show")]


@pytest.mark.parametrize(
    ("path", "purpose"),
    [
        ("spec/openapi.json", Purpose.DOCUMENTED),
        ("tests/openapi.json", Purpose.EXPECTED),
    ],
)
def test_an_openapi_document_among_tests_describes_no_api_of_the_repository(path: str, purpose: Purpose) -> None:
    text = '{"paths": {"/orders": {"get": {"responses": {"404": {"description": "None"}}}}}}'
    assert tell(text, "json", path) == [("404", purpose.value, "GET /orders")]
