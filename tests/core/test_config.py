"""The team file: found, read, refused, laid over the defaults."""

import json
import os
import pickle
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import integers, text

from statuslens.config.fields import read_team_file
from statuslens.config.find import find_team_file
from statuslens.config.known import codes_to_choose, known_codes
from statuslens.config.load import load_team_file
from statuslens.config.model import (
    DEFAULTS,
    ContextKind,
    ContextRule,
    PathRules,
    RuleLevel,
    RuleSetting,
    Settings,
    Style,
    TeamCode,
    TeamFile,
    TeamNote,
)
from statuslens.config.nodes import Where
from statuslens.config.paths import is_wanted, matches, place_of
from statuslens.config.plain import to_plain
from statuslens.config.schema import make_schema
from statuslens.config.settings import settings_for
from statuslens.config.version import satisfies
from statuslens.config.yamltree import MAX_NODES, read_yaml
from statuslens.errors import ConfigError, UsageError
from statuslens.registry import load_registry
from statuslens.registry.vendor import find_vendor
from statuslens.rules import RULE_NAMES
from tools import PROJECT, lack

NAME = "statuslens.yaml"
SAMPLE = PROJECT / "examples" / NAME
SCHEMA = PROJECT / "core" / "statuslens" / "data" / "config.schema.json"
CODE_ADVICE = 'is no code; write three digits from "100" to "999", or a substatus such as "403.10"'
URL_ADVICE = "is no address that may be linked; write one that begins with https:// or http://"
BARE_ADVICE = "since bare numbers are changed when read (403.10 to 403.1)"

