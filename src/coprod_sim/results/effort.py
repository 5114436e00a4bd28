"""What an engagement costs in staff hours, people's hours, weeks and money, from the steps' own costs."""

from typing import NamedTuple

from coprod_sim.engagement import Engagement
from coprod_sim.five_steps import (
    awareness,
    buy_in,
    conditions,
    expectations,
    feedback,
    performance,
)
from coprod_sim.five_steps.cost import ASKING, Cost
from coprod_sim.quantities import Measure
from coprod_sim.scenarios import Scenario

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

COST_MEASURES = {
    "staff_hours": Measure(label="Staff hours", high=1e6, unit="hours a decision", better="low"),
    "hours_each": Measure(
        label="Hours of each participant", high=1e3, unit="hours a decision", better="low"
    ),
    "weeks": Measure(label="Weeks", high=520, unit="weeks a decision", better="low"),
}


class Effort(NamedTuple):
    """What one decision takes: staff hours, hours of each participant, weeks."""

    staff_hours: float
    hours_each: float
    weeks: float

    def money(self, scenario: Scenario, participants: float) -> float:
        """Price the effort at the scenario's rates, in its currency; `participants` in people."""
        people = participants * self.hours_each * scenario.money.citizen_hour
        return self.staff_hours * scenario.money.staff_hour + people


def effort_of(engagement: Engagement) -> Effort:
    """Add up what an engagement's dials cost; where nobody is asked, only telling costs anything.

    Args:
        engagement: whose dials are counted, each 0 to 1.

    Returns:
        Hours and weeks of one decision.
    """
    parts = [] if not engagement.asked else [(1.0, ASKING)]
    for name, cost in COSTS.items():
        if engagement.asked or name not in ONLY_IF_ASKED:
            parts.append((getattr(engagement, name), cost))
    return Effort(
        sum(share * cost.staff_hours for share, cost in parts),
        sum(share * cost.hours_each for share, cost in parts),
        sum(share * cost.weeks for share, cost in parts),
    )
