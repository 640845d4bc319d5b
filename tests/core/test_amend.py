"""A rule is switched off in a team file, all of whose text stays as it is otherwise."""

import pytest

from statuslens.config.amend import with_level
from statuslens.config.model import RuleLevel
from statuslens.config.template import TEMPLATE

RULE = "old-name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "rules:\n  old-name: off\n"),
        ("# ours\r\nstyle: leave", "# ours\r\nstyle: leave\r\nrules:\r\n  old-name: off\r\n"),
        (TEMPLATE, f"{TEMPLATE}rules:\n  old-name: off\n"),
        (
            "rules: # levels\n    # first\n    vendor-code: hint # why\n\n# paths\nexclude: [x/]\n",
            "rules: # levels\n    # first\n    vendor-code: hint # why\n    old-name: off\n\n# paths\nexclude: [x/]\n",
        ),
        ("rules:\n  vendor-code: error", "rules:\n  vendor-code: error\n  old-name: off"),
        ("rules:\n  old-name: error # yet\n", "rules:\n  old-name: off # yet\n"),
        ('rules: {"old-name": "hint"}\n', 'rules: {"old-name": off}\n'),
        ("rules: {vendor-code: error}\n", "rules: {vendor-code: error, old-name: off}\n"),
        ("rules: {}\n", "rules: {old-name: off}\n"),
        (
            "codes:\n- {code: '471', name: 😀}\nrules: {vendor-code: off}\n",
            "codes:\n- {code: '471', name: 😀}\nrules: {vendor-code: off, old-name: off}\n",
        ),
    ],
)
def test_a_line_of_yaml_is_changed_or_added(text: str, expected: str | None) -> None:
    assert with_level(text, RULE, RuleLevel.OFF) == expected


@pytest.mark.parametrize(
    "text",
    ["rules: [", "rules: error\n", "rules:\n", "{style: leave}\n", "no-such-key: 1\n", "style: leave\n...\n", "- 1\n"],
)
def test_a_file_that_cannot_be_read_or_is_written_oddly_is_left_alone(text: str) -> None:
    assert with_level(text, RULE, RuleLevel.OFF) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[tool.statuslens]\nstyle = 'leave' # so\n\n[tool.other]\nx = 1\n",
            "[tool.statuslens]\nstyle = 'leave' # so\n\n[tool.other]\nx = 1\n\n"
            '[tool.statuslens.rules]\nold-name = "off"\n',
        ),
        (
            "[tool.statuslens.rules] # levels\nvendor-code = 'error'\n",
            "[tool.statuslens.rules] # levels\nold-name = \"off\"\nvendor-code = 'error'\n",
        ),
        (
            "[tool.statuslens.rules]\nold-name = 'error' # yet\n[x]\nold-name = 'y'\n",
            "[tool.statuslens.rules]\nold-name = \"off\" # yet\n[x]\nold-name = 'y'\n",
        ),
        ("[tool.statuslens]\nrules = {old-name = 'hint'}\n", None),
        ("[tool.other]\n", None),
        ("[tool.statuslens\n", None),
    ],
)
def test_a_line_of_toml_is_changed_or_added(text: str, expected: str | None) -> None:
    assert with_level(text, RULE, RuleLevel.OFF, is_toml=True) == expected
