"""``statuslens report``: an overview of a repository as text, as a record and as a page."""

import base64
import hashlib
import json
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from command import Result, Run
from shop_files import write_shop
from tools import PROJECT

HERE = Path(__file__).parent
SCHEMA = json.loads((PROJECT / "core/statuslens/data/overview.schema.json").read_text(encoding="utf-8"))
NOTHING = "0 codes in 0 places of 1 file, 0 findings\n"


def test_the_text_tells_what_is_answered_where_and_what_is_missing(statuslens: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    expected = (HERE / "shop_overview.txt").read_text(encoding="utf-8")
    assert statuslens("report", ".") == Result(expected, "", 0)


def test_the_record_tells_everything_as_its_schema_says(statuslens: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    result = statuslens("report", "--format", "json", ".")
    record = json.loads(result.out)
    assert record == json.loads((HERE / "shop_overview.json").read_text(encoding="utf-8"))
    assert (result.err, result.status) == ("", 0)
    jsonschema.Draft202012Validator(SCHEMA).validate(record)


def test_findings_stand_beside_with_their_places(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("from flask import abort\n\n\ndef order():\n    abort(299)\n", encoding="utf-8")
    result = statuslens("report", "app.py")
    assert result.out.partition("Findings\n")[2] == (
        "  app.py:5:11  information[unassigned-code]\n"
        "    299 is not an assigned HTTP status code. A client that does not know a 2xx\n"
        "    code treats it as 200.\n"
    )
    jsonschema.validate(json.loads(statuslens("report", "--format", "json", "app.py").out), SCHEMA)


def test_long_lists_are_cut_in_the_text_and_long_names_fit(statuslens: Run, tmp_path: Path) -> None:
    folder = tmp_path / ("folder_with_a_long_name_" * 4)
    folder.mkdir()
    functions = (
        f"def a_function_with_a_rather_long_name_{number}(x):\n    return abort(404)\n\n\n" for number in range(30)
    )
    (folder / "界面.py").write_text(f"from flask import abort\n\n\n{''.join(functions)}", encoding="utf-8")
    lines = statuslens("report", ".").out.splitlines()
    assert "                    and 27 more" in lines
    assert "  and 10 more, which --format json and html have" in lines
    assert [line for line in lines if len(line.encode("utf-16-le")) // 2 > 80] == []


def test_nothing_to_tell_is_one_line_and_a_page_all_the_same(statuslens: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("timeout = 500\n", encoding="utf-8")
    assert statuslens("report", ".") == Result(NOTHING, "", 0)
    assert "No status was found." in statuslens("report", "--format", "html", ".").out
    record = json.loads(statuslens("report", "--format", "json", ".").out)
    jsonschema.validate(record, SCHEMA)
    assert (record["files"], record["codes"], record["findings"]) == (1, [], [])


def test_standard_input_is_read_under_its_name(statuslens: Run) -> None:
    result = statuslens("report", "-", "--stdin-filename", "app.rb", stdin=b"def show\n  head 404\nend\n")
    assert result.out.startswith("1 code in 1 place of 1 file, 0 findings\n")


def test_the_overview_is_written_to_a_file_whole(statuslens: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    for form in ("text", "json", "html"):
        printed = statuslens("report", "--format", form, "api", "web").out
        result = statuslens("report", "--format", form, "--output", "overview", "api", "web")
        assert result == Result("", "overview written\n", 0)
        assert (tmp_path / "overview").read_text(encoding="utf-8") == printed


def test_a_file_that_cannot_be_written_is_told(statuslens: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    result = statuslens("report", "--output", "no/such/folder", ".")
    message = "statuslens: no/such/folder: cannot be written: No such file or directory; name a file that you may write"
    assert result == Result("", f"{message}\n", 2)


def test_the_names_around_a_repository_say_nothing_of_its_files(statuslens: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "shop"
    write_shop(folder)
    record = json.loads(statuslens("report", "--format", "json", str(folder)).out)
    assert record["counts"] == json.loads((HERE / "shop_overview.json").read_text(encoding="utf-8"))["counts"]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "ascii"])
def test_a_page_is_the_same_in_every_encoding(statuslens: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "app.py").write_text("def größe():\n    abort(404)  # 界\n", encoding="utf-8")
    printed = statuslens("report", "--format", "html", ".", encoding=encoding).out
    assert printed.isascii()
    assert "gr&#246;&#223;e" in printed


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.append((tag, dict(attrs)))


def hash_inside(page: str, tag: str) -> str:
    (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    return base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()


def test_a_page_lets_only_its_own_script_and_style_run(statuslens: Run, tmp_path: Path) -> None:
    write_shop(tmp_path)
    source = statuslens("report", "--format", "html", ".").out
    page = Page(source)
    policy = next(told["content"] for tag, told in page.tags if tag == "meta" and "http-equiv" in told)
    hashes = {name: hash_inside(source, name) for name in ("script", "style")}
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes['script']}'; style-src 'sha256-{hashes['style']}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert [told for _, told in page.tags if "style" in told or any(name.startswith("on") for name in told)] == []
    fetched = {told.get("src") or told.get("href") for tag, told in page.tags if tag not in {"a", "script"}}
    assert fetched == {None, "data:,"}
    links = [told["href"] or "" for tag, told in page.tags if tag == "a"]
    names = {told.get("id") for _, told in page.tags}
    assert {link for link in links if link.removeprefix("#") not in names} == {"https://example.org/runbooks/471"}


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_what_a_repository_holds_cannot_become_a_part_of_the_page(statuslens: Run, tmp_path: Path) -> None:
    name = HOSTILE.replace("/", "\N{DIVISION SLASH}")
    folder = tmp_path / name
    folder.mkdir()
    (folder / "app.js").write_text(f"app.get(`/{HOSTILE}`, (q, r) => r.status(471).send(`{HOSTILE}`))\n", "utf-8")
    team = {"codes": [{"code": "471", "name": HOSTILE, "meaning": HOSTILE, "owner": HOSTILE}]}
    (tmp_path / "statuslens.yaml").write_text(json.dumps(team), encoding="utf-8")
    page = Page(statuslens("report", "--format", "html", ".").out)
    assert [tag for tag, _ in page.tags if tag in {"script", "img"}] == ["script"]
    assert not re.search(r"[\x1b\u202e]", statuslens("report", ".").out)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_shown_all_the_same(statuslens: Run, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.py")).write_text("def show():\n    abort(404)\n", encoding="utf-8")
    assert "show  \\udcff.py:2\n" in statuslens("report", ".").out
    assert json.loads(statuslens("report", "--format", "json", ".").out)["by_file"][0]["path"] == "\udcff.py"
    for form in ("text", "json", "html"):
        assert statuslens("report", "--format", form, "--output", "overview", ".").status == 0