FULL = """
required-version: ">=0.1, <99"
vendors: [NGINX, cloudflare]
codes:
  - code: "471"
    name: Basket   Expired
    meaning: >-
      The basket was kept
      for two hours.
    owner: checkout
    runbook: https://wiki.example.com/basket?a=1#now
    links: [http://example.com, "https://[::1]:8080/x"]
  - {code: "403.90", name: Blocked}
notes:
  - code: '429'
    note: Slow down.
    owner: platform
  - code: "404"
    links:
      - https://example.com/404
rules:
  unassigned-code: off
per-path:
  - paths: [tests/, "*.gen.go"]
    rules: {vendor-code: off}
  - paths: ["tests/api/**"]
    rules: {vendor-code: hint}
style: number
include: [src/]
exclude: ["*.gen.go", 'web/**/dist']
contexts:
  - call: fail
    argument: 1
  - {call: "*.reply", argument: status, status: true}
  - {call: later}
  - {name: exit_code, status: false}
  - key: http
"""
TEAM = TeamFile(
    required_version=">=0.1, <99",
    vendors=("nginx", "cloudflare"),
    codes=(
        TeamCode(
            code="471",
            name="Basket Expired",
            meaning="The basket was kept for two hours.",
            owner="checkout",
            runbook="https://wiki.example.com/basket?a=1#now",
            links=("http://example.com", "https://[::1]:8080/x"),
        ),
        TeamCode(code="403.90", name="Blocked"),
    ),
    notes=(
        TeamNote(code="429", note="Slow down.", owner="platform"),
        TeamNote(code="404", links=("https://example.com/404",)),
    ),
    rules=(RuleSetting("unassigned-code", RuleLevel.OFF),),
    per_path=(
        PathRules(("tests/", "*.gen.go"), (RuleSetting("vendor-code", RuleLevel.OFF),)),
        PathRules(("tests/api/**",), (RuleSetting("vendor-code", RuleLevel.HINT),)),
    ),
    style=Style.NUMBER,
    include=("src/",),
    exclude=("*.gen.go", "web/**/dist"),
    contexts=(
        ContextRule(ContextKind.CALL, "fail", argument=1),
        ContextRule(ContextKind.CALL, "*.reply", argument="status"),
        ContextRule(ContextKind.CALL, "later", argument=0),
        ContextRule(ContextKind.NAME, "exit_code", status=False),
        ContextRule(ContextKind.KEY, "http"),
    ),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder that looks like the root of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(text: str, name: str = NAME) -> str:
    path = write(Path(name), text)
    with pytest.raises(ConfigError) as caught:
        load_team_file(path, rule_names=frozenset(RULE_NAMES))
    message = str(caught.value)
    assert "\n" not in message
    return message


def json_schema_library() -> Any:
    if find_spec("jsonschema") is None:
        lack('jsonschema in this environment: pip install "statuslens[test]"')
    return import_module("jsonschema")


def test_every_key_is_read_into_its_type() -> None:
    team = load_team_file(write(Path(NAME), FULL))
    assert team == TEAM
    assert hash(team) == hash(TEAM)
    assert pickle.loads(pickle.dumps(team)) == TEAM  # noqa: S301 (our own pickle: workers get settings so)


def test_the_same_keys_may_stand_in_pyproject() -> None:
    path = write(
        Path("pyproject.toml"),
        """
        [tool.statuslens]
        vendors = ["nginx"]
        style = "leave"
        [[tool.statuslens.codes]]
        code = "471"
        name = "Basket Expired"
        [tool.statuslens.rules]
        unassigned-code = "off"
        [[tool.statuslens.contexts]]
        call = "fail"
        argument = 2
        status = false
        """,
    )
    assert load_team_file(path) == TeamFile(
        vendors=("nginx",),
        codes=(TeamCode("471", "Basket Expired"),),
        rules=(RuleSetting("unassigned-code", RuleLevel.OFF),),
        style=Style.LEAVE,
        contexts=(ContextRule(ContextKind.CALL, "fail", argument=2, status=False),),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n...\n", "\ufeff# from Windows\r\n"])
def test_a_file_without_keys_leaves_the_defaults(text: str) -> None:
    with Path(NAME).open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    assert load_team_file(NAME) in {DEFAULTS, TeamFile()}


def test_what_was_read_can_be_written_out_and_read_again() -> None:
    plain = to_plain(TEAM)
    assert load_team_file(write(Path(NAME), yaml.safe_dump(plain))) == TEAM
    assert json.loads(json.dumps(plain)) == plain


def test_aliases_are_read_like_what_they_stand_for() -> None:
    text = 'codes:\n  - {code: "471", name: A, owner: &us checkout}\n  - {code: "472", name: B, owner: *us}\n'
    assert [own.owner for own in load_team_file(write(Path(NAME), text)).codes] == ["checkout", "checkout"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("codes: []\nvendros: [nginx]\n", '2: vendros: unknown key; did you mean "vendors"?'),
        (
            "zzz: 1\n",
            "1: zzz: unknown key; known are required-version, vendors, codes, notes, rules, per-path, style, "
            "include, exclude, contexts",
        ),
        (
            'codes:\n  - code: "471"\n    name: A\n    runbok: https://example.com\n',
            '4: codes[0].runbok: unknown key; did you mean "runbook"?',
        ),
        (
            'notes:\n- {code: "404", note: x}\n- {code: "405", note: x, nte: y}\n',
            '3: notes[1].nte: unknown key; did you mean "note"?',
        ),
        ("contexts:\n- {call: f, arg: 0}\n", '2: contexts[0].arg: unknown key; did you mean "argument"?'),
        (
            "rules:\n  unasigned-code: off\n",
            '2: rules.unasigned-code: unknown rule; did you mean "unassigned-code"?',
        ),
        (
            "per-path:\n- paths: [a/]\n  rules:\n    vendr-code: off\n",
            '4: per-path[0].rules.vendr-code: unknown rule; did you mean "vendor-code"?',
        ),
        (
            "per-path:\n- path: a/\n  rules: {}\n",
            '2: per-path[0].path: unknown key; did you mean "paths"?',
        ),
        ("per-path:\n- rules: {vendor-code: off}\n", "2: per-path[0]: lacks paths; add it"),
        ("per-path:\n- {paths: [], rules: {}}\n", "2: per-path[0].paths: is empty; add an item"),
        (
            "per-path:\n- {paths: ['!a'], rules: {}}\n",
            '2: per-path[0].paths[0]: "!a" is no pattern; write a path with / between its parts, such as build/ '
            "or *.gen.go",
        ),
        ("vendors: []\ncodes: []\nvendors: []\n", "3: vendors: the key stands twice, first on line 1; keep one"),
        (
            'codes:\n- code: "471"\n  name: A\n  name: B\n',
            "4: codes[0].name: the key stands twice, first on line 3; keep one",
        ),
        ("rules: {404: off}\n", '1: rules.404: the key is no text; write "404" in quotes'),
        ("- a\n", "1: expected a mapping, found a list; write key: value"),
        ("404\n", "1: expected a mapping, found the number 404; write key: value"),
        ("codes: x\n", '1: codes: expected a list, found "x"; write one item a line after -'),
        ("codes:\n", "1: codes: expected a list, found nothing; write one item a line after -"),
        ("codes: [x]\n", '1: codes[0]: expected a mapping, found "x"; write key: value'),
        ("codes:\n\n- name: A\n", "3: codes[0]: lacks code; add it"),
        ('codes:\n- code: "471"\n', "2: codes[0]: lacks name; add it"),
        ("style: numbers\n", '1: style: found "numbers"; write constant, number or leave'),
        (
            "rules: {unassigned-code: no}\n",
            "1: rules.unassigned-code: found the truth value no; write off, hint, information, warning or error",
        ),
        (
            "rules: {unassigned-code: [off]}\n",
            "1: rules.unassigned-code: found a list; write off, hint, information, warning or error",
        ),
        ("vendors: [nginxx]\n", '1: vendors[0]: unknown vendor "nginxx"; did you mean "nginx"?'),
        ("vendors: [nginx, caddy, NGINX]\n", "1: vendors[2]: the same as item 0 of the list; keep one"),
        (
            'exclude: ["!a"]\n',
            '1: exclude[0]: "!a" is no pattern; write a path with / between its parts, such as build/ or *.gen.go',
        ),
        ("exclude: [{a: b}]\n", "1: exclude[0]: expected text, found a mapping"),
        (
            "exclude: [2024-01-01]\n",
            '1: exclude[0]: found the value 2024-01-01, not text; write "2024-01-01" in quotes',
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_with_place_and_advice(text: str, message: str) -> None:
    assert refusal(text) == f"{NAME}:{message}"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("471", f'471 is not quoted; write "471" in quotes, {BARE_ADVICE}'),
        ("403.10", f'403.10 is not quoted; write "403.10" in quotes, {BARE_ADVICE}'),
        ("404:1", f'404:1 is not quoted; write "404.1" in quotes, {BARE_ADVICE}'),
        ("0471", f'0471 is not quoted; write "0471" in quotes, {BARE_ADVICE}'),
        ('"404:1"', '"404:1": a substatus is written with a point, "404.1"'),
        ("4xx", f'"4xx" {CODE_ADVICE}'),
        ('"99"', f'"99" {CODE_ADVICE}'),
        ('"1000"', f'"1000" {CODE_ADVICE}'),
        ('"403.01"', f'"403.01" {CODE_ADVICE}'),
        ('"４７１"', f'"４７１" {CODE_ADVICE}'),
        ('"471\\n"', f'"471?" {CODE_ADVICE}'),
        ("~", "has no value; write one, or leave the key out"),
        ('["471"]', "expected text, found a list"),
        ('"404"', '"404" has a meaning already, Not Found; write about it under notes'),
    ],
)
def test_a_code_is_three_digits_in_quotes(code: str, message: str) -> None:
    assert refusal(f"codes:\n- name: A\n  code: {code}\n") == f"{NAME}:3: codes[0].code: {message}"


def test_a_code_without_quotes_in_pyproject_is_shown_as_it_was_written() -> None:
    text = "[[tool.statuslens.notes]]\nnote = 'x'\ncode = {}\n"
    where = "pyproject.toml: tool.statuslens.notes[0].code"
    for code in ("403.10", "471", "1e3"):
        message = f'{where}: {code} is not quoted; write "{code}" in quotes, {BARE_ADVICE}'
        assert refusal(text.format(code), "pyproject.toml") == message


@pytest.mark.parametrize("key", ["codes", "notes"])
def test_a_code_stands_once_in_a_list(key: str) -> None:
    item = '{code: "471", name: A}' if key == "codes" else '{code: "404", note: A}'
    assert refusal(f"{key}:\n- {item}\n- {item}\n") == f"{NAME}:3: {key}[1]: the same as item 0 of the list; keep one"


def test_a_note_that_says_nothing_is_refused() -> None:
    message = "says nothing about the code; add note, owner, runbook or links"
    assert refusal('notes:\n- code: "404"\n') == f"{NAME}:2: notes[0]: {message}"


@pytest.mark.parametrize(
    "address",
    [
        "wiki.example.com",
        "javascript:alert(1)",
        "ftp://example.com",
        "HTTPS://example.com",
        "https://",
        "https:///path",
        "https://user:secret@example.com",
        "https://example.com/a b",
        "https://example.com/|x>",
        "https://example.com/\\u202e",
        "https://example.com/\\n",
    ],
)
def test_an_address_that_may_not_be_linked_is_refused(address: str) -> None:
    text = f'notes:\n- code: "404"\n  links:\n  - http://example.com\n  - "{address}"\n'
    shown = address.replace("\\u202e", "?").replace("\\n", "?")
    assert refusal(text) == f'{NAME}:5: notes[0].links[1]: "{shown}" {URL_ADVICE}'


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ('" "', "is empty; write a text, or leave the key out"),
        ('"a\\x1b[31m"', "holds control characters; leave them out"),
        ("x" * 101, "has 101 characters; 100 fit"),
        ("5", 'found the number 5, not text; write "5" in quotes'),
    ],
)
def test_a_name_is_a_short_text(name: str, message: str) -> None:
    assert refusal(f'codes:\n- code: "471"\n  name: {name}\n') == f"{NAME}:3: codes[0].name: {message}"


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("{status: true}", ": has none of call, name and key; write one of them"),
        ("{name: a, key: b}", ": has name and key of call, name and key; write one of them"),
        ("{name: a, argument: 1}", ": argument belongs to a call; leave it out"),
        ("{call: a b}", '.call: "a b" is no name; write it without spaces'),
        ("{name: a, status: yes}", ".status: found the truth value yes; write true or false"),
        ("{name: a, status: 'true'}", '.status: found "true"; write true or false'),
        (
            "{call: a, argument: -1}",
            ".argument: found the number -1; write the argument's position, from 0 to 99, or its keyword",
        ),
        (
            "{call: a, argument: [1]}",
            ".argument: found a list; write the argument's position, from 0 to 99, or its keyword",
        ),
    ],
)
def test_a_context_is_one_call_name_or_key(rule: str, message: str) -> None:
    assert refusal(f"contexts:\n- {rule}\n") == f"{NAME}:2: contexts[0]{message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("vendors: [nginx]\n---\nstyle: leave\n", ":2: a second document starts here; keep one"),
        ("? [a]\n: b\n", ":1: a list or mapping stands where a key belongs; write a name"),
        ("<<: {style: leave}\n", ":1: << merges are not read; write the keys out"),
        (
            "style: !!python/name:os.system ''\n",
            ":1: the tag tag:yaml.org,2002:python/name:os.system is not read; leave it out",
        ),
        ("codes: !own []\n", ":1: the tag !own is not read; leave it out"),
        ("codes: *none\n", ":1: *none stands for nothing: no &none ends before it"),
        ("codes: &a [*a]\n", ":1: *a stands for nothing: no &a ends before it"),
        ("a: " + "[" * 5000, ":1: nested more than 20 deep; a team file needs four"),
    ],
)
def test_yaml_that_could_surprise_is_not_read(text: str, message: str) -> None:
    assert refusal(text) == f"{NAME}{message}"


