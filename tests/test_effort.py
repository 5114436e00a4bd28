"""What an engagement takes is the sum over its dials that docs/odd.md, section 7.16, gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.engagement import load_engagement
from coprod_sim.engagement.costs import COSTS, ONLY_IF_ASKED
from coprod_sim.results.effort import COST_MEASURES, Effort, effort_of
from coprod_sim.scenarios import load_scenario

# Staff hours, hours of each participant, weeks; and whether it costs only where people are asked
EACH = {
    "awareness": (120, 0, 3, False),
    "buy_in": (80, 1, 4, True),
    "expectations": (40, 0, 2, True),
    "performance": (240, 12, 8, True),
    "feedback": (120, 0.5, 3, False),
    "openness": (60, 0, 1, False),
    "equal_access": (80, 0.5, 2, True),
    "influence": (100, 2, 4, True),
}
ASKING = (160, 0.5, 8)
DIALS = st.fixed_dictionaries({name: st.floats(0, 1) for name in EACH})
ODD_ONES = dict(zip(EACH, (0.1, 0.22, 0.35, 0.41, 0.57, 0.63, 0.78, 0.94), strict=True))


@given(dials=DIALS, asked=st.booleans())
@example(dials=ODD_ONES, asked=True)
@example(dials=ODD_ONES, asked=False)
def test_half_a_dial_costs_half_and_asking_costs_only_where_people_are_asked(dials, asked):
    engagement = load_engagement("tickbox").model_copy(update=dials | {"asked": asked})
    counted = [name for name, (*_, if_asked) in EACH.items() if asked or not if_asked]
    expected = [
        sum(dials[name] * EACH[name][k] for name in counted) + (ASKING[k] if asked else 0)
        for k in range(3)
    ]
    assert tuple(effort_of(engagement)) == pytest.approx(expected)


def test_seats_cost_nothing_by_themselves():
    few = load_engagement("tickbox").model_copy(update={"seats": 30.0})
    assert effort_of(few) == effort_of(load_engagement("tickbox"))


def test_every_dial_that_costs_is_listed_with_whether_it_needs_asking():
    assert list(COSTS) == list(EACH)
    assert set(ONLY_IF_ASKED) == {name for name, row in EACH.items() if row[3]}


@pytest.mark.parametrize(("participants", "money"), [(0, 3500.0), (1, 3530.0), (80, 5900.0)])
def test_money_is_staff_hours_and_the_hours_of_all_who_take_part_at_their_rates(
    participants, money
):
    case = load_scenario("reference")
    case = case.but({"money.staff_hour": 35.0, "money.citizen_hour": 15.0})
    assert Effort(100.0, 2.0, 9.0).money(case, participants) == pytest.approx(money)


@pytest.mark.parametrize(
    ("name", "label", "unit", "high"),
    [
        ("staff_hours", "Staff hours", "hours a decision", 1_000_000),
        ("hours_each", "Hours of each participant", "hours a decision", 1000),
        ("weeks", "Weeks", "weeks a decision", 520),
    ],
)
def test_what_an_engagement_takes_is_better_the_less_it_is(name, label, unit, high):
    measure = COST_MEASURES[name]
    assert (measure.label, measure.unit, measure.better) == (label, unit, "low")
    assert (measure.low, measure.high) == (0, high)
    assert list(COST_MEASURES) == list(Effort._fields) == ["staff_hours", "hours_each", "weeks"]
