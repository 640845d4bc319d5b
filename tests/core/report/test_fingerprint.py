"""The hashes of lines, compared with what GitHub's own upload computes.

The expected values were printed by ``hash`` of src/fingerprints.ts, github/codeql-action at f3f1edb.
"""

import pytest

from statuslens.report.fingerprint import line_hashes
from statuslens.source.lines import LineIndex


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("\n", ["3c5bef55b72b93c9:1", "c129715d7a2bc9a3:1"]),
        (
            "status = 404\n\n  return status\n",
            ["ed63f6f80f9d0586:1", "eb3e39bf243a123f:1", "7de329a3d4410b1:1", "c129715d7a2bc9a3:1"],
        ),
        (
            "basket = {}\n" * 12,
            [
                "5e0ef236fd97fb72:1",
                "5e0ef236fd97fb72:2",
                "5e0ef236fd97fb72:3",
                "d4130fbcf163e524:1",
                "d76d585d3f19024b:1",
                "6e40d85c1467d2fa:1",
                "2523a4827958c4f1:1",
                "6473e24cfa1507f0:1",
                "6d9cd124edbafdb7:1",
                "8148f1e1dadb2a06:1",
                "851b866538f9a29d:1",
                "ad06f457b68fff3c:1",
                "c129715d7a2bc9a3:1",
            ],
        ),
    ],
)
def test_the_hash_of_each_line_is_the_one_that_github_computes(text: str, hashes: list[str]) -> None:
    assert line_hashes(LineIndex(text)) == hashes


def test_every_end_of_a_line_is_the_same_and_pairs_of_code_units_count_as_two() -> None:
    text = "a\r\nb\rc\n\td \U0001f600 e\n" * 3
    hashes = line_hashes(LineIndex(text))
    assert hashes[:4] == ["e4dc11c79ae3bccb:1", "d5426c96b92b8ff4:1", "38f3e3e644180ee0:1", "2950c5facb9f1397:1"]
    assert hashes == line_hashes(LineIndex(text.replace("\r\n", "\n").replace("\r", "\n")))
