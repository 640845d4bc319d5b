"""Mended files are what their compilers take: run with ``pytest -m compilers``, which README.md tells how."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mending import mended
from statuslens.source.detect import language_of
from tools import require_program

pytestmark = pytest.mark.compilers

SOURCES = Path(__file__).with_name("mended")


def mend_into(folder: Path, rules: tuple[str, ...], *names: str) -> list[str]:
    """Write mended copies of some files into a folder, and return the names of those that were changed."""
    changed = []
    for name in names:
        text = (SOURCES / name).read_text(encoding="utf-8")
        fixed = text
        for rule in rules:
            fixed = mended(rule, fixed, str(language_of(name)))
        (folder / name).write_text(fixed, encoding="utf-8")
        changed += [name] if fixed != text else []
    return changed


def check(folder: Path, *command: str) -> str:
    """Run a compiler in a folder; return what it says, which is nothing where all is well."""
    result = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    return f"{result.stdout}{result.stderr}" if result.returncode or result.stdout else ""


BOTH = [("prefer-constant",), ("prefer-constant", "prefer-number")]


@pytest.mark.parametrize("rules", BOTH, ids="-".join)
def test_go_is_formatted_and_vetted(rules: tuple[str, ...], tmp_path: Path) -> None:
    go, gofmt = require_program("go"), require_program("gofmt")
    assert mend_into(tmp_path, rules, "shop.go", "bare.go")
    (tmp_path / "go.mod").write_text("module shop.example/shop\n\ngo 1.19\n", encoding="utf-8")
    assert check(tmp_path, gofmt, "-l", ".") == ""
    assert check(tmp_path, go, "vet", "./...") == ""


@pytest.mark.parametrize("rules", BOTH, ids="-".join)
def test_java_compiles_with_the_jdk(rules: tuple[str, ...], tmp_path: Path) -> None:
    javac = require_program("javac")
    assert mend_into(tmp_path, rules, "Shop.java") or "prefer-number" in rules
    assert check(tmp_path, javac, "-Xlint:all", "-Werror", "-d", "classes", "Shop.java") == ""


@pytest.mark.parametrize("rules", BOTH, ids="-".join)
def test_typescript_keeps_its_types(rules: tuple[str, ...], tmp_path: Path) -> None:
    tsc = require_program("tsc")
    assert mend_into(tmp_path, rules, "shop.ts", "stock.ts") or "prefer-number" in rules
    shutil.copy(SOURCES / "http-status-codes.d.ts", tmp_path)
    options = ["--noEmit", "--strict", "--target", "es2020", "--module", "es2020"]
    assert check(tmp_path, tsc, *options, "shop.ts", "http-status-codes.d.ts") == ""
