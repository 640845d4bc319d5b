"""Every row of the tables that the registry has to cover is answered."""

import csv
from pathlib import Path

import pytest

from statuslens.explain import Answer, Explanation, Listing, explain
from statuslens.registry import load_registry
from statuslens.registry.vendor import load_vendors

FACTS = Path(__file__).parent / "facts"
REGISTRY = load_registry()


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes_of(answer: Answer) -> list[str]:
    """Return the codes that an answer is about."""
    if isinstance(answer, Explanation):
        return [answer.code]
    assert isinstance(answer, Listing), answer
    return [member.title.split(" ", 1)[0] for member in answer.members]


SEEDS = rows("seeds.csv")
IANA = rows("iana.csv")
VENDORS = [row for row in rows("vendors.csv") if row["code"] != "none"]


def test_the_tables_and_the_registry_have_as_many_rows() -> None:
    assert len(SEEDS) == 237
    assert len(IANA) == len(list(REGISTRY))
    assert len(VENDORS) == sum(len(vendor.codes) for vendor in load_vendors())


@pytest.mark.parametrize("row", SEEDS, ids=lambda row: f"{row['seed_file'][:3]}-{row['row']}")
def test_a_printed_code_and_its_name_are_answered(row: dict[str, str]) -> None:
    code, name = row["code"], row["name"]
    (by_code,) = explain(code, REGISTRY)
    if "xx" in code:
        assert isinstance(by_code, Listing)
        assert by_code.title.startswith(code)
        return
    meant = code.replace(":", ".")
    assert codes_of(by_code) == [meant]
    (by_name,) = explain(name, REGISTRY)
    assert meant in codes_of(by_name), name


@pytest.mark.parametrize("row", IANA, ids=lambda row: row["code"])
def test_a_registered_code_is_answered_by_number_and_by_name(row: dict[str, str]) -> None:
    (by_code,) = explain(row["code"], REGISTRY)
    assert codes_of(by_code) == [row["code"]]
    name = "I'm a teapot" if row["code"] == "418" else row["name"]
    (by_name,) = explain(name, REGISTRY)
    assert row["code"] in codes_of(by_name)


@pytest.mark.parametrize("row", VENDORS, ids=lambda row: f"{row['vendor']} {row['code']}")
def test_a_vendors_code_is_answered_by_number_by_owner_and_by_name(row: dict[str, str]) -> None:
    (by_code,) = explain(row["code"], REGISTRY)
    assert isinstance(by_code, Explanation)
    assert row["vendor"] in {owner.vendor for owner in by_code.owners}
    (by_owner,) = explain(f"{row['vendor']} {row['code']}", REGISTRY)
    assert codes_of(by_owner) == [row["code"]]
    if not row["name"].startswith("("):
        (by_name,) = explain(row["name"], REGISTRY)
        assert row["code"] in codes_of(by_name), row["name"]


def test_every_constant_of_every_ecosystem_is_answered() -> None:
    unanswered = []
    for row in rows("constants.csv"):
        (answer,) = explain(row["expression"], REGISTRY)
        if not isinstance(answer, Explanation | Listing) or row["code"] not in codes_of(answer):
            unanswered.append((row["ecosystem"], row["expression"]))
    assert unanswered == []


def test_each_contradiction_of_an_older_text_is_told_or_named() -> None:
    """A row with a conflict is about a code whose explanation says what older texts had, or which older name it was."""
    silent = []
    for row in SEEDS:
        conflict = row["conflict"].split("; ")[0]
        is_about_the_text = conflict and not conflict.startswith(("spec replaced", "spacing or case", "RFC 7538 spec"))
        (answer,) = explain(row["code"], REGISTRY)
        if (
            is_about_the_text
            and isinstance(answer, Explanation)
            and not (answer.notes or answer.older_texts or answer.owners)
        ):
            silent.append((row["code"], row["conflict"]))
    assert silent == []
