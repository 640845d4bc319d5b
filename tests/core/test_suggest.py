"""What a look over a workspace proposes, and that it does what it promises."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from statuslens.config.model import ContextKind, ContextRule, Settings, TeamFile
from statuslens.recognise import scan_text
from statuslens.workspace import Source, read_sources
from statuslens.workspace.suggest import Suggestions, suggest

HELPERS = """
def settle(basket, reason, status):
    raise Refusal(basket, reason, status)

class Refusal(Exception):
    def __init__(self, basket, reason, status_code=400):
        self.basket = basket
"""
CALLS = """
from helpers import settle, Refusal
settle(basket, "late", 410)
settle(basket, "sold out", 409)
raise Refusal(basket, "later", 429)
"""


@dataclass
class Workspace:
    folder: Path
    contexts: tuple[ContextRule, ...] = ()

    def write(self, **files: str) -> None:
        for name, text in files.items():
            stem, _, extension = name.rpartition("_")
            (self.folder / f"{stem}.{extension}").write_text(text, encoding="utf-8")

    def settings_of(self, _path: str) -> Settings:
        return Settings(TeamFile(contexts=self.contexts), {}, str(self.folder))

    def suggest(self) -> Suggestions:
        return suggest([str(self.folder)], settings_of=self.settings_of)

    def proposed(self) -> dict[str, list[str]]:
        """Return the proposed entries with the places that each would explain."""
        return {
            f"{item.rule.kind} {item.rule.text} {item.rule.argument}": [
                f"{Path(spot.path).name}:{spot.position.line + 1} {spot.text}" for spot in item.spots
            ]
            for item in self.suggest().proposals
        }

    def occurrences(self) -> set[str]:
        found = set()
        for source in read_sources([str(self.folder)], settings_of=self.settings_of):
            assert isinstance(source, Source)
            scan = scan_text(source.text, language=source.file.language, contexts=self.contexts)
            for item in scan.occurrences:
                line = scan.lines.position(item.start).line + 1
                found.add(f"{Path(source.file.path).name}:{line} {item.text}")
        return found


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def test_a_helper_with_a_status_for_a_parameter_explains_its_calls_in_other_files(workspace: Workspace) -> None:
    workspace.write(helpers_py=HELPERS, calls_py=CALLS)
    assert workspace.proposed() == {
        "call settle 2": ["calls.py:3 410", "calls.py:4 409"],
        "call Refusal 2": ["calls.py:5 429"],
    }
    (first, second) = workspace.suggest().proposals
    helpers = (workspace.folder / "helpers.py").as_posix()
    assert first.because == f"{helpers} calls the parameter status"
    assert second.because == f"{helpers} calls the parameter status_code"


def test_applied_proposals_make_just_their_places_occurrences(workspace: Workspace) -> None:
    workspace.write(
        helpers_py=HELPERS, calls_py=CALLS + "sleep(300)\nresize(410, 200)\n", api_py="r.status_code = 404\n"
    )
    found = workspace.suggest()
    before = workspace.occurrences()
    workspace.contexts = tuple(item.rule for item in found.proposals)
    promised = {
        f"{Path(spot.path).name}:{spot.position.line + 1} {spot.text}"
        for item in found.proposals
        for spot in item.spots
    }
    assert workspace.occurrences() - before == promised
    assert workspace.occurrences() >= before
    assert workspace.proposed() == {}


@pytest.mark.parametrize(
    ("files", "entry"),
    [
        (
            {
                "a_ts": "export function refuse(order: Order, statusCode: number) { return order }\n",
                "b_ts": "refuse(order, 410);\n",
            },
            "call refuse 1",
        ),
        (
            {
                "a_ts": "class Refusal extends Base {\n  constructor(why: string, status = 400) { super(why) }\n}\n",
                "b_ts": "throw new Refusal('later', 410);\n",
            },
            "call Refusal 1",
        ),
        (
            {
                "a_go": "package a\n\nfunc refuse(order Order, status int) {\n}\n",
                "b_go": "package a\n\nfunc b() {\n\trefuse(order, 410)\n}\n",
            },
            "call refuse 1",
        ),
        (
            {
                "a_java": "class A {\n  void refuse(Order order, int status) {\n  }\n}\n",
                "b_java": "class B {\n  void b() { a.refuse(order, 410); }\n}\n",
            },
            "call refuse 1",
        ),
    ],
    ids=["TypeScript", "constructor", "Go", "Java"],
)
def test_helpers_of_many_languages_are_found(workspace: Workspace, files: dict[str, str], entry: str) -> None:
    workspace.write(**files)
    assert list(workspace.proposed()) == [entry]


SEEN = "import requests\nif answer == 404:  # Not Found\n    pass\nif answer == 410:  # Gone\n    pass\n"


def test_a_name_that_is_seen_as_a_status_in_several_places_is_believed_in_others(workspace: Workspace) -> None:
    workspace.write(a_py=SEEN, b_py="answer = 503\nf(answer=200)\n")
    assert workspace.proposed() == {"name answer None": ["b.py:1 503", "b.py:2 200"]}
    assert [item.known for item in workspace.suggest().proposals] == [2]


@pytest.mark.parametrize("other", ["answer = 42\n", "answer = 'yes'\n", "if answer in (1, 404):\n    pass\n"])
def test_a_name_that_has_other_values_too_is_not_believed(workspace: Workspace, other: str) -> None:
    workspace.write(a_py=SEEN, b_py="answer = 503\nf(answer=200)\n", c_py=other)
    assert workspace.proposed() == {}


def test_a_key_of_data_files_is_not_believed_where_it_has_texts(workspace: Workspace) -> None:
    for values, expected in (("answer: 503", ["key answer None"]), ("answer: 503\nother:\n  answer: later", [])):
        workspace.write(a_py='import requests\nx["answer"] == 404  # Not Found\nx["answer"] == 410  # Gone\n')
        workspace.write(b_yaml=f"{values}\n")
        assert list(workspace.proposed()) == expected


def test_a_call_that_is_seen_as_one_of_a_status_nearly_always_is_believed(workspace: Workspace) -> None:
    seen = "".join(f"finish({code}, res, body);\n" for code in (401, 403, 404))
    workspace.write(a_js=f"const express = require('express');\n{seen}", b_js="finish(400, answers);\n")
    assert workspace.proposed() == {"call finish 0": ["b.js:1 400"]}


@pytest.mark.parametrize(
    "other",
    [
        "settle(basket, 'old', 7)\n",
        "settle(basket, 'old', 70000)\n",
        "settle(basket, 'old', 432)\n",
        "def settle(basket, reason, width):\n    pass\n",
    ],
    ids=["small number", "large number", "unassigned", "other definition"],
)
def test_nothing_is_proposed_where_something_speaks_against_it(workspace: Workspace, other: str) -> None:
    workspace.write(helpers_py=HELPERS.partition("class")[0], calls_py=CALLS.partition("raise")[0], other_py=other)
    assert workspace.proposed() == {}


def test_a_parameter_named_code_needs_a_value_that_is_no_round_number(workspace: Workspace) -> None:
    workspace.write(a_py="def settle(basket, code):\n    pass\n", b_py="settle(basket, 200)\nsettle(basket, 300)\n")
    assert workspace.proposed() == {}
    workspace.write(b_py="settle(basket, 200)\nsettle(basket, 403)\n")
    assert workspace.proposed() == {"call settle 1": ["b.py:1 200", "b.py:2 403"]}


def test_what_the_team_file_says_already_is_not_proposed(workspace: Workspace) -> None:
    workspace.write(helpers_py=HELPERS, calls_py=CALLS)
    workspace.contexts = (
        ContextRule(ContextKind.CALL, "settle", 2),
        ContextRule(ContextKind.CALL, "Refusal", 2, status=False),
    )
    assert workspace.proposed() == {}


def test_files_that_a_lexer_reads_stand_in_nobodys_way(workspace: Workspace) -> None:
    workspace.write(helpers_py=HELPERS, calls_py=CALLS, site_nginx="location /settle { return 410; }\n")
    assert list(workspace.proposed()) == ["call settle 2", "call Refusal 2"]
