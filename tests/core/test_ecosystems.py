"""Ecosystems: the shipped constants against the facts, in order, and found however they are written."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuslens.errors import RegistryError
from statuslens.recognise.facts import ecosystems_of
from statuslens.registry import StatusClass
from statuslens.registry.constant import Constant, ConstantKind
from statuslens.registry.constant_index import constants_of
from statuslens.registry.ecosystem import (
    Ecosystem,
    ecosystem_folders,
    find_constants,
    load_ecosystems,
)
from statuslens.registry.names import names_in_libraries
from statuslens.source.language import load_languages

FACTS = Path(__file__).parent / "facts"
FOLDERS = (
    *("c", "cpp", "csharp", "dart", "elixir", "go", "java", "javascript", "kotlin"),
    *("perl", "php", "python", "ruby", "rust", "scala", "swift"),
)
ECOSYSTEMS = [ecosystem for folder in ecosystem_folders() for ecosystem in load_ecosystems(folder)]
FIELDS = ("ecosystem", "member", "expression", "import", "code", "kind", "version", "deprecated")


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CONSTANTS = rows("constants.csv")
WORDS = {row["member"] for row in CONSTANTS if re.fullmatch("[A-Z]?[a-z]+|[A-Z]+", row["member"])} - {"HTTPOK"}


def test_there_is_a_folder_for_each_language_and_one_for_each_that_a_language_names() -> None:
    assert ecosystem_folders() == FOLDERS
    assert {folder for language in load_languages().values() for folder in language.ecosystems} <= set(FOLDERS)


def test_the_constants_of_each_version_are_those_of_the_facts() -> None:
    ours = [
        (
            ecosystem.id.partition("/")[2],
            name,
            group.expression.replace("{member}", name),
            group.import_statement.replace("{member}", name),
            code,
            group.kind.value,
            version,
            group.deprecated_in(name, version),
        )
        for ecosystem in ECOSYSTEMS
        for group in ecosystem.constants
        for name, code in group.members.items()
        for version in group.versions_of(name)
    ]
    assert sorted(ours) == sorted(tuple(row[field] for field in FIELDS) for row in CONSTANTS)


@pytest.mark.parametrize("ecosystem", ECOSYSTEMS, ids=lambda ecosystem: ecosystem.id)
def test_an_ecosystem_names_real_codes_in_order_and_the_better_name_first(ecosystem: Ecosystem) -> None:
    assert ecosystem.title
    assert ecosystem.source
    assert ecosystem.imports
    for group in ecosystem.constants:
        order = [
            (code, group.deprecated_in(name, group.versions_of(name)[-1]) != "") for name, code in group.members.items()
        ]
        assert order == sorted(order), group.expression
        internal = {group.members[name] for name, detail in group.details.items() if detail.deprecated == "internal"}
        assert {code for code, _ in order if StatusClass.of(code) is None} == internal


def test_no_two_ecosystems_of_a_language_have_the_same_title() -> None:
    titles = [(ecosystem.id.partition("/")[0], ecosystem.title) for ecosystem in ECOSYSTEMS]
    assert sorted(titles) == sorted(set(titles))


def in_words(name: str) -> str:
    """Return a constant's name, or a reason phrase, without case, separators and the prefixes of its library."""
    bare = re.sub(r"[^a-z]", "", name.lower())
    return re.sub(r"\A(evhtpres|ngxhttp|httpstatus|httpresponse|status|http|sc(?!h)|rc)", "", bare)


def test_a_name_that_says_another_code_has_a_note() -> None:
    codes_of: dict[str, set[str]] = {}
    for row in rows("iana.csv"):
        for name in (row["name"], *(former.partition(" (")[0] for former in row["also_known_as"].split("; "))):
            codes_of.setdefault(in_words(name), set()).add(row["code"])
    registered = {name: set(codes) for name, codes in codes_of.items()}
    for row in CONSTANTS:
        codes_of.setdefault(in_words(row["member"]), set()).add(row["code"])
    misleading = [
        constant
        for ecosystem in ECOSYSTEMS
        for code in {code for group in ecosystem.constants for code in group.members.values()}
        for constant in constants_of(code)
        if constant.ecosystem == ecosystem.id
        and (words := in_words(constant.name))
        and len(codes_of[words]) > 1
        and code not in registered.get(words, ())
    ]
    assert sorted(constant.expression for constant in misleading) == [
        "EVHTP_RES_URI_TOOLONG",
        "HttpResponsePermanentRedirect",
        "HttpURLConnection.HTTP_CLIENT_TIMEOUT",
        "Status.CLIENT_TIMEOUT",
        "requests.codes.request_uri_too_long",
    ]
    assert [constant.expression for constant in misleading if not constant.note] == []


