"""Whole messages and views, as they were read and found good; ``tests/slackbot/golden.py`` writes them anew."""

import json

import pytest

from slackbot.golden import FOLDER, make

MADE = make()


@pytest.mark.parametrize("name", MADE)
def test_a_message_is_as_it_was_read_and_found_good(name: str) -> None:
    kept = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert MADE[name] == json.loads(kept), "where the change is meant, run python tests/slackbot/golden.py and read it"


def test_nothing_is_kept_that_nobody_makes() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(MADE)
