"""The six floors: who may import whom, read from the source, and what a running ``explain`` really loads."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools import PROJECT

FLOORS = {
    "statuslens": -1,
    "statuslens.errors": -1,
    "statuslens.datafile": 0,
    "statuslens.terminal": 0,
    "statuslens.registry": 1,
    "statuslens.source": 1,
    "statuslens.config": 2,
    "statuslens.recognise": 3,
    "statuslens.explain": 4,
    "statuslens.rules": 4,
    "statuslens.workspace": 5,
    "statuslens.report": 5,
    "statuslens.__main__": 7,
    "statuslens.cli": 6,
    "statuslens_lsp": 6,
    "statuslens_slackbot": 6,
}

COMPUTED = "<computed at run time>"

LIBRARIES = {
    "yaml": "statuslens or statuslens_slackbot",
    "packaging": "statuslens.workspace",
    "tree_sitter": "statuslens.source",
    COMPUTED: "statuslens.source",
    "pathspec": "statuslens.workspace",
    "lsprotocol": "statuslens_lsp",
    "pygls": "statuslens_lsp",
    "aiohttp": "statuslens_slackbot",
    "aiosqlite": "statuslens_slackbot",
    "alembic": "statuslens_slackbot",
    "asyncpg": "statuslens_slackbot",
    "cachetools": "statuslens_slackbot",
    "cryptography": "statuslens_slackbot",
    "platformdirs": "statuslens_slackbot",
    "prometheus_client": "statuslens_slackbot",
    "pydantic": "statuslens_slackbot",
    "slack_": "statuslens_slackbot",
    "sqlalchemy": "statuslens_slackbot",
    "structlog": "statuslens_slackbot",
    "uvloop": "statuslens_slackbot",
    "starlette": "statuslens_slackbot",
    "uvicorn": "statuslens_slackbot",
}
"""Beginnings of the names of libraries, and the packages or rooms that alone may import them."""

FRONT_DOOR = "statuslens"
"""The package itself exports from all rooms, but imports none of them before it is asked."""

CONTAINERS = ("core", "lsp", "slackbot")
IMPORT_FUNCTIONS = ("__import__", "import_module")
NOT_FOR_EXPLAINING = (
    "aiohttp",
    "asyncio",
    "lsprotocol",
    "pygls",
    "slack_",
    "starlette",
    "statuslens_",
    "tree_sitter",
    "uvicorn",
)
NOT_FOR_NOTHING = (
    "asyncio",
    "dataclasses",
    "difflib",
    "hashlib",
    "inspect",
    "multiprocessing",
    "packaging",
    "pathlib",
    "pathspec",
    "statuslens.config.load",
    "statuslens.explain",
    "statuslens.recognise.scan",
    "statuslens.registry.ecosystem",
    "statuslens.registry.load",
    "statuslens.registry.model",
    "statuslens.rules.findings",
    "statuslens.rules.rule",
    "statuslens.source.document",
    "statuslens.source.language",
    "statuslens_",
    "subprocess",
    "tree_sitter",
    "yaml",
)
"""What a check needs for a file that can hold a status, for a team file or for many files."""


@dataclass(frozen=True, slots=True)
class Module:
    """A source file and the name it is imported by."""

    path: str
    name: str
    package: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Import:
    """A module that a line asks for."""

    line: int
    name: str


def read_modules(project: Path) -> list[Module]:
    modules = []
    for container in CONTAINERS:
        for path in sorted((project / container).rglob("*.py")):
            parts = path.relative_to(project / container).with_suffix("").parts
            package = parts[:-1]
            name = package if parts[-1] == "__init__" else parts
            tree = ast.parse(path.read_bytes())
            where = path.relative_to(project).as_posix()
            modules.append(Module(where, ".".join(name), ".".join(package), tree))
    return modules


def imports_of(module: Module, known: frozenset[str]) -> Iterator[Import]:
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (Import(node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(names=names):
                origin = absolute_origin(node, module.package)
                for alias in names:
                    submodule = f"{origin}.{alias.name}"
                    yield Import(node.lineno, submodule if submodule in known else origin)
            case ast.Call(func=ast.Name(id=function) | ast.Attribute(attr=function)) if function in IMPORT_FUNCTIONS:
                yield Import(node.lineno, known_argument(node))


def absolute_origin(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    base = parts[: len(parts) - node.level + 1]
    return ".".join([*base, *filter(None, [node.module])])


def known_argument(call: ast.Call) -> str:
    """Return the name that a call imports: of ``f"package.{name}"`` the package, of ``name`` nothing."""
    match call.args:
        case [ast.Constant(value=str(name)), *_]:
            return name
        case [ast.JoinedStr(values=[ast.Constant(value=str(beginning)), *_]), *_]:
            return beginning.rpartition(".")[0] or beginning
    return COMPUTED


def room_of(name: str) -> str | None:
    """Return the room of a module of ours; a package that is divided into rooms has nothing beside them."""
    rooms = [room for room in FLOORS if is_within(name, room)]
    room = max(rooms, key=len, default=None)
    divided = any(other.startswith(f"{room}.") for other in FLOORS)
    return None if divided and room != name else room


def is_within(name: str, container: str) -> bool:
    return name == container or name.startswith(f"{container}.")


def objection(room: str, wanted: str) -> str | None:
    """Say what is wrong with an import in a room, if anything."""
    top = wanted.partition(".")[0]
    if top in FLOORS:
        return objection_to_room(room, wanted)
    if top in sys.stdlib_module_names:
        return None
    owners = [owner for beginning, owner in LIBRARIES.items() if top.startswith(beginning)]
    if any(is_within(room, owner) for either in owners for owner in either.split(" or ")):
        return None
    return f"{room} imports {wanted}, which {owners[0] if owners else 'no room'} may import"


def objection_to_room(room: str, wanted: str) -> str | None:
    target = room_of(wanted)
    if target is None:
        return f"{room} imports {wanted}, which is in no room"
    if target == room or FLOORS[target] < FLOORS[room]:
        return None
    return f"{room} (floor {FLOORS[room]}) imports {wanted} (floor {FLOORS[target]})"


def is_lazy(module: Module, wanted: Import) -> bool:
    """Tell whether the front door only tells type checkers what it will import when it is asked for it."""
    blocks = (node for node in module.tree.body if isinstance(node, ast.If))
    return module.name == FRONT_DOOR and any(
        isinstance(block.test, ast.Name)
        and block.test.id == "TYPE_CHECKING"
        and block.lineno < wanted.line <= (block.end_lineno or 0)
        for block in blocks
    )


def violations(project: Path) -> list[str]:
    modules = read_modules(project)
    known = frozenset(module.name for module in modules)
    found = []
    for module in modules:
        room = room_of(module.name)
        if room is None:
            found.append(f"{module.path}: {module.name} is in no room")
            continue
        found += [
            f"{module.path}:{wanted.line}: {problem}"
            for wanted in imports_of(module, known)
            if not is_lazy(module, wanted) and (problem := objection(room, wanted.name))
        ]
    return found


def test_every_module_is_in_a_room_and_imports_only_from_the_floors_below() -> None:
    assert violations(PROJECT) == []


def test_the_source_of_all_three_packages_is_read() -> None:
    packages = {module.name.partition(".")[0] for module in read_modules(PROJECT)}
    assert packages == {"statuslens", "statuslens_lsp", "statuslens_slackbot"}


REGISTRY = "core/statuslens/registry/lookup.py"
EXPLAIN = "core/statuslens/explain/query.py"
SOURCE = "core/statuslens/source/parse.py"
SERVER = "lsp/statuslens_lsp/server.py"
BOT = "slackbot/statuslens_slackbot/app.py"

DOOR = "core/statuslens/__init__.py"
LAZY = """
if TYPE_CHECKING:
    from statuslens.explain import explain