@pytest.mark.parametrize(
    ("expression", "code", "beginning"),
    [
        ("requests.codes.precondition", "428", "428 Precondition Required; 412 is"),
        ("HttpResponsePermanentRedirect", "301", "301 Moved Permanently"),
        ("requests.codes.request_uri_too_long", "122", "122 is no registered status"),
        ("requests.codes.resume", "308", "308 is Permanent Redirect"),
        ("org.springframework.http.HttpStatus.CHECKPOINT", "103", "103 is Early Hints"),
        ("HttpResponseStatus.UNORDERED_COLLECTION", "425", "425 is Too Early"),
        ("HTTP_NO_CODE", "425", "425 is Too Early"),
        ("HttpURLConnection.HTTP_REQ_TOO_LONG", "414", "414, the URI is too long"),
        ("StatusCodes.REQUEST_TOO_LONG", "413", "413, the content is too large"),
        ("HttpStatusCode.RedirectKeepVerb", "307", "307 Temporary Redirect"),
    ],
)
def test_a_misleading_name_says_so(expression: str, code: str, beginning: str) -> None:
    assert [(constant.code, constant.note.startswith(beginning)) for constant in find_constants(expression)] == [
        (code, True)
    ]


def test_a_constant_tells_all_that_is_known_of_it() -> None:
    assert find_constants("org.springframework.http.HttpStatus.DESTINATION_LOCKED") == (
        Constant(
            name="DESTINATION_LOCKED",
            code="421",
            kind=ConstantKind.ENUM,
            ecosystem="java/spring",
            ecosystem_title="Spring",
            language="java",
            expression="HttpStatus.DESTINATION_LOCKED",
            import_statement="import org.springframework.http.HttpStatus;",
            version="6.2.19",
            deprecated="deprecated",
            note="421 is Misdirected Request; Destination Locked was a WebDAV draft's name, and a lock is 423",
        ),
    )


def test_the_constants_of_a_code_come_by_language_and_ecosystem() -> None:
    found = constants_of("404")
    assert [(constant.language, constant.ecosystem) for constant in found] == sorted(
        (constant.language, constant.ecosystem) for constant in found
    )
    assert {constant.code for constant in found} == {"404"}
    assert [constant.expression for constant in found if constant.language == "go"] == [
        "fasthttp.StatusNotFound",
        "fiber.StatusNotFound",
        "http.StatusNotFound",
    ]
    assert [
        (constant.expression, constant.version, constant.deprecated)
        for constant in constants_of("422")
        if constant.ecosystem in {"python/python-http", "ruby/rack"}
    ] == [
        ("HTTPStatus.UNPROCESSABLE_CONTENT", "3.13.0", ""),
        ("HTTPStatus.UNPROCESSABLE_ENTITY", "3.11.7, 3.13.0", "alias"),
        (":unprocessable_content", "3.1.22, 3.2.7", ""),
        (":unprocessable_entity", "2.2.22, 3.0.18, 3.1.22, 3.2.7", "deprecated"),
    ]
    assert constants_of("299") == ()


