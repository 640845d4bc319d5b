"""Comments that switch rules off."""

import pytest

from statuslens.config.model import RuleLevel, RuleSetting, TeamFile
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import find
from statuslens.rules.apply import apply, fixes_of

PAGE = "<script>\n// statuslens: ignore-next-line\nres.status(533).end();\nres.status(534).end();\n</script>\n"


def found(text: str, language: str) -> list[tuple[str, str]]:
    scan = scan_text(text, language=language)
    return [(item.rule, text[item.start : item.end]) for item in find(scan, load_registry())]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("python", "r.status_code = 533  # statuslens: ignore\n"),
        ("python", "# statuslens: ignore-next-line[unassigned-code] ours\nr.status_code = 533\n"),
        ("python", "# statuslens: ignore-file[unassigned-code]\n\nr.status_code = 533\nr.status_code = 534\n"),
        ("go", "var httpStatus = 533 // statuslens: ignore\n"),
        ("c", "int http_status = 533; /* statuslens: ignore */\n"),
        ("yaml", "responses: {'533': {}} # statuslens: ignore\n"),
        ("nginx", "return 533; # statuslens: ignore\n"),
        ("http", "# statuslens: ignore-next-line\nHTTP/1.1 533 Odd\n"),
    ],
)
def test_a_comment_keeps_a_finding_from_being_reported(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_comment_in_a_script_is_about_that_script() -> None:
    assert found(PAGE, "html") == [("unassigned-code", "534")]


@pytest.mark.parametrize(
    "text",
    [
        'note = "statuslens: ignore"\nr.status_code = 533\n',
        'r.status_code = 533; note = "statuslens: ignore"\n',
        "# statuslens: ignoring\nr.status_code = 533\n",
        "\n" * 20 + "# statuslens: ignore-file\nr.status_code = 533\n",
    ],
)
def test_other_texts_switch_nothing_off(text: str) -> None:
    assert found(text, "python") == [("unassigned-code", "533")]


def test_a_comment_for_rules_that_do_not_run_is_left_in_peace() -> None:
    text = "r.status_code = 404  # statuslens: ignore[vendor-code]\n"
    assert found(text, "python") == [("unused-suppression", "statuslens: ignore[vendor-code]")]
    scan = scan_text(text, language="python")
    team = TeamFile(rules=(RuleSetting("vendor-code", RuleLevel.OFF),))
    assert find(scan, load_registry(), team) == ()


def test_only_a_comment_that_says_nothing_else_can_be_taken_away() -> None:
    def mended(text: str, language: str = "c") -> str:
        return apply(text, fixes_of(find(scan_text(text, language=language), load_registry()), with_unsafe=True)).text

    assert mended("int status; /* statuslens: ignore */\r\nint x;\n") == "int status;\r\nint x;\n"
    assert mended("  /* statuslens: ignore */ int status;\n") == "   int status;\n"
    assert mended("\t// statuslens: ignore\n\tint status;") == "\tint status;"
    for kept in (
        "// see below; statuslens: ignore\n",
        "/* statuslens: ignore\n   the next */\n",
        "// statuslens: ignore[unassigned-code, no-such-rule]\n",
    ):
        assert mended(kept) == kept
    assert mended("# statuslens: ignore\rx = 1\r", "python") == "# statuslens: ignore\rx = 1\r"
