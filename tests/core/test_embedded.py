"""Statuses in code inside other files: in which language, and at which places of the file."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from statuslens.recognise import Role, Scan, scan_text
from statuslens.recognise.embedded import add_embedded
from statuslens.report import occurrence_record
from statuslens.source.document import Document
from statuslens.source.language import load_languages
from statuslens.source.naming import language_named
from statuslens.source.regions import find_regions

PYTHON = "import requests\nif response.status_code == 404:\n    pass\n"
SHELL = '[ "$http_code" = 404 ]'
SCRIPT = "if (response.status === 404) { leave(); }"


def notebook(*sources: str | list[str], **metadata: object) -> dict[str, object]:
    cells: list[dict[str, object]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": source} for source in sources
    ]
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Return code and language of each occurrence, after a look at its place."""
    scan = scan_text(text, language=language)
    assert all(text[item.start : item.end] == item.text for item in scan.occurrences)
    return [(item.code, item.language) for item in scan.occurrences]


def test_a_record_tells_the_place_in_the_file_and_the_language_of_the_cell() -> None:
    text = json.dumps(notebook(['# d\u00e9j\u00e0 "vu"\n', "%%time\n", "r.status_code == 404"]), indent=1)
    scan = scan_text(text, language="jupyter")
    (record,) = (occurrence_record("a.ipynb", scan, item) for item in scan.occurrences)
    line = next(line for line in text.split("\n") if "404" in line)
    assert record == {
        "path": "a.ipynb",
        "line": text.split("\n").index(line) + 1,
        "column": line.index("404") + 1,
        "end_line": text.split("\n").index(line) + 1,
        "end_column": line.index("404") + 4,
        "text": "404",
        "code": "404",
        "role": "status",
        "language": "python",
    }


def test_an_occurrence_of_the_file_itself_has_the_files_language() -> None:
    text = f"status: 503\nscript: '{SHELL}'\n"
    scan = scan_text(text, language="yaml")
    records = [occurrence_record("a.yml", scan, item) for item in scan.occurrences]
    assert [(record["code"], record["language"]) for record in records] == [("503", "yaml"), ("404", "shellscript")]


def test_what_one_cell_imports_counts_in_all_cells_of_its_language() -> None:
    cells = ["from http import HTTPStatus as S", "%%bash\nS.GONE", "x = S.GONE", "def fetch(status): ...", "fetch(410)"]
    text = json.dumps(notebook(*cells))
    scan = scan_text(text, language="jupyter")
    assert [(item.text, item.role) for item in scan.occurrences] == [("S.GONE", Role.CONSTANT), ("410", Role.STATUS)]


@pytest.mark.parametrize("source", ["from http.client import GONE\nGONE", "import requests as r\nr.codes.gone"])
def test_a_constant_at_the_beginning_of_a_line_is_found(source: str) -> None:
    text = json.dumps(notebook(source))
    items = scan_text(text, language="jupyter").occurrences
    assert [(item.code, item.role) for item in items][-1:] == [("410", Role.CONSTANT)]
    assert items[-1].end == text.index('"', items[-1].start)


def test_a_number_that_is_written_with_escapes_is_what_stands_in_the_file() -> None:
    text = json.dumps(notebook(PYTHON)).replace("404", "4\\u00304")
    (item,) = scan_text(text, language="jupyter").occurrences
    assert (item.code, item.text, text[item.start : item.end]) == ("404", "4\\u00304", "4\\u00304")


@pytest.mark.parametrize(
    ("metadata", "source", "expected"),
    [
        ({}, PYTHON, "python"),
        ({"kernelspec": {"language": "python", "name": "python3"}}, PYTHON, "python"),
        ({"language_info": {"name": "typescript"}}, SCRIPT, "typescript"),
        ({"kernelspec": {"name": "bash"}}, SHELL, "shellscript"),
        ({"kernelspec": {"name": "javascript"}}, f"%%python3\n{PYTHON}", "python"),
        ({}, f"%%script --no-raise-error bash\n{SHELL}", "shellscript"),
        ({}, f"%%writefile app/client.ts\n{SCRIPT}", "typescript"),
        ({}, f"%%timeit -n 3\n{PYTHON}", "python"),
        ({}, f"%sh\n{SHELL}", "shellscript"),
        ({}, f"#!javascript\n{SCRIPT}", "javascript"),
    ],
)
def test_a_cell_is_in_the_language_that_it_or_its_notebook_names(
    metadata: dict[str, object], source: str, expected: str
) -> None:
    assert found(json.dumps(notebook(source, **metadata)), "jupyter") == [("404", expected)]


@pytest.mark.parametrize(
    "source", [f"%%perl\n{SHELL}", f"%%writefile notes.txt\n{PYTHON}", f"%sql\n{PYTHON}", f"!{SHELL}"]
)
def test_a_cell_in_a_language_that_is_not_known_holds_nothing(source: str) -> None:
    assert found(json.dumps(notebook(source)), "jupyter") == []


