"""The dials as the rules read them: plain numbers in a fixed order."""

from typing import Annotated, NamedTuple

from coprod_sim.five_steps import (
    awareness,
    buy_in,
    conditions,
    expectations,
    feedback,
    performance,
)
from coprod_sim.quantities import Dial, declared


class Dials(NamedTuple):
    """One engagement in numbers; `asked` is 1 if anybody is asked at all, else 0."""

    awareness: Annotated[float, awareness.DIAL]
    buy_in: Annotated[float, buy_in.DIAL]
    expectations: Annotated[float, expectations.DIAL]
    performance: Annotated[float, performance.DIAL]
    feedback: Annotated[float, feedback.DIAL]
    openness: Annotated[float, conditions.OPENNESS]
    equal_access: Annotated[float, conditions.EQUAL_ACCESS]
    influence: Annotated[float, conditions.INFLUENCE]
    seats: Annotated[float, conditions.SEATS]
    asked: float


DIALS: dict[str, Dial] = dict(declared(Dials, Dial))
"""Every dial's declaration, by name, the five steps first."""

SHARES = tuple(name for name, dial in DIALS.items() if (dial.low, dial.high) == (0.0, 1.0))
"""The names of the dials that go from nothing to all; seats are people, and 0 of them is no end of a line."""

FIVE_STEPS = ("awareness", "buy_in", "expectations", "performance", "feedback")
"""The names of the five steps, in the order in which they are taught."""
