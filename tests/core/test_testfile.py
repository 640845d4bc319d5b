"""Which files are tests."""

import pytest

from statuslens.datafile import read_data
from statuslens.source.language import load_languages
from statuslens.source.testfile import is_test

TESTS = {
    "c": ["unittest/http.c", "http_test.c"],
    "cpp": ["test/a.cc", "http_unittest.cc", "HttpResponseTest.cc"],
    "csharp": ["Shop.Tests/Basket.cs", "src/BasketTests.cs"],
    "dart": ["integration_test/app.dart", "lib/basket_test.dart"],
    "elixir": ["lib/basket_test.exs", "test/test_helper.exs"],
    "go": ["basket_test.go", "testdata/a.go"],
    "java": ["src/test/java/shop/Helper.java", "BasketTest.java", "TestBasket.java", "BasketIT.java"],
    "javascript": ["__tests__/basket.js", "basket.spec.js", "spec/basket.js"],
    "json": ["fixtures/answer.json", "Tests/answer.json"],
    "kotlin": ["src/jvmTest/kotlin/A.kt", "BasketSpec.kt"],
    "php": ["tests/Feature/A.php", "BasketTest.php"],
    "python": ["tests/a.py", "test_basket.py", "basket_test.py", "shop/conftest.py"],
    "ruby": ["spec/basket_spec.rb", "test/basket.rb"],
    "rust": ["tests/api.rs", "src/tests.rs"],
    "scala": ["BasketSuite.scala"],
    "shellscript": ["run.bats"],
    "swift": ["Tests/ShopTests/Helper.swift", "BasketTests.swift"],
    "typescript": ["basket.test.ts", "cypress/basket.ts"],
    "yaml": ["tests/basket.tavern.yaml"],
}
NO_TESTS = {
    "csharp": ["Contest.cs", "src/Latest.cs"],
    "go": ["test.go", "latest/a.go"],
    "java": ["src/main/java/Latest.java", "Contest.java", "src/Testimony.java"],
    "javascript": ["latest.js", "attestation/a.js"],
    "json": ["spec/openapi.json", "latest/a.json"],
    "python": ["testimony.py", "contests/a.py", "latest.py", "tests"],
    "ruby": ["lib/inspect.rb"],
    "yaml": ["spec/openapi.yaml"],
}


@pytest.mark.parametrize(("language", "path"), [(name, path) for name, paths in TESTS.items() for path in paths])
def test_the_conventions_of_a_language_tell_its_tests(language: str, path: str) -> None:
    assert is_test(path, language)
    assert is_test(f"packages/shop/{path}", language)


@pytest.mark.parametrize(("language", "path"), [(name, path) for name, paths in NO_TESTS.items() for path in paths])
def test_other_files_are_none(language: str, path: str) -> None:
    assert not is_test(path, language)


def test_each_convention_is_that_of_languages_which_are_read() -> None:
    named = {language for entry in read_data("tests.yaml") for language in entry.get("languages", ())}
    assert named - set(load_languages()) == set()
