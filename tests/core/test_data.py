"""The shipped data files hold what they promise: no dangling name, no entry out of order."""

from pathlib import Path

import pytest

from statuslens import recognise
from statuslens.datafile import list_data, read_data
from statuslens.errors import RegistryError
from statuslens.recognise.weights import load_weights
from statuslens.registry import StatusClass, load_registry
from statuslens.registry.ecosystem import Ecosystem, load_ecosystems
from statuslens.source.language import load_languages

FOLDERS = ("go", "javascript", "python")
ECOSYSTEMS = [ecosystem for folder in FOLDERS for ecosystem in load_ecosystems(folder)]


def test_the_sources_stand_in_order_and_each_is_used() -> None:
    ids = [entry["id"] for entry in read_data("sources.yaml")]
    registry = load_registry()
    used = {source.id for status in registry for source in status.sources}
    used |= {source.id for name in StatusClass for source in registry.describe_class(name).sources}
    assert ids == sorted(ids)
    assert set(ids) == used


@pytest.mark.parametrize("ecosystem", ECOSYSTEMS, ids=lambda ecosystem: ecosystem.id)
def test_an_ecosystem_names_real_codes_in_order(ecosystem: Ecosystem) -> None:
    assert ecosystem.title
    assert ecosystem.source
    assert ecosystem.imports
    for group in ecosystem.constants:
        codes = list(group.members.values())
        assert codes == sorted(codes), group.container
        assert [code for code in codes if StatusClass.of(code) is None] == []


def test_each_language_uses_folders_of_ecosystems_that_are_there() -> None:
    there = {name.split("/")[1] for folder in FOLDERS for name in list_data(f"ecosystems/{folder}")}
    assert there
    assert {folder for language in load_languages().values() for folder in language.ecosystems} == set(FOLDERS)


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


@pytest.mark.parametrize("text", ["- [", "a: b: c", "\t- x"])
def test_a_data_file_that_is_no_yaml_is_named(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Folder:
        def joinpath(self, *_parts: str) -> "Folder":
            return self

        def read_text(self, encoding: str) -> str:
            assert encoding == "utf-8"
            return text

    monkeypatch.setattr("statuslens.datafile.files", lambda _package: Folder())
    with pytest.raises(RegistryError, match=r"^codes/4xx\.yaml: not valid YAML: "):
        read_data("codes/4xx.yaml")
