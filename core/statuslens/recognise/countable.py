"""Names that are spelled like a status's and like many other things: which of them can be one where they stand."""

from functools import lru_cache

from statuslens.recognise.constants import OWN_CLASS, marks_tuple
from statuslens.recognise.containers import may_say_status
from statuslens.recognise.mentions import Form, Mention
from statuslens.recognise.sayings import saying_of
from statuslens.recognise.spellings import resolve, spellings_of
from statuslens.source.imports import EVERYTHING, Imports, find_imports
from statuslens.source.language import Language, load_languages


def is_countable(mention: Mention, data: bytes, language: str) -> bool:
    """Tell whether a name in a file could be a status's where it stands; ``language`` is an LSP language id."""
    known = load_languages()[language]
    return _can_count(mention, data, _imports(data, known), known)


@lru_cache(maxsize=2)
def _imports(data: bytes, language: Language) -> Imports:
    return find_imports(data.decode("utf-8", "replace"), language.imports)


def _can_count(mention: Mention, data: bytes, imports: Imports, language: Language) -> bool:
    """Tell whether a name is more than a variable, a member of something else or the mark of a tuple: ``{:ok, user}``.

    A library's constant counts where the file imports it, and one that stands alone in capitals by its place.
    """
    if mention.form is Form.SYMBOL:
        return not marks_tuple(data, mention)
    member = mention.path[-1]
    if mention.form is Form.IMPLICIT or mention.path[0] in OWN_CLASS or (member.isupper() and len(mention.path) == 1):
        return True
    written = resolve(mention.path, imports)
    saying = saying_of(written.member)
    if saying is not None and len(written.full) > 1 and may_say_status(written, saying):
        return True
    spellings = spellings_of(language).get(written.member, ())
    source = written.source
    if source is not None:
        return any(item.ecosystem.is_imported_by(source.module) for item in spellings)
    if len(written.path) > 1:
        return any(item.container == written.full[-2] for item in spellings)
    takes_all = any(item.name in EVERYTHING for item in imports)
    is_opened = takes_all and saying is not None and (saying.is_numbered or member[:1].isupper())
    return is_opened or any(not item.container or takes_all or item.ecosystem.opened_by for item in spellings)