def test_a_tag_that_says_text_is_as_good_as_quotes() -> None:
    text = "notes:\n- {code: !!str 404, note: =}\n- {code: ! 405, note: x}\n"
    assert [note.code for note in load_team_file(write(Path(NAME), text)).notes] == ["404", "405"]


def test_aliases_cannot_blow_a_small_file_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 20)]
    message = f"more than {MAX_NODES:,} values, aliases written out; make it smaller"
    assert refusal("\n".join(lines)) == f"{NAME}:4: {message}"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=integers(0, len(FULL)), length=integers(0, 30), inserted=text(max_size=8))
def test_a_damaged_file_is_read_or_refused_in_one_line(start: int, length: int, inserted: str) -> None:
    result = outcome(FULL[:start] + inserted + FULL[start + length :])
    assert isinstance(result, TeamFile) or (result.startswith(NAME) and "\n" not in result)


def outcome(text: str) -> TeamFile | str:
    where = Where(NAME)
    try:
        root = read_yaml(text, where)
        return DEFAULTS if root is None else read_team_file(root, where)
    except ConfigError as error:
        return str(error)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vendors: [nginx\nstyle: leave\n", ":2"),
        ('style: "\\UFFFFFFFF"\n', ""),
        ("style: >=0\n", ":1"),
        ("a: \x01", ""),
    ],
)
def test_what_is_no_yaml_is_told_in_one_line(
    text: str, line: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not hasattr(yaml, loader):
        lack(f"{loader} in this build of PyYAML")
    monkeypatch.setattr("statuslens.config.yamltree._Loader", getattr(yaml, loader))
    # The two parsers name the place of an impossible character differently, or not at all.
    message = refusal(text)
    assert message.startswith(f"{NAME}{line}")
    assert ": not valid YAML: " in message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.statuslens\n", "pyproject.toml: not valid TOML: "),
        ("a = " + "[" * 100_000 + " # statuslens", "pyproject.toml: not valid TOML: "),
        ("[tool]\nstatuslens = 3\n", "pyproject.toml: tool.statuslens: expected a table; write [tool.statuslens]"),
        ("tool = 'statuslens'\n", "pyproject.toml: has no table tool.statuslens; add [tool.statuslens]"),
        (
            "[tool.statuslens]\nstile = 'x'\n",
            'pyproject.toml: tool.statuslens.stile: unknown key; did you mean "style"?',
        ),
        (
            "[tool.statuslens]\nvendors = 0x" + "f" * 9000,
            "pyproject.toml: tool.statuslens.vendors: expected a list, found the number 0xfff",
        ),
        (
            "[tool.statuslens]\nvendors = " + "[" * 30 + "]" * 30,
            "pyproject.toml: tool.statuslens.vendors"
            + "[0]" * 20
            + ": nested more than 20 deep; a team file needs four",
        ),
        (
            "[tool.statuslens]\nstyle = 2024-01-01\n",
            "pyproject.toml: tool.statuslens.style: found the value 2024-01-01; write constant, number or leave",
        ),
    ],
)
def test_what_cannot_be_read_in_pyproject_is_told_in_one_line(text: str, message: str) -> None:
    assert refusal(text, "pyproject.toml").startswith(message)


