"""Step 5, feedback: everyone learns where it stands, what changed because of them, what did not and why."""

from typing import Any

from coprod_sim.arithmetic import minimum, where
from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

DIAL = Dial(
    label="Feedback",
    question="Where is each idea now, what was refused, and who knows why?",
    plain="How fully people learn the situation, the aims, the barriers and the likely outcome.",
    anchors=(
        "Nobody hears what came of it.",
        "A notice of the result.",
        'A list of "You said, we did" that shows only the successes.',
        "Every idea is traced, refusals are explained, on fixed dates.",
        "Feedback goes in both directions: people hear what is in the way and how likely success is, and "
        "the body changes how it works.",
    ),
    source="step 5 of the source; scale: assumption",
)
COST = Cost(staff_hours=120.0, hours_each=0.5, weeks=3.0)


def reached(luck: Any, part: Any, to_participants: float, to_others: Any) -> Any:
    """Who gets the feedback: participants with one chance, everybody else with another."""
    return luck < where(part, to_participants, to_others)


def learn_from_feedback(knowledge: Any, got_it: Any, openness: float, p: Assumptions) -> Any:
    """Knowledge after feedback: those reached close part of their gap."""
    return knowledge + where(got_it, p.feedback_teaches * openness * (1.0 - knowledge), 0.0)


def seen_influence(got_it: Any, realised: Any, trust: Any, p: Assumptions) -> Any:
    """The influence a person believes the public had.

    Those reached see what was real; the others believe in it as far as their trust allows.
    """
    return where(got_it, realised, minimum(realised, p.influence_believed * trust))
