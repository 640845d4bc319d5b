"""The configurations that editors' pages show: written in their formats, with names that the server has."""

import json
import re
import tomllib
from typing import Any

from statuslens.source.detect import language_of
from statuslens.source.outline import load_outlines
from tools import PROJECT

PAGE = (PROJECT / "editors" / "others.md").read_text("utf-8")
KATE = PROJECT / "editors" / "kate" / "settings.json"


def configuration(editor: str) -> dict[str, Any]:
    """Return what the block after an editor's mark says."""
    (found,) = re.findall(rf"<!-- {editor} -->\n```(\w+)\n(.*?)```", PAGE, re.DOTALL)
    read = {"json": json.loads, "toml": tomllib.loads}[found[0]]
    return dict(read(found[1]))


def test_the_page_says_that_nothing_of_it_was_run() -> None:
    assert "none of them has been run here" in PAGE
    assert set(re.findall(r"^<!-- (.*) -->$", PAGE, re.MULTILINE)) == {"lsp4ij", "sublime-text", "zed"}


def test_sublime_text_starts_the_server_for_scopes() -> None:
    ((name, client),) = configuration("sublime-text")["clients"].items()
    assert (name, client["command"]) == ("statuslens", ["statuslens-lsp"])
    scopes = client["selector"].split(" | ")
    assert len(set(scopes)) == len(scopes)
    assert all(re.fullmatch(r"(embedding|source|text)\.[\w+]+", scope) for scope in scopes)


def test_jetbrains_maps_file_names_to_languages_that_there_are() -> None:
    template = configuration("lsp4ij")
    assert template["programArgs"]["default"] == "statuslens-lsp"
    for mapping in template["fileTypeMappings"]:
        names = [pattern.replace("*", "a") for pattern in mapping["fileType"]["patterns"]]
        assert {language_of(name) for name in names} == {mapping["languageId"]}


def test_zed_has_a_manifest_with_one_server() -> None:
    manifest = configuration("zed")
    assert manifest["schema_version"] == 1
    ((name, server),) = manifest["language_servers"].items()
    assert name == manifest["id"] == server["name"]
    assert server["languages"] == sorted(set(server["languages"]))


def test_kate_knows_the_server_by_one_name() -> None:
    servers = json.loads(KATE.read_text("utf-8"))["servers"]
    own = servers.pop("statuslens")
    assert own["command"] == ["statuslens-lsp"]
    assert re.fullmatch(own["highlightingModeRegex"], "nginx Configuration")
    assert list(servers.values()) == [{"use": "statuslens"}] * len(servers)
    assert servers.keys() <= load_outlines().keys()
