"""Which versions a project declares, and which names of a library that means."""

from pathlib import Path

import pytest

from statuslens.registry.declared import Declared, bound_of, in_use
from statuslens.workspace.bounds import lowest_of, lowest_of_python
from statuslens.workspace.declared import DeclaredByFolder

FILES = {
    "pyproject.toml": (
        '[project]\nname = "shop"\nrequires-python = ">=3.11"\ndependencies = ["FastAPI[all]>=0.116,<1", "httpx"]\n'
        '[project.optional-dependencies]\nmore = ["starlette ~= 0.48 ; python_version > \'3\'", "???"]\n',
        {"pypi/fastapi": "0.116", "pypi/httpx": "", "pypi/starlette": "0.48", "python": "3.11"},
    ),
    "requirements-dev.txt": (
        "# tools\n-r base.txt\nflask==3.1.* # web\nzope_x >= 2 --hash=sha256:00\n./local\n",
        {"pypi/flask": "3.1", "pypi/zope-x": "2"},
    ),
    "package.json": (
        '{"engines": {"node": ">=18"}, "dependencies": {"http-status": "^1.2 || ^2.0", "own": "file:../own"},'
        ' "devDependencies": {"http-status-codes": "^2.3.0"}}',
        {"node": "18", "npm/http-status": "1.2", "npm/own": ""},
    ),
    "go.mod": (
        "module shop.example/shop\n\ngo 1.22\n\nrequire github.com/gofiber/fiber/v2 v2.52.0\n"
        "require (\n\tgolang.org/x/net v0.30.0 // indirect\n)\n",
        {"go": "1.22", "golang/github.com/gofiber/fiber/v2": "2.52.0", "golang/golang.org/x/net": "0.30.0"},
    ),
    "pom.xml": (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><groupId>org.springframework.boot</groupId>'
        "<artifactId>spring-boot-starter-parent</artifactId><version>3.4.1</version></parent><properties>"
        "<java.version>1.8</java.version><rest>4.0.0</rest></properties><dependencies><dependency>"
        "<groupId>jakarta.ws.rs</groupId><artifactId>jakarta.ws.rs-api</artifactId><version>${rest}</version>"
        "</dependency></dependencies></project>",
        {
            "java": "8",
            "maven/jakarta.ws.rs/jakarta.ws.rs-api": "4.0.0",
            "maven/org.springframework.boot/spring-boot-starter-parent": "3.4.1",
        },
    ),
    "build.gradle.kts": (
        'plugins { id("org.springframework.boot") version "4.0.0" }\n'
        "java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }\n"
        'dependencies { implementation("io.ktor:ktor-http:3.1.0") }\n',
        {"gradle/org.springframework.boot": "4.0.0", "java": "21", "maven/io.ktor/ktor-http": "3.1.0"},
    ),
    "Gemfile": ('gem "rails"\ngem \'rack\', "~> 3.1", ">= 3.1.2"\n', {"gem/rack": "3.1.2", "gem/rails": ""}),
    "Gemfile.lock": (
        "GEM\n  specs:\n    rack (3.1.8)\n    rails (8.0.1)\n      rack (>= 2.2.4)\n",
        {"gem/rack": "3.1.8", "gem/rails": "8.0.1"},
    ),
    "composer.json": (
        '{"require": {"php": ">=8.2", "symfony/http-foundation": "^6.4|^7.0"}, "require-dev": {"a/b": "1.0"}}',
        {"composer/symfony/http-foundation": "6.4", "php": "8.2"},
    ),
    "Cargo.toml": (
        '[dependencies]\nhttp = "1"\naxum = { version = "0.8", features = [] }\n'
        '[target.x.dependencies]\nown = { path = "../own" }\n',
        {"cargo/axum": "0.8", "cargo/http": "1", "cargo/own": ""},
    ),
    "Shop.csproj": (
        '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>'
        '<ItemGroup><PackageReference Include="Refit" Version="[7.0,8)" /></ItemGroup></Project>',
        {"dotnet": "8.0", "nuget/Microsoft.AspNetCore.App": "", "nuget/Refit": "7.0"},
    ),
    "Directory.Packages.props": (
        '<Project><ItemGroup><PackageVersion Include="Refit" Version="7.2.1" /></ItemGroup></Project>',
        {"nuget/Refit": "7.2.1"},
    ),
}
BROKEN = [
    "",
    "{",
    "[",
    "\x00\ufffd",
    "[project]\ndependencies = 3\n",
    '{"dependencies": []}',
    "<project>",
    "[1]",
]
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><project>&b;</project>'


