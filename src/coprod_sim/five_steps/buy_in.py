"""Step 2, buy-in: leaders, staff, citizens and the quiet ones want to do it this way."""

from typing import Any

from coprod_sim.arithmetic import logistic, maximum, minimum, where
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
        "Everybody has agreed on the aim and the budget, including those who had doubts.",
    ),
    source="step 2 of the source; scale: assumption",
)
COST = Cost(staff_hours=80.0, hours_each=1.0, weeks=4.0)


def invitation(
    buy_in: float, equal_access: float, hours: float, less_heard: float, p: Assumptions
) -> float:
    """The part of readiness that is the same for a whole group: buy-in, hours asked, ways in.

    `hours` are those asked of each participant; `less_heard` is 1 for less-heard people, else 0.
    """
    barred = p.ready_access * (1.0 - equal_access) * less_heard
    return p.ready_base + p.ready_buy_in * buy_in - p.ready_hours * hours - barred


def readiness(
    judged: Any, expected: Any, trust: Any, invited: float, pull: Any, p: Assumptions
) -> Any:
    """The chance that an aware person who is asked wants to take part.

    Those with a stake come, and those against the draft most (F18); buy-in levels this. `judged` is the
    merit of the draft as the person sees it so far, `invited` is `invitation`, `pull` is heat times what
    buy-in has not levelled.
    """
    stake = maximum(judged, -judged)
    drawn = pull * (p.ready_stake * stake + p.ready_opposed * maximum(-judged, 0.0))
    hope = p.ready_influence * expected + p.ready_trust * (trust - 0.5)
    return logistic(invited + hope + drawn)


def seats_for_less_heard(
    less_heard: Any, others: Any, seats: float, of_the_town: float, buy_in: float
) -> Any:
    """How many seats go to less-heard people: their part of the willing; with buy-in, of the town.

    The first two are counts of the willing. A seat that one group leaves empty goes to the other.
    """
    fair = (1.0 - buy_in) * less_heard / maximum(less_heard + others, 1.0) + buy_in * of_the_town
    return minimum(maximum(seats * fair, seats - others), less_heard)


def seat_chance(kept: Any, willing: Any, seats: float) -> Any:
    """The chance of a willing person to get a seat, in a group for which so many are kept.

    Where `seats` is 0 there is room for everybody.
    """
    return where(seats > 0.0, minimum(kept / maximum(willing, 1.0), 1.0), 1.0)