@pytest.mark.parametrize(
    ("text", "code", "ecosystems"),
    [
        ("HTTPStatus.NOT_FOUND", "404", "python/python-http"),
        ("http.HTTPStatus.NOT_FOUND", "404", "python/python-http"),
        ("HTTPStatus.NOT_FOUND.value", "404", "python/python-http"),
        (" HTTPStatus.NOT_FOUND,\n", "404", "python/python-http"),
        ("`HTTPStatus.NOT_FOUND`", "404", "python/python-http"),
        ("HTTPStatus.OK", "200", "python/python-http"),
        ("HTTPStatus.ok", "200", "swift/vapor"),
        ("httpstatus.im_a_teapot", "418", "java/javalin python/python-http"),
        ("requests.codes.NOT_FOUND", "404", "python/requests"),
        ("codes.precondition", "428", "python/requests"),
        ("web.HTTPNotFound", "404", "python/aiohttp"),
        ('aiohttp.web.HTTPNotFound(text="none");', "404", "python/aiohttp"),
        ("werkzeug.exceptions.Gone", "410", "python/werkzeug"),
        ("http.StatusNotFound", "404", "go/go-net-http"),
        ("StatusNotFound", "404", "go/fasthttp go/fiber go/go-net-http"),
        ("nethttp.StatusNotFound", "404", "go/fasthttp go/fiber go/go-net-http"),
        ("statusnotfound", "404", "go/fasthttp go/fiber go/go-net-http"),
        ("HTTP_404_NOT_FOUND", "404", "python/djangorestframework python/fastapi python/litestar python/starlette"),
        ("SC_NOT_FOUND", "404", "java/apache-httpcore4 java/apache-httpcore5 java/jakarta-servlet"),
        ("java.net.HttpURLConnection.HTTP_OK", "200", "java/java-net"),
        ("org.springframework.http.HttpStatus.NOT_FOUND.value()", "404", "java/spring"),
        ("Response::HTTP_NOT_FOUND", "404", "php/laravel php/symfony"),
        (r"\Illuminate\Http\Response::HTTP_NOT_FOUND", "404", "php/laravel"),
        (":not_found", "404", "elixir/plug ruby/rack"),
        (":ok", "200", "elixir/plug ruby/rack"),
        (':"(unused)"', "306", "ruby/rack"),
        ("Net::HTTPNotFound", "404", "ruby/ruby-net-http"),
        ("HTTPOK", "200", "ruby/ruby-net-http"),
        ("StatusCode::NOT_FOUND", "404", "rust/actix-web rust/axum rust/rust-http rust/rust-http-0.2"),
        ("axum::http::StatusCode::NOT_FOUND", "404", "rust/axum"),
        ("HttpResponse::NotFound()", "404", "rust/actix-web-builders"),
        ("HttpResponse::NotFound", "404", "rust/actix-web-builders"),
        ("Status::NotFound", "404", "rust/rocket"),
        ("Status.NotFound", "404", "scala/finagle scala/http4s"),
        ("status::not_found", "404", "cpp/boost-beast"),
        ("NGX_HTTP_CLOSE", "444", "c/nginx-module"),
        ("RC_NOT_FOUND", "404", "perl/perl-http-status"),
    ],
)
def test_a_constant_is_found_as_people_paste_it(text: str, code: str, ecosystems: str) -> None:
    found = find_constants(text)
    assert {constant.code for constant in found} == {code}
    assert [constant.ecosystem for constant in found] == ecosystems.split()


def test_a_dot_before_a_word_makes_it_a_constant() -> None:
    assert {constant.code for constant in find_constants(".OK")} == {"200"}
    assert {constant.name for constant in find_constants(".OK")} == {"OK"}
    assert {constant.code for constant in find_constants(".gone")} == {"410"}


