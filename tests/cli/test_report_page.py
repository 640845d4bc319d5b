"""The page of ``statuslens report`` in a real browser: it filters, asks for nothing, and stays what it is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium import Tab, open_tab
from command import run_in
from shop_files import write_shop

PLACES = "[...document.querySelectorAll('.place')].filter(e => e.checkVisibility())"
PLACES += ".map(e => [...e.children].map(part => part.textContent).join('\\n'))"
CODES = "[...document.querySelectorAll('tbody.code')].filter(e => e.checkVisibility()).map(e => e.id)"
SAID = "document.querySelector('#said').textContent"
FOCUS = "document.activeElement.id || document.activeElement.getAttribute('aria-controls')"
FEEDBACK = "web/server.js:2\nPOST /feedback\nresponse.status(202).end();"


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with open_tab(tmp_path_factory.mktemp("chromium")) as found:
        yield found


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    write_shop(folder)
    return write_page(folder)


def write_page(folder: Path) -> Path:
    result = run_in(folder, "report", "--format", "html", "--output", "page.html", ".")
    assert (result.out, result.status) == ("", 0)
    return folder / "page.html"


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_asks_for_nothing_complains_of_nothing_and_fits(tab: Tab, page: Path, width: int, is_dark: bool) -> None:  # noqa: FBT001
    tab.open(page, width=width, is_dark=is_dark)
    assert tab.run("document.querySelector('h1').textContent").startswith("HTTP status codes of shop")
    assert tab.run("document.documentElement.scrollWidth") <= width
    assert (tab.requests, tab.complaints) == ([page.as_uri()], [])


def test_codes_are_folded_until_they_are_opened_by_keyboard(tab: Tab, page: Path) -> None:
    tab.open(page)
    assert tab.run(PLACES) == []
    tab.run("document.querySelector('#code-202 button').focus()")
    tab.press("Enter", "\r")
    assert tab.run("document.querySelector('#code-202 button').getAttribute('aria-expanded')") == "true"
    assert tab.run(PLACES) == [FEEDBACK]
    tab.press("Enter", "\r")
    assert tab.run(PLACES) == []


def test_a_search_leaves_what_has_all_its_words(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.press("/", "/")
    assert tab.run(FOCUS) == "search"
    tab.type("ACCEPTED server.js")
    assert (tab.run(CODES), tab.run(PLACES), tab.run(SAID)) == (["code-202"], [FEEDBACK], "1 place of 1 code")
    tab.press("Escape")
    assert (len(tab.run(CODES)), tab.run(PLACES), tab.run(SAID)) == (14, [], "")
    tab.type("nowhere at all")
    assert (tab.run(CODES), tab.run("document.querySelector('#nothing').checkVisibility()")) == ([], True)


def test_classes_and_purposes_filter_too(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.run("document.querySelector('input[value=documented]').click()")
    assert tab.run(CODES) == ["code-200", "code-404", "code-418"]
    tab.run("document.querySelector('input[value=\"4xx\"]').click()")
    assert (tab.run(CODES), tab.run(SAID)) == (["code-404", "code-418"], "3 places of 2 codes")
    tab.run("document.querySelector('#code-404 button').click()")
    assert tab.run("document.querySelector('#code-404 .purpose:not([hidden]) h4').textContent") == "documented 2"


def test_a_link_to_a_code_opens_it_whatever_is_filtered(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.type("nowhere")
    tab.run("document.querySelector('.bar a[href=\"#code-202\"]').click()")
    tab.run("new Promise(done => setTimeout(done))")
    assert tab.run(PLACES) == [FEEDBACK]


def test_without_its_script_a_page_shows_everything(tab: Tab, page: Path) -> None:
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.open(page)
        nodes = tab.ask("DOM.getDocument")["root"]["nodeId"]
        found = tab.ask("DOM.querySelectorAll", nodeId=nodes, selector=".place:not([hidden])")["nodeIds"]
        assert len(found) == 21
    finally:
        tab.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_every_control_and_region_has_a_name(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.ask("Accessibility.enable")
    nodes = tab.ask("Accessibility.getFullAXTree")["nodes"]
    wanted = {"button", "checkbox", "link", "region", "searchbox", "group", "search"}
    named = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in wanted
    ]
    assert {"button", "checkbox", "link", "region", "searchbox"} <= {role for role, _ in named}
    assert [role for role, name in named if not name] == []


def test_text_is_easy_to_read_in_both_schemes(tab: Tab, page: Path) -> None:
    for is_dark in (False, True):
        tab.open(page, is_dark=is_dark)
        tab.run("document.querySelector('#all').click()")
        assert tab.run(FAINT) == []


FAINT = """
(() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => {
    const linear = [red, green, blue].map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!hasText || !element.checkVisibility() || ["STYLE", "SCRIPT"].includes(element.tagName)) continue;
    const both = [parse(getComputedStyle(element).color), behind(element)].map(light);
    const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    if (contrast < 4.5) faint.add(`${contrast} ${element.tagName} ${element.className} ${element.textContent}`);
  }
  return [...faint];
})()
"""
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)><a href=javascript:alert(3)>"


def test_hostile_names_and_texts_are_inert(tab: Tab, tmp_path: Path) -> None:
    folder = tmp_path / HOSTILE.replace("/", "\N{DIVISION SLASH}")
    folder.mkdir()
    (folder / "app.js").write_text(f"app.get(`/{HOSTILE}`, (req, res) => res.status(471).send(`{HOSTILE}`))\n", "utf-8")
    (folder / "b\N{RIGHT-TO-LEFT OVERRIDE}sj.py").write_text(f"abort(299)  # {HOSTILE}\n", "utf-8")
    (tmp_path / "statuslens.yaml").write_text(
        json.dumps({"codes": [{"code": "471", "name": HOSTILE, "meaning": "?", "owner": HOSTILE}]}),
        "utf-8",
    )
    page = write_page(tmp_path)
    tab.open(page)
    tab.run("document.querySelector('#all').click()")
    assert tab.run("document.querySelector('h1').textContent") == f"HTTP status codes of {tmp_path.name}"
    assert tab.run("document.querySelectorAll('img, script, iframe, a[href^=javascript]').length") == 1
    assert HOSTILE in tab.run("document.querySelector('#code-471 .label').textContent")
    (first,) = [place for place in tab.run(PLACES) if "app.js" in place]
    assert first.startswith(f"{folder.name}/app.js:1\n")
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in tab.run("document.documentElement.textContent")
    assert (tab.requests, tab.complaints) == ([page.as_uri()], [])


def test_a_long_list_is_cut_until_all_of_it_is_wanted(tab: Tab, tmp_path: Path) -> None:
    functions = (f"def f{number}():\n    return abort(404)\n\n\n" for number in range(40))
    (tmp_path / "app.py").write_text("from flask import abort\n\n\n" + "".join(functions), encoding="utf-8")
    tab.open(write_page(tmp_path))
    shown = "[...document.querySelectorAll('[aria-label=Handlers] tbody tr')].filter(e => e.checkVisibility()).length"
    more = "document.querySelector('button.more')"
    assert (tab.run(shown), tab.run(f"{more}.textContent")) == (25, "Show all 40")
    tab.run(f"{more}.click()")
    assert (tab.run(shown), tab.run(f"{more}.hidden")) == (40, True)


def test_a_page_prints_without_its_tools(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.ask("Emulation.setEmulatedMedia", media="print")
    try:
        assert tab.run("document.querySelector('.tools').checkVisibility()") is False
        assert tab.run("document.querySelector('#code-404').checkVisibility()") is True
    finally:
        tab.ask("Emulation.setEmulatedMedia", media="")
