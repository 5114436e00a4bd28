"""Beside the answer stands where a way is mostly worse than the first, and what own figures do not change."""

from typing import Any

import pytest
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View

OPPOSED: dict[str, Any] = {
    "case": "own", "span": "one", "ways": ("tickbox", "co_production"),
    "recommended_way": "co_production",
    "own": {"zero_sum": "yes", "campaign": "strong", "heat": "routine"},
}  # fmt: skip
"""One side loses what the other gains, and many false stories are told."""
ONLY = (
    "What was entered for co-production changes what it costs and how long it takes, not what it achieves "
    "in the model."
)


def both(view: View) -> list[tuple[str, ...]]:
    """Give what has to be said beside the answer on paper and on the page."""
    found = played(view)
    cautions = extras_of(found, view).cautions
    assert cautions is not None
    return [cautions, tuple(in_the_browser(found, view)["cautions"].splitlines())]


def test_that_more_people_lose_and_the_decision_is_worse_stands_beside_no_clear_difference():
    """The headline said "No clear difference", and nothing of losers who went from 31 to 55 in 100."""
    lose = (
        "With co-production, more people lose than with tickbox consultation in 88 of 100 results: on "
        "average 55 in 100, against 31."
    )
    worse = (
        "With co-production, the decision serves people less well than with tickbox consultation in 74 of "
        "100 results."
    )
    for said in both(View(**OPPOSED)):
        assert said.index(lose) + 1 == said.index(worse)


@pytest.mark.parametrize("recommended", ["", "tickbox"])
def test_nothing_is_said_of_the_first_way_itself_or_of_a_way_that_is_mostly_no_worse(recommended):
    view = View(**(OPPOSED | {"own": {}, "recommended_way": recommended}))
    for said in both(view):
        assert not any("more people lose" in one or "less well" in one for one in said)


@pytest.mark.parametrize(
    ("entered", "asked"),
    [
        (
            {"staff_hours": 400.0, "weeks": 14.0},
            "400 staff hours (its dials come to 840) and 14 weeks (its dials come to 30)",
        ),
        ({"staff_hours": 1.0}, "1 staff hour (its dials come to 840)"),
        ({"weeks": 1.0, "hours_each": 0.0},
         "0 hours of each person (its dials come to 13.15) and 1 week (its dials come to 30)"),
        ({"staff_hours": 420.0, "weeks": 15.0, "hours_each": 7.0}, ""),
    ],
)  # fmt: skip
def test_figures_of_ones_own_are_said_to_change_no_result_and_asked_about_below_half(
    entered, asked
):
    """1 staff hour and 1 week left "6 to 27 more" and "fits", and only a 0 was asked about."""
    view = View(case="own", span="one", efforts={"co_production": entered})
    question = (
        f" For co-production: {asked}. Can it really be done with that? It is counted as entered."
    )
    for said in both(view):
        assert ONLY + (question if asked else "") in said


def test_nothing_is_said_of_figures_where_none_were_entered():
    for said in both(View(case="own", span="one")):
        assert not any("not what it achieves" in one for one in said)


def test_a_saving_that_outweighs_all_costs_is_said_in_words_and_not_as_a_negative_cost():
    """It read "co-production costs £-39,100"."""
    view = View(
        case="own", span="one", saving=400_000.0, chance=0.1, left=0.2, money={"challenge": 50_000.0},
        efforts={"tickbox": {"weeks": 12.0}, "co_production": {"weeks": 4.0, "staff_hours": 100.0}},
    )  # fmt: skip
    said = extras_of(played(view), view).challenge
    # 8 weeks of 400,000 a year are 61,538; 100 hours at 35 and a fifth of the risk, 1,000, cost 4,500.
    assert (
        "co-production brings in £57,000 more than it costs, as its saving begins earlier" in said
    )
    assert "£-" not in said
