"""What a check passes over: nothing in which the rules find anything."""

from pathlib import Path

import pytest

from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import Rule, find, load_rules
from statuslens.rules.choice import choose
from statuslens.rules.rule import Example
from statuslens.workspace.files import SourceFile
from statuslens.workspace.look import CheckLook, ScanLook
from statuslens.workspace.settings import SettingsByFolder

EXAMPLES = [(rule, example) for rule in load_rules().values() for example in rule.examples]


def look_of(rule: Rule) -> CheckLook:
    """Return the look for what one rule finds."""
    overrides = {} if rule.style is None else {"style": rule.style.value}
    return CheckLook(SettingsByFolder(overrides=overrides), select=(rule.name,))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{item.language}" for rule, item in EXAMPLES])
def test_the_examples_of_a_rule_are_looked_at(rule: Rule, example: Example, tmp_path: Path) -> None:
    look = look_of(rule)
    file = SourceFile((tmp_path / "a").as_posix(), example.language, is_named=False)
    assert look.may_find(file, example.fails.encode())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{item.language}" for rule, item in EXAMPLES])
def test_nothing_is_found_in_what_is_passed_over(rule: Rule, example: Example, tmp_path: Path) -> None:
    look = look_of(rule)
    team = choose(DEFAULTS._replace(style=rule.style or DEFAULTS.style), (rule.name,))
    lines = example.fails.splitlines(keepends=True)
    file = SourceFile((tmp_path / "a").as_posix(), example.language, is_named=False)
    for dropped in range(len(lines)):
        text = "".join(lines[:dropped] + lines[dropped + 1 :])
        found = find(scan_text(text, language=example.language), load_registry(), team)
        assert look.may_find(file, text.encode()) or found == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "def find(basket):\n    if basket is None:\n        abort(404)\n    return basket, 200\n"),
        ("python", "if response.status_code in (404, 410) or response.status_code == 429:\n    retry(response)\n"),
        ("python", 'raise HTTPException(status_code=404, detail="no such basket")\n'),
        ("go", 'import "net/http"\n\nfunc ok(w http.ResponseWriter) {\n\tw.WriteHeader(http.StatusOK)\n}\n'),
        ("go", "if resp.StatusCode >= 200 && resp.StatusCode < 300 {\n\treturn nil\n}\n"),
        ("javascript", 'if (status < 200 || status > 299) {\n  throw new Error("request failed");\n}\n'),
        ("javascript", "res.status(200).json(basket);\n"),
        ("java", "return ResponseEntity.status(HttpStatus.NOT_FOUND).build();\n"),
        ("ruby", "render json: basket, status: :created\n"),
        ("json", '{"status": 404, "message": "Not Found"}\n'),
        ("yaml", "retry_on: [502, 503, 504] # statuses\n"),
        ("html", "<script>fetch('/basket').then(r => r.status === 404 ? null : r.json())</script>\n"),
    ],
)
def test_statuses_of_which_no_rule_has_anything_to_say_are_passed_over(
    language: str, text: str, tmp_path: Path
) -> None:
    file = SourceFile((tmp_path / "a").as_posix(), language, is_named=False)
    assert find(scan_text(text, language=language), load_registry(), DEFAULTS) == ()
    assert ScanLook(SettingsByFolder()).may_find(file, text.encode())
    assert not CheckLook(SettingsByFolder()).may_find(file, text.encode())


@pytest.mark.parametrize("rule", ["prefer-constant", "missing-header", "undocumented-code"])
def test_each_file_with_a_status_is_looked_at_for_a_rule_that_speaks_of_any(rule: str, tmp_path: Path) -> None:
    file = SourceFile((tmp_path / "a").as_posix(), "python", is_named=False)
    assert CheckLook(SettingsByFolder(), select=(rule,)).may_find(file, b"abort(404)\n")


def test_what_the_team_file_calls_a_status_is_looked_at_wherever_it_stands(tmp_path: Path) -> None:
    overrides = {"contexts": [{"name": "outcome", "status": True}]}
    file = SourceFile((tmp_path / "a").as_posix(), "python", is_named=False)
    assert CheckLook(SettingsByFolder(overrides=overrides)).may_find(file, b"outcome = 299\n")
    assert not CheckLook(SettingsByFolder()).may_find(file, b"outcome = 299\n")


def test_bytes_that_are_no_text_move_nothing_out_of_sight(tmp_path: Path) -> None:
    look, file = CheckLook(SettingsByFolder()), SourceFile((tmp_path / "a").as_posix(), "python", is_named=False)
    around = b"# " + b"\xe9" * 200 + b"\n", b"size = 7\n" * 200
    assert look.may_find(file, around[0] + b"response.status_code = 299\n" + around[1])
    assert not look.may_find(file, around[0] + b"response.status_code = 404\n" + around[1])
