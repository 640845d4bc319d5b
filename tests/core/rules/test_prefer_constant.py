"""Where a number gives way to a constant, by which import, and where it stays."""

import pytest

from mending import mended
from statuslens.registry.declared import Declared


def constants(text: str, language: str, *declared: tuple[str, str]) -> str:
    return mended("prefer-constant", text, language, Declared(declared))


def stays(text: str, language: str, *declared: tuple[str, str]) -> bool:
    return constants(text, language, *declared) == text


FASTAPI = "from fastapi import HTTPException\n\nraise HTTPException(422)\n"


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ((), "HTTP_422_UNPROCESSABLE_ENTITY"),
        ((("pypi/fastapi", "0.100"),), "HTTP_422_UNPROCESSABLE_ENTITY"),
        ((("pypi/fastapi", "0.100"), ("pypi/starlette", "0.48")), "HTTP_422_UNPROCESSABLE_CONTENT"),
    ],
)
def test_the_name_is_one_of_the_lowest_declared_version(declared: tuple[tuple[str, str], ...], name: str) -> None:
    expected = f"from fastapi import HTTPException, status\n\nraise HTTPException(status.{name})\n"
    assert constants(FASTAPI, "python", *declared) == expected


@pytest.mark.parametrize(
    ("text", "language", "package", "older", "newer"),
    [
        (
            "from http import HTTPStatus\n\nassert response.status == 413\n",
            "python",
            ("python", "3.11", "3.13"),
            "HTTPStatus.REQUEST_ENTITY_TOO_LARGE",
            "HTTPStatus.CONTENT_TOO_LARGE",
        ),
        ("head 422\n", "ruby", ("gem/rack", "2.2", "3.1.8"), ":unprocessable_entity", ":unprocessable_content"),
        (
            "import org.springframework.http.*;\n\nclass A {\n    B b = ResponseEntity.status(413);\n}\n",
            "java",
            ("maven/org.springframework.boot/spring-boot-starter-parent", "3.4", "4.0"),
            "HttpStatus.PAYLOAD_TOO_LARGE",
            "HttpStatus.CONTENT_TOO_LARGE",
        ),
        (
            "def refuse(conn), do: Plug.Conn.send_resp(conn, 422, body)\n",
            "elixir",
            ("hex/plug", "1.18", "1.19"),
            ":unprocessable_entity",
            ":unprocessable_content",
        ),
    ],
)
def test_a_renamed_status_has_the_name_that_the_declared_version_has(
    text: str, language: str, package: tuple[str, str, str], older: str, newer: str
) -> None:
    name, old, new = package
    unknown, before, after = (constants(text, language, *declared) for declared in ((), ((name, old),), ((name, new),)))
    assert (older in unknown, older in before, newer in after) == (True, True, True)


