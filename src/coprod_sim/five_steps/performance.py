"""Step 4, performance: everybody, staff and citizens, has the skills and the help to do their part."""

from typing import Any

from coprod_sim.arithmetic import where
from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

DIAL = Dial(
    label="Performance",
    question="What training and help did citizens and staff get before they needed it?",
    plain="How well everybody is equipped to do their part.",
    anchors=(
        "None.",
        "A briefing.",
        "Training for citizens or for staff.",
        "Training for both, and access is planned and paid for.",
        "Skills are swapped, chairing is shared, help is on call.",
    ),
    source="step 4 of the source; scale: assumption",
)
COST = Cost(staff_hours=240.0, hours_each=12.0, weeks=8.0)


def learn_together(
    knowledge: Any, part: Any, performance: float, openness: float, p: Assumptions
) -> Any:
    """Knowledge after the session: participants close a share of their gap (F14)."""
    gain = p.session_teaches * performance * openness * (1.0 - knowledge)
    return knowledge + where(part, gain, 0.0)


def kept_gap(performance: float, openness: float, p: Assumptions) -> float:
    """The share of a person's knowledge gap that is left after knowing one participant (F15)."""
    return 1.0 - p.participant_teaches * performance * openness


def learn_from_participants(knowledge: Any, left: Any) -> Any:
    """Knowledge after talking with participants; `left` is `kept_gap` multiplied once for each."""
    return 1.0 - (1.0 - knowledge) * left


def moved_plan(draft: Any, wish: Any, realised: Any, performance: float, p: Assumptions) -> Any:
    """The plan after involvement: it moves towards the participants' mean wish by the real influence.

    Without skills half of the wish is lost on the way, because nobody could turn it into a plan.
    """
    blunted = (1.0 - p.skilled_share) * draft + p.skilled_share * wish
    target = performance * wish + (1.0 - performance) * blunted
    step = realised * p.plan_moves
    return (1.0 - step) * draft + step * target
