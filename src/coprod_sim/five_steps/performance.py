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
        "No training and no help.",
        "A briefing.",
        "Training for citizens or for staff.",
        "Training for both, and access is planned and paid for.",
        "People teach each other, take turns in the chair, and get help whenever they need it.",
    ),
    source="step 4 of the source; scale: assumption",
)
COST = Cost(staff_hours=240.0, hours_each=12.0, weeks=8.0)


def learn_together(
    knowledge: Any, part: Any, performance: float, openness: float, p: Assumptions
) -> Any:
    """Knowledge after the session: participants close a share of their gap (F14); nobody else does."""
    gain = p.session_teaches * performance * openness * (1.0 - knowledge)
    return knowledge + where(part, gain, 0.0)


def room_step(realised: Any, room: Any, p: Assumptions) -> Any:
    """How far the plan moves: by the influence that lands, less where only a few take part."""
    return realised * p.plan_moves * room / (room + p.room_floor)


def room_wish(ideal: Any, luck: Any, knowledge: Any, p: Assumptions) -> Any:
    """Where a room wants the plan: what suits its people, missed by an error that knowledge shrinks.

    `ideal` and `knowledge` are means over the participants; `luck` is one standard normal draw for all.
    """
    return ideal + p.error_spread * luck * (1.0 - knowledge)


def moved_plan(draft: Any, wish: Any, step: Any) -> Any:
    """The plan after involvement: it goes a step of the way from the draft to the room's wish."""
    return (1.0 - step) * draft + step * wish


def workmanship(step: Any, performance: float, openness: float, p: Assumptions) -> Any:
    """What involvement adds to a plan for everybody, or takes from it: local knowledge against time lost."""
    equipped = performance * openness
    return step * (p.valence_gain * equipped - p.valence_loss * (1.0 - equipped))


def captured(step: Any, unlike: Any, p: Assumptions) -> Any:
    """What a room unlike the town moves onto those outside it."""
    return step * p.capture * unlike
