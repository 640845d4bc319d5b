"""``statuslens suggest``: YAML to paste, or records."""

import json
from pathlib import Path

import yaml

from command import Result, Run

HELPER = "def pack(basket, reason, status):\n    raise Refusal(basket, reason, status)\n"
CALLS = "pack(basket, 'late', 410)\nif x:\n    pack(basket, 'sold out', 409)\n"
TEXT = """\
# 1 proposal from 2 files, for the team file; keep what is true.
contexts:
  # 2 statuses more: shop/helpers.py calls the parameter status.
  #   shop/calls.py:1:22  410  pack(basket, 'late', 410)
  #   shop/calls.py:3:30  409  pack(basket, 'sold out', 409)
  - call: pack
    argument: 2
"""


def write(folder: Path, calls: str = CALLS) -> None:
    (folder / "shop").mkdir()
    (folder / "shop" / "helpers.py").write_text(HELPER, encoding="utf-8")
    (folder / "shop" / "calls.py").write_text(calls, encoding="utf-8")


def test_the_text_is_a_piece_of_a_team_file_with_the_places_for_comments(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    result = statuslens("suggest", "shop")
    assert result == Result(TEXT, "", 0)
    (tmp_path / "statuslens.yaml").write_text(result.out, encoding="utf-8")
    assert statuslens("scan", "shop").out == (
        "shop/calls.py:1:22: 410 status  410\nshop/calls.py:3:30: 409 status  409\n"
    )
    assert statuslens("suggest", "shop").out == (
        "# Nothing to propose: no helper, name or key in 2 files shows a status that goes unseen.\n"
    )


def test_the_records_have_a_version_of_their_schema(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, "pack(basket, 'late', 410)\n")
    place = {"path": "shop/calls.py", "line": 1, "column": 22, "end_line": 1, "end_column": 25, "text": "410"}
    assert json.loads(statuslens("suggest", "--format", "json", "shop").out) == {
        "schema": 1,
        "files": 2,
        "proposals": [
            {
                "context": {"call": "pack", "argument": 2},
                "because": "shop/helpers.py calls the parameter status",
                "known": 0,
                "places": [place],
            }
        ],
    }


def test_a_long_list_of_places_is_cut_in_the_text_alone(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, "pack(basket, 'late', 410)\n" * 25)
    text = statuslens("suggest", "shop").out
    assert "  #   and 5 more, which --format json lists\n" in text
    assert len(json.loads(statuslens("suggest", "--format", "json", "shop").out)["proposals"][0]["places"]) == 25


def test_what_a_repository_holds_cannot_break_out_of_the_comments(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path, "pack(basket, '\x1b]0;x\x07\u202e \u2028codes: []', 410)\n")
    text = statuslens("suggest", "shop").out
    assert yaml.safe_load(text) == {"contexts": [{"call": "pack", "argument": 2}]}
    assert not {"\x1b", "\u202e", "\u2028"} & set(text)


def test_files_that_cannot_be_read_and_paths_that_are_not_there_are_told(statuslens: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "shop" / "b.py").write_bytes(b"\0")
    result = statuslens("suggest", "shop")
    assert result == Result(TEXT, "statuslens: note: shop/b.py: left out, holds NUL bytes, so it is no text\n", 0)
    message = "statuslens: nowhere: there is no such file or folder; check the path\n"
    assert statuslens("suggest", "nowhere") == Result("", message, 2)
