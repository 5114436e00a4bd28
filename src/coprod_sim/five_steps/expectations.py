"""Step 3, expectations: say what is asked of each, and what can and cannot be decided."""

from typing import Any

from coprod_sim.arithmetic import minimum, share
from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

DIAL = Dial(
    label="Expectations",
    question="Can people say what they can change, what is fixed, and who decides in the end?",
    plain="How clearly and truthfully it is said what can still be decided.",
    anchors=(
        "Nothing is said.",
        "Topic and dates are given.",
        "We have listed what is fixed and what is open.",
        "Decision rule, hours, pay and a working agreement are in writing.",
        "The agreement is written together, and citizens confirm it.",
    ),
    source="step 3 of the source; scale: assumption",
)
COST = Cost(staff_hours=40.0, weeks=2.0)


def offered_influence(influence: float, responsiveness: Any, p: Assumptions) -> Any:
    """The influence really on offer: the dial, scaled by how far the body trusts the public."""
    return minimum(influence * (p.responsiveness_base + responsiveness), 1.0)


def realised_influence(offered: Any, expectations: float, p: Assumptions) -> Any:
    """The influence that lands: input outside what can be decided is lost."""
    return offered * (1.0 - p.unclear_scope * (1.0 - expectations))


def hoped_influence(expected: Any, offered: Any, expectations: float, p: Assumptions) -> Any:
    """What an aware person hopes for once asked: asking lifts hope, plain words pull it to the offer."""
    lifted = share(expected + p.hopes_raised)
    return (1.0 - expectations) * lifted + expectations * offered
