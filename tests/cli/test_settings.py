"""The team file on the command line: what it changes, and how to see what holds."""

import json
from pathlib import Path

import pytest
import yaml

from command import Result, Run
from statuslens.config.model import DEFAULTS
from statuslens.config.plain import to_plain

ODD = "r.status_code = 533\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path) -> None:
    """Keep the search for team files within the test's own folder."""
    (tmp_path / ".git").mkdir()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("information", 0), ("hint", 0)])
def test_the_team_file_sets_the_level_of_a_rule(level: str, status: int, statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": f"rules: {{unassigned-code: {level}}}\n"})
    result = statuslens("check", "a.py")
    assert result.out.startswith(f"a.py:1:17: {level}[unassigned-code]: 533 is not an assigned")
    assert (result.err, result.status) == ("", status)


def test_a_level_may_hold_for_some_paths_alone_and_the_later_entry_wins(statuslens: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            **dict.fromkeys(("a.py", "a.gen.py", "old/a.py", "old/api/a.py", "tests/a.py", "tests/odd/a.py"), ODD),
            "statuslens.yaml": (
                "rules: {unassigned-code: error}\n"
                "per-path:\n"
                "- {paths: [old/, '*.gen.py'], rules: {unassigned-code: off}}\n"
                "- {paths: [old/api/, 'tests/odd/**'], rules: {unassigned-code: hint}}\n"
            ),
        },
    )
    result = statuslens("check", "--format", "json", ".")
    found = [(finding["path"], finding["level"]) for finding in json.loads(result.out)["findings"]]
    assert found == [("a.py", "error"), ("old/api/a.py", "hint"), ("tests/odd/a.py", "hint")]
    assert statuslens("check", "--ignore", "unassigned-code", ".") == Result("0 findings in 7 files\n", "", 0)
    selected = statuslens("check", "--select", "unassigned-code", "--format", "concise", "old", "tests")
    assert [line.partition(":")[0] for line in selected.out.splitlines()] == ["old/api/a.py", "tests/odd/a.py"]


def test_a_misspelt_rule_of_a_path_is_refused_with_the_one_that_was_meant(statuslens: Run, tmp_path: Path) -> None:
    text = "per-path:\n- paths: [old/]\n  rules: {vendr-code: off}\n"
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": text})
    told = 'per-path[0].rules.vendr-code: unknown rule; did you mean "vendor-code"?'
    assert statuslens("check", "a.py") == Result("", f"statuslens: statuslens.yaml:3: {told}\n", 2)


def test_what_is_mostly_meant_in_tests_is_reported_outside_them_alone(statuslens: Run, tmp_path: Path) -> None:
    odd_go = 'package a\n\nimport "net/http"\n\nfunc f(w http.ResponseWriter) {\n\tw.WriteHeader(299)\n}\n'
    both = "r = Response(status=533, reason='Not Found')\ns = Response(status=404, reason='Forbidden')\n"
    write(tmp_path, {"a.go": odd_go, "a_test.go": odd_go, "a.py": both, "tests/a.py": both, "Latest.java": ""})
    result = statuslens("check", "--format", "json", ".")
    found = [(item["path"], item["rule"], item["level"]) for item in json.loads(result.out)["findings"]]
    assert found == [
        ("a.go", "unassigned-code", "information"),
        ("a.py", "unassigned-code", "information"),
        ("a.py", "reason-mismatch", "error"),
        ("tests/a.py", "reason-mismatch", "information"),
    ]