def test_a_notebook_of_the_third_format_is_read() -> None:
    cell = {"cell_type": "code", "collapsed": False, "input": [PYTHON], "language": "python", "outputs": []}
    text = json.dumps({"metadata": {"name": ""}, "nbformat": 3, "worksheets": [{"cells": [cell]}]})
    assert found(text, "jupyter") == [("404", "python")]


def test_outputs_markdown_and_metadata_are_not_looked_at() -> None:
    cells: list[dict[str, object]] = [
        {"cell_type": "markdown", "metadata": {}, "source": [PYTHON]},
        {"cell_type": "raw", "metadata": {}, "source": [PYTHON]},
        {"cell_type": "code", "metadata": {"source": PYTHON}, "outputs": [{"source": [PYTHON]}], "source": []},
    ]
    assert found(json.dumps({"cells": cells, "metadata": {}}), "jupyter") == []


def test_a_notebook_that_was_cut_has_the_cells_before() -> None:
    text = json.dumps(notebook(PYTHON, PYTHON.replace("404", "503"), "x = 1"), indent=1)
    assert found(text[: text.index("x = 1")], "jupyter") == [("404", "python"), ("503", "python")]


def test_a_notebook_with_a_conflict_has_its_other_cells() -> None:
    text = json.dumps(notebook(PYTHON, "x = 1", PYTHON.replace("404", "503")), indent=1)
    broken = text.replace('"x = 1"', '"x"\n<<<<<<< HEAD\n=======\n"y"\n>>>>>>> other')
    assert found(broken, "jupyter") == [("404", "python"), ("503", "python")]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("yaml", f"steps:\n  - run: |\n      :\n\n      # é\n        {SHELL}\n  - run: x\n", "shellscript"),
        ("yaml", f"script:\n- >+\n  {SHELL} &&\n  exit\n\n  :\n", "shellscript"),
        ("yaml", f"script:\n- a\n# - {SHELL}\n- a && {SHELL} &&\n  exit\n", "shellscript"),
        ("html", f"<p>é\n<script>\n{SCRIPT}\n</script>", "javascript"),
        ("vue", f'<script lang="ts">\n{SCRIPT}\n</script>', "typescript"),
        ("dockerfile", f"FROM a\nRUN a && \\\n  # é\n  {SHELL}\nCMD a\n", "shellscript"),
        ("jupyter", json.dumps(notebook(PYTHON), indent=1), "python"),
    ],
)
def test_line_ends_do_not_move_what_is_found(language: str, text: str, expected: str, line_end: str) -> None:
    assert found(text.replace("\n", line_end), language) == [("404", expected)]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<script>", ["javascript"]),
        ('<script type="module" async>', ["javascript"]),
        ("<SCRIPT TYPE=text/ecmascript>", ["javascript"]),
        ('<script lang="tsx" type="module">', ["typescriptreact"]),
        ('<script data-lang="python" title="a > b">', ["javascript"]),
        ("<script type='text/babel'>", ["javascriptreact"]),
        ('<script type="text/x-template">', []),
        ('<script type="application/wasm">', []),
        ("<scripts>", []),
        ("<script-tag>", []),
        ('<script src="x" />', []),
        ("<!-- <script>", []),
        ("<![CDATA[ <script>", []),
    ],
)
def test_a_script_is_in_the_language_that_its_tag_names(tag: str, expected: list[str]) -> None:
    assert found(f"<p>{tag}{SCRIPT}", "html") == [("404", language) for language in expected]


def test_scripts_that_follow_each_other_are_no_call() -> None:
    text = "<script>answer</script>\n<script>(function () { return status === 404; })()</script>"
    assert found(text, "html") == [("404", "javascript")]


def test_a_script_that_is_packed_for_machines_is_left_out() -> None:
    packed = f"<script>{'a();' * 2_000}{SCRIPT}</script>"
    assert found(f"{packed}<script>{SCRIPT.replace('404', '503')}</script>", "html") == [("503", "javascript")]


@pytest.mark.parametrize(
    "text",
    [
        f"description: '{SHELL.replace(chr(34), '')}'",
        f"run: '{SHELL}'",
        "command: [serve, --code, '[ $http_code = 404 ]']",
        f"script: {{body: '{SHELL}'}}",
        "steps: [{run: 'if ($http_code -eq 404) {}', shell: pwsh}]",
    ],
)
def test_yaml_that_holds_no_shell_is_only_yaml(text: str) -> None:
    document = Document(text, load_languages()["yaml"])
    assert [region.language for region in find_regions(document) if "404" in region.excerpt.text] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("python", "python"),
        ("Python3.12", "python"),
        ("C#", "csharp"),
        ("c++17", "cpp"),
        ("/usr/bin/env bash -e {0}", "shellscript"),
        ("bash --noprofile -eo pipefail {0}", "shellscript"),
        ("text/javascript; charset=utf-8", "javascript"),
        ("application/ld+json", "json"),
        ("tsx", "typescriptreact"),
        ("pwsh", None),
        ("", None),
        ("/", None),
    ],
)
def test_a_language_has_many_names(name: str, expected: str | None) -> None:
    assert language_named(name) == expected