def declared(folder: Path, name: str = "shop.py") -> dict[str, str]:
    return dict(DeclaredByFolder()(str(folder / name)).bounds)


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_the_lowest_version_of_each_library(name: str, tmp_path: Path) -> None:
    text, expected = FILES[name]
    (tmp_path / ".git").mkdir()
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert declared(tmp_path) == expected


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", [*BROKEN, BOMB])
def test_a_broken_file_says_nothing(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert declared(tmp_path) == {}


def test_the_nearest_folder_that_says_a_version_counts_up_to_the_repository(tmp_path: Path) -> None:
    inner = tmp_path / "repository" / "service" / "app"
    inner.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("flask==1.0\n", encoding="utf-8")
    (tmp_path / "repository" / "requirements.txt").write_text("starlette==0.47\nrequests==2.0\n", encoding="utf-8")
    (tmp_path / "repository" / "service" / "requirements.txt").write_text(
        "starlette==0.48\nrequests\n", encoding="utf-8"
    )
    assert declared(inner) == {"pypi/requests": "2.0", "pypi/starlette": "0.48"}


def test_of_two_files_in_a_folder_the_lower_version_counts(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("starlette==0.48.0\n", encoding="utf-8")
    (tmp_path / "requirements-old.txt").write_text("starlette>=0.9\n", encoding="utf-8")
    assert declared(tmp_path) == {"pypi/starlette": "0.9"}


def test_a_folder_in_a_file_s_place_and_a_lacking_folder_say_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "package.json").mkdir()
    assert [declared(tmp_path), declared(tmp_path / "gone")] == [{}, {}]


@pytest.mark.parametrize(
    ("requirement", "lowest"),
    [
        ("^1.2.3", "1.2.3"),
        ("~> 3.1", "3.1"),
        (">=1.2 <2", "1.2"),
        ("1.x || >=2.5", "1"),
        ("1.2 - 2.0", "1.2"),
        ("<2", ""),
        ("*", ""),
        ("latest", ""),
        ("git+https://shop.example/x.git#v1.2", ""),
        ("workspace:^1.0.0", ""),
        ("v2.0.0-rc.1", "2.0.0"),
    ],
)
def test_the_lowest_version_of_a_requirement(requirement: str, lowest: str) -> None:
    assert lowest_of(requirement) == lowest


@pytest.mark.parametrize(
    ("specifiers", "lowest"), [(">=3.9,<4", "3.9"), ("==3.11.*", "3.11"), ("!=3", ""), ("^3.9", "")]
)
def test_the_lowest_version_of_python_s_specifiers(specifiers: str, lowest: str) -> None:
    assert lowest_of_python(specifiers) == lowest


VERSIONS = ("0.47.3", "0.48.0", "1.10.0")


@pytest.mark.parametrize(
    ("bound", "used"),
    [
        (None, VERSIONS),
        ("", VERSIONS),
        ("0.30", VERSIONS),
        ("0.47.9", VERSIONS),
        ("0.48", VERSIONS[1:]),
        ("0.50.1", VERSIONS[1:]),
        ("1", VERSIONS[2:]),
        ("2.0", VERSIONS[2:]),
    ],
)
def test_the_inspected_versions_that_stand_for_what_is_declared(bound: str | None, used: tuple[str, ...]) -> None:
    assert in_use(VERSIONS, bound) == used


def test_a_package_that_brings_a_library_tells_its_version() -> None:
    declared_by = {"pypi/starlette": {}, "pypi/fastapi": {"0.100": "0.27", "0.120": "0.48"}}
    bounds = [
        bound_of(declared_by, Declared(pairs))
        for pairs in (
            (),
            (("pypi/fastapi", "0.121"),),
            (("pypi/fastapi", "0.90"),),
            (("pypi/fastapi", "0.110"), ("pypi/starlette", "0.40")),
        )
    ]
    assert bounds == [None, "0.48", "", "0.40"]