def test_a_rule_that_is_off_finds_nothing(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": "rules:\n  unassigned-code: off\n"})
    assert statuslens("check", "a.py") == Result("0 findings in 1 file\n", "", 0)


@pytest.mark.parametrize(
    ("code", "text"), [("530", "vendors: [cloudflare]"), ("533", 'codes: [{code: "533", name: Origin Gone}]')]
)
def test_own_codes_and_those_of_vendors_in_use_are_known(code: str, text: str, statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": f"r.status_code = {code}\n", "statuslens.yaml": text})
    assert statuslens("check", "a.py") == Result("0 findings in 1 file\n", "", 0)


def test_each_file_follows_the_team_file_nearest_to_it(statuslens: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.py": ODD,
            "api/a.py": ODD,
            "web/a.py": ODD,
            "statuslens.yaml": "rules: {unassigned-code: hint}\n",
            "web/pyproject.toml": "[tool.statuslens.rules]\nunassigned-code = 'error'\n",
        },
    )
    result = statuslens("check", "--format", "json", ".")
    found = [(finding["path"], finding["level"]) for finding in json.loads(result.out)["findings"]]
    assert found == [("a.py", "hint"), ("api/a.py", "hint"), ("web/a.py", "error")]


@pytest.mark.parametrize("command", ["check", "scan"])
def test_files_met_in_a_folder_are_filtered_and_named_ones_are_not(
    command: str, statuslens: Run, tmp_path: Path
) -> None:
    write(
        tmp_path,
        {
            "src/a.py": ODD,
            "src/gen/b.py": ODD,
            "src/gen/broken.py": "\0",
            "tools/c.py": ODD,
            "statuslens.yaml": "include: [src/]\nexclude: [gen/]\n",
        },
    )
    key = {"check": "findings", "scan": "occurrences"}[command]
    for path, expected in ((".", ["src/a.py"]), ("src/gen/b.py", ["src/gen/b.py"])):
        result = statuslens(command, "--format", "json", path)
        assert [record["path"] for record in json.loads(result.out)[key]] == expected
        assert result.err == ""


def test_config_names_the_file_that_holds(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": "broken: [", "ci/strict.yaml": "rules: {unassigned-code: off}"})
    assert statuslens("check", "--config", "ci/strict.yaml", ".") == Result("0 findings in 3 files\n", "", 0)


@pytest.mark.parametrize("command", [["check"], ["scan"], ["check", "--show-settings"], ["scan", "--show-settings"]])
def test_a_team_file_that_cannot_be_used_ends_with_2_and_one_line(
    command: list[str], statuslens: Run, tmp_path: Path
) -> None:
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": "rules:\n  unasigned-code: off\n", "sub/b.txt": ""})
    unknown = 'unknown rule; did you mean "unassigned-code"?'
    message = f"statuslens: statuslens.yaml:2: rules.unasigned-code: {unknown}\n"
    assert statuslens(*command, "a.py") == Result("", message, 2)
    assert statuslens(*command, "sub", "--config", "statuslens.yaml") == Result("", message, 2)
    gone = "there is no such file; name a team file, or make one: statuslens init"
    assert statuslens(*command, "a.py", "--config", "gone.yaml") == Result("", f"statuslens: gone.yaml: {gone}\n", 2)


def test_control_characters_of_a_team_file_do_not_reach_the_terminal(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD, "statuslens.yaml": '"\\e[31m\\n": 1\n'})
    assert statuslens("check", "a.py").err.startswith("statuslens: statuslens.yaml:1: ?[31m?: unknown key; known are")
    write(tmp_path, {"statuslens.yaml": 'notes: [{code: "404", note: "a \u202e b"}]\n'})
    shown = statuslens("check", "--show-settings", "a.py")
    assert "note: a ? b\n" in shown.out
    assert shown.status == 0


SHOWN = """\
# What holds for api/a.py.

# default
# required-version: any

# api/statuslens.yaml
vendors:
- nginx

# api/statuslens.yaml
codes:
- code: '471'
  name: Basket Expired
  links:
  - https://example.com

# default
notes: []

# api/statuslens.yaml
rules:
  unassigned-code: 'off'

# default
per-path: []

# default
style: constant

# default
include: []

# default
exclude: []

# api/statuslens.yaml
contexts:
- call: fail
  argument: 0
  status: true
- name: exit_code
  status: false
"""
TEAM_FILE = """
vendors: [NGINX]
codes:
  - code: "471"
    name: Basket Expired
    links: [https://example.com]
rules: {unassigned-code: off}
contexts: [{call: fail}, {name: exit_code, status: false}]
"""


@pytest.mark.parametrize("command", ["check", "scan"])
def test_the_settings_are_shown_as_a_team_file_with_their_sources(
    command: str, statuslens: Run, tmp_path: Path
) -> None:
    write(tmp_path, {"api/a.py": ODD, "api/statuslens.yaml": TEAM_FILE})
    assert statuslens(command, "--show-settings", "api/a.py", "nowhere") == Result(SHOWN, "", 0)
    write(tmp_path, {"api/statuslens.yaml": SHOWN})
    assert yaml.safe_load(statuslens(command, "--show-settings", "api/a.py").out) == yaml.safe_load(SHOWN)


def test_the_settings_are_shown_as_json(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, {"a.py": ODD, "pyproject.toml": "[tool.statuslens]\nstyle = 'leave'\n"})
    sources = dict.fromkeys(to_plain(DEFAULTS), "default") | {"style": "pyproject.toml"}
    expected = {"schema": 1, "path": "a.py", "settings": to_plain(DEFAULTS) | {"style": "leave"}, "sources": sources}
    result = statuslens("check", "--show-settings", "--format", "json", "a.py")
    assert (json.loads(result.out), result.err, result.status) == (expected, "", 0)
    line = statuslens("scan", "--show-settings", "--format", "jsonl", "a.py").out
    assert (json.loads(line), line.count("\n")) == (expected, 1)


def test_settings_of_a_path_that_is_not_there_are_not_shown(statuslens: Run) -> None:
    message = "statuslens: nowhere.py: there is no such file or folder; check the path\n"
    assert statuslens("check", "--show-settings", "nowhere.py") == Result("", message, 2)
