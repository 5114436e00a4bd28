"""What somebody enters about what ways take stands in place of what the kit assumes, everywhere."""

from typing import Any

import numpy as np
import pytest

from coprod_sim.board.cases import figures_of
from coprod_sim.board.view import View, file_of, from_file, from_link, link_of
from coprod_sim.charts.costs import spending
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.report.sentences import what_it_costs
from coprod_sim.results import compare
from coprod_sim.results.discovery import break_even
from coprod_sim.results.own_figures import OwnFigures
from coprod_sim.scenarios import load_scenario

CASE = load_scenario("west_dulwich").first_decision()
CASE = CASE.but({"money.staff_hour": 40.0, "money.citizen_hour": 10.0})
WAYS = ("tickbox", "co_production")
OPEN, PANEL = (load_engagement(name) for name in WAYS)


def played(own: OwnFigures) -> Any:
    return compare(CASE, WAYS, runs=16, draws=4, own=own)


def test_hours_and_weeks_that_were_entered_stand_in_place_of_those_of_the_dials():
    own = OwnFigures(efforts={"co_production": {"staff_hours": 300.0, "weeks": 6.0}})
    found = played(own)
    assert (found.efforts["co_production"].staff_hours, found.efforts["co_production"].weeks) == (
        300.0,
        6.0,
    )
    assert found.efforts["co_production"].hours_each == own.effort(PANEL).hours_each > 10
    assert found.money("co_production", 0) == 12_000.0
    said = what_it_costs(found)
    assert "co-production takes 300 staff hours and 6 weeks" in said
    assert "All the ways compared here fit into that time." in said


def test_only_those_with_a_seat_are_paid_where_somebody_says_so():
    everybody, seated = played(OwnFigures()), played(OwnFigures(seats_only=True))
    assert everybody.efforts["tickbox"][:2] == (319.0, 2.2)
    assert everybody.money("tickbox", 200) == 319 * 40 + 200 * 2.2 * 10
    assert seated.money("tickbox", 200) == 319 * 40
    assert everybody.money("co_production", 30) == seated.money("co_production", 30)
    assert "for everybody who takes part" in what_it_costs(everybody)
    assert "In a way without seats nobody is paid." in what_it_costs(seated)


@pytest.mark.parametrize(
    ("people", "way", "share", "count"),
    [
        (None, OPEN, 0.3, 300), (48_000.0, OPEN, 0.3, 14_400), (40.0, OPEN, 0.3, 12),
        (None, PANEL, 0.02, 20), (48_000.0, PANEL, 0.02, 40), (40.0, PANEL, 0.02, 20),
        (12.0, PANEL, 0.02, 12),
    ],
)  # fmt: skip
def test_those_who_answer_grow_with_the_people_affected_and_seats_do_not(people, way, share, count):
    assert OwnFigures(people=people).taking_part(way, share, 1000) == pytest.approx(count)


def test_for_how_many_people_the_sums_are_is_said_beside_them():
    small, large = played(OwnFigures()), played(OwnFigures(people=48_000.0))
    for name, times in (("tickbox", 48.0), ("co_production", None)):
        hours = [float(spending(one)["people"].loc[name, "mean"]) for one in (small, large)]
        if times:
            assert hours[1] == pytest.approx(times * hours[0])
        else:
            assert hours[1] <= PANEL.seats * large.efforts[name].hours_each
    assert "are for the made-up town of 1,000 people" in what_it_costs(small)
    assert "are for your 48,000 people" in what_it_costs(large)


def test_two_ways_are_set_against_each_other_run_by_run():
    """The dearest run of one was set against the cheapest of the other, though both meet the same town."""
    even = break_even(played(OwnFigures()), *WAYS, challenge=100_000.0, left=0.5)
    low, mean, high = even.apart
    assert mean == pytest.approx(even.other[1] - even.base[1], abs=100.0), "as both are written"
    assert even.other[0] - even.base[2] < low < mean < high < even.other[2] - even.base[0]
    assert even.ends == pytest.approx((low / 50_000, high / 50_000))


def test_how_much_dearer_a_way_is_comes_from_the_same_runs():
    found = played(OwnFigures())
    even = break_even(found, *WAYS, challenge=100_000.0)
    runs = found.frame.query("group == 'all' and draw == 0").set_index("engagement")["took_part"]
    each = [
        40.0 * found.efforts[name].staff_hours
        + 10.0 * found.efforts[name].hours_each * 1000 * runs.loc[name].to_numpy()
        for name in WAYS
    ]
    assert even.apart[1] == pytest.approx(float(np.mean(each[1] - each[0])))


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (OwnFigures(efforts={"co_production": {"weks": 3.0}}), "did you mean 'weeks'?"),
        (OwnFigures(efforts={"co_production": {"weeks": 600.0}}), "must be between 0 and 520"),
        (OwnFigures(efforts={"tickbx": {"weeks": 6.0}}), "did you mean 'tickbox'?"),
        (OwnFigures(besides=3), "besides must have amounts by the name of the way, but is 3"),  # pyright: ignore[reportArgumentType]
        (OwnFigures(besides={"tickbox": -1.0}), "must be between 0 and inf, but is -1"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(own, said):
    with pytest.raises(InputError) as problem:
        played(own)
    assert said in str(problem.value)


def test_what_was_entered_comes_back_from_a_file_and_from_an_address():
    view = View(
        case="own", own={"people_affected": 48_000}, besides={"co_production": {"venue": 4000.0}},
        efforts={"co_production": {"weeks": 9.0}, "ladder_co_design": {"weeks": 3.0}}, pays="all",
        lefts={"co_production": 0.2},
    )  # fmt: skip
    assert from_file(file_of(view), "ours.coprod.json") == from_link(link_of(view)) == view
    assert figures_of(view, view.ways) == OwnFigures(
        besides={"co_production": 4000.0}, efforts={"co_production": {"weeks": 9.0}}, people=48_000
    )
    assert figures_of(View(case="west_dulwich"), WAYS) == OwnFigures(seats_only=True)