def test_every_entry_names_a_language_that_is_known() -> None:
    for language in load_languages().values():
        for embedding in language.embeddings:
            assert language_named(embedding.language) in load_languages()
            assert embedding.finds is None or "code" in embedding.finds.groupindex
            assert embedding.begins is None or "language" in embedding.begins.groupindex


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("yaml", "status: 404\nrunning: 1\n"),
        ("yaml", "steps:\n- run: make\n  port: 80\n"),
        ("jupyter", '{"sources": "r.status_code == 404"}'),
    ],
)
def test_a_file_without_code_that_could_hold_a_status_is_not_parsed(language: str, text: str) -> None:
    document = Document(text, load_languages()[language])
    add_embedded(Scan(language, document.lines, ()), document, lambda _, name: scan_text("", language=name))
    assert "root" not in vars(document)


CODE = st.lists(
    st.sampled_from(
        [
            "import requests as rq",
            "x = rq.codes.gone",
            "status = 404",
            "status =",
            "503",
            "'\"\\'\"",
            "é😀\t#",
            "",
            "  (",
            "if r.status_code < 500:",
            "    pass",
            "HTTPStatus.GONE",
            "status_code = 44",
            "x = '4xx'  ",
            "\\",
            "status: 404",
        ]
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(CODE, st.booleans(), st.sampled_from([None, 1]), st.booleans())
def test_a_cell_holds_what_its_code_alone_holds(code: str, is_ascii: bool, indent: int | None, is_list: bool) -> None:  # noqa: FBT001
    text = json.dumps(
        notebook(code.splitlines(keepends=True) if is_list else code), ensure_ascii=is_ascii, indent=indent
    )
    alone = scan_text(code, language="python", prose=True).occurrences
    inside = scan_text(text, language="jupyter", prose=True).occurrences
    assert [(item.code, item.role) for item in inside] == [(item.code, item.role) for item in alone]
    for item in inside:
        assert text[item.start : item.end] == item.text
        assert item.text == item.code or item.role is not Role.STATUS


SHELL_CODE = st.lists(
    st.sampled_from(
        [
            '[ "$http_code" = 404 ]',
            "if [[ $status -ge 500 ]]; then",
            "fi",
            "case $status in",
            "404) :;;",
            "esac",
            "",
            "  :",
            "[ $status_code -eq",
            "44 ]",
            "'é\"",
            "\\",
            "# status 503",
            'echo "4xx"',
            'x=\\"503\\"',
            "HTTP/1.1 404 x",
        ]
    ),
    max_size=8,
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(SHELL_CODE, st.sampled_from(["", "'", '"', "|", ">"]), st.booleans(), st.sampled_from([20, 80, 1000]))
def test_a_step_holds_what_its_code_alone_holds(code: str, style: str, is_unicode: bool, width: int) -> None:  # noqa: FBT001
    steps = {"jobs": {"build": {"steps": [{"name": "é", "run": code}]}}}
    text = yaml.safe_dump(steps, default_style=style, allow_unicode=is_unicode, width=width)
    alone = scan_text(code, language="shellscript", prose=True).occurrences
    inside = [item for item in scan_text(text, language="yaml", prose=True).occurrences if item.language]
    assert [(item.code, item.role) for item in inside] == [(item.code, item.role) for item in alone]
    assert all(text[item.start : item.end] == item.text == item.code for item in inside if item.role is Role.STATUS)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<script lang='ts",
                '"',
                "'>",
                "status === 404;",
                "{{",
                "}}",
                "<",
                "\r",
                "steps:",
                "\n",
                "- run: ",
                "|\n  ",
                "script: >",
                "  [ $status -eq 503 ]",
                '"source": ',
                '{"cell_type": "code", ',
                "[",
                "]",
                "}",
                "\\",
                "\\u00",
                '"HTTPStatus.GONE\\n"',
                "RUN ",
                "\\\n",
                "HEALTHCHECK ",
                "CMD ",
                "%%bash\\n",
                "é😀",
                ":",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_any_text_has_occurrences_at_their_places(text: str) -> None:
    for language in ("dockerfile", "html", "jupyter", "vue", "yaml"):
        end = 0
        for item in scan_text(text, language=language, prose=True).occurrences:
            assert text[item.start : item.end] == item.text
            assert end <= item.start
            end = item.end


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("html", "<script " * 20_000 + "404"),
        ("html", "<script>" + "{{ <% <? {% " * 5_000 + "404"),
        ("jupyter", '{"source": "404", "cell_type": "code", "x": ' * 2_000),
        ("jupyter", json.dumps(notebook(*["x = 404"] * 2_000))),
        ("yaml", "run: x\n" * 5_000 + "a: 404"),
        ("yaml", "{run: " * 2_000 + "404"),
        ("yaml", 'script: "' + " \n" * 20_000 + "404"),
        ("dockerfile", "HEALTHCHECK " + "--a " * 20_000 + "404"),
        ("dockerfile", "RUN " + "\\\n" * 20_000 + "404"),
    ],
    ids=["tags", "templates", "depth", "cells", "keys", "flow", "folds", "options", "continuations"],
)
def test_a_hostile_text_has_an_answer(language: str, text: str) -> None:
    assert scan_text(text, language=language).occurrences == ()
