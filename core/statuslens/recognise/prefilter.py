"""Which files are worth a look at all, told from their bytes."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection

from statuslens.config.model import ContextRule
from statuslens.recognise.candidates import find_candidates
from statuslens.recognise.constants import has_constant_needle
from statuslens.recognise.embedded import can_embed_any
from statuslens.source.language import load_languages

_WIDE = (BOM_UTF16_BE, BOM_UTF16_LE)


def can_hold(data: bytes, language: str, contexts: Collection[ContextRule] = ()) -> bool:
    """Tell at the price of a search whether a file's bytes can hold a status in code.

    What is said to hold none is a file of which ``scan_text`` with the same ``contexts`` has no occurrences.
    """
    known = load_languages().get(language)
    if known is None:
        return False
    if known.format is not None or data.startswith(_WIDE):
        return True
    if not data.isascii():
        data = data.decode("utf-8", "replace").encode()
    if not known.is_container and (any(find_candidates(data)) or has_constant_needle(data, known)):
        return True
    return bool(known.embeddings) and can_embed_any(data)
