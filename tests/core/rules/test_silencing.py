"""Where a comment that switches a rule off is written: behind code, above it, at the head of a file, or nowhere."""

from collections.abc import Callable, Sequence

import pytest

from mending import team_for
from statuslens.config.model import DEFAULTS
from statuslens.recognise import scan_text
from statuslens.registry import load_registry
from statuslens.rules import RULE_NAMES, Edit, Finding, find, load_rules
from statuslens.rules.pieces import Piece, find_pieces
from statuslens.rules.silencing import silence_file, silence_line
from statuslens.rules.subject import Subject
from statuslens.rules.suppression import find_suppressions
from statuslens.source.language import load_languages

RULE = "unassigned-code"
Silence = Callable[[Finding, Sequence[Piece]], Edit | None]


def silenced(text: str, language: str, silence: Silence) -> str | None:
    """Return a text in which the first finding is switched off, and look that it is."""
    scan, registry = scan_text(text, language=language), load_registry()
    findings = find(scan, registry)
    finding = next(item for item in findings if item.rule == RULE)
    edit = silence(finding, list(find_pieces(scan, registry, DEFAULTS)))
    if edit is None:
        return None
    new = f"{text[: edit.start]}{edit.text}{text[edit.end :]}"
    expected = [item.rule for item in findings if item.rule != RULE]
    assert [item.rule for item in find(scan_text(new, language=language), registry)] == expected
    return new


LINE = f"statuslens: ignore[{RULE}]"
NEXT = f"statuslens: ignore-next-line[{RULE}]"
FILE = f"statuslens: ignore-file[{RULE}]"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "r.status_code = 533\r\nx = 1\r\n", f"r.status_code = 533  # {LINE}\r\nx = 1\r\n"),
        ("python", "r.status_code = 533", f"r.status_code = 533  # {LINE}"),
        ("python", "r.status_code = 533  # why\n", f"r.status_code = 533  # why  # {LINE}\n"),
        (
            "python",
            "r.status_code = 533  # statuslens: ignore[old-name] x\n",
            f"r.status_code = 533  # statuslens: ignore[old-name, {RULE}] x\n",
        ),
        ("go", "var httpStatus = 533\n", f"var httpStatus = 533 // {LINE}\n"),
        ("yaml", "responses: {'533': {}}\n", f"responses: {{'533': {{}}}}  # {LINE}\n"),
        ("nginx", "return 533;\n", f"return 533;  # {LINE}\n"),
        ("apacheconf", "  ErrorDocument 533 /no\n", f"  # {NEXT}\n  ErrorDocument 533 /no\n"),
        ("http", "HTTP/1.1 533 Odd\n", f"# {NEXT}\nHTTP/1.1 533 Odd\n"),
        ("php", "<?php\nhttp_response_code(533); ?>\n", f"<?php\n// {NEXT}\nhttp_response_code(533); ?>\n"),
        (
            "python",
            '  def f(r):\n    if r.status_code == 533 or """\n""":\n      pass\n',
            f'  def f(r):\n    # {NEXT}\n    if r.status_code == 533 or """\n""":\n      pass\n',
        ),
        (
            "shellscript",
            'test "$(curl -w "%{http_code}" x)" = 533 || \\\n  exit\n',
            f'# {NEXT}\ntest "$(curl -w "%{{http_code}}" x)" = 533 || \\\n  exit\n',
        ),
        ("jsonc", '{"statusCode": 533}\n', f'{{"statusCode": 533}} // {LINE}\n'),
        (
            "html",
            "<script>\n  res.status(533).end();\n</script>\n",
            f"<script>\n  res.status(533).end(); // {LINE}\n</script>\n",
        ),
        (
            "yaml",
            "steps:\n- run: |\n    test $(curl -w '%{http_code}' x) = 533\n",
            f"steps:\n- run: |\n    test $(curl -w '%{{http_code}}' x) = 533  # {LINE}\n",
        ),
    ],
)
def test_a_line_is_silenced_in_the_comments_of_its_language(language: str, text: str, expected: str) -> None:
    assert silenced(text, language, silence_line) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("json", '{"statusCode": 533}\n'),
        ("shellscript", 'cd x && \\\n  test "$(curl -w "%{http_code}" x)" = 533 || \\\n  exit\n'),
        ("html", "<p><script>res.status(533).end();</script></p>\n"),
        ("javascriptreact", "a = <p>\n  <Response status={533} />\n</p>;\n"),
    ],
)
def test_nothing_is_offered_where_no_comment_can_stand(language: str, text: str) -> None:
    assert silenced(text, language, silence_line) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("python", "r.status_code = 533\n", f"# {FILE}\n\nr.status_code = 533\n"),
        (
            "python",
            "#!/usr/bin/python\n# coding: utf-8\n\nr.status_code = 533\n",
            f"#!/usr/bin/python\n# coding: utf-8\n# {FILE}\n\nr.status_code = 533\n",
        ),
        (
            "php",
            "<?php\r\nhttp_response_code(533);\r\n",
            f"<?php\r\n// {FILE}\r\n\r\nhttp_response_code(533);\r\n",
        ),
        ("go", "package shop\n\nvar httpStatus = 533\n", f"// {FILE}\n\npackage shop\n\nvar httpStatus = 533\n"),
        (
            "python",
            "# statuslens: ignore-file[old-name]\nr.status_code = 533\n",
            f"# statuslens: ignore-file[old-name, {RULE}]\nr.status_code = 533\n",
        ),
        (
            "html",
            "<script>\n  res.status(533).end();\n</script>\n",
            f"<script>\n  // {FILE}\n\n  res.status(533).end();\n</script>\n",
        ),
        ("nginx", "return 533;\n", f"# {FILE}\n\nreturn 533;\n"),
        ("json", '{"statusCode": 533}\n', None),
    ],
)
def test_a_file_is_silenced_at_its_head(language: str, text: str, expected: str | None) -> None:
    assert silenced(text, language, silence_file) == expected


WITHOUT_COMMENTS = {"json"}
WRITTEN = [
    language.id
    for language in load_languages().values()
    if not (language.is_container or language.is_log or language.id in WITHOUT_COMMENTS)
]


@pytest.mark.parametrize("language", WRITTEN)
def test_every_language_says_how_its_comments_begin(language: str) -> None:
    head = "<?php\n" if language == "php" else ""
    scan = scan_text(f"{head}{load_languages()[language].remark.lstrip()}{LINE}\n", language=language)
    assert [item.rules for item in find_suppressions(Subject(scan, load_registry(), DEFAULTS))] == [(RULE,)]


@pytest.mark.parametrize("rule", [name for name in RULE_NAMES if name != "unused-suppression"])
def test_what_a_rule_finds_in_its_examples_can_be_ignored_on_its_line_or_in_its_file(rule: str) -> None:
    registry, team = load_registry(), team_for(rule)
    for example in load_rules()[rule].examples:
        scan = scan_text(example.fails, language=example.language)
        findings = find(scan, registry, team)
        pieces = list(find_pieces(scan, registry, team))
        for finding in findings if example.language not in WITHOUT_COMMENTS else ():
            for silence, most in ((silence_line, len(findings) - 1), (silence_file, 0)):
                edit = silence(finding, pieces)
                assert edit is not None
                text = f"{example.fails[: edit.start]}{edit.text}{example.fails[edit.end :]}"
                left = find(scan_text(text, language=example.language), registry, team)
                assert len(left) <= most
