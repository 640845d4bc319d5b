"""The registry: the shipped data, and how it is looked up."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from statuslens import datafile
from statuslens.errors import RegistryError
from statuslens.registry import (
    FormerName,
    Reference,
    Registration,
    Registry,
    Source,
    StatusClass,
    StatusCode,
    load_registry,
)
from statuslens.registry.load import load_codes, load_sources

FACTS = Path(__file__).parent / "facts"
MAX_SENTENCES = 3


def facts(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_codes_are_those_of_ianas_table() -> None:
    registry = load_registry()
    ours = [
        (
            status.code,
            status.registered_name,
            status.registration.value,
            str(status.reference),
            str(status.deprecated_by or ""),
            str(status.expires or ""),
        )
        for status in registry
    ]
    fields = ("code", "name", "status", "reference", "deprecated_by", "expires")
    assert ours == [tuple(row[field] for field in fields) for row in facts("iana.csv")]


def test_each_former_name_of_the_facts_is_known() -> None:
    registry = load_registry()
    for row in facts("iana.csv"):
        for former in filter(None, row["also_known_as"].split("; ")):
            name = former.partition(" (")[0]
            if ")" in name or row["code"] == "418":
                continue
            assert row["code"] in {status.code for status in registry.find(name)}, name


def test_the_unassigned_ranges_are_unknown() -> None:
    registry = load_registry()
    unassigned = [
        str(code) for row in facts("iana_unassigned.csv") for code in range(int(row["first"]), int(row["last"]) + 1)
    ]
    assert [code for code in unassigned if registry.get(code)] == []
    assert len(unassigned) + len(list(registry)) == 500


def test_the_table_has_a_date() -> None:
    assert load_registry().date == dt.date(2025, 9, 15)


def test_a_code_is_known_with_all_that_the_table_says() -> None:
    sources = load_sources()
    found = load_registry().get("413")
    assert found == StatusCode(
        code="413",
        name="Content Too Large",
        registered_name="Content Too Large",
        registration=Registration.ASSIGNED,
        reference=Reference("RFC 9110", "15.5.14"),
        meaning=found.meaning if found else "",
        sources=(sources["iana"], sources["rfc9110"], sources["rfc2616"], sources["rfc7231"]),
        former_names=(
            FormerName("Payload Too Large", "RFC 7231"),
            FormerName("Request Entity Too Large", "RFC 2616"),
        ),
    )


def test_the_teapot_has_the_name_that_people_know() -> None:
    teapot = load_registry().get("418")
    assert teapot is not None
    assert (teapot.title, teapot.registered_name, teapot.registration) == (
        "418 I'm a teapot",
        "(Unused)",
        Registration.UNUSED,
    )


@pytest.mark.parametrize("status", list(load_registry()), ids=lambda status: status.code)
def test_a_meaning_is_one_to_three_sentences(status: StatusCode) -> None:
    assert status.meaning.endswith(".")
    assert len(status.meaning.replace("...", "").split(". ")) <= MAX_SENTENCES
    assert "  " not in status.meaning


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Not Found", ["404"]),
        ("not-found", ["404"]),
        ("NOT_FOUND", ["404"]),
        ("i’m a teapot", ["418"]),
        ("Payload Too Large", ["413"]),
        ("Moved Temporarily", ["302"]),
        ("(Unused)", ["306"]),
        ("nothing of the kind", []),
        ("…", []),
        ("", []),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, codes: list[str]) -> None:
    assert [status.code for status in load_registry().find(name)] == codes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4040", "404"),
        ("44", "404"),
        ("530", "503"),
        ("440", "410"),
        ("700", "500"),
        ("299", "226"),
        ("9" * 400, "429"),
    ],
)
def test_the_nearest_code_is_one_slip_away_or_close_by(typed: str, meant: str) -> None:
    assert load_registry().nearest(typed)[0].code == meant


def test_codes_nobody_should_use_anew_are_never_suggested() -> None:
    assert {status.code for status in load_registry() if not status.in_use} == {"305", "306", "418", "510"}
    assert "510" not in [status.code for status in load_registry().nearest("510")]


@pytest.mark.parametrize("code", ["", "4", "0404", "４０４", "6oo", "600", "099", "abc"])
def test_what_is_no_code_is_not_known(code: str) -> None:
    assert load_registry().get(code) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("RFC 9110 §15.5.5", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5"),
        ("RFC 2774", "https://www.rfc-editor.org/rfc/rfc2774.html"),
        ("draft-x-05", "https://datatracker.ietf.org/doc/html/draft-x-05"),
    ],
)
def test_a_reference_is_read_and_links_to_its_place(text: str, url: str) -> None:
    reference = Reference.parse(text)
    assert (str(reference), reference.url) == (text, url)


def test_only_the_class_that_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def read_data(name: str) -> Any:
        read.append(name)
        return datafile.read_data(name)

    monkeypatch.setattr("statuslens.registry.load.read_data", read_data)
    assert Registry().get("404")
    assert read == ["sources.yaml", "codes/4xx.yaml"]


ENTRY = {
    "code": "404",
    "name": "Not Found",
    "reference": "RFC 9110 §15.5.5",
    "meaning": "Nothing is here.",
    "sources": ["iana"],
}
SOURCES = {"iana": Source("iana", "IANA", "https://www.iana.org")}


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            [ENTRY | {"code": 403.1}],
            'codes/4xx.yaml: entry 1: code 403.1 is not quoted; write "403.1" in quotes, '
            "since YAML changes bare numbers",
        ),
        (
            [{key: value for key, value in ENTRY.items() if key != "meaning"}],
            "codes/4xx.yaml: entry 1: lacks meaning; the head comment of the file lists the fields",
        ),
        (
            [ENTRY | {"meanings": "x"}],
            "codes/4xx.yaml: entry 1: unknown field meanings; the head comment of the file lists the fields",
        ),
        (["404"], "codes/4xx.yaml: entry 1: expected a mapping, found '404'"),
        (
            [ENTRY | {"sources": ["rfc1"]}],
            "codes/4xx.yaml: entry 1 (404): unknown source rfc1; add it to sources.yaml",
        ),
        (
            [ENTRY | {"registration": "lost"}],
            "codes/4xx.yaml: entry 1 (404): registration 'lost' is none of "
            "assigned, unused, obsoleted, temporary, unassigned",
        ),
        (
            [ENTRY | {"expires": "soon"}],
            "codes/4xx.yaml: entry 1 (404): expires 'soon' is no date; write 2026-11-13",
        ),
        ([ENTRY | {"code": "500"}], "codes/4xx.yaml: entry 1: 500 belongs to another class's file"),
        ([ENTRY, ENTRY], "codes/4xx.yaml: entry 2: 404 stands after 404; keep numeric order"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(
    entries: list[object], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statuslens.registry.load.read_data", lambda _name: entries)
    with pytest.raises(RegistryError) as refused:
        load_codes(StatusClass.CLIENT_ERROR, SOURCES)
    assert str(refused.value) == message


def test_every_class_is_described() -> None:
    registry = load_registry()
    assert [registry.describe_class(status_class).title for status_class in StatusClass] == [
        "1xx Informational",
        "2xx Successful",
        "3xx Redirection",
        "4xx Client Error",
        "5xx Server Error",
    ]
