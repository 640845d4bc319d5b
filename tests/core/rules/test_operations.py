"""What handlers of FastAPI and ASP.NET Core list, and what they answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findings import findings_of
from statuslens.rules import Level

FASTAPI = "from fastapi import APIRouter, FastAPI, HTTPException, Response\n\n"
GONE = "    raise HTTPException(status_code=410)\n"
CLASS = "using Microsoft.AspNetCore.Mvc;\n\n[ApiController]\npublic class Baskets : ControllerBase\n{\n"


def found(text: str, language: str) -> list[str]:
    return [text[item.start : item.end] for item in findings_of("undocumented-code", text, language)]


def python(route: str, body: str = GONE, owner: str = "router = APIRouter()") -> list[str]:
    return found(f"{FASTAPI}{owner}\n\n\n{route}\ndef show(key: int, response: Response):\n{body}", "python")


def csharp(body: str, attributes: str = "") -> list[str]:
    return found(
        f"{CLASS}    [HttpGet]\n    {attributes}\n    public IActionResult Show(int id)\n    {{\n{body}\n    }}\n}}\n",
        "csharp",
    )


def test_both_sides_are_told_with_the_name_of_the_handler() -> None:
    text = f"{FASTAPI}app = FastAPI()\n\n\n@app.get('/', responses={{418: {{}}}})\nasync def show():\n{GONE}"
    assert [(item.level, item.message) for item in findings_of("undocumented-code", text, "python")] == [
        (Level.HINT, "418 I'm a teapot is listed here, and show never answers it."),
        (Level.WARNING, "410 Gone is answered here, and show does not list it."),
    ]


@pytest.mark.parametrize(
    "route",
    [
        "@router.get('/', responses={410: {}})",
        "@router.get('/', responses={'4XX': {}})",
        "@router.get('/', responses={'default': {}})",
        "@router.get('/', status_code=410)",
        "@router.get('/', responses={**common})",
        "@router.get('/', responses=common)",
        "@router.get('/', responses={gone: {}})",
        "@router.get('/', **options)",
        "@router.get('/', include_in_schema=False)",
        "@other.get('/')",
        "@router.get('/')\n@router.put('/', responses={410: {}})",
        "@requests_mock.get('/')",
    ],
)
def test_what_is_listed_or_may_be_elsewhere_is_left_in_peace(route: str) -> None:
    assert python(route) == []


@pytest.mark.parametrize("owner", ["router = APIRouter()", "router: APIRouter = fastapi.APIRouter(prefix='/a')"])
def test_what_the_router_lists_counts_for_its_handlers(owner: str) -> None:
    assert python("@router.get('/')", owner=owner) == ["410"]
    assert python("@router.get('/')", owner=owner.replace("(", "(responses={410: {}}, ")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("    return JSONResponse({}, status_code=409)\n", ["409"]),
        ("    return Response('', 409)\n", ["409"]),
        ("    return Response('', 409) if key else Response('', 404)\n", ["409", "404"]),
        ("    response.status_code = 409\n", ["409"]),
        ("    upstream.status_code = 409\n", []),
        ("    def fail():\n        raise HTTPException(409)\n    return key\n", []),
        ("    return wrap(Response('', 409))\n", []),
        ("    raise HTTPException(422)\n", []),
        ("    raise HTTPException(code)\n", []),
    ],
)
def test_what_a_handler_itself_sends_counts(body: str, expected: list[str]) -> None:
    assert python("@router.get('/')", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("    return key\n", ["410"]),
        ("    return find(key)\n", []),
        ("    raise HTTPException(410)\n", []),
        ("    with lock:\n        return key\n", ["410"]),
    ],
)
def test_a_listed_status_is_idle_only_where_nothing_else_is_called(body: str, expected: list[str]) -> None:
    assert python("@router.get('/', responses={410: {}, 500: {}, 422: {}})", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return NotFound();", ["NotFound"]),
        ("return this.NotFound(id);", ["NotFound"]),
        ("return Problem(statusCode: 409);", ["409"]),
        ("return id switch { 1 => Ok(), 2 => Conflict(), _ => NotFound() };", ["Conflict", "NotFound"]),
        ("return store.NotFound();", []),
        ("return Wrap(NotFound());", []),
        ("return TypedResults.NotFound();", []),
        ("return store.All(item => { return NotFound(); });", []),
        ("IActionResult Fail() { return NotFound(); }\nreturn Ok();", []),
    ],
)
def test_what_an_action_returns_counts_and_what_a_lambda_in_it_returns_does_not(body: str, expected: list[str]) -> None:
    assert csharp(body) == expected


@pytest.mark.parametrize(
    "attributes",
    [
        "[ProducesResponseType(404)]",
        "[ProducesResponseType(typeof(Problem), StatusCodes.Status404NotFound)]",
        "[ProducesResponseType<Problem>(StatusCodes.Status404NotFound)]",
        "[Authorize, ProducesResponseTypeAttribute((int)HttpStatusCode.NotFound)]",
        '[SwaggerResponse(404, "There is none")]',
        "[ProducesResponseType(Codes.Missing)]",
        "[ProducesDefaultResponseType]",
        "[ApiConventionMethod(typeof(Conventions), nameof(Conventions.Get))]",
        "[ApiExplorerSettings(IgnoreApi = true)]",
    ],
)
def test_attributes_list_what_an_action_returns(attributes: str) -> None:
    assert csharp("return NotFound();", attributes) == []


def test_a_controller_whose_base_or_conventions_are_out_of_view_is_left_in_peace() -> None:
    text = f"{CLASS}    [HttpGet]\n    [HttpHead]\n    public IActionResult Show() => NotFound();\n}}\n"
    assert found(text, "csharp") == ["NotFound"]
    assert found(
        text.replace(": ControllerBase", "(ILogger log) : Microsoft.AspNetCore.Mvc.ControllerBase"), "csharp"
    ) == ["NotFound"]
    assert found(text.replace("ControllerBase", "ShopController"), "csharp") == []
    assert found(text.replace("[ApiController]", "[ApiController, ApiConventionType(typeof(A))]"), "csharp") == []
    assert found(text.replace("[ApiController]\n", ""), "csharp") == []
    assert found(text.replace("[ApiController]", "[ApiController]\n[ProducesResponseType(404)]"), "csharp") == []


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ('.WithName("show")', ["NotFound"]),
        (".Produces(404)", []),
        (".RequireAuthorization().ProducesProblem(StatusCodes.Status404NotFound)", []),
        (".ProducesValidationProblem()", ["NotFound"]),
        (".WithOpenApi(Describe)", []),
        (".ExcludeFromDescription()", []),
    ],
)
def test_calls_on_a_route_list_what_its_lambda_returns(chain: str, expected: list[str]) -> None:
    text = f'app.MapGet("/a", (int id) => id > 0 ? Results.Ok() : Results.NotFound()){chain};\n'
    assert found(text, "csharp") == expected


def test_a_handler_may_be_nested_as_deep_as_it_likes() -> None:
    deep = " + ".join(["1"] * 3_000)
    assert python("@router.get('/')", f"    key = {deep}\n{GONE}") == ["410"]
    assert csharp(f"var sum = {deep};\nreturn NotFound();") == ["NotFound"]
    assert python("@router.get('/')", f"    return {'[' * 900}key{']' * 900}\n") == []


PIECES = st.sampled_from(
    [
        *(
            "@router.get(",
            "'/'",
            "responses=",
            "{404: {}}",
            "**x",
            ")",
            "\ndef f(r: Response):\n    ",
            "return ",
            "raise ",
        ),
        *("HTTPException(410)", "r.status_code = 4", "404", "\n", "[HttpGet]", "[ProducesResponseType(404)]", "é", "("),
        *(
            "class A : ControllerBase {",
            "public I F() ",
            "{",
            "}",
            "=> ",
            "NotFound()",
            ";",
            "app.MapGet(",
            ".Produces(404)",
        ),
    ]
)


@given(st.lists(PIECES, max_size=24).map("".join))
@settings(deadline=None)
def test_any_code_is_read_without_an_error(code: str) -> None:
    for language, head in (("python", FASTAPI), ("csharp", "[ApiController]\n")):
        places = [(item.start, item.end) for item in findings_of("undocumented-code", head + code, language)]
        assert [(start, end) for start, end in places if not 0 <= start < end <= len(head + code)] == []