def __getattr__(name):
    import_module(f"statuslens.{name}")
"""
OWN_ROOM_AND_BELOW = """
import asyncio
from statuslens.errors import RegistryError
from statuslens import __version__, registry
from statuslens.explain.model import Answer
from .model import Answer
from . import model
"""


@pytest.mark.parametrize(
    ("path", "source"),
    [
        pytest.param(DOOR, LAZY, id="front door, for type checkers"),
        pytest.param(EXPLAIN, OWN_ROOM_AND_BELOW, id="own room and below"),
        pytest.param(REGISTRY, "import yaml", id="yaml"),
        pytest.param(SOURCE, "import tree_sitter_go", id="grammar"),
        pytest.param(SOURCE, "import_module(name)", id="computed"),
        pytest.param(EXPLAIN, 'import_module(f"statuslens.registry.{name}")', id="computed in a package"),
        pytest.param(SERVER, "import pygls.server\nimport statuslens.rules", id="server"),
        pytest.param(BOT, "import slack_sdk.web\nimport statuslens.explain", id="bot"),
    ],
)
def test_an_import_from_below_or_of_an_own_library_is_accepted(tmp_path: Path, path: str, source: str) -> None:
    write_tree(tmp_path, path, source)
    assert violations(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        (
            REGISTRY,
            "from statuslens.explain import explain",
            "1: statuslens.registry (floor 1) imports statuslens.explain (floor 4)",
        ),
        (
            REGISTRY,
            "def late():\n    from statuslens import explain",
            "2: statuslens.registry (floor 1) imports statuslens.explain (floor 4)",
        ),
        (
            REGISTRY,
            "if TYPE_CHECKING:\n    import statuslens.explain.model as model",
            "2: statuslens.registry (floor 1) imports statuslens.explain.model (floor 4)",
        ),
        (
            REGISTRY,
            "from ..explain.model import Answer",
            "1: statuslens.registry (floor 1) imports statuslens.explain.model (floor 4)",
        ),
        (
            REGISTRY,
            'importlib.import_module("statuslens.explain")',
            "1: statuslens.registry (floor 1) imports statuslens.explain (floor 4)",
        ),
        (
            REGISTRY,
            "import statuslens.source",
            "1: statuslens.registry (floor 1) imports statuslens.source (floor 1)",
        ),
        (
            REGISTRY,
            "from statuslens.helpers import helper",
            "1: statuslens.registry imports statuslens.helpers, which is in no room",
        ),
        (
            "core/statuslens/__init__.py",
            "from statuslens.explain import explain",
            "1: statuslens (floor -1) imports statuslens.explain (floor 4)",
        ),
        (
            EXPLAIN,
            "import tree_sitter",
            "1: statuslens.explain imports tree_sitter, which statuslens.source may import",
        ),
        (
            EXPLAIN,
            "import lsprotocol.types",
            "1: statuslens.explain imports lsprotocol.types, which statuslens_lsp may import",
        ),
        (
            EXPLAIN,
            "__import__(name)",
            f"1: statuslens.explain imports {COMPUTED}, which statuslens.source may import",
        ),
        (
            EXPLAIN,
            'import_module(f"statuslens.cli.{name}")',
            "1: statuslens.explain (floor 4) imports statuslens.cli (floor 6)",
        ),
        (
            EXPLAIN,
            'import_module(f"tree_sitter_{name}")',
            "1: statuslens.explain imports tree_sitter_, which statuslens.source may import",
        ),
        (
            EXPLAIN,
            "import requests",
            "1: statuslens.explain imports requests, which no room may import",
        ),
        (
            EXPLAIN,
            "import statuslens_slackbot",
            "1: statuslens.explain (floor 4) imports statuslens_slackbot (floor 6)",
        ),
        (
            SERVER,
            "from statuslens.cli import main",
            "1: statuslens_lsp (floor 6) imports statuslens.cli (floor 6)",
        ),
        (
            SERVER,
            "import statuslens_slackbot",
            "1: statuslens_lsp (floor 6) imports statuslens_slackbot (floor 6)",
        ),
        (
            BOT,
            "import statuslens_lsp.hover",
            "1: statuslens_slackbot (floor 6) imports statuslens_lsp.hover (floor 6)",
        ),
        (
            BOT,
            "import pygls",
            "1: statuslens_slackbot imports pygls, which statuslens_lsp may import",
        ),
        (
            "core/statuslens/helpers.py",
            "",
            " statuslens.helpers is in no room",
        ),
    ],
)
def test_a_bad_import_is_found(tmp_path: Path, path: str, source: str, expected: str) -> None:
    write_tree(tmp_path, path, source)
    assert violations(tmp_path) == [f"{path}:{expected}"]


def write_tree(project: Path, path: str, source: str) -> None:
    for file, text in {"core/statuslens/explain/__init__.py": "", path: source}.items():
        (project / file).parent.mkdir(parents=True, exist_ok=True)
        (project / file).write_text(text)


@pytest.mark.parametrize("program", ["import statuslens", "import statuslens; statuslens.__all__, dir(statuslens)"])
def test_importing_the_package_loads_no_room_and_no_library(program: str) -> None:
    printed = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(PROJECT / 'core')!r}); {program}; print(*sys.modules)",
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout.split()
    assert [name for name in printed if name.startswith(("statuslens", "tree_sitter", "yaml"))] == ["statuslens"]


def test_explaining_a_code_loads_no_parser_no_server_no_bot_and_no_event_loop() -> None:
    program = "import sys; from statuslens.cli import main; sys.exit(main(['explain', '418']))"
    result = subprocess.run(
        [sys.executable, "-I", "-X", "importtime", "-c", program],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    loaded = [line.rpartition("|")[2].strip() for line in result.stderr.splitlines()]
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("418 ")
    assert "statuslens.explain" in loaded
    assert [name for name in loaded if name.startswith(NOT_FOR_EXPLAINING)] == []


@pytest.mark.parametrize("command", ["check", "scan"])
def test_looking_at_a_file_without_a_number_loads_no_parser_no_registry_no_rule_and_no_yaml(
    command: str, tmp_path: Path
) -> None:
    compiled, file = tmp_path / "compiled", tmp_path / "shop.py"
    file.write_text("def area(width, height):\n    return width * height\n", encoding="utf-8")
    program = (
        f"import sys; sys.path.insert(0, {str(PROJECT / 'core')!r})\n"
        f"from statuslens import datafile; datafile.COMPILED = {str(compiled)!r}\n"
    )
    arguments = [command, file.name]
    subprocess.run([sys.executable, "-c", f"{program}datafile.compile_data()"], check=True)
    result = subprocess.run(
        [sys.executable, "-c", f"{program}from statuslens.cli import main; main({arguments}); print(*sys.modules)"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
    )
    *printed, loaded = result.stdout.splitlines()
    assert (printed, result.stderr) == (["0 findings in 1 file"] if command == "check" else [], "")
    assert "statuslens.recognise.prefilter" in loaded.split()
    assert [name for name in loaded.split() if name.startswith(NOT_FOR_NOTHING)] == []
