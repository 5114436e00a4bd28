"""Views in which something has to be said beside the answer, and the sentences that have to be said."""

from typing import Any

from pool_case import HURRY, POOL

from coprod_sim.board.sought import about
from coprod_sim.board.view import View
from coprod_sim.charts.words import MINUS

SIGNED: dict[str, Any] = {
    "conditions": ("awareness_1", "expectations_1", "feedback_1"),
    "prepared_by": "A. Chief",
}
MISLED = (
    "With honest consultation, more people say yes to what does not serve them than with tickbox "
    "consultation."
)
FOUND = {
    "title": HURRY.found, "limits": "10 weeks and £30,000", "weeks": 10.0, "budget": 30_000.0,
    "staff_hours": None, "about": about(HURRY),
}  # fmt: skip
CASES: dict[str, tuple[View, tuple[str, ...]]] = {
    "a plan that is bad for everyone": (
        View(case="bad_for_everyone", recommended_way="honest_consultation", **SIGNED),
        ("With honest consultation, the decision leaves people worse off on average.", MISLED),
    ),
    "one side loses what the other gains": (
        POOL.but(
            own=POOL.own | {"zero_sum": "yes"},
            recommended_way="tickbox",
            efforts={"co_production": {"hours_each": 0.0}},
            money=POOL.money | {"weeks_available": 16.0},
        ),
        (
            "A duty to ask is likely, and tickbox consultation would probably not meet it.",
            "With consultation done well, people can choose details: too little for a duty to ask if it is "
            "still open whether to do it at all.",
            "3 numbers of the model are set outside the range we think plausible, and used all the same: "
            "where the plan that best suits less-heard people lies on the line of plans, "
            f"{MINUS}1 (plausible: {MINUS}0.7 to 0); where the plan that best suits well-connected people "
            "lies on the line of plans, 1 (plausible: 0 to 0.3); how much people in one group differ in "
            "what suits them, 0.2 (plausible: 0.3 to 0.6).",
            "You have 16 weeks. These take longer than that: consultation done well (21) and "
            "co-production (30).",
            "For co-production: 0 hours of each person (its dials come to 13.15). Can it really be done with "
            "that? It is counted as entered.",
        ),
    ),
    "a found way, sought for other limits": (
        HURRY.but(
            sought=FOUND, money={"weeks_available": 4.0}, besides={"found": {"venue": 900.0}}
        ),
        (
            "The way you recommend does not fit: it takes 9.9 weeks (you have 4).",
            "The way found was sought for 10 weeks and £30,000, which is not what is entered now.",
            "2.5 months from the first word in public to the decision are about 11 weeks, "
            "but 4 weeks were entered for it.",
        ),
    ),
    "a found way in the place of co-production": (
        HURRY.but(
            ways=("tickbox", "honest_consultation", "found"),
            gate=HURRY.gate | {"open": "yes"},
            budget=20_000.0,
        ),
        (
            "Co-production is not among the ways compared here.",
            "The way found does not decide it together, as co-production would. Co-production was looked at "
            "and does not fit: it takes 30 weeks (you have 10) and it costs £29,400 (you have £20,000). With "
            "the way found, compared with co-production: of those who lose, between 14 in 100 less and 3 in "
            "100 more accept the decision;",
        ),
    ),
    "a case of the library with too few weeks": (
        View(
            case="west_dulwich",
            money={"weeks_available": 16.0},
            assumptions={"ready_base": -1.0},
            **SIGNED,
        ),
        (
            "You have 16 weeks. These take longer than that: honest consultation (18) and "
            "co-production (30).",
            "One number of the model is set outside the range we think plausible, and used all the same: "
            f"how ready people are to take part when nothing else counts, {MINUS}1 (plausible: {MINUS}4.8 "
            f"to {MINUS}3.8).",
        ),
    ),
}
"""Each with some of the cautions that hold, typed in."""
