"""What people type and paste, and what is looked up."""

import pytest

from statuslens_slackbot.answers.query_text import clean


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("418", "418"),
        ("  418 ", "418"),
        ("*418*", "418"),
        ("_418_", "418"),
        ("~418~", "418"),
        ("`418`", "418"),
        ("```418```", "418"),
        ("*_`418`_*", "418"),
        ("“418”", "418"),
        ('"not found"', "not found"),
        ("I\u2019m a teapot", "I'm a teapot"),
        ("418?", "418"),
        ("418.", "418"),
        ("(418)", "418"),
        ("#418", "418"),
        ("418:", "418"),
        ("401.3", "401.3"),
        ("404:1", "404:1"),
        (":not_found", ":not_found"),
        ("HTTP_404_NOT_FOUND", "HTTP_404_NOT_FOUND"),
        ("\uff14\uff11\uff18", "418"),
        ("non\u2013authoritative information", "non-authoritative information"),
        ("4\u200b18", "418"),
        ("\u202e418\u202c", "418"),
        ("\ufeff418", "418"),
        ("*404*, `500`\n“301”", "404,500\n301"),
        ("&lt;404&gt;", "404"),
        ("a &amp; b", "a & b"),
        ("a &amp;lt; b", "a &lt; b"),
        ("a &amp;amp;lt; b", "a &amp;lt; b"),
        ("\ud800404", "404"),
        ("???", ""),
        ("", ""),
    ],
)
def test_what_slack_or_a_keyboard_added_is_undone(typed: str, meant: str) -> None:
    assert clean(typed) == meant
