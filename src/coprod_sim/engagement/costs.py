"""What the dials cost, added up: staff hours, hours of each participant, weeks."""

import numpy as np

from coprod_sim.adding import python_sum
from coprod_sim.engagement.dials import Dials
from coprod_sim.five_steps import (
    awareness,
    buy_in,
    conditions,
    expectations,
    feedback,
    performance,
)
from coprod_sim.five_steps.cost import ASKING, Cost

ONLY_IF_ASKED = ("buy_in", "expectations", "performance", "equal_access", "influence")
COSTS: dict[str, Cost] = {
    "awareness": awareness.COST,
    "buy_in": buy_in.COST,
    "expectations": expectations.COST,
    "performance": performance.COST,
    "feedback": feedback.COST,
    "openness": conditions.OPENNESS_COST,
    "equal_access": conditions.EQUAL_ACCESS_COST,
    "influence": conditions.INFLUENCE_COST,
}
"""What each dial costs when turned to 1."""
PLACES = tuple(Dials._fields.index(name) for name in ("asked", *COSTS))
"""Which number of the dials each line of the costs goes by; the first is for asking at all."""
ALWAYS_COSTS = tuple(name not in ONLY_IF_ASKED for name in ("asked", *COSTS))
"""Which of them cost something also where nobody is asked."""
STAFF_HOURS, HOURS_EACH, WEEKS = (
    tuple(getattr(cost, unit) for cost in (ASKING, *COSTS.values()))
    for unit in ("staff_hours", "hours_each", "weeks")
)
"""What each costs at 1."""


def cost_of(dials: Dials) -> Cost:
    """Add up what dials cost; where nobody is asked, only telling costs anything.

    Args:
        dials: where each dial stands, 0 to 1.

    Returns:
        Hours and weeks of one decision.
    """
    return Cost(
        staff_hours=added_up(dials, STAFF_HOURS),
        hours_each=added_up(dials, HOURS_EACH),
        weeks=added_up(dials, WEEKS),
    )


def added_up(dials: Dials, at_one: tuple[float, ...]) -> float:
    """Add up one kind of cost.

    Args:
        dials: where each dial stands, 0 to 1.
        at_one: what each costs at 1: `STAFF_HOURS`, `HOURS_EACH` or `WEEKS`.

    Returns:
        Hours or weeks of one decision.
    """
    parts = np.zeros(len(PLACES))
    for k in range(len(PLACES)):
        if dials.asked > 0.0 or ALWAYS_COSTS[k]:
            parts[k] = dials[PLACES[k]] * at_one[k]
    return float(python_sum(parts))
