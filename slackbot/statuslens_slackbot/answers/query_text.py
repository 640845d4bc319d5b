"""What people type or paste into Slack, cleaned to what they mean."""

import re
import unicodedata

_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ENTITY = re.compile("|".join(_ENTITIES))

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)

_INVISIBLE = {"Cc", "Cf", "Cs"}
_KEPT = {"\n", "\r", "\t"}

# Slack's marks for bold, struck and code go anywhere; the one for italics is also a part of names: NOT_FOUND.
_MARKUP = re.compile(r"[*~`]|(?<![^\W_])_+|_+(?![^\W_])")
_PART = re.compile(r"[^,\n\r]+")
_STRAY = " \t'\"?!.;#()[]{}<>"

# Slack's tokens: <@U1|name>, <#C1|name>, <!here>, <https://x.example|label>.
_TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")


def plain(text: str) -> str:
    """Return the text of a message as people see it: links by their labels, no mentions, no entities."""
    shown = _TOKEN.sub(lambda token: " " if token["sign"] else token["label"] or token["target"], text)
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], shown)


def clean(text: str) -> str:
    """Undo what Slack, a keyboard or a paste has added to a query."""
    # One pass, so that the text "&amp;lt;" means "&lt;" and no "<".
    text = _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)
    text = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
    text = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in _INVISIBLE)
    text = _MARKUP.sub("", text)
    return _PART.sub(lambda part: part[0].strip(_STRAY).rstrip(":"), text).strip(", \t\n\r")
