"""``statuslens doctor``: the state of an installation on one screen."""

import re
from pathlib import Path

from command import Run
from statuslens.registry import load_registry


def test_a_complete_installation_is_reported_as_fine(statuslens: Run) -> None:
    result = statuslens("doctor")
    about = re.findall(r"^(ok |bad)  (.{16})", result.out, re.MULTILINE)
    assert (result.err, result.status) == ("", 0)
    assert [(mark.strip(), name.strip()) for mark, name in about] == [
        ("ok", "statuslens"),
        ("ok", "Python"),
        ("ok", "registry"),
        ("ok", "team file"),
        ("ok", "extra check"),
        ("ok", "extra lsp"),
        ("ok", "extra slack"),
        ("ok", "grammars"),
        ("ok", "language server"),
    ]
    registry = load_registry()
    assert f"{len(list(registry))} codes of IANA's table of {registry.date}" in result.out
    assert "starts, answers and ends" in result.out


def test_a_wrong_team_file_is_reported_as_such(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "statuslens.yaml").write_text("vendor: [nginx]\n", encoding="utf-8")
    result = statuslens("doctor")
    assert result.status == 1
    (line,) = (line for line in result.out.splitlines() if line.startswith("bad"))
    assert line.startswith("bad  team file       ")
    assert 'did you mean "vendors"?' in line