def test_one_name_of_two_codes_gives_both() -> None:
    assert [(constant.code, constant.ecosystem) for constant in find_constants("request_uri_too_long")] == [
        ("414", "elixir/plug"),
        ("122", "python/requests"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", ".", "::", "404", "4xx", "418.1", "not found", "HTTPStatus. OK", "HTTPStatus\tOK", "teapot", "foo.ok"),
        *("Gone", "OK()", "example.com", "nginx", "404:1", "x" * 100_000, "." * 100_000, "\x00", "\u202e"),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_no_constant_finds_none(text: str) -> None:
    assert find_constants(text) == ()


def test_an_ordinary_word_is_left_to_the_phrases() -> None:
    assert {"ok", "OK", "found", "gone", "Conflict", "teapot", "timeout"} <= WORDS
    assert {word: found for word in WORDS - {"EARLYHINTS"} if (found := find_constants(word))} == {}


def test_every_constant_of_the_facts_is_found_by_its_expression_and_by_its_name() -> None:
    missing = [
        (text, row["code"])
        for row in CONSTANTS
        for text in (row["expression"], row["member"])
        if text not in WORDS | {"(unused)"} and row["code"] not in {found.code for found in find_constants(text)}
    ]
    assert missing == []


@given(st.text(max_size=300))
def test_any_text_may_be_looked_up(text: str) -> None:
    assert all(isinstance(constant, Constant) for constant in find_constants(text))


GROUP = {
    "expression": "S.{member}",
    "import": "import S",
    "kind": "int",
    "versions": ["1.0", "2.0"],
    "members": {"OK": "200"},
}
WHERE = "ecosystems/x/y.yaml: constants"
ADVICE = "the head comment of the file lists the fields"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"containr": "S"}, f"{WHERE}: unknown field containr; {ADVICE}"),
        ({"expression": "S.OK"}, f"{WHERE}: expression: 'S.OK' lacks {{member}}, which stands for a member's name"),
        (
            {"kind": "number"},
            f"{WHERE}: kind: 'number' is none of int, enum, value, symbol, string, class, exception, builder",
        ),
        ({"versions": "1.0"}, f"{WHERE}: versions: '1.0' is no list of one or more"),
        ({"versions": []}, f"{WHERE}: versions: [] is no list of one or more"),
        ({"versions": [1.0]}, f"{WHERE}: versions: 1.0 is no text; write it in quotes"),
        ({"members": None}, f"{WHERE}: members: None is no mapping of one or more"),
        (
            {"deprecated": "old"},
            f"{WHERE}: deprecated: 'old' is none of "
            "legacy, deprecated, class-marker, alias, renamed, client-generated, internal",
        ),
        ({"members": {"OK": 200}}, f"{WHERE}: OK: 200 is no text; write it in quotes"),
        ({"members": {"OK": {"code": 200}}}, f"{WHERE}: OK: code: 200 is no text; write it in quotes"),
        ({"members": {"OK": {"note": "fine"}}}, f"{WHERE}: OK: lacks code; {ADVICE}"),
        ({"members": {"OK": {"code": "200", "notes": "fine"}}}, f"{WHERE}: OK: unknown field notes; {ADVICE}"),
        ({"members": {"OK": {"code": "200", "since": 2.0}}}, f"{WHERE}: OK: since: 2.0 is no text; write it in quotes"),
        ({"members": {"OK": {"code": "200", "until": "3"}}}, f"{WHERE}: OK: until: '3' is none of 1.0, 2.0"),
        (
            {"members": {"OK": {"code": "200", "deprecated": "yes"}}},
            f"{WHERE}: OK: deprecated: 'yes' is none of "
            "legacy, deprecated, class-marker, alias, renamed, client-generated, internal",
        ),
    ],
)
def test_a_group_that_is_not_as_the_schema_says_is_refused(
    change: dict[str, Any], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = {"title": "Y", "imports": ["y"], "source": "Y 1", "constants": [GROUP | change]}
    monkeypatch.setattr("statuslens.registry.ecosystem.list_data", lambda folder: [f"{folder}/y.yaml"])
    monkeypatch.setattr("statuslens.registry.ecosystem.read_data", lambda _name: entry)
    with pytest.raises(RegistryError, match=rf"\A{re.escape(message)}\Z"):
        load_ecosystems.__wrapped__("x")


def test_an_unknown_field_of_an_ecosystem_or_a_call_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entry: dict[str, Any] = {"title": "Y", "imports": ["y"], "source": "Y 1", "calls": [{"call": "f", "arg": 0}]}
    monkeypatch.setattr("statuslens.registry.ecosystem.list_data", lambda folder: [f"{folder}/y.yaml"])
    monkeypatch.setattr("statuslens.registry.ecosystem.read_data", lambda _name: entry)
    with pytest.raises(RegistryError, match=r"\Aecosystems/x/y\.yaml: calls: lacks argument; "):
        load_ecosystems.__wrapped__("x")
    entry["version"] = "1"
    with pytest.raises(RegistryError, match=r"\Aecosystems/x/y\.yaml: unknown field version; "):
        load_ecosystems.__wrapped__("x")


def test_a_module_below_an_import_belongs_to_the_ecosystem_in_every_language() -> None:
    named = {ecosystem.id: ecosystem for ecosystem in ECOSYSTEMS}
    for name, module in {
        "python/django": "django.http",
        "go/fiber": "github.com/gofiber/fiber/v3",
        "rust/axum": "axum::http",
        "php/laravel": r"Illuminate\Http\Response",
    }.items():
        assert named[name].is_imported_by(module)
        assert not named[name].is_imported_by("x" + module)


@pytest.mark.parametrize("language", sorted(load_languages()))
def test_the_names_that_are_read_alone_are_those_of_the_libraries(language: str) -> None:
    known = load_languages()[language]
    alone = [names_in_libraries(folder) for folder in known.ecosystems]
    whole = ecosystems_of(known)
    groups = [group for ecosystem in whole for group in ecosystem.constants]
    assert {name for names in alone for name in names.calls} == {call.name for item in whole for call in item.calls}
    for kind in ConstantKind:
        told = {name for names in alone for name in names.constants.get(kind, ())}
        assert told == {name for group in groups if group.kind is kind for name in group.members}
