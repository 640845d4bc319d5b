"""The project as a whole: linters pass, links lead somewhere, nothing of a developer's machine is in it."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tools import PROJECT, lack, require_program

# In pieces, so that this file does not hold what it looks for.
FOLDERS = ("farm", "root", "work")
REGISTRIES = (
    ("cra", "tes.io"),
    ("npm", "js.com"),
    ("npm", "js.org"),
    ("proxy.gol", "ang.org"),
    ("py", "pi.org"),
    ("python", "hosted.org"),
    ("ruby", "gems.org"),
)
PRIVATE = re.compile(
    rf"(?<![\w.~)}}\]-])/(?:{'|'.join(FOLDERS)})/"
    rf"|\b(?:{'|'.join(re.escape(''.join(parts)) for parts in REGISTRIES)})\b"
)

CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`)", re.MULTILINE | re.DOTALL
)
LINK = re.compile(
    r"""\]\( <? (?P<inline>[^)\s>]+)"""
    r"""| ^\[[^\]]+\]:\s+ <? (?P<reference>[^\s>]+)"""
    r"""| \b(?:href|src)="(?P<html>[^"]+)\"""",
    re.MULTILINE | re.VERBOSE,
)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy"])
def test_the_whole_project_passes(command: str) -> None:
    program, *options = command.split()
    if find_spec(program) is None:
        lack(f'{program} in this environment: pip install "statuslens[test]"')
    result = subprocess.run(
        [sys.executable, "-m", program, *options],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if result.returncode:
        pytest.fail(f"{command}:\n{result.stdout}{result.stderr}", pytrace=False)


def files_for_git() -> list[Path]:
    """List what is in git, or will be with the next ``git add``."""
    if not (PROJECT / ".git").exists():
        lack("git repository around the project")
    command = [require_program("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True, encoding="utf-8").stdout
    paths = [PROJECT / name for name in sorted(set(listed.split("\0")) - {""})]
    return [path for path in paths if path.is_file()]


def private_lines(path: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        if PRIVATE.search(line):
            yield f"{path}:{number}: {line.strip()}"


def test_no_file_names_a_folder_of_a_developers_machine_or_a_package_registry() -> None:
    assert [line for path in files_for_git() for line in private_lines(path)] == []


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("before", ["", "see ", '"', "file://", "PATH=x:"])
def test_a_folder_of_a_developers_machine_is_found(tmp_path: Path, before: str, folder: str) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"fine\n{before}/{folder}/project\n")
    assert list(private_lines(file)) == [f"{file}:2: {before}/{folder}/project"]


@pytest.mark.parametrize("parts", REGISTRIES)
def test_a_package_registry_is_found(tmp_path: Path, parts: tuple[str, str]) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"https://www.{''.join(parts)}/statuslens\n")
    assert list(private_lines(file)) == [f"{file}:1: https://www.{''.join(parts)}/statuslens"]


@pytest.mark.parametrize("line", ["at work/ or root/", "./{}/a", "https://example.org/{}/a", "src/{}/a"])
def test_a_folder_that_only_ends_alike_is_left_alone(tmp_path: Path, line: str) -> None:
    file = tmp_path / "notes.md"
    file.write_text(line.format(FOLDERS[0]))
    assert list(private_lines(file)) == []


def broken_links(page: Path) -> list[str]:
    text = CODE.sub("", page.read_text("utf-8"))
    targets = [next(filter(None, found.groups())) for found in LINK.finditer(text)]
    return [target for target in targets if not OUTSIDE.match(target) and not leads_somewhere(page, target)]


def leads_somewhere(page: Path, target: str) -> bool:
    file, _, anchor = target.partition("#")
    goal = page.parent / file if file else page
    if not goal.exists():
        return False
    return not anchor or goal.suffix != ".md" or anchor in anchors_of(goal.read_text("utf-8"))


def anchors_of(text: str) -> set[str]:
    """Name the headings as GitHub does: small letters, hyphens for spaces, a number behind a repeated one."""
    seen: Counter[str] = Counter()
    anchors = set()
    for heading in HEADING.findall(text):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        anchors.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return anchors


def test_every_link_of_every_page_leads_to_a_file_and_heading_of_the_project() -> None:
    pages = [path for path in files_for_git() if path.suffix == ".md"]
    broken = {str(page): links for page in pages if (links := broken_links(page))}
    assert PROJECT / "README.md" in pages
    assert broken == {}


def test_a_broken_link_is_found_and_a_good_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# Install, `fast`!\n## Usage\n## Usage\n")
    page = tmp_path / "page.md"
    page.write_text("""
# This page
[file](other.md) [heading](other.md#install-fast) [again](other.md#usage-1) [here](#this-page)
[web](https://example.org/x.md) `[code](in-code.md)` [folder](./) ![image](no.png) [gone](no.md "title")
[no heading](other.md#usage-2) [nor here](#that-page) <img src="no.svg">

[reference]: no-reference.md

```markdown
[fenced](in-fence.md)
```
""")
    assert broken_links(page) == [
        "no.png",
        "no.md",
        "other.md#usage-2",
        "#that-page",
        "no.svg",
        "no-reference.md",
    ]
