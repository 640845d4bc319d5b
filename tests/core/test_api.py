"""What ``import statuslens`` gives to programs."""

from importlib import import_module
from pathlib import Path

import pytest

import statuslens


def test_every_export_is_there_and_they_are_sorted() -> None:
    assert sorted(statuslens.__all__) == statuslens.__all__
    found = {name: getattr(statuslens, name) for name in statuslens.__all__}
    assert {name for name, value in found.items() if not value.__module__.startswith("statuslens.")} == set()
    assert set(statuslens.__all__) <= set(dir(statuslens))


def test_what_is_not_exported_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match=r"^module 'statuslens' has no attribute 'scan_everything'$"):
        _ = statuslens.scan_everything  # type: ignore[attr-defined]
    assert import_module("statuslens.registry").__name__ == "statuslens.registry"


def test_a_text_is_scanned_with_the_contexts_that_are_given() -> None:
    rule = statuslens.ContextRule(statuslens.ContextKind.CALL, "refuse", 1)
    scan = statuslens.scan_text("refuse(basket, 410)", language="python", contexts=[rule])
    assert [(found.code, found.role) for found in scan.occurrences] == [("410", statuslens.Role.STATUS)]


def test_a_file_is_scanned_as_the_command_does_with_its_team_file(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("refuse(basket, 410)\nr.status_code = 404  # status 503\n", encoding="utf-8")
    assert [found.code for found in statuslens.scan_file(path).occurrences] == ["404"]
    assert [found.code for found in statuslens.scan_file(path, prose=True).occurrences] == ["404", "503"]
    (tmp_path / "statuslens.yaml").write_text("contexts: [{call: refuse, argument: 1}]\n", encoding="utf-8")
    assert [found.code for found in statuslens.scan_file(str(path)).occurrences] == ["410", "404"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.py", None, "there is no such file or folder; check the path"),
        ("a.klingon", b"", "its language is not known; name a source file"),
        ("a.py", b"\0", "holds NUL bytes, so it is no text; name a source file"),
        (".", None, "is a folder; name a file in it"),
    ],
)
def test_a_file_that_cannot_be_scanned_is_told(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(statuslens.UsageError) as caught:
        statuslens.scan_file(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_team_file_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "statuslens.yaml").write_text("contexts: 1\n", encoding="utf-8")
    with pytest.raises(statuslens.ConfigError):
        statuslens.scan_file(tmp_path / "a.py")
