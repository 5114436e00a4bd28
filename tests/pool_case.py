"""A case of one's own in which all is entered that can be: a council means to close a swimming pool."""

from coprod_sim.board.view import View

YES = (
    "problem",
    "open",
    "used",
    "means",
    "time",
    "enough",
    "answer",
    "loses",
    "promised",
    "listed",
    "groups",
)
POOL = View(
    case="own", ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    gate=dict.fromkeys(YES, "yes") | {"time": "unsure", "elsewhere": "no"}, stakes="high", trust="low",
    own={
        "title": "Closing Northfield pool", "place": "Northfield", "who_decides": "The council's cabinet",
        "what": "Whether to close Northfield swimming pool", "by_when": "9 February 2027",
        "people_affected": 30000, "kind": "closure", "sector": "culture", "zero_sum": "no", "heat": "hot",
        "months": 2.5, "institution": "council", "campaign": "some", "country": "GB",
    },
    money={"weeks_available": 20.0, "staff_hour": 42.0, "citizen_hour": 12.0, "challenge": 100_000.0},
    besides={"ladder_consultation_well_done": {"venue": 2_500.0}},
    efforts={"ladder_consultation_well_done": {"weeks": 9.0, "staff_hours": 600.0}},
    chance=0.2, left=0.4, budget=30_000.0, saving=80_000.0,
    conditions=("awareness_1", "expectations_1", "feedback_1"), prepared_by="A. Chief",
    recommended_way="ladder_consultation_well_done", recommendation="Lawful and in time.",
)  # fmt: skip
"""A swimming pool is to be closed in a hurry; all is entered that can be."""
LONG_NAME = "The best way found that involves people, within 10 weeks and £30,000"
DIALS = ("awareness", "buy_in", "expectations", "performance", "equal_access", "influence")
HURRY = POOL.but(
    ways=("tickbox", "found", "co_production"), found=LONG_NAME, recommended_way="found",
    turned={"found": dict.fromkeys(DIALS, 0.0) | {"feedback": 0.5, "openness": 0.35, "seats": 40.0}},
    gate=POOL.gate | {"time": "yes", "open": "no"}, money={"weeks_available": 10.0},
    besides={}, efforts={}, chance=None, left=None, saving=None,
)  # fmt: skip
"""The same in ten weeks, with a way that a search found; nothing that is said can change anything."""