def test_a_name_that_only_newer_versions_have_is_not_taken_unasked() -> None:
    text = (
        "import jakarta.servlet.http.HttpServletResponse;\n\nclass A {\n"
        "    void refuse(HttpServletResponse response) {\n        response.setStatus(422);\n    }\n}\n"
    )
    assert stays(text, "java")
    assert stays(text, "java", ("maven/jakarta.servlet/jakarta.servlet-api", "6.0.0"))
    newer = constants(text, "java", ("maven/jakarta.servlet/jakarta.servlet-api", "6.1.0"))
    assert newer == text.replace("422", "HttpServletResponse.SC_UNPROCESSABLE_CONTENT")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from http import HTTPStatus as S\n", "from http import HTTPStatus as S\n\nok = r.status_code == S.OK\n"),
        ("import http\n", "import http\n\nok = r.status_code == http.HTTPStatus.OK\n"),
        (
            "from starlette import status\n",
            "from starlette import status\n\nok = r.status_code == status.HTTP_200_OK\n",
        ),
        (
            "import starlette.status\n",
            "import starlette.status\n\nok = r.status_code == starlette.status.HTTP_200_OK\n",
        ),
        (
            '"""Say hello."""\n\nfrom __future__ import annotations\n\nimport requests\n',
            '"""Say hello."""\n\nfrom __future__ import annotations\n\nfrom http import HTTPStatus\n\n'
            "import requests\n\n"
            "ok = r.status_code == HTTPStatus.OK\n",
        ),
        (
            "import abc\nimport sys\nfrom typing import Any\n\nfrom own import x\n",
            "import abc\nimport sys\nfrom http import HTTPStatus\nfrom typing import Any\n\nfrom own import x\n\n"
            "ok = r.status_code == HTTPStatus.OK\n",
        ),
        (
            "from http import (\n    cookies,\n    server,\n)\n",
            "from http import (\n    cookies,\n    server,\n    HTTPStatus,\n)\n\n"
            "ok = r.status_code == HTTPStatus.OK\n",
        ),
        (
            "#!/usr/bin/env python3\n# Licence\n",
            "#!/usr/bin/env python3\n# Licence\n\nfrom http import HTTPStatus\n\nok = r.status_code == HTTPStatus.OK\n",
        ),
        (
            "from starlette.status import HTTP_200_OK as FINE\n",
            "from starlette.status import HTTP_200_OK as FINE\n\nok = r.status_code == FINE\n",
        ),
        (
            "from starlette.status import HTTP_404_NOT_FOUND\n",
            "from starlette.status import HTTP_404_NOT_FOUND, HTTP_200_OK\n\nok = r.status_code == HTTP_200_OK\n",
        ),
        ("if x:\n    from http import HTTPStatus\n", None),
        ("from __future__ import print_function\n", None),
        ("HTTPStatus = 3\n", None),
        ("import own as HTTPStatus\n", None),
    ],
)
def test_an_import_is_reused_or_added_where_it_belongs(before: str, after: str | None) -> None:
    text = f"{before}\nok = r.status_code == 200\n"
    assert constants(text, "python") == (after or text)


def test_a_name_that_means_something_else_here_is_not_used() -> None:
    text = (
        "from fastapi import HTTPException, status\n\n\ndef refuse(status):\n    raise HTTPException(404)\n\n\n"
        "def lose():\n    raise HTTPException(410)\n"
    )
    assert constants(text, "python") == text.replace("410", "status.HTTP_410_GONE")


STAYING = {
    "a handler that prints it": ("python", "def fail(status):\n    print(f'{status}')\n\n\nfail(status=404)\n"),
    "an assigned number": ("python", "import requests\n\nstatus = 404\nprint(f'{status}', requests)\n"),
    "a key and a body": ("python", "responses = {404: {'status': 404}}\n"),
    "a name that captures": ("python", "match r.status_code:\n    case 700 | x: pass\n"),
    "identity": ("python", "ok = r.status_code is 200\n"),
    "a class": ("python", "ok = r.status_code // 100 == 2\n"),
    "a bound": ("go", "package x\n\nvar ok = r.StatusCode >= 200 && r.StatusCode < 300\n"),
    "arithmetic": ("go", 'package x\n\nimport "net/http"\n\nvar ok = http.X.StatusCode/100 == 2\n'),
    "a route": ("ruby", 'Rails.application.routes.draw do\n  get "/a", to: redirect("/b", status: 301)\nend\n'),
    "Rack's own response": ("ruby", "Rack::Response.new([], 404)\nresponse.status == 404\n[404, {}, []]\n"),
    "a code that nobody knows": ("ruby", "head 550\nrender status: 599\n"),
    "an SQL text": ("php", "<?php\nuse Symfony\\Component\\HttpFoundation\\Response;\n$q = 'WHERE status = 404';\n"),
    "a library that is not there": ("javascript", "import express from 'express';\n\nres.status(404).end();\n"),
    "types alone": (
        "typescript",
        "import type { StatusCodes } from 'http-status-codes';\n\nconst x: { status: 404 } = { status: 404 };\n",
    ),
    "a scope of its own": ("rust", "use http::StatusCode;\n\nmod inner {\n    fn f() { b.status() == 404 }\n}\n"),
    "a pattern": ("rust", "use http::StatusCode;\n\nfn f() { match r.status().as_u16() { 404 => 1, _ => 2 }; }\n"),
    "an annotation": (
        "java",
        "import org.springframework.http.HttpStatus;\n\nclass A {\n    @ApiResponse(code = 422)\n    void f() {}\n}\n",
    ),
    "a label": (
        "java",
        "import org.springframework.http.HttpStatus;\n\nclass A {\n    void f() {\n"
        "        switch (r.getStatus()) { case 422: g(); }\n    }\n}\n",
    ),
    "a number with its type": ("rust", "use http::StatusCode;\n\nfn f() -> bool { r.status().as_u16() == 404u16 }\n"),
    "a call that takes no enumeration": (
        "java",
        'import jakarta.ws.rs.core.Response;\n\nclass A {\n    Response r = Response.status(422, "no").build();\n}\n',
    ),
    "a number beside the same constant": (
        "go",
        'package x\n\nimport "net/http"\n\nvar ok = http.StatusConflict == 409 && r.StatusCode == 409\n',
    ),
    "an enumeration": ("csharp", "using System.Net;\n\nclass A { bool F() => (int)r.StatusCode == 404; }\n"),
    "a definition": ("go", 'package x\n\nimport "net/http"\n\nconst StatusNotFound = 404\n\nvar _ = http.Get\n'),
}


