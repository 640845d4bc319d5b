"""The preview: every kind of block is shown, foreign text stays text, and a browser has nothing to complain of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import Tab, open_tab
from statuslens.config.model import TeamCode, TeamFile, TeamNote
from statuslens_slackbot.answers.asking import Asking
from statuslens_slackbot.answers.preview import render_html
from statuslens_slackbot.answers.surfaces import SURFACES
from statuslens_slackbot.people import Preferences

ASKING = Asking(
    team=TeamFile(
        codes=(
            TeamCode(
                "471",
                "Basket </style><script>alert(1)</script>",
                "<img src=x>",
                "A & B",
                "https://x.example/?a=1&b=%22",
            ),
        ),
        notes=(TeamNote("503", "*Ask* payments first.", "Payments", "https://wiki.example.org/503"),),
    ),
    preferences=Preferences(language="python", vendors=("nginx",)),
)
QUERIES = ("503", "471", "499", "401 vs 403", "4xx", "iis", "help", "299", "<b>", "status=502 status=471 status=503")
WIDTHS = (360, 1280)

# What a reader could not see or use: text that runs out of its box, and text that is too faint (WCAG 2.2, 1.4.3).
RUNS_OUT = """
[...document.querySelectorAll("main *")].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
  && getComputedStyle(e).display !== "inline").map(e => e.className || e.tagName)
"""
FAINT = """
(() => {
  const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(Number).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
  const back = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (c !== "rgba(0, 0, 0, 0)") return c; } return "rgb(255, 255, 255)"; };
  const hasText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  const isFaint = e => { const [a, b] = [light(getComputedStyle(e).color), light(back(e))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5; };
  return [...document.querySelectorAll("main *")].filter(hasText).filter(isFaint).map(e => e.textContent);
})()
"""


def preview(query: str, surface: str) -> str:
    return render_html(query, SURFACES[surface](query, ASKING))


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with open_tab(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.mark.parametrize("surface", SURFACES)
def test_each_surface_looks_right_in_a_browser(tab: Tab, tmp_path: Path, surface: str) -> None:
    for place, query in enumerate(QUERIES):
        page = tmp_path / f"{place}.html"
        page.write_text(preview(query, surface), encoding="utf-8")
        for width in WIDTHS:
            for is_dark in (False, True):
                tab.open(page, width=width, is_dark=is_dark)
                assert (tab.complaints, tab.requests) == ([], [page.as_uri()])
                assert tab.run(RUNS_OUT) == []
                assert tab.run(FAINT) == []


def test_what_a_message_says_is_what_the_page_says(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(preview("503", "message"), encoding="utf-8")
    said = tab.open(page).run("document.querySelector('main').innerText").split("\n")
    assert said[0] == "Only visible to you"
    title, owner, runbook = "503 Service Unavailable", "Owner Payments", "Runbook wiki.example.org/503"
    assert {title, "Your team *Ask* payments first.", owner, runbook} <= set(said)
    links = tab.run("[...document.querySelectorAll('a')].map(a => a.href)")
    assert links[0] == "https://wiki.example.org/503"
    assert tab.run("[...document.querySelectorAll('button')].map(b => b.ariaLabel)") == [
        "Share this answer with the channel",
        "All about 503 Service Unavailable",
    ]


def test_words_of_a_team_file_are_no_markup_of_the_page(tab: Tab, tmp_path: Path) -> None:
    for surface in SURFACES:
        page = tmp_path / f"{surface}.html"
        page.write_text(preview("471", surface), encoding="utf-8")
        tab.open(page)
        assert tab.run("document.querySelectorAll('script, img').length") == 0
        assert tab.complaints == []


def mrkdwn(text: str) -> dict[str, Any]:
    element = {"type": "mrkdwn", "text": text, "verbatim": True}
    return {"response_type": "in_channel", "blocks": [{"type": "section", "text": element}]}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*bold* and `code`", "<b>bold</b> and <code>code</code>"),
        ("a &lt; b &amp;amp; c", "a &lt; b &amp;amp; c"),
        (
            "<https://x.example/?a=1&amp;b=2|A &amp; B>",
            '<a href="https://x.example/?a=1&amp;b=2" rel="noreferrer">A &amp; B</a>',
        ),
        ("Shared by <@U1>", 'Shared by <span class="mention">@U1</span>'),
        ('"quoted" <script>', "&quot;quoted&quot; &lt;script&gt;"),
    ],
)
def test_mrkdwn_is_read_as_slack_reads_it(text: str, html: str) -> None:
    assert f'<div class="lines">{html}</div>' in render_html("t", mrkdwn(text))


def test_a_block_that_is_not_known_to_look_right_is_refused() -> None:
    with pytest.raises(KeyError):
        render_html("t", {"blocks": [{"type": "video"}]})
