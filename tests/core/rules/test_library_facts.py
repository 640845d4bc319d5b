"""What the calls of libraries take and mean, as their own sources say, where it was once held for something else."""

import pytest

from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find

SPRING = "import org.springframework.http.*;\nclass A {\n    Object f(HttpHeaders headers, Basket basket) {\n"
AXUM = "use axum::{http::StatusCode, response::IntoResponse};\n"
EXPRESS = 'const express = require("express");\n'
H3 = 'import { createError, sendRedirect, setResponseStatus } from "h3";\n'
GIN = 'package shop\n\nimport "github.com/gin-gonic/gin"\n\nfunc f(c *gin.Context) {\n'
FIBER = 'package shop\n\nimport "github.com/gofiber/fiber/v3"\n\nfunc f(c fiber.Ctx) error {\n'
PEKKO = "import org.apache.pekko.http.scaladsl.server.Directives._\n"
WEB_API = "using System.Net;\nusing System.Net.Http;\nusing System.Web.Http;\n"


def found(text: str, language: str) -> list[tuple[str, str]]:
    findings = find(scan_text(text, language=language), load_registry())
    return [(item.rule, text[item.start : item.end]) for item in findings]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "java",
            f"{SPRING}        return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);\n    }}\n}}\n",
            id="ResponseEntity is given header fields alone",
        ),
        pytest.param(
            "rust",
            AXUM + 'async fn f() -> impl IntoResponse {\n    (StatusCode::NO_CONTENT, [("x-basket", "7")])\n}\n',
            id="axum's tuple ends in header fields",
        ),
        pytest.param(
            "scala",
            f"{PEKKO}val route = complete(StatusCodes.NoContent, List(tag), HttpEntity.Empty)\n",
            id="complete is given header fields before its content",
        ),
        pytest.param(
            "javascript",
            EXPRESS + 'app.get("/", (req, res) => res.redirect(`${page}?status=403`));\n',
            id="an address tells a status to the page that it leads to",
        ),
        pytest.param(
            "swift",
            'import Vapor\nthrow Abort(.badRequest, reason: "Not Found")\n',
            id="the reason of Vapor's Abort is a message",
        ),
        pytest.param(
            "c",
            'void drop(struct mg_connection *c)\n{\n    mg_send_http_error(c, 204, "%s", "");\n}\n',
            id="CivetWeb answers 204 with its call for errors",
        ),
        pytest.param("swift", "import Vapor\nthrow Abort(.noContent)\n", id="Vapor answers an Abort without content"),
        pytest.param(
            "java",
            '@ResponseStatus(code = HttpStatus.CONFLICT, reason = "Gone")\nclass Lost extends RuntimeException {}\n',
            id="so is that of Spring's annotation",
        ),
        pytest.param(
            "java",
            "import jakarta.ws.rs.*;\nclass A {\n    void f() {\n"
            "        throw new WebApplicationException(204);\n    }\n}\n",
            id="an exception of Jakarta REST may carry a response without content",
        ),
    ],
)
def test_what_the_library_takes_so_is_left_in_peace(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "finding"),
    [
        pytest.param(
            "ruby",
            'require "rack"\nrun ->(env) { Rack::Response.new("gone", 204).finish }\n',
            ("body-not-allowed", "204"),
            id="Rack::Response",
        ),
        pytest.param(
            "javascript",
            EXPRESS + 'app.get("/", (req, res) => res.redirect("/basket", 404));\n',
            ("not-a-redirect", "404"),
            id="Express up to 4, the address first",
        ),
        pytest.param(
            "typescript",
            f'{H3}export default (event: H3Event) => sendRedirect(event, "/basket", 200);\n',
            ("not-a-redirect", "200"),
            id="h3 redirect",
        ),
        pytest.param(
            "typescript",
            f"{H3}throw createError({{ statusCode: 200 }});\n",
            ("success-as-error", "200"),
            id="h3 error",
        ),
        pytest.param(
            "typescript",
            f'{H3}setResponseStatus(event, 404, "Gone");\n',
            ("reason-mismatch", "404"),
            id="h3 reason",
        ),
        pytest.param(
            "go",
            f"{GIN}\tc.AbortWithStatusPureJSON(204, gin.H{{}})\n\tc.BSON(204, basket)\n}}\n",
            ("body-not-allowed", "204"),
            id="gin BSON",
        ),
        pytest.param(
            "go",
            f'{FIBER}\treturn c.Redirect().Status(404).To("/")\n}}\n',
            ("not-a-redirect", "404"),
            id="Fiber 3",
        ),
        pytest.param(
            "csharp",
            WEB_API + 'var answer = Request.CreateErrorResponse(HttpStatusCode.OK, "no basket");\n',
            ("success-as-error", "HttpStatusCode.OK"),
            id="ASP.NET Web API",
        ),
        pytest.param(
            "c",
            'void refuse(h2o_req_t *req)\n{\n    h2o_send_error_generic(req, 404, "Forbidden", "no basket", 0);\n}\n',
            ("reason-mismatch", "404"),
            id="H2O reason",
        ),
        pytest.param(
            "c",
            'void refuse(struct mg_connection *c)\n{\n    mg_send_http_error(c, 200, "%s", "no basket");\n}\n',
            ("success-as-error", "200"),
            id="CivetWeb error",
        ),
        pytest.param(
            "cpp",
            "#include <drogon/drogon.h>\n"
            'auto reply = HttpResponse::newRedirectionResponse("", drogon::k404NotFound);\n',
            ("not-a-redirect", "drogon::k404NotFound"),
            id="Drogon redirect",
        ),
        pytest.param(
            "php",
            "<?php\n\nuse Illuminate\\Http\\Request;\n\nreturn to_route('basket', [], 404);\n",
            ("not-a-redirect", "404"),
            id="Laravel route",
        ),
        pytest.param(
            "python",
            "from ninja.errors import HttpError\n\nraise HttpError(200, 'no basket')\n",
            ("success-as-error", "200"),
            id="Django Ninja",
        ),
        pytest.param(
            "python",
            "from werkzeug.exceptions import abort\n\nabort(200)\n",
            ("success-as-error", "200"),
            id="Werkzeug",
        ),
        pytest.param(
            "kotlin",
            "import io.ktor.server.response.*\n\nsuspend fun f(call: ApplicationCall) {\n"
            "    call.respondBytes(basket, ContentType.Any, HttpStatusCode.NoContent)\n}\n",
            ("body-not-allowed", "HttpStatusCode.NoContent"),
            id="Ktor bytes",
        ),
    ],
)
def test_what_the_library_refuses_or_drops_is_found(language: str, text: str, finding: tuple[str, str]) -> None:
    assert found(text, language) == [finding]
