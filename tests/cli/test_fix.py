"""``statuslens check --fix`` and ``--diff``: what is mended, and what is kept."""

import codecs
import shutil
import subprocess
from pathlib import Path

import pytest

from command import Result, Run
from tools import require_program

IDLE = "  # statuslens: ignore"
TEXT = f"if r.status_code == 404:{IDLE}\n    pass\n"
MENDED = "if r.status_code == 404:\n    pass\n"
CLEAN = Result("0 findings in 1 file\n", "", 0)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_mended_changes(mark: bytes, end: str, statuslens: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(mark + f"x = 'é \u2028'\f\n{TEXT}".replace("\n", end).encode())
    file.chmod(0o750)
    assert statuslens("check", "--fix", "a.py") == CLEAN
    assert file.read_bytes() == mark + f"x = 'é \u2028'\f\n{MENDED}".replace("\n", end).encode()
    assert file.stat().st_mode & 0o777 == 0o750
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.py"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_keeps_its_encoding(encoding: str, statuslens: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(f"\ufeff{TEXT}".encode(encoding))
    assert statuslens("check", "--fix", "a.py") == CLEAN
    assert file.read_bytes() == f"\ufeff{MENDED}".encode(encoding)


def test_a_file_whose_bytes_are_no_clean_text_is_left_as_it_is(statuslens: Run, tmp_path: Path) -> None:
    data = b"x = '\xff'\n" + TEXT.encode()
    (tmp_path / "a.py").write_bytes(data)
    result = statuslens("check", "--fix", "a.py")
    reason = "not mended: it has changed, or is not clean text in one encoding"
    assert result.err == f"statuslens: note: a.py: left out, {reason}\n"
    assert (tmp_path / "a.py").read_bytes() == data


def test_what_a_link_leads_to_is_mended_and_the_link_stays(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.py").symlink_to("real/a.py")
    assert statuslens("check", "--fix", "a.py") == CLEAN
    assert (tmp_path / "a.py").is_symlink()
    assert (tmp_path / "real" / "a.py").read_text(encoding="utf-8") == MENDED


def test_what_remains_decides_the_exit_status(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"{TEXT}r.status_code = 533\n", encoding="utf-8")
    result = statuslens("check", "--fix", "--fail-on", "information", "--format", "concise", "a.py")
    assert (result.out.partition(" 533 ")[0], result.status) == ("a.py:3:17: information[unassigned-code]:", 1)


def test_a_diff_is_what_git_applies(statuslens: Run, tmp_path: Path) -> None:
    git = require_program("git")
    (tmp_path / "a.py").write_bytes(f"x = '\f'\n{TEXT}".encode().removesuffix(b"\n"))
    result = statuslens("check", "--diff", "./a.py")
    assert (result.out.splitlines()[0], result.err, result.status) == ("--- a/a.py", "", 1)
    assert statuslens("check", "--diff", "--exit-zero", "./a.py").status == 0
    subprocess.run([git, "apply", "-"], cwd=tmp_path, input=result.out.encode(), check=True)
    assert (tmp_path / "a.py").read_bytes() == f"x = '\f'\n{MENDED}".encode().removesuffix(b"\n")
    assert statuslens("check", "--diff", "a.py") == Result("", "", 0)


def test_a_file_that_may_not_be_replaced_is_told(statuslens: Run, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "a.py").write_text(TEXT, encoding="utf-8")
    mount = shutil.which("chattr")
    if mount is None or subprocess.run([mount, "+i", str(folder)], capture_output=True, check=False).returncode:
        pytest.skip("a folder cannot be locked here")
    try:
        result = statuslens("check", "--fix", "kept")
    finally:
        subprocess.run([mount, "-i", str(folder)], check=True)
    assert result.err.startswith("statuslens: note: kept/a.py: left out, not mended: cannot be written: ")
    assert (folder / "a.py").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fix", "--diff", "a.py"], "--diff shows what --fix would write; give one of them"),
        (["--unsafe-fixes", "a.py"], "--unsafe-fixes says what may be mended; add --fix, or --diff to see it first"),
        (["--fix", "-", "--stdin-filename", "a.py"], "--fix has no file to write where - is read; give --diff"),
    ],
)
def test_what_does_not_fit_together_is_refused(options: list[str], message: str, statuslens: Run) -> None:
    assert statuslens("check", *options) == Result("", f"statuslens: {message}\n", 2)


def test_a_constant_has_the_name_that_the_project_s_version_has(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "requirements.txt").write_text("starlette==0.48.0\n", encoding="utf-8")
    text = "from starlette import status\n\nok = r.status_code == 422\n"
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    assert statuslens("check", "--select", "prefer-constant", "--fix", "a.py") == CLEAN
    expected = text.replace("422", "status.HTTP_422_UNPROCESSABLE_CONTENT")
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == expected
    assert statuslens("check", "--select", "all", "--diff", "a.py") == Result("", "", 0)
