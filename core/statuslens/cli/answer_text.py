"""Answers as text for people at a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from statuslens.cli.screen import Screen
from statuslens.explain import (
    Answer,
    Comparison,
    Explanation,
    Help,
    Link,
    Listing,
    Refusal,
    constant_remarks,
    join_words,
    owner_remarks,
)
from statuslens.registry.constant import Constant
from statuslens.terminal import printable

_LABEL_WIDTH = 13
_WIDE_ENOUGH = 24
"""Columns that a cell of a comparison needs at the least; narrower ones are written below each other."""


def render(answer: Answer, screen: Screen, *, language: str = "") -> str:
    """Render an answer; a language's constants come first where one is named."""
    match answer:
        case Explanation():
            lines = _explanation(answer, screen, language)
        case Listing():
            lines = _listing(answer, screen)
        case Comparison():
            lines = _comparison(answer, screen)
        case Help():
            lines = _help(answer, screen)
        case Refusal():
            lines = _refusal(answer, screen)
    return "\n".join(lines)


def _explanation(answer: Explanation, screen: Screen, language: str) -> Iterator[str]:
    style = answer.status_class.value if answer.status_class else "title"
    yield f"{screen.paint(printable(answer.title), style)} · {screen.paint(answer.label, 'label')}"
    yield screen.wrap(answer.meaning)
    for note in answer.notes:
        yield screen.wrap(note)
    yield ""
    for label, text in (("Client", answer.client), ("Server", answer.server)):
        if text:
            yield _labelled(screen, label, text)
    for fact in answer.facts:
        yield _labelled(screen, fact.label, f"{fact.text} ({fact.reference})" if fact.reference else fact.text)
    for fact in answer.team:
        yield _labelled(screen, fact.label, fact.text)
    for label, items in (
        ("Older", list(answer.older_texts)),
        ("Choose", [f"{choice.title}: {choice.text}" for choice in answer.choices]),
        ("Elsewhere", owner_remarks(answer)),
        ("Beware", constant_remarks(answer.constants)),
    ):
        yield from _labelled_items(screen, label, items)
    yield from _links(answer.links, screen)
    yield from _labelled_items(screen, "Constants", _constants(answer.constants, language))


def _constants(constants: Iterable[Constant], language: str) -> list[str]:
    by_language = [
        (name, ", ".join(dict.fromkeys(item.expression for item in items)))
        for name, items in groupby(constants, key=lambda item: item.language)
    ]
    by_language.sort(key=lambda item: item[0] != language)
    return [f"{name}: {expressions}" for name, expressions in by_language]


def _listing(answer: Listing, screen: Screen) -> Iterator[str]:
    yield screen.paint(answer.title, _style_of(answer.title))
    for note in answer.notes:
        yield screen.wrap(note)
    if answer.notes:
        yield ""
    width = max((len(member.title) for member in answer.members), default=0)
    for member in answer.members:
        title = screen.paint(member.title, _style_of(member.title))
        if not member.text:
            yield f"  {title}"
            continue
        indent = " " * (width + 4)
        yield screen.wrap(member.text, indent).replace(indent, f"  {title}{' ' * (width - len(member.title))}  ", 1)
    yield from _links(answer.links, screen)


def _comparison(answer: Comparison, screen: Screen) -> Iterator[str]:
    width = (screen.width - _LABEL_WIDTH) // len(answer.titles) - 2
    if width < _WIDE_ENOUGH:
        for place, title in enumerate(answer.titles):
            yield screen.paint(title, _style_of(title))
            for label, cells in answer.rows:
                yield _labelled(screen, label, cells[place])
            yield ""
    else:
        heads = [screen.paint(title[:width].ljust(width), _style_of(title)) for title in answer.titles]
        yield f"{' ' * _LABEL_WIDTH}{'  '.join(heads)}".rstrip()
        cell = Screen(width, is_coloured=False, has_links=False)
        for label, cells in answer.rows:
            columns = [cell.wrap(text, "").split("\n") for text in cells]
            for line in range(max(map(len, columns))):
                row = "  ".join((column[line] if line < len(column) else "").ljust(width) for column in columns)
                head = screen.paint((label if line == 0 else "").ljust(_LABEL_WIDTH - 2), "label")
                yield f"  {head}{row}".rstrip()
        yield ""
    for choice in answer.choices:
        yield _labelled(screen, choice.title, choice.text)
    yield from _links(answer.links, screen)


def _help(answer: Help, screen: Screen) -> Iterator[str]:
    yield screen.paint(answer.title, "title")
    width = max(len(item.title) for item in answer.examples)
    for item in answer.examples:
        yield f"  {item.title.ljust(width)}  {screen.paint(item.text, 'label')}"


def _refusal(answer: Refusal, screen: Screen) -> Iterator[str]:
    asked = f"“{answer.query}”: " if answer.query else ""
    yield screen.wrap(f"{asked}{answer.message}", "", "  ")
    if answer.nearest:
        yield screen.wrap(f"Did you mean {join_words(status.title for status in answer.nearest)}?")
    yield f"  For example: statuslens explain {answer.example}"


def _labelled(screen: Screen, label: str, text: str) -> str:
    head = f"  {label.ljust(_LABEL_WIDTH - 3)} "
    return screen.wrap(text, head, " " * len(head)).replace(label, screen.paint(label, "label"), 1)


def _labelled_items(screen: Screen, label: str, items: list[str]) -> Iterator[str]:
    hanging = " " * (_LABEL_WIDTH + 2)
    for place, item in enumerate(items):
        if place == 0:
            yield screen.wrap(item, f"  {label}".ljust(_LABEL_WIDTH), hanging).replace(
                label, screen.paint(label, "label"), 1
            )
        else:
            yield screen.wrap(item, " " * _LABEL_WIDTH, hanging)


def _links(links: Iterable[Link], screen: Screen) -> Iterator[str]:
    for place, link in enumerate(links):
        head = screen.paint("Links", "label") + " " * (_LABEL_WIDTH - 7) if place == 0 else " " * (_LABEL_WIDTH - 2)
        yield f"  {head}{screen.link(link.label, link.url)}"


def _style_of(title: str) -> str:
    return f"{title[0]}xx" if title[:1].isdecimal() else "title"
