"""The shipped data files hold what they promise: no dangling name, no entry out of order."""

import shutil
from pathlib import Path

import pytest

from statuslens import datafile, recognise
from statuslens.datafile import parse_yaml, read_data
from statuslens.errors import RegistryError
from statuslens.recognise.weights import load_weights
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.constant_index import compile_constants, constants_of
from statuslens.registry.ecosystem import all_constants
from statuslens.registry.names import compile_names, names_of_codes
from statuslens.source.outline import compile_outlines, load_outlines


def test_the_sources_stand_in_order_and_each_is_used() -> None:
    ids = [entry["id"] for entry in read_data("sources.yaml")]
    registry = load_registry()
    used = {source.id for status in registry for source in status.sources}
    used |= {source.id for name in StatusClass for source in registry.describe_class(name).sources}
    assert ids == sorted(ids)
    assert set(ids) == used


def test_no_word_stands_in_two_groups_and_no_plural_beside_its_singular() -> None:
    groups = read_data("evidence.yaml")["words"]
    words = [word for group in groups.values() for word in group]
    assert len(words) == len(set(words))
    assert words == [word.lower() for word in words]


def test_every_reason_in_the_data_is_one_that_the_recogniser_gives() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(recognise.__path__[0]).glob("*.py"))
    weights = load_weights()
    assert [reason for reason in weights.reasons if f'"{reason}"' not in code] == []
    assert weights.threshold < weights.certain


@pytest.mark.parametrize("text", [b"- [", b"a: b: c", b"\t- x"])
def test_a_data_file_that_is_no_yaml_is_named(text: bytes) -> None:
    with pytest.raises(RegistryError, match=r"^codes/4xx\.yaml: not valid YAML: "):
        parse_yaml(text, "codes/4xx.yaml")


def test_a_key_that_yaml_reads_as_a_value_is_refused() -> None:
    with pytest.raises(RegistryError) as refused:
        parse_yaml(b"members: {ON: '404'}", "x.yaml")
    assert str(refused.value) == "x.yaml: YAML reads the key True as a value; write it in quotes"


def test_the_compiled_data_are_the_yaml_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    shutil.copytree(datafile.DATA, data, ignore=shutil.ignore_patterns("compiled"))
    monkeypatch.setattr(datafile, "DATA", data)
    monkeypatch.setattr(datafile, "COMPILED", data / "compiled")
    names = [path.relative_to(data).as_posix() for path in sorted(data.rglob("*.yaml"))]
    from_yaml = {name: datafile.read_data(name) for name in names}
    stale = data / "compiled" / "gone.json"
    stale.parent.mkdir()
    stale.write_text("{}", encoding="utf-8")
    datafile.compile_data()
    assert not stale.exists()
    monkeypatch.setattr(datafile, "parse_yaml", lambda _source, name: pytest.fail(f"{name} is read from YAML"))
    assert {name: datafile.read_data(name) for name in names} == from_yaml


def test_a_changed_yaml_file_counts_more_than_what_was_compiled_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datafile, "DATA", tmp_path)
    monkeypatch.setattr(datafile, "COMPILED", tmp_path / "compiled")
    (tmp_path / "a.yaml").write_text("[old]", encoding="utf-8")
    datafile.compile_data()
    assert datafile.read_data("a.yaml") == ["old"]
    (tmp_path / "a.yaml").write_text("[new]", encoding="utf-8")
    assert datafile.read_data("a.yaml") == ["new"]


def test_an_index_counts_only_for_the_sources_that_it_was_made_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datafile, "COMPILED", tmp_path / "compiled")
    assert datafile.read_index("constants", "404", 7) is None
    datafile.write_index("constants", {"404": [["NOT_FOUND"]]}, 7)
    assert datafile.read_index("constants", "404", 7) == [["NOT_FOUND"]]
    assert datafile.read_index("constants", "499", 7) == []
    assert datafile.read_index("constants", "404", 8) is None


def test_the_index_of_constants_holds_what_the_files_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = sorted({item.code for item in all_constants()})
    monkeypatch.setattr(datafile, "COMPILED", tmp_path / "compiled")
    from_files = {code: constants_of.__wrapped__(code) for code in codes}
    compile_constants()
    monkeypatch.setattr("statuslens.registry.ecosystem.all_constants", lambda: pytest.fail("the files are read"))
    assert {code: constants_of.__wrapped__(code) for code in codes} == from_files
    assert sum(map(len, from_files.values())) > 3_000


def test_the_compiled_outlines_hold_what_the_files_of_the_languages_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datafile, "COMPILED", tmp_path / "compiled")
    from_files = load_outlines.__wrapped__()
    compile_outlines()
    monkeypatch.setattr("statuslens.source.outline.read_data", lambda name: pytest.fail(f"{name} is read"))
    assert load_outlines.__wrapped__() == from_files


def test_the_compiled_names_are_those_that_the_files_of_the_codes_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datafile, "COMPILED", tmp_path / "compiled")
    from_files = names_of_codes.__wrapped__()
    compile_names()
    monkeypatch.setattr("statuslens.registry.names.read_data", lambda name: pytest.fail(f"{name} is read"))
    assert names_of_codes.__wrapped__() == from_files
