"""Step 1, awareness: share the thinking behind the decision, with everybody it touches."""

from typing import Any

from coprod_sim.arithmetic import clip, where
from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps.cost import Cost
from coprod_sim.quantities import Dial

DIAL = Dial(
    label="Awareness",
    question="Who can see why this decision is needed, and what has already been considered?",
    plain="How widely the reasons, the options and the unknowns reach the people concerned.",
    anchors=(
        "The decision is announced.",
        "Reasons are given afterwards.",
        "Reasons and options are published before the decision.",
        "Costs, limits and unknowns too, in plain words, and on paper.",
        "People helped to frame the problem and check the text.",
    ),
    source="step 1 of the source; scale: assumption",
)
COST = Cost(staff_hours=120.0, weeks=3.0)


def told(luck: Any, reach: Any) -> Any:
    """Who is told: a person hears of the decision if their luck falls below the reach of the notice.

    `reach` is the awareness dial; for less-heard people, times equal access.
    """
    return luck < reach


def hears(patience: Any, exposure: Any) -> Any:
    """Who hears by word of mouth: when contacts have mentioned it often enough.

    `exposure` adds up aware contacts over the rounds; `patience` is the number of mentions a person
    needs, drawn once so that each mention by itself works with the chance `word_of_mouth`.
    """
    return exposure >= patience


def learn_openly(knowledge: Any, aware: Any, openness: float, p: Assumptions) -> Any:
    """Knowledge after open information: the aware close part of their gap."""
    return knowledge + where(aware, p.openness_teaches * openness * (1.0 - knowledge), 0.0)


def read_with_trust(hearsay: Any, aware: Any, trust: Any, openness: float, p: Assumptions) -> Any:
    """Hearsay after open information: the trusting take it as good news, the sceptical as bad news (N15)."""
    return clip(hearsay + where(aware, p.slant * openness * (trust - 0.5), 0.0), -1.0, 1.0)