def test_a_file_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"^gone\.yaml: there is no such file; name a team file, or make one"):
        load_team_file("gone.yaml")
    Path(NAME).write_bytes(b"style: \xff")
    with pytest.raises(ConfigError, match=r"^statuslens\.yaml: is not UTF-8; save it as UTF-8$"):
        load_team_file(NAME)
    Path(NAME).write_bytes(b"#" * 1_000_001)
    with pytest.raises(ConfigError, match=r"^statuslens\.yaml: larger than 1 MB; a team file is not$"):
        load_team_file(NAME)
    assert issubclass(ConfigError, UsageError)


def test_a_file_that_may_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(Path(NAME), "style: leave")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ConfigError, match=r"^statuslens\.yaml: cannot be read: Permission denied; check who may"):
        load_team_file(path)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ('">=99"', "this is statuslens {version}, and the file is written for >=99; install one of those"),
        ('"~=1.0"', '"~=1.0" is no range of versions; write for example ">=0.1" or ">=0.1,<1"'),
        ("0.1", 'found the number 0.1, not text; write "0.1" in quotes'),
    ],
)
def test_a_file_for_another_version_says_so_before_anything_else(
    wanted: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens.config.fields.__version__", "1.2.3.dev4")
    told = refusal(f"brought-by-99: true\nrequired-version: {wanted}\n")
    assert told == f"{NAME}:2: required-version: {message.format(version='1.2.3.dev4')}"


@pytest.mark.parametrize(
    ("version", "wanted", "expected"),
    [
        ("0.1.0", ">=0.1", True),
        ("0.1.0", "==0.1", True),
        ("0.10", ">0.9", True),
        ("0.2.dev1", ">=0.2,<0.3", True),
        ("0.3", ">=0.2, <0.3", False),
        ("1.0", "!=1", False),
        ("1.0", "<=0.9.9", False),
        ("unknown", "<1", True),
    ],
)
def test_versions_are_compared_part_by_part(version: str, wanted: str, *, expected: bool) -> None:
    assert satisfies(version, wanted) is expected


@pytest.mark.parametrize("wanted", ["", "1", ">=", ">=1.x", "~=1", ">=1;<2", ">=1,", "=>1", ">= ١"])
def test_what_is_no_range_of_versions_is_an_error(wanted: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        satisfies("1", wanted)


def test_the_nearest_file_holds_whole(here: Path) -> None:
    far = write(here / NAME, "style: leave\nvendors: [nginx]\n")
    near = write(here / "api" / NAME, "vendors: [caddy]\n")
    (here / "api" / "orders").mkdir()
    assert find_team_file("web/app.ts") == far
    assert find_team_file("api") == near
    assert find_team_file("api/orders/not_there.py") == near
    assert find_team_file("api/../main.py") == far
    assert settings_for("api/orders").team == TeamFile(vendors=("caddy",))


def test_statuslens_yaml_comes_before_pyproject_and_a_pyproject_without_the_table_does_not_count(here: Path) -> None:
    write(here / "pyproject.toml", "[tool.statuslens]\nstyle = 'leave'\n")
    write(here / "a" / "pyproject.toml", "[tool.other]\n# statuslens\n")
    write(here / "b" / "pyproject.toml", "broken [")
    write(here / "c" / "pyproject.toml", "[tool.statuslens]\n")
    write(here / "c" / NAME, "")
    (here / "d" / NAME).mkdir(parents=True)
    found = [find_team_file(f"{folder}/x.py") for folder in "abcd"]
    assert found == [here / "pyproject.toml", here / "pyproject.toml", here / "c" / NAME, here / "pyproject.toml"]


def test_the_search_ends_at_the_root_of_the_repository(here: Path) -> None:
    write(here / NAME, "")
    write(here / "inner" / ".git", "gitdir: elsewhere\n")
    assert find_team_file("inner/a.py") is None
    assert find_team_file("other/a.py") == here / NAME
    assert find_team_file("bad\0name") == here / NAME


def test_each_layer_goes_over_the_one_before(here: Path) -> None:
    write(here / NAME, "style: number\nvendors: [nginx]\nexclude: [build/]\n")
    other = write(here / "ci" / "strict.yaml", "style: leave\nrules: {unassigned-code: error}\n")
    defaults = dict.fromkeys(to_plain(DEFAULTS), "default")
    (here / "bare" / ".git").mkdir(parents=True)
    assert settings_for("bare/a.py") == Settings(DEFAULTS, defaults, folder=str(here))
    found = settings_for("a.py")
    assert found == Settings(
        TeamFile(style=Style.NUMBER, vendors=("nginx",), exclude=("build/",)),
        defaults | dict.fromkeys(("style", "vendors", "exclude"), NAME),
        folder=str(here),
        file=here / NAME,
    )
    named = settings_for("a.py", explicit=other)
    error = RuleSetting("unassigned-code", RuleLevel.ERROR)
    assert named == Settings(
        TeamFile(style=Style.LEAVE, rules=(error,)),
        defaults | dict.fromkeys(("style", "rules"), "ci/strict.yaml"),
        folder=str(here),
        file=other,
    )
    overrides: dict[str, Any] = {"style": "constant", "vendors": []}
    over = settings_for("a.py", explicit=other, overrides=overrides)
    assert over.team == TeamFile(style=Style.CONSTANT, rules=(error,))
    assert over.sources == dict(named.sources) | dict.fromkeys(("style", "vendors"), "editor settings")


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        ({"stile": "leave"}, 'editor settings: stile: unknown key; did you mean "style"?'),
        ({"style": None}, "editor settings: style: found nothing; write constant, number or leave"),
        (
            {"notes": [{"code": 403.1, "note": "x"}]},
            f'editor settings: notes[0].code: 403.1 is not quoted; write "403.1" in quotes, {BARE_ADVICE}',
        ),
        (
            {"contexts": [{"name": "a", "status": 1}]},
            "editor settings: contexts[0].status: found the number 1; write true or false",
        ),
    ],
)
def test_editor_settings_are_as_strict_as_a_file(overrides: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_for("a.py", overrides=overrides)
    assert str(caught.value) == message


def test_a_file_is_read_again_only_after_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Path] = []
    read = Path.read_bytes

    def count(path: Path) -> bytes:
        reads.append(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", count)
    path = write(Path(NAME), "style: leave\n")
    os.utime(path, ns=(1, 1))
    assert [settings_for(f"{number}.py").team.style for number in range(100)] == [Style.LEAVE] * 100
    assert len(reads) == 1
    write(path, "style: number\n")
    os.utime(path, ns=(2, 2))
    assert settings_for("0.py").team.style is Style.NUMBER
    assert len(reads) == 2


def test_own_codes_and_those_of_switched_on_vendors_are_known() -> None:
    team = TeamFile(vendors=("nginx",), codes=(TeamCode("471", "A"),))
    nginx = find_vendor("nginx")
    assert nginx
    assert known_codes(team) == {"471"} | {own.code for own in nginx.codes}
    assert known_codes(TeamFile(codes=team.codes)) == {"471"}
    assert known_codes(DEFAULTS) == frozenset()


def test_new_work_may_choose_from_what_is_in_use_the_teapot_and_what_the_team_knows() -> None:
    codes = (TeamCode("471", "Basket Expired"), TeamCode("403.90", "Basket Locked"), TeamCode("404", "Not Here"))
    chosen = codes_to_choose(TeamFile(codes=codes, vendors=("nginx",)))
    assert [chosen.get(code) for code in ("404", "418", "471", "499")] == [
        "Not Here",
        "I'm a teapot",
        "Basket Expired",
        "Client Closed Request",
    ]
    assert list(chosen) == sorted(chosen)
    assert {"305", "306", "510", "403.90", "299"}.isdisjoint(chosen)
    assert set(codes_to_choose(DEFAULTS)) == {status.code for status in load_registry() if status.in_use} | {"418"}


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("build", "build/a.py", True),
        ("build", "x/build/a.py", True),
        ("build", "builder/a.py", False),
        ("build/", "x/build/a.py", True),
        ("a.py/", "a.py", False),
        ("*.gen.go", "x/y/a.gen.go", True),
        ("*.go", "a.go.txt", False),
        ("/a.py", "a.py", True),
        ("/a.py", "x/a.py", False),
        ("x/a.py", "x/a.py", True),
        ("x/a.py", "y/x/a.py", False),
        ("x/*.py", "x/y/a.py", False),
        ("x/**/a.py", "x/a.py", True),
        ("x/**/a.py", "x/y/z/a.py", True),
        ("x/**", "x/y/a.py", True),
        ("**/dist", "web/dist/a.js", True),
        ("**/**/a.py", "a.py", True),
        ("a?[bc].py", "aXb.py", True),
        ("A.py", "a.py", False),
        ("*a" * 100 + "c", "a" * 200 + "/" + "a" * 200, False),
    ],
)
def test_patterns_are_those_of_a_gitignore(pattern: str, path: str, *, expected: bool) -> None:
    assert matches(pattern, tuple(path.split("/"))) is expected


