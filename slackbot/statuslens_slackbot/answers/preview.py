"""Messages and views as a page of HTML that looks near enough to Slack: for pictures, and for a look at our words.

It renders the blocks that the bot sends, and refuses any other: what is not shown here is not known to look right.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import Any

_Part = Mapping[str, Any]

_ENTITIES = MappingProxyType({"&lt;": "<", "&gt;": ">", "&amp;": "&"})
_MRKDWN = re.compile(
    r"<(?P<url>https?://[^<>|]+)\|(?P<label>[^<>]+)>|<@(?P<user>\w+)>|`(?P<code>[^`\n]+)`|\*(?P<bold>[^*\n]+)\*"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(title: str, payload: _Part) -> str:
    """Render a message, a modal or an App Home as one self-contained page, light or dark as the reader's system is."""
    frame = _FRAMES.get(str(payload.get("type", "message")), _message)
    style = files(__package__).joinpath("preview.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{frame(payload)}\n</main>\n</body>\n</html>\n"
    )


def _message(payload: _Part) -> str:
    is_private = payload.get("response_type") == "ephemeral"
    only = '<p class="only">Only visible to you</p>\n' if is_private else ""
    by = '<p class="by"><b>statuslens</b> <span class="app">APP</span> <span class="time">10:04</span></p>'
    body = f"{by}\n{_blocks(payload['blocks'])}"
    return f'{only}<div class="message"><div class="avatar" aria-hidden="true">4xx</div><div>\n{body}\n</div></div>'


def _modal(payload: _Part) -> str:
    bar = f'<div class="bar"><b>{escape(payload["title"]["text"])}</b><span aria-hidden="true">✕</span></div>'
    body = f'<div class="body">\n{_blocks(payload["blocks"])}\n</div>'
    return f'<div class="modal" role="dialog">{bar}\n{body}</div>'


def _home(payload: _Part) -> str:
    tabs = '<p class="tabs"><b>Home</b><span>Messages</span><span>About</span></p>'
    return f"{tabs}\n{_blocks(payload['blocks'])}"


_FRAMES: Mapping[str, Callable[[_Part], str]] = {"message": _message, "modal": _modal, "home": _home}


def _blocks(blocks: Iterable[_Part]) -> str:
    return "\n".join(_RENDERERS[block["type"]](block) for block in blocks)


def _all(parts: Iterable[_Part]) -> str:
    return "".join(_RENDERERS[part["type"]](part) for part in parts)


def _header(block: _Part) -> str:
    return f'<h1 class="block">{escape(block["text"]["text"])}</h1>'


def _section(block: _Part) -> str:
    text = f'<div class="lines">{_all([block["text"]])}</div>' if "text" in block else ""
    accessory = _all([block["accessory"]]) if "accessory" in block else ""
    cells = "".join(f'<div class="lines">{_all([field])}</div>' for field in block.get("fields", ()))
    fields = f'<div class="fields">{cells}</div>' if cells else ""
    return f'<div class="block section">{text}{accessory}{fields}</div>'


def _context(block: _Part) -> str:
    return f'<div class="block context">{_all(block["elements"])}</div>'


def _divider(_block: _Part) -> str:
    return '<hr class="block">'


def _actions(block: _Part) -> str:
    return f'<div class="block actions">{_all(block["elements"])}</div>'


def _rich_text(block: _Part) -> str:
    return f'<div class="block">{_all(block["elements"])}</div>'


def _paragraph(element: _Part) -> str:
    return f'<div class="lines">{_all(element["elements"])}</div>'


def _list(element: _Part) -> str:
    items = "".join(f"<li>{_all(item['elements'])}</li>" for item in element["elements"])
    return f"<ul>{items}</ul>"


def _quote(element: _Part) -> str:
    return f"<blockquote>{_all(element['elements'])}</blockquote>"


def _text(element: _Part) -> str:
    text = escape(element["text"])
    for style, tag in (("code", "code"), ("bold", "b"), ("italic", "i")):
        if element.get("style", {}).get(style):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _link(element: _Part) -> str:
    return _anchor(element["url"], element.get("text", element["url"]))


def _anchor(url: str, text: str) -> str:
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(text)}</a>'


def _plain_text(element: _Part) -> str:
    return escape(element["text"])


def _mrkdwn(element: _Part) -> str:
    text, done, shown = element["text"], 0, []
    for found in _MRKDWN.finditer(text):
        shown += [escape(_decode(text[done : found.start()])), _token(found)]
        done = found.end()
    return "".join([*shown, escape(_decode(text[done:]))])


def _token(found: re.Match[str]) -> str:
    if found["url"]:
        return _anchor(_decode(found["url"]), _decode(found["label"]))
    if found["user"]:
        return f'<span class="mention">@{escape(found["user"])}</span>'
    tag, text = ("code", found["code"]) if found["code"] else ("b", found["bold"])
    return f"<{tag}>{escape(_decode(text))}</{tag}>"


def _decode(text: str) -> str:
    return re.sub("|".join(_ENTITIES), lambda entity: _ENTITIES[entity[0]], text)


def _button(element: _Part) -> str:
    says = escape(element.get("accessibility_label", element["text"]["text"]))
    return f'<button type="button" aria-label="{says}">{escape(element["text"]["text"])}</button>'


def _menu(element: _Part) -> str:
    chosen = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", ())
    shown = ", ".join(option["text"]["text"] for option in chosen) or element["placeholder"]["text"]
    kinds = " ".join(filter(None, ["menu", "chosen" if chosen else "", _WIDE.get(element["type"], "")]))
    return f'<span class="{kinds}" role="combobox">{escape(shown)}</span>'


_WIDE = {"external_select": "wide"}

_RENDERERS: Mapping[str, Callable[[_Part], str]] = {
    "actions": _actions,
    "button": _button,
    "context": _context,
    "divider": _divider,
    "external_select": _menu,
    "header": _header,
    "link": _link,
    "mrkdwn": _mrkdwn,
    "multi_static_select": _menu,
    "plain_text": _plain_text,
    "rich_text": _rich_text,
    "rich_text_list": _list,
    "rich_text_quote": _quote,
    "rich_text_section": _paragraph,
    "section": _section,
    "static_select": _menu,
    "text": _text,
}
