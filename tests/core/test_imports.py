"""What a file imports, and under which names."""

import pytest

from statuslens.source.imports import Import, find_imports
from statuslens.source.language import load_languages


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "import http.client as hc\n", [Import("http.client", "", "hc")]),
        ("python", "    import requests\n", [Import("requests", "", "requests")]),
        (
            "python",
            "from http import HTTPStatus as S, client  # names\n",
            [Import("http", "HTTPStatus", "S"), Import("http", "client", "client")],
        ),
        (
            "python",
            "from starlette.status import (\n    HTTP_404_NOT_FOUND,\n    HTTP_200_OK as OK,\n)\n",
            [
                Import("starlette.status", "HTTP_404_NOT_FOUND", "HTTP_404_NOT_FOUND"),
                Import("starlette.status", "HTTP_200_OK", "OK"),
            ],
        ),
        (
            "typescript",
            "import app, { type A, B as C } from './x'\n",
            [Import("./x", "A", "A"), Import("./x", "B", "C"), Import("./x", "", "app")],
        ),
        ("javascript", 'import * as codes from "http-status"\n', [Import("http-status", "", "codes")]),
        (
            "javascript",
            "const { StatusCodes: Codes } = require('http-status-codes');\n",
            [Import("http-status-codes", "StatusCodes", "Codes")],
        ),
        ("javascript", "import 'side/effect';\n", [Import("side/effect", "", "effect")]),
        (
            "go",
            'import (\n\tnethttp "net/http"\n\t"github.com/gin-gonic/gin"\n)\n',
            [Import("net/http", "", "nethttp"), Import("github.com/gin-gonic/gin", "", "gin")],
        ),
        ("go", 'import "net/http"\n', [Import("net/http", "", "http")]),
        ("go", 'import . "net/http"\n', [Import("net/http", "*", "")]),
        ("java", "import org.http.*;\n", [Import("org.http", "*", "*")]),
        ("csharp", "using static System.Net.HttpStatusCode;\n", [Import("System.Net.HttpStatusCode", "*", "")]),
        ("scala", "import a.model.{StatusCodes => S}\n", [Import("a.model", "StatusCodes", "S")]),
        ("php", "use Fig\\Http\\Response;\n", [Import("Fig\\Http\\Response", "", "Response")]),
        ("python", 'x = "import nothing"\n', []),
    ],
)
def test_imports_are_found_with_their_local_names(language: str, text: str, expected: list[Import]) -> None:
    assert list(find_imports(text, load_languages()[language].imports)) == expected
