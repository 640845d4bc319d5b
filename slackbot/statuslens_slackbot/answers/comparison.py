"""Codes side by side in blocks and in words."""

from collections.abc import Iterator

from statuslens.explain import Choice, Comparison
from statuslens_slackbot.answers.blocks import (
    Block,
    bold,
    bullets,
    calm,
    columns,
    context,
    cut_escaped,
    header,
    label,
    literal,
    paragraph,
    rich_text,
    visible,
)
from statuslens_slackbot.answers.part import Part
from statuslens_slackbot.answers.sources import source_links

_TITLE_LIMIT = 140
_CELL_LIMIT = 1_000
_NOTHING = "\u2014"
"""What a comparison puts where there is nothing to say of a code."""


def show_comparison(answer: Comparison) -> Part:
    """Show what each code says, then when to choose which, then in what else they differ."""
    codes = [title.partition(" ")[0] for title in answer.titles]
    titles = [label(title, _TITLE_LIMIT) for title in answer.titles]
    (_, meanings), *others = answer.rows
    says = [cut_escaped(visible(text), _CELL_LIMIT) for text in meanings]
    rows = [(name, list(zip(codes, map(_cell, cells), strict=True))) for name, cells in others]
    blocks = [
        header(answer.title),
        columns(f"*{calm(title)}*\n{calm(text)}" for title, text in zip(titles, says, strict=True)),
        *_advice(answer.choices),
        *(columns([f"*{code}*  {calm(text)}" for code, text in cells], f"*{name}*") for name, cells in rows),
    ]
    if sources := source_links(answer.links):
        blocks.append(context(sources))
    spoken = [f"{title}: {text}" for title, text in zip(titles, says, strict=True)]
    spoken += [f"{choice.title}: {choice.text}" for choice in answer.choices]
    spoken += [f"{name}: {'; '.join(f'{code} {_unended(text)}' for code, text in cells)}." for name, cells in rows]
    return Part(blocks, f"{answer.title}. {' '.join(spoken)}", answer.title, titles=answer.titles)


def _advice(choices: tuple[Choice, ...]) -> Iterator[Block]:
    if len(choices) == 1:
        yield rich_text(paragraph(bold("Which one?  "), literal(choices[0].text)))
    elif choices:
        points = ([bold(f"{choice.title}  "), literal(choice.text)] for choice in choices)
        yield rich_text(paragraph(bold("Which one?")), bullets(points))


def _cell(text: str) -> str:
    return "nothing special" if text == _NOTHING else cut_escaped(visible(text), _CELL_LIMIT)


def _unended(text: str) -> str:
    return text.removesuffix(".")
