"""What is inside the wheel and the source archive, built here from the project as it stands."""

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable
from configparser import ConfigParser
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from importlib.util import find_spec
from pathlib import Path

import pytest

import statuslens
from tools import PROJECT, lack

DIST_INFO = f"statuslens-{statuslens.__version__}.dist-info"
PACKAGES = ("core/statuslens", "lsp/statuslens_lsp", "slackbot/statuslens_slackbot")
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]

Requirement = tuple[str, frozenset[str], str]


@dataclass(frozen=True, slots=True)
class Distribution:
    """The archives of one build, read into memory."""

    wheel: dict[str, bytes]
    wheel_from_sdist: dict[str, bytes]
    sdist: frozenset[str]


@pytest.fixture(scope="session")
def distribution(tmp_path_factory: pytest.TempPathFactory) -> Distribution:
    direct = tmp_path_factory.mktemp("direct")
    by_way_of_sdist = tmp_path_factory.mktemp("by_way_of_sdist")
    build("--wheel", into=direct)
    build(into=by_way_of_sdist)
    return Distribution(read_wheel(direct), read_wheel(by_way_of_sdist), names_in_sdist(by_way_of_sdist))


def build(*options: str, into: Path, project: Path = PROJECT) -> None:
    """Build what is asked for; ``build`` by itself makes a source archive, and a wheel from that."""
    for library in ("build", "hatchling"):
        if find_spec(library) is None:
            lack(f'{library} in this environment: pip install "statuslens[test]"')
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(into), str(project)]
    result = subprocess.run(command, cwd=into, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


def read_wheel(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / f"statuslens-{statuslens.__version__}-py3-none-any.whl") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def names_in_sdist(folder: Path) -> frozenset[str]:
    top = f"statuslens-{statuslens.__version__}"
    with tarfile.open(folder / f"{top}.tar.gz") as archive:
        return frozenset(name.removeprefix(f"{top}/") for name in archive.getnames())


def source_files(package: str) -> Iterable[str]:
    folder = PROJECT / package
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder.parent).as_posix()


def metadata_of(distribution: Distribution) -> Message:
    return Parser().parsestr(distribution.wheel[f"{DIST_INFO}/METADATA"].decode())


def test_the_wheel_installs_three_packages_and_no_container_folder(distribution: Distribution) -> None:
    top_level = {name.partition("/")[0] for name in distribution.wheel}
    assert top_level == {"statuslens", "statuslens_lsp", "statuslens_slackbot", DIST_INFO}


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(distribution: Distribution) -> None:
    about = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    expected = {name for package in PACKAGES for name in source_files(package)}
    expected |= {f"{DIST_INFO}/{name}" for name in about}
    assert set(distribution.wheel) == expected


def test_data_and_type_markers_are_in_the_wheel(distribution: Distribution) -> None:
    data = {name for name in distribution.wheel if name.startswith("statuslens/data/")}
    markers = {name for name in distribution.wheel if name.endswith("/py.typed")}
    assert {f"statuslens/data/codes/{digit}xx.yaml" for digit in range(1, 6)} <= data
    assert markers == {"statuslens/py.typed", "statuslens_lsp/py.typed", "statuslens_slackbot/py.typed"}


def test_a_wheel_built_from_the_source_archive_is_the_same_wheel(distribution: Distribution) -> None:
    assert distribution.wheel_from_sdist == distribution.wheel


def test_the_source_archive_holds_what_it_takes_to_build_and_to_test(distribution: Distribution) -> None:
    top_level = {name.partition("/")[0] for name in distribution.sdist}
    assert top_level >= {
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "core",
        "lsp",
        "pyproject.toml",
        "slackbot",
        "tests",
    }


def test_the_entry_points_are_the_declared_ones(distribution: Distribution) -> None:
    points = ConfigParser(delimiters=("=",))
    points.read_string(distribution.wheel[f"{DIST_INFO}/entry_points.txt"].decode())
    found = {section: dict(points[section]) for section in points.sections()}
    assert found == {
        "console_scripts": {
            "statuslens": "statuslens.cli:run",
            "statuslens-lsp": "statuslens_lsp.cli:main",
            "statuslens-slackbot": "statuslens_slackbot.cli:main",
        },
        "jupyter_lsp_spec_v1": {"statuslens": "statuslens_lsp.jupyterlab:specify"},
    }


def test_the_metadata_names_version_licence_and_oldest_python(distribution: Distribution) -> None:
    metadata = metadata_of(distribution)
    found = {
        key: metadata.get_all(key)
        for key in ("Name", "Version", "License-Expression", "License-File", "Requires-Python")
    }
    assert found == {
        "Name": ["statuslens"],
        "Version": [statuslens.__version__],
        "License-Expression": ["MIT"],
        "License-File": ["LICENSE"],
        "Requires-Python": [">=3.11"],
    }


def test_each_extra_brings_the_declared_libraries(distribution: Distribution) -> None:
    metadata = metadata_of(distribution)
    found = {extra: set[Requirement]() for extra in ["", *metadata.get_all("Provides-Extra", [])]}
    for line in metadata.get_all("Requires-Dist", []):
        requirement, _, markers = line.partition(";")
        marker = re.fullmatch(r"(?: (?:\((?P<where>.+)\) and )?extra == '(?P<extra>\w+)')?", markers)
        assert marker, line
        found[marker["extra"] or ""].add(parse_requirement(f"{requirement};{marker['where'] or ''}"))
    assert found == {extra: declared_requirements(extra) for extra in ["", *DECLARED["optional-dependencies"]]}


def declared_requirements(extra: str) -> set[Requirement]:
    lines = DECLARED["optional-dependencies"][extra] if extra else DECLARED["dependencies"]
    found = set()
    for line in lines:
        if own := re.fullmatch(r"statuslens\[([\w,]+)\]", line):
            found |= {each for name in own[1].split(",") for each in declared_requirements(name)}
        else:
            found.add(parse_requirement(line))
    return found


def parse_requirement(line: str) -> Requirement:
    """Split a requirement into its name, its bounds and its platform; order and the name's case mean nothing."""
    requirement, _, where = line.partition(";")
    name = re.match(r"[\w.-]+(\[\w+\])?", requirement)
    assert name, line
    return name[0].lower(), frozenset(requirement[name.end() :].strip().split(",")), where.strip()


def test_what_the_dockerfile_copies_is_enough_for_the_same_wheel(distribution: Distribution, tmp_path: Path) -> None:
    dockerfile = (PROJECT / "slackbot/Dockerfile").read_text("utf-8")
    copied = [name for line in re.findall(r"^COPY ([^-].*) \S+$", dockerfile, re.MULTILINE) for name in line.split()]
    assert "pyproject.toml" in copied
    for name in copied:
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "compiled"))
        else:
            shutil.copy(PROJECT / name, tmp_path / name)
    (tmp_path / "dist").mkdir()
    build("--wheel", into=tmp_path / "dist", project=tmp_path)
    assert sorted(read_wheel(tmp_path / "dist")) == sorted(distribution.wheel)