@pytest.mark.parametrize(("language", "text"), STAYING.values(), ids=STAYING)
def test_what_only_a_number_can_be_stays(language: str, text: str) -> None:
    assert stays(text, language)


CHANGING = {
    "go, an import to add": (
        "go",
        'package x\n\nimport (\n\t"fmt"\n\n\t"example.org/x"\n)\n\nvar ok = r.StatusCode == 404\n',
        'package x\n\nimport (\n\t"fmt"\n\t"net/http"\n\n\t"example.org/x"\n)\n\n'
        "var ok = r.StatusCode == http.StatusNotFound\n",
    ),
    "go, the first import": (
        "go",
        "package x\n\nvar ok = r.StatusCode == 404\n",
        'package x\n\nimport "net/http"\n\nvar ok = r.StatusCode == http.StatusNotFound\n',
    ),
    "go, a field": (
        "go",
        'package x\n\nimport "net/http"\n\nvar r = http.Response{StatusCode: 404}\n',
        'package x\n\nimport "net/http"\n\nvar r = http.Response{StatusCode: http.StatusNotFound}\n',
    ),
    "go, a library with its major version": (
        "go",
        'package x\n\nimport "github.com/gofiber/fiber/v2"\n\nfunc f(c *fiber.Ctx) { c.SendStatus(404) }\n',
        'package x\n\nimport "github.com/gofiber/fiber/v2"\n\n'
        "func f(c *fiber.Ctx) { c.SendStatus(fiber.StatusNotFound) }\n",
    ),
    "javascript, what the file calls it": (
        "javascript",
        "const httpStatus = require('http-status');\n\nif (x) res.status(httpStatus.OK);\nres.status(404);\n",
        "const httpStatus = require('http-status');\n\n"
        "if (x) res.status(httpStatus.OK);\nres.status(httpStatus.NOT_FOUND);\n",
    ),
    "php, an alias": (
        "php",
        "<?php\n\nuse Symfony\\Component\\HttpFoundation\\Response as Answer;\n\nreturn $r->getStatusCode() === 404;\n",
        "<?php\n\nuse Symfony\\Component\\HttpFoundation\\Response as Answer;\n\n"
        "return $r->getStatusCode() === Answer::HTTP_NOT_FOUND;\n",
    ),
    "java, the older root": (
        "java",
        "import javax.ws.rs.WebApplicationException;\n\nclass A {\n    void f() {\n"
        "        throw new WebApplicationException(404);\n    }\n}\n",
        "import javax.ws.rs.WebApplicationException;\nimport javax.ws.rs.core.Response;\n\nclass A {\n    void f() {\n"
        "        throw new WebApplicationException(Response.Status.NOT_FOUND);\n    }\n}\n",
    ),
    "java, a library that may be there without its web part": (
        "java",
        "import org.springframework.stereotype.Service;\n\n@Service\nclass A {\n"
        "    boolean ok() { return r.getStatus() == 404; }\n}\n",
        "import java.net.HttpURLConnection;\nimport org.springframework.stereotype.Service;\n\n@Service\nclass A {\n"
        "    boolean ok() { return r.getStatus() == HttpURLConnection.HTTP_NOT_FOUND; }\n}\n",
    ),
    "python, a pattern in which a name alone would capture": (
        "python",
        "from starlette.status import HTTP_404_NOT_FOUND\n\nmatch r.status_code:\n    case 404:\n        pass\n",
        "from starlette import status\nfrom starlette.status import HTTP_404_NOT_FOUND\n\nmatch r.status_code:\n"
        "    case status.HTTP_404_NOT_FOUND:\n        pass\n",
    ),
    "java, a static import": (
        "java",
        "import static java.net.HttpURLConnection.HTTP_OK;\n\nclass A {\n"
        "    boolean ok() { return r.getStatus() == 200; }\n}\n",
        "import static java.net.HttpURLConnection.HTTP_OK;\n\nclass A {\n"
        "    boolean ok() { return r.getStatus() == HTTP_OK; }\n}\n",
    ),
    "csharp, a cast": (
        "csharp",
        "using System.Net;\n\nclass A { bool F() => r.StatusCode == (HttpStatusCode)404; }\n",
        "using System.Net;\n\nclass A { bool F() => r.StatusCode == HttpStatusCode.NotFound; }\n",
    ),
    "csharp, an attribute": (
        "csharp",
        "using Microsoft.AspNetCore.Mvc;\n\nclass A {\n    [ProducesResponseType(404)]\n    void F() {}\n}\n",
        "using Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\n\nclass A {\n"
        "    [ProducesResponseType(StatusCodes.Status404NotFound)]\n    void F() {}\n}\n",
    ),
    "rust, three ways": (
        "rust",
        "use axum::{http::StatusCode, Json};\n\nfn f() {\n    if r.status() == 404 || r.status().as_u16() == 410 {}\n"
        "    let s = StatusCode::from_u16(409).unwrap();\n}\n",
        "use axum::{http::StatusCode, Json};\n\nfn f() {\n"
        "    if r.status() == StatusCode::NOT_FOUND || r.status().as_u16() == StatusCode::GONE.as_u16() {}\n"
        "    let s = StatusCode::CONFLICT;\n}\n",
    ),
    "kotlin, what makes one": (
        "kotlin",
        "import io.ktor.http.*\n\nsuspend fun f() = call.respond(HttpStatusCode.fromValue(404))\n",
        "import io.ktor.http.*\n\nsuspend fun f() = call.respond(HttpStatusCode.NotFound)\n",
    ),
    "line ends": (
        "go",
        'package x\r\n\r\nimport (\r\n\t"fmt"\r\n)\r\n\r\nvar ok = r.StatusCode == 404\r\n',
        'package x\r\n\r\nimport (\r\n\t"fmt"\r\n\t"net/http"\r\n)\r\n\r\n'
        "var ok = r.StatusCode == http.StatusNotFound\r\n",
    ),
}


@pytest.mark.parametrize(("language", "before", "after"), CHANGING.values(), ids=CHANGING)
def test_a_constant_is_written_as_the_file_writes_its_imports(language: str, before: str, after: str) -> None:
    assert constants(before, language) == after


def test_each_of_many_names_is_added_to_the_import() -> None:
    codes = [200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 409, 410]
    before = "from starlette.status import HTTP_418_IM_A_TEAPOT\n\n"
    text = before + "".join(f"is_{code} = r.status_code == {code}\n" for code in codes)
    fixed = constants(text, "python")
    assert fixed.splitlines()[0].count(",") == len(codes)
    assert [line.rpartition("HTTP_")[2][:3] for line in fixed.splitlines()[2:]] == list(map(str, codes))


def test_a_library_that_the_project_declares_is_imported_in_the_file_s_own_style() -> None:
    before = "const express = require('express')\n\nexpress().get('/', (req, res) => res.status(404).end())\n"
    after = before.replace("404", "StatusCodes.NOT_FOUND").replace(
        "')\n\n", "')\nconst { StatusCodes } = require('http-status-codes')\n\n", 1
    )
    assert constants(before, "javascript", ("npm/http-status-codes", "2.3")) == after
