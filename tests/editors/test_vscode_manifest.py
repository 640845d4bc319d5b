"""The manifest of the extension for VS Code says what the server and its data say."""

import json
from dataclasses import fields
from typing import Any

import pytest

import statuslens
from statuslens.config.schema import make_schema
from statuslens.rules import RULE_NAMES
from statuslens.source.language import Language, load_languages
from statuslens_lsp.commands import COMMANDS
from statuslens_lsp.options import CLIENT_KEYS, SECTION, Options, Scope, key_of
from tools import PROJECT

FOLDER = PROJECT / "editors" / "vscode"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "package.json").read_text("utf-8"))
CONTRIBUTED: dict[str, Any] = MANIFEST["contributes"]
SETTINGS: dict[str, Any] = {
    name: setting for group in CONTRIBUTED["configuration"] for name, setting in group["properties"].items()
}
KEYS = {name.removeprefix(f"{SECTION}."): setting for name, setting in SETTINGS.items()}
LOGS = "log"
"""A language that VS Code has, but not with all names of its files."""


def test_the_extension_has_the_version_of_the_server() -> None:
    assert MANIFEST["version"] == statuslens.__version__
    assert json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["version"] == statuslens.__version__


def test_every_language_that_is_read_wakes_it() -> None:
    read = {f"onLanguage:{language}" for language in load_languages() if language != "jupyter"}
    assert set(MANIFEST["activationEvents"]) == {*read, "workspaceContains:**/statuslens.yaml"}


@pytest.mark.parametrize("contributed", CONTRIBUTED["languages"], ids=lambda item: item["id"])
def test_a_language_that_it_adds_has_the_files_that_the_data_name(contributed: dict[str, Any]) -> None:
    assert contributed == expected_language(load_languages()[contributed["id"]])


def expected_language(language: Language) -> dict[str, Any]:
    marks = language.outline.marks
    globs = [name for name in marks.names if set(name) & set("*?[")]
    plain = [name for name in marks.names if name not in globs]
    known = {} if language.id == LOGS else {"aliases": [language.name], "extensions": list(marks.extensions)}
    everything = {"id": language.id, **known, "filenames": plain, "filenamePatterns": globs}
    return {key: value for key, value in everything.items() if value}


def test_each_option_of_the_server_is_a_setting_with_its_default() -> None:
    defaults = {key_of(option.name): option.default for option in fields(Options)}
    assert {key: KEYS[key]["default"] for key in defaults} == defaults
    assert KEYS["diagnosticsScope"]["enum"] == list(Scope)


def test_each_key_of_the_team_file_is_a_setting_that_says_nothing_by_itself() -> None:
    for key, shape in make_schema(RULE_NAMES)["properties"].items():
        expected = {
            "type": [shape.get("type", "string"), "null"],
            "default": None,
            "scope": "resource",
            "description": shape["description"],
        }
        assert KEYS[key] == (expected | {"enum": [*shape["enum"], None]} if "enum" in shape else expected)


def test_all_other_settings_are_the_clients_own() -> None:
    known = {key_of(option.name) for option in fields(Options)} | make_schema(RULE_NAMES)["properties"].keys()
    assert {key.partition(".")[0] for key in KEYS.keys() - known} <= CLIENT_KEYS


def test_no_command_has_the_name_of_one_of_the_servers() -> None:
    own = {item["command"] for item in CONTRIBUTED["commands"]}
    assert own.isdisjoint(COMMANDS)


def test_the_lock_file_says_where_no_package_comes_from() -> None:
    packages = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_what_is_restricted_in_an_untrusted_workspace_is_all_that_can_start_a_program() -> None:
    restricted = MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert set(restricted) == {name for name in SETTINGS if name.startswith("statuslens.server.")}
