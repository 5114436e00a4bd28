"""Step 2, buy-in: leaders, staff, citizens and the quiet ones want to do it this way."""

from typing import Any

from coprod_sim.arithmetic import logistic, maximum
from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

DIAL = Dial(
    label="Buy-in",
    question="Who was asked whether and how to do this, and who answers for it by name?",
    plain="How far all sides, the unsure and the unheard too, want to work this way.",
    anchors=(
        "It is one team's idea.",
        "A leader signs a form.",
        "A leader is named and present, and staff are briefed.",
        "Citizens' groups are asked whether and how to do it.",
        "Aim and budget are agreed by all, the sceptics too.",
    ),
    source="step 2 of the source; scale: assumption",
)
COST = Cost(staff_hours=80.0, hours_each=1.0, weeks=4.0)


def readiness(judged: Any, expected: Any, connected: Any, buy_in: float, p: Assumptions) -> Any:
    """The chance that an aware person who is asked wants to take part.

    Without buy-in those with a stake, those against the draft and the well-connected come; buy-in
    levels this. Trust plays no part, on purpose (F19). `judged` is the merit of the draft as the person
    sees it so far, `connected` is 1 for well-connected people and 0 for less-heard ones.
    """
    stake = p.willing_stake * (maximum(judged, -judged) - p.stake_neutral)
    against = p.willing_opposed * maximum(-judged, 0.0)
    uneven = stake + against + p.willing_connected * connected
    hope = p.willing_influence * (expected - p.influence_neutral)
    return logistic(p.willing_base + p.willing_buy_in * buy_in + (1.0 - buy_in) * uneven + hope)


def lot_weight(connected: float, buy_in: float, p: Assumptions) -> float:
    """The weight of a person in the lot for seats: less-heard people count more with more buy-in."""
    return 1.0 + p.seats_less_heard * buy_in * (1.0 - connected)
