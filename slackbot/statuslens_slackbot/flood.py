"""How often one person may ask.

The generic cell rate algorithm: of each person one number is kept, the time at which their questions so far would
have been asked at the even rate. A person may be ahead of it by as many questions as the rate allows at once.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from statuslens_slackbot.people import Person
from statuslens_slackbot.settings import Rate
from statuslens_slackbot.trace import Outcome, mark

PEOPLE = 20_000
"""How many are remembered; who has not asked for the longest time is forgotten first."""


class Flood:
    """What people have asked lately, in the memory of this process."""

    def __init__(self, rate: Rate | None, clock: Callable[[], float] = time.monotonic) -> None:
        """Hold people to a rate; without one everything goes."""
        self._rate = rate
        self._clock = clock
        self._even: OrderedDict[Person, float] = OrderedDict()

    def wait(self, person: Person) -> int:
        """Count a question, and return the seconds to wait where it is one too many, otherwise 0."""
        if self._rate is None or not person.user_id:
            return 0
        now = self._clock()
        even = max(self._even.get(person, now), now) + self._rate.seconds / self._rate.count
        ahead = even - now - self._rate.seconds
        if ahead > 0:
            mark(Outcome.FLOODED)
            return max(1, math.ceil(ahead))
        self._even[person] = even
        self._even.move_to_end(person)
        if len(self._even) > PEOPLE:
            self._even.popitem(last=False)
        return 0