def test_include_lets_in_and_exclude_takes_out_again(here: Path) -> None:
    settings = Settings(TeamFile(include=("src/",), exclude=("*_pb2.py",)), {}, str(here / "a"))
    paths = ["a/src/x.py", "a/src/x_pb2.py", "a/x.py", "b/x.py"]
    assert [is_wanted(path, settings) for path in paths] == [True, False, False, True]
    assert is_wanted("a/x.py", Settings(TeamFile(exclude=("y.py",)), {}, str(here / "a")))
    assert is_wanted("a/x.py", Settings(DEFAULTS, {}, str(here / "a")))


def test_a_file_stands_in_its_project_as_the_team_file_or_the_repository_sees_it(here: Path) -> None:
    (here / "other" / ".git").mkdir(parents=True)
    settings = Settings(DEFAULTS, {}, str(here))
    assert place_of("tests/a.py", settings) == "tests/a.py"
    assert place_of("other/tests/a.py", Settings(DEFAULTS, {}, str(here / "elsewhere"))) == "tests/a.py"
    assert place_of(str(here / "tests" / "a.py"), settings) == "tests/a.py"
    assert place_of(f"{here.parent}/tests/a.py", settings).endswith("/tests/a.py")


def test_a_path_on_another_drive_is_outside(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: str, _start: Path) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert is_wanted(f"{here.parent}/a.py", Settings(TeamFile(exclude=("a.py",)), {}, str(here)))


