"""Names of statuses: what a name says, how much of the source it takes, and what is none."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.recognise import scan_text
from statuslens.recognise.constants import find_constants, has_constant_needle
from statuslens.recognise.facts import find_facts
from statuslens.recognise.sayings import name_endings, saying_of
from statuslens.recognise.weights import load_weights
from statuslens.registry import load_registry
from statuslens.source.detect import language_of
from statuslens.source.document import Document
from statuslens.source.language import load_languages

CORPUS = Path(__file__).parent
FILES = [path for path in sorted(CORPUS.glob("*/*")) if language_of(path) in load_languages()]


def constants(language: str, text: str) -> list[tuple[str, str]]:
    """Return the text and code of each named constant."""
    found = scan_text(text, language=language).occurrences
    return [(item.text, item.code) for item in found if item.role == "constant"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("NOT_FOUND", "404"),
        ("NotFound", "404"),
        ("notFound", "404"),
        ("k404NotFound", "404"),
        ("Status404NotFound", "404"),
        ("NotFound_404", "404"),
        ("HTTP_404", "404"),
        ("HTTP_404_NOT_FOUND", "404"),
        ("NGX_HTTP_NOT_FOUND", "404"),
        ("IM_A_TEAPOT", "418"),
        ("IMUsed", "226"),
        ("MOVED_TEMPORARILY", "302"),
        ("REQUEST_ENTITY_TOO_LARGE", "413"),
        ("TEMP_REDIRECT", "307"),
        ("HTTP_VERSION_NOT_SUPPORTED", "505"),
    ],
)
def test_a_name_says_a_current_or_former_phrase_or_the_number(name: str, code: str) -> None:
    saying = saying_of(name)
    assert saying is not None
    assert saying.code == code


@pytest.mark.parametrize("name", ["GET", "NotFoundError", "StatusText", "HTTP_2", "HTTP_404_405", "Status", "k8s", "_"])
def test_a_name_that_says_no_phrase_and_ends_with_no_number_says_nothing(name: str) -> None:
    assert saying_of(name) is None


@given(
    st.text("aZ4_", max_size=3),
    st.sampled_from([re.sub(r"\W+", "_", status.name).strip("_") for status in load_registry()]),
    st.sampled_from([str, str.upper, str.lower, lambda name: name.replace("_", "")]),
    st.sampled_from(["", "_", "a", "4", "404", "_404", "404_"]),
)
def test_only_names_with_one_of_the_endings_say_something(
    before: str, phrase: str, write: Callable[[str], str], after: str
) -> None:
    name = before + write(phrase) + after
    assert saying_of(name) is None or name[-3:].encode() in name_endings() or name.endswith("_")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "java",
            "int s = org.springframework.http.HttpStatus.GONE.value();",
            "org.springframework.http.HttpStatus.GONE",
        ),
        ("csharp", "var s = (int)HttpStatusCode.Gone;", "HttpStatusCode.Gone"),
        ("ruby", "head :gone", ":gone"),
        ("elixir", "put_status(conn, :gone)", ":gone"),
        ("swift", "if response.status == .gone {}", ".gone"),
        ("php", r"<?php $s = \App\Http\Status::GONE;", r"\App\Http\Status::GONE"),
        ("rust", "let s = http::StatusCode::GONE.as_u16();", "http::StatusCode::GONE"),
        ("cpp", "auto s = ::http::status::gone;", "http::status::gone"),
        ("kotlin", "val s = HttpStatusCode.Gone.value", "HttpStatusCode.Gone"),
    ],
)
def test_a_constant_is_its_whole_expression_without_casts_and_values(language: str, text: str, found: str) -> None:
    assert constants(language, text) == [(found, "410")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "from http import HTTPStatus as S\nx = S.GONE"),
        ("python", "from http.client import GONE as MISSING\nx = MISSING"),
        ("python", "from rest_framework.status import *\nx = HTTP_410_GONE"),
        ("go", 'import nethttp "net/http"\n\nvar x = nethttp.StatusGone'),
        ("go", 'import . "net/http"\n\nvar x = StatusGone'),
        ("java", "import static java.net.HttpURLConnection.*;\nclass A { int x = HTTP_GONE; }"),
        ("java", "class A extends HttpServlet { int x = SC_GONE; }"),
        ("csharp", "using static System.Net.HttpStatusCode;\nvar x = Gone;"),
        ("csharp", "using Code = System.Net.HttpStatusCode;\nvar x = Code.Gone;"),
        ("rust", "use http::{StatusCode as S};\nconst X: S = S::GONE;"),
        ("scala", "import akka.http.scaladsl.model.{StatusCodes => S}\nval x = S.Gone"),
        ("scala", "import akka.http.scaladsl.model._\nimport StatusCodes._\nval x = Gone"),
        ("kotlin", "import io.ktor.http.HttpStatusCode as S\nval x = S.Companion.Gone"),
        ("php", "<?php use Symfony\\Component\\HttpFoundation\\Response as R;\n$x = R::HTTP_GONE;"),
        ("php", "<?php class Response extends Base { function f() { return static::STATUS_GONE; } }"),
        ("typescript", 'import { StatusCodes as S } from "http-status-codes";\nconst x = S.GONE;'),
        ("dart", "import 'dart:io' as io;\nvar x = io.HttpStatus.gone;"),
    ],
)
def test_a_constant_is_found_through_imports_and_aliases(language: str, text: str) -> None:
    assert [code for _, code in constants(language, text)] == ["410"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("go", 'import "google.golang.org/grpc/codes"\n\nvar err = status.Error(codes.NotFound, "none")'),
        ("java", "import io.grpc.Status;\nclass A { Status x = Status.NOT_FOUND; }"),
        ("python", "import grpc\nx = response.status == grpc.StatusCode.NOT_FOUND"),
        ("csharp", "using Grpc.Core;\nvar x = error.StatusCode == StatusCode.NotFound;"),
        ("typescript", 'import { SpanStatusCode } from "@opentelemetry/api";\nspan.setStatus(SpanStatusCode.OK);'),
        ("rust", "if error.kind() == ErrorKind::NotFound {}"),
        ("rust", "impl Refusal { fn status_code(&self) -> u16 { match self { Self::Forbidden => 1 } } }"),
        ("kotlin", "order.status = OrderStatus.ACCEPTED"),
        ("java", "class A { void f() { task.setStatus(Status.CREATED); task.setStatus(Status.PENDING); } }"),
        ("python", "assert message.data == WSCloseCode.OK"),
        ("c", "int f(long status) { return status == STATUS_PENDING || status == STATUS_NOT_FOUND; }"),
        ("cpp", "if (error.code() == error_code::HTTP_SERVICE_UNAVAILABLE) {}"),
        ("elixir", "assert {:error, :not_found} = get_status(id)"),
        ("elixir", "case reply do\n  {:ok, %{status: status}} -> {:ok, status}\nend"),
        ("ruby", "basket.update(status: :accepted)"),
        ("swift", "import GRPCCore\nif error.status.code == .notFound {}"),
        ("javascript", "if (!response.ok) throw new HttpError.NotFound();"),
        ("go", 'import "net/http"\n\nvar handler = http.NotFound'),
        ("python", "raise web.HTTPNotFound"),
        ("python", "HTTP_NOT_FOUND = missing"),
        ("javascript", "const codes = { HTTP_NOT_FOUND: missing };"),
        ("c", "#ifndef HTTP_NOT_FOUND\n#endif"),
        ("cpp", "enum Code { HTTP_NOT_FOUND, HTTP_GONE };"),
    ],
)
def test_names_that_look_like_statuses_are_none(language: str, text: str) -> None:
    assert constants(language, text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_cheap_search_for_names_loses_no_constant(path: Path) -> None:
    language = load_languages()[str(language_of(path))]
    for line in path.read_text(encoding="utf-8").split("\n"):
        document = Document(line, language)
        if not has_constant_needle(document.data, language):
            assert list(find_constants(find_facts(document), load_weights())) == []
