"""The editor's settings: what is read of them, what is refused, and what README says of them."""

import ast
import inspect
from dataclasses import fields
from typing import Any

import pytest

from statuslens_lsp import options
from statuslens_lsp.configuration import EVERYWHERE, Configuration
from statuslens_lsp.options import CLIENT_KEYS, EditorSettings, Options, Scope, key_of, read_settings
from tools import PROJECT


@pytest.mark.parametrize(
    "told",
    [
        {"pushPause": 20, "style": "number"},
        {"statuslens": {"pushPause": 20, "style": "number"}},
        {"settings": {"pushPause": 20, "style": "number"}},
        {"settings": {"statuslens": {"pushPause": 20, "style": "number"}}, "python": {"path": "x"}},
        {"pushPause": 20, "style": "number", "vendors": None, "trace": {"server": "verbose"}, "path": "/x"},
    ],
)
def test_clients_wrap_the_settings_in_different_ways(told: dict[str, Any]) -> None:
    assert read_settings(told) == EditorSettings(Options(push_pause=20), {"style": "number"})


def test_each_layer_goes_over_the_one_before_key_by_key() -> None:
    first = {"inlayHints": False, "style": "number", "diagnosticsScope": "workspace"}
    second = {"inlayHints": True, "style": None, "vendors": ["nginx"]}
    assert read_settings(first, None, second) == EditorSettings(
        Options(inlay_hints=True, diagnostics_scope=Scope.WORKSPACE), {"style": "number", "vendors": ["nginx"]}
    )


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"inlayHint": True}, 'inlayHint: unknown key; did you mean "inlayHints"?'),
        ({"inlayHints": "yes"}, 'inlayHints: found "yes"; write true or false'),
        ({"diagnosticsScope": "all"}, 'diagnosticsScope: found "all"; write openFiles or workspace'),
        ({"pushPause": -1}, "pushPause: found the number -1; write a whole number from 0 to 10,000"),
        ({"pushPause": 1.5}, "pushPause: found the number 1.5; write a whole number from 0 to 10,000"),
        ({"pushPause": True}, "pushPause: found the truth value true; write a whole number from 0 to 10,000"),
        (
            {"rules": {"unasigned-code": "off"}},
            'rules.unasigned-code: unknown rule; did you mean "unassigned-code"?',
        ),
        ({"vendors": "nginx"}, 'vendors: expected a list, found "nginx"; write one item a line after -'),
        ({"statuslens": True}, "expected a mapping, found the truth value true; write key: value"),
        (["style"], "expected a mapping, found a list; write key: value"),
    ],
)
def test_a_setting_that_cannot_be_used_is_left_out_and_the_others_hold(told: object, problem: str) -> None:
    assert read_settings({"style": "leave"}, told) == EditorSettings(Options(), {"style": "leave"}, (problem,))


def test_the_innermost_folder_around_a_document_says_what_holds() -> None:
    configuration = Configuration({"pushPause": 1})
    told = {EVERYWHERE: {"pushPause": 2}, "file:///w": {"pushPause": 3}, "file:///w/inner/": {"pushPause": 4}}
    assert configuration.take(told)
    assert not configuration.take(told)
    uris = ["file:///w/inner/a.py", "file:///w/a.py", "file:///w", "file:///wider/a.py", "untitled:a"]
    assert [configuration.of(uri).options.push_pause for uri in uris] == [4, 3, 3, 2, 2]


def test_readme_lists_the_options_as_the_class_has_them() -> None:
    rows = [
        f"| `{key_of(option.name)}` | `{shown(option.default)}` | {text} |"
        for option, text in zip(fields(Options), attribute_docstrings("Options"), strict=True)
    ]
    expected = "\n".join(["| Option | Default | |", "|---|---|---|", *rows, ""])
    assert expected in (PROJECT / "README.md").read_text("utf-8")


def attribute_docstrings(name: str) -> list[str]:
    """Return what stands under the attributes of a class, which Python does not keep."""
    tree = ast.parse(inspect.getsource(options))
    (found,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    texts = (node.value for node in found.body[1:] if isinstance(node, ast.Expr))
    return [ast.literal_eval(text) for text in texts]


def shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_keys_of_clients_are_no_options() -> None:
    assert not CLIENT_KEYS & {key_of(option.name) for option in fields(Options)}
