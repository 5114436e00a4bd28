"""What the dials cost, added up: staff hours, hours of each participant, weeks."""

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


def cost_of(dials: Dials) -> Cost:
    """Add up what dials cost; where nobody is asked, only telling costs anything.

    Args:
        dials: where each dial stands, 0 to 1.

    Returns:
        Hours and weeks of one decision.
    """
    parts = [(1.0, ASKING)] if dials.asked else []
    for name, cost in COSTS.items():
        if dials.asked or name not in ONLY_IF_ASKED:
            parts.append((getattr(dials, name), cost))
    return Cost(
        staff_hours=sum(share * cost.staff_hours for share, cost in parts),
        hours_each=sum(share * cost.hours_each for share, cost in parts),
        weeks=sum(share * cost.weeks for share, cost in parts),
    )
