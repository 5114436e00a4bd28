"""A case of one's own with every sum entered: a council means to close a leisure centre."""

from html import unescape

from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.briefing import briefing_of, html_briefing

LAW = {"loses": "yes", "promised": "no", "listed": "no", "groups": "yes", "elsewhere": "no"}
SEVEN = dict.fromkeys(("problem", "open", "used", "means", "time", "enough", "answer"), "yes")
WELL = "ladder_consultation_well_done"
CENTRE = View(
    case="own", ways=("tickbox", WELL, "co_production"), gate=SEVEN | LAW, stakes="high", trust="low",
    own={
        "title": "Riverside Leisure Centre closure", "people_affected": 12_000, "zero_sum": "no",
        "heat": "hot", "institution": "council", "draft": "badly", "months": 4, "share_less_heard": 35,
        "homophily": 60,
    },
    money={"staff_hour": 28.0, "citizen_hour": 12.0, "challenge": 120_000.0, "weeks_available": 17.0},
    besides={
        "co_production": {
            "venue": 1_200.0, "recruitment": 4_500.0, "facilitation": 3_000.0, "members": 1_500.0,
        },
    },
    efforts={"co_production": {"staff_hours": 900.0, "hours_each": 20.0, "weeks": 26.0}},
    chance=0.1, left=0.3, lefts={WELL: 0.5}, budget=30_000.0, staff_hours=600.0, saving=180_000.0,
)  # fmt: skip
"""A leisure centre is to be closed; a duty to ask is likely, and tickbox consultation would not meet it."""


def page(view: View) -> str:
    """Give the page for a board that Python makes of a view, but for what is counted over other models."""
    found = played(view)
    return unescape(html_briefing(briefing_of(found, extras_of(found, view))))
