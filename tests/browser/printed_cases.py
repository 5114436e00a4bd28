"""Cases of a leader's own that bring much, or much that is wide, to the printed page for a board."""

from site_stage import POOL

TREES = POOL.but(
    own={"title": "Trees for Mill Lane", "people_affected": 120.0, "kind": "road", "heat": "disputed",
         "months": 2.0, "by_when": "in 8 weeks"},
    gate={}, stakes="", trust="", budget=3_000.0, chance=None, left=None, money={}, conditions=(),
    recommended_way="ladder_consultation_well_done", recommendation="", prepared_by="",
)  # fmt: skip
"""A small case with few weeks and little money: its table of what it takes was cut off at the edge."""
THEATRE = POOL.but(
    own={"title": "Closing the theatre in Northfield", "kind": "closure", "sector": "culture",
         "people_affected": 46_000.0, "zero_sum": "no", "draft": "badly", "heat": "hot", "months": 3.0,
         "institution": "council", "campaign": "some", "by_when": "Cabinet, 16 February 2027"},
    gate=dict(zip(
        ("problem", "open", "used", "means", "time", "enough", "answer",
         "loses", "promised", "listed", "groups", "elsewhere"),
        ("yes", "yes", "yes", "unsure", "unsure", "yes", "yes", "yes", "yes", "unsure", "yes", "no"),
        strict=True,
    )),
    stakes="high", trust="low", budget=35_000.0, saving=210_000.0, left=0.3, chance=0.25,
    money={"challenge": 90_000.0}, recommended_way="ladder_consultation_well_done",
    conditions=("buy_in_1", "feedback_1", "expectations_1"),
    recommendation="It is the most that we can do well before the cabinet meets.",
)  # fmt: skip
"""A closing of which much has to be said: the sheet that is signed does not hold all of it."""
WIDE = TREES.but(
    own=TREES.own | {"title": "Trees for Mill Lane, " * 4 + "and what becomes of the old ones", "count": 6,
                     "people_affected": 90_000_000.0, "by_when": "16 February 2029"},
    span="series", ways=("tickbox", "honest_consultation", "co_production"), recommended_way="",
    pays="all", budget=900_000_000.0, staff_hours=250_000.0,
    money={"citizen_hour": 900.0, "staff_hour": 900.0},
    efforts={"co_production": {"staff_hours": 99_000.0, "weeks": 51.5, "hours_each": 999.0},
             "tickbox": {"staff_hours": 98_000.0}},
    besides={"co_production": {"venue": 900_000_000.0}},
)  # fmt: skip
"""The widest table: ranges of thousands of millions, marks at them, weeks from a day, for a series."""
