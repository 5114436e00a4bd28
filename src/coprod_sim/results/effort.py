"""What an engagement costs in staff hours, people's hours, weeks and money, from the steps' own costs."""

from typing import NamedTuple

from coprod_sim.engagement import Engagement
from coprod_sim.engagement.costs import cost_of
from coprod_sim.quantities import Measure
from coprod_sim.scenarios import Scenario

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
        paid = scenario.money
        return money_of_effort(
            self.staff_hours, self.hours_each, participants, paid.staff_hour, paid.citizen_hour
        )


def money_of_effort(
    staff_hours: float,
    hours_each: float,
    participants: float,
    staff_hour: float,
    citizen_hour: float,
) -> float:
    """Price hours.

    Args:
        staff_hours: hours of staff.
        hours_each: hours of each participant.
        participants: how many take part [people].
        staff_hour: what an hour of staff costs.
        citizen_hour: what an hour of people's own time is priced at.

    Returns:
        Money, in the currency of the prices.
    """
    return staff_hours * staff_hour + participants * hours_each * citizen_hour


def effort_of(engagement: Engagement) -> Effort:
    """Add up what an engagement's dials cost; where nobody is asked, only telling costs anything.

    Args:
        engagement: whose dials are counted, each 0 to 1.

    Returns:
        Hours and weeks of one decision.
    """
    cost = cost_of(engagement.dials)
    return Effort(cost.staff_hours, cost.hours_each, cost.weeks)