def test_the_committed_schema_is_the_one_that_the_table_makes() -> None:
    committed = json.loads(SCHEMA.read_text(encoding="utf-8"))
    advice = f"run: statuslens init --schema > {SCHEMA.relative_to(PROJECT).as_posix()}"
    assert committed == make_schema(RULE_NAMES), advice


def test_the_schema_leaves_rule_names_open_where_they_are_not_given() -> None:
    levels = {"enum": [level.value for level in RuleLevel]}
    assert make_schema()["properties"]["rules"]["additionalProperties"] == levels
    assert load_team_file(write(Path(NAME), "rules: {any-rule: hint}")).rules == (
        RuleSetting("any-rule", RuleLevel.HINT),
    )


def test_the_schema_accepts_the_sample_and_a_file_with_every_key() -> None:
    jsonschema = json_schema_library()
    schema = make_schema(RULE_NAMES)
    jsonschema.Draft202012Validator.check_schema(schema)
    for plain in (to_plain(load_team_file(SAMPLE)), to_plain(TEAM)):
        given = {key: value for key, value in plain.items() if value is not None}
        jsonschema.validate(given, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "text",
    [
        "vendros: []",
        'codes: [{code: "44", name: A}]',
        'codes: [{code: "471"}]',
        "codes: [{code: 471, name: A}]",
        'notes: [{code: "404"}]',
        'notes: [{code: "404", runbook: "javascript:x"}]',
        "contexts: [{name: a, key: b}]",
        "contexts: [{name: a, argument: 1}]",
        "rules: {nothing: hint}",
        "per-path: [{paths: [], rules: {}}]",
        "per-path: [{paths: [a], rules: {nothing: hint}}]",
        'exclude: ["!a"]',
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    jsonschema = json_schema_library()
    refusal(text)
    assert not jsonschema.Draft202012Validator(make_schema(RULE_NAMES)).is_valid(yaml.safe_load(text))


def test_the_sample_knows_codes_vendors_and_whom_to_ask() -> None:
    team = load_team_file(SAMPLE, rule_names=frozenset(RULE_NAMES))
    assert [own.code for own in team.codes] == ["471", "472"]
    assert team.vendors == ("nginx", "cloudflare")
    assert all(note.owner and note.runbook for note in team.notes)
