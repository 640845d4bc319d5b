"""The cells of a notebook that an editor has open; they are read as those in a file are, by what jupyter.yaml says."""

from statuslens.source.excerpt import Excerpt, copy
from statuslens.source.language import load_languages
from statuslens.source.regions import language_of, mask

_NOTEBOOK = "jupyter"


def read_cell(text: str, language: str) -> tuple[str, str] | None:
    """Return the language of a code cell, and its code with underscores for what is none, such as ``%pip``.

    The code is as long as the text. ``language`` is what the editor calls the notebook's language, which the cell may
    change (``%%bash``). None for a cell in a language that is not known.
    """
    (embedding,) = load_languages()[_NOTEBOOK].embeddings
    found = language_of(language, text, embedding)
    return None if found is None else (found, mask(Excerpt(copy(text, 0, len(text))), embedding).text)
