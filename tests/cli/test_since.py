"""``statuslens check --since``: only what stands on changed lines, in a real repository."""

import subprocess
from pathlib import Path

import pytest

from command import Result, Run
from tools import require_program

ODD = "r.status_code = 533\n"


class Repository:
    """A Git repository with a person who commits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false")
        command = (require_program("git"), *person, *arguments)
        return subprocess.run(command, cwd=self.folder, check=True, capture_output=True, encoding="utf-8").stdout

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(text.encode())

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    own = Repository(tmp_path)
    own.write("old.py", ODD + "x = 1\n" * 9)
    own.write("moved.py", ODD * 20)
    own.commit()
    return own


def found(result: Result) -> list[str]:
    assert result.err == ""
    return [line.partition(": ")[0] for line in result.out.splitlines()]


def test_findings_on_changed_lines_are_reported_and_no_others(repository: Repository, statuslens: Run) -> None:
    repository.git("checkout", "--quiet", "-b", "work")
    repository.write("old.py", ODD + "x = 1\n" * 4 + ODD + "x = 1\n" * 5)
    repository.git("mv", "moved.py", "here.py")
    repository.commit()
    repository.write("old.py", ODD + "x = 1\n" * 4 + ODD + "x = 1\n" * 5 + ODD)
    repository.write('sub/n\u00e9w "one".py', f"++ b/x\n{ODD}")
    repository.write("mac.py", f"x = 1\r{ODD}".replace("\n", "\r"))
    result = statuslens("check", "--since", "main", "--format", "concise", ".")
    assert found(result) == ["mac.py:2:17", "old.py:6:17", "old.py:12:17", 'sub/n\u00e9w "one".py:2:17']
    repository.git("add", "--all")
    assert found(statuslens("check", "--since", "main", "--format", "concise", ".")) == found(result)


def test_the_other_branch_may_have_gone_on(repository: Repository, statuslens: Run) -> None:
    repository.git("branch", "work")
    repository.write("later.py", ODD)
    repository.commit()
    repository.git("checkout", "--quiet", "work")
    assert statuslens("check", "--since", "main", ".") == Result("0 findings in 0 files\n", "", 0)


def test_a_revision_that_is_not_there_is_told(repository: Repository, statuslens: Run) -> None:
    advice = "name a commit, branch or tag that shares history with HEAD"
    message = f"statuslens: --since gone: {repository.folder} has no such revision; {advice}\n"
    assert statuslens("check", "--since", "gone", ".") == Result("", message, 2)
    assert statuslens("check", "--since", "--output=x", ".").status == 2


def test_a_shallow_clone_is_told_how_to_get_more(repository: Repository, statuslens: Run, tmp_path: Path) -> None:
    first = repository.git("rev-parse", "HEAD").strip()
    repository.write("old.py", ODD)
    repository.commit()
    repository.git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", "shallow")
    result = statuslens("check", "--since", first, "shallow")
    advice = "the clone is shallow: fetch more of it (git fetch --unshallow; fetch-depth: 0 for actions/checkout)"
    assert result == Result("", f"statuslens: --since {first}: {tmp_path}/shallow has no such revision; {advice}\n", 2)


def test_a_folder_without_history_and_fixes_are_refused(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(ODD, encoding="utf-8")
    message = "statuslens: --since: a.py is in no Git repository; leave --since out\n"
    assert statuslens("check", "--since", "main", "a.py") == Result("", message, 2)
    message = "statuslens: --fix and --diff are about whole files; leave --since out\n"
    assert statuslens("check", "--since", "main", "--fix", "a.py") == Result("", message, 2)
