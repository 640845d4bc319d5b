"""Constants that get a number: by the constructor of their enumeration, or one after the other."""

import re

from statuslens.recognise.calls import weigh_parameter
from statuslens.recognise.reading import Reading
from statuslens.recognise.relations import is_named
from statuslens.recognise.sayings import saying_of
from statuslens.recognise.weighing import Weighing, is_known, weigh_names
from statuslens.source.context import Relation

_GIVEN_NUMBER = re.compile(rb"\b([A-Za-z_]\w*)[ \t]*[=(][ \t]*([1-5][0-9]{2})\b")
_SMALL_NUMBER = re.compile(rb"\b[A-Za-z_]\w*[ \t]*=[ \t]*[0-9]{1,2}[ \t]*[,;\n]")
_REACH = 250


def weigh_constant(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add how the constructor of an enumeration calls an argument of its constants: ``GONE(410, "gone")``."""
    if [reading.relation for reading in readings[:2]] == [Relation.ARGUMENT, Relation.NAMED]:
        weigh_parameter(readings[1].names, readings[0].position, weighing)


def weigh_numbering(readings: tuple[Reading, ...], weighing: Weighing) -> None:
    """Add that constants are numbered as no statuses are: ``STATUS = 101, HANDLE = 102``, ``DOWN = 10, LOST = 255``."""
    if [reading.relation for reading in readings[:2]] != [Relation.ASSIGNED, Relation.NAMED]:
        return
    data, place = weighing.facts.document.data, weighing.place
    if is_named(readings[0], weighing):
        return
    if not is_known(weighing.code) and _SMALL_NUMBER.search(data, max(0, place - _REACH), place):
        weighing.add_known("numbered_on", "numbered among smaller ones")
        return
    after = _GIVEN_NUMBER.search(data, place, place + _REACH)
    before = [*_GIVEN_NUMBER.finditer(data, max(0, place - _REACH), place)][-1:]
    for found in filter(None, (after, *before)):
        name = found[1].decode()
        if (
            abs(int(found[2]) - int(weighing.code)) == 1
            and saying_of(name) is None
            and weigh_names((name,), weighing.weights) <= 0
        ):
            weighing.add_known("numbered_on", f"numbered on to {name}")
            return
