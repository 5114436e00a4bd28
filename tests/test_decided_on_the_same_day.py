"""What waiting for a saving, a lost challenge and a missing entry do to the sums, and what is said."""

import re
from datetime import date, timedelta

import pytest
from centre_case import CENTRE, WELL

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.board.shown import played
from coprod_sim.board.view import View

FREE = CENTRE.but(
    ways=("tickbox", "co_production"), besides={}, lefts={}, budget=None, staff_hours=None,
    money={"staff_hour": 20.0, "citizen_hour": 0.0, "challenge": 100_000.0, "weeks_available": 30.0},
    efforts={
        "tickbox": {"staff_hours": 500.0, "weeks": 10.0},
        "co_production": {"staff_hours": 800.0, "weeks": 20.0},
    },
    chance=0.1, left=0.4, saving=520_000.0,
)  # fmt: skip
"""Tickbox consultation takes £10,000 and 10 weeks, co-production £16,000 and 20; each week loses £10,000."""
SAME_DAY = (
    "If a decision falls when your weeks are over, or later only where the work takes longer, nothing is "
    "lost by waiting: then co-production costs £20,000 with the risk counted in, and is cheaper than tickbox "
    "consultation once the chance of a lost challenge is above 10 in 100."
)


def challenged(view: View) -> str:
    found = played(view)
    return challenge_in_words(found, view, found.engagements[-1])


def test_what_is_lost_by_waiting_is_said_to_hang_on_deciding_as_soon_as_the_work_is_done():
    said = delays_in_words(played(FREE), FREE)
    assert (
        "(£100,000 lost). Here each way is taken to be decided as soon as its work is done." in said
    )


def test_ways_that_fit_what_was_entered_are_also_priced_without_the_wait():
    said = challenged(FREE)
    # 16,000, 10 weeks of 10,000, and 40 of 100 of 10,000
    assert "co-production costs £120,000 (£100,000 of it for the wait)." in said
    assert SAME_DAY in said


@pytest.mark.parametrize(
    "given",
    [
        {"money": FREE.money | {"weeks_available": 10.0}},
        {"money": {k: v for k, v in FREE.money.items() if k != "weeks_available"}},
        {"saving": None},
    ],
    ids=["all begin at once", "no weeks are entered", "nothing waits"],
)
def test_nothing_is_said_of_the_same_day_where_it_would_tell_nothing(given: dict):
    assert "weeks are over" not in challenged(FREE.but(**given))


def test_a_way_that_goes_beyond_the_weeks_waits_only_from_there():
    """The sentence was left out, and the first one alone counted all 10 weeks: above 100 in 100."""
    # One week of 10 is lost: 16,000 + 10,000 + 4,000, and (6,000 + 10,000) / 60,000.
    beyond = FREE.but(money=FREE.money | {"weeks_available": 19.0})
    assert (
        "If a decision falls when your weeks are over, or later only where the work takes longer, £10,000 is "
        "lost by waiting: then co-production costs £30,000 with the risk counted in, and is cheaper than "
        "tickbox consultation once the chance of a lost challenge is above 27 in 100."
    ) in challenged(beyond)


def test_where_a_date_was_entered_the_sentence_is_about_that_date():
    day = date.today() + timedelta(weeks=20, days=2)
    view = CENTRE.but(
        ways=("tickbox", WELL), besides={}, lefts={}, budget=None, staff_hours=None, left=0.4,
        chance=None, saving=400_000.0, recommended_way="",
        money={"staff_hour": 38.0, "citizen_hour": 0.0, "challenge": 150_000.0},
        own=CENTRE.own | {"by_when": f"{day.day} {day:%B %Y}"},
        efforts={
            "tickbox": {"staff_hours": 300.0, "weeks": 13.0},
            WELL: {"staff_hours": 300.0 + 9_635 / 38.0, "weeks": 20.3},
        },
    )  # fmt: skip
    # 0.3 weeks of 400,000 / 52 are 2,308; (9,635 + 2,308) / 90,000.
    assert (
        "If a decision falls on your date, or later only where the work takes longer, £2,308 is lost by "
        "waiting: then consultation done well is cheaper than tickbox consultation once the chance of a lost "
        "challenge is above 13 in 100."
    ) in challenged(view)


def test_without_a_chance_the_same_day_has_its_break_even_alone():
    said = challenged(FREE.but(chance=None))
    assert (
        "waiting: then co-production is cheaper than tickbox consultation once the chance" in said
    )


def test_a_way_that_is_quicker_gains_nothing_on_the_same_day():
    quick = FREE.efforts | {"co_production": {"staff_hours": 800.0, "weeks": 5.0}}
    assert "nothing is gained by being quicker: then" in challenged(FREE.but(efforts=quick))


def test_of_a_lost_challenge_only_what_was_entered_is_said_to_be_counted():
    assert challenged(FREE).endswith(
        "A saving lost while the decision is taken again counts only if it is in that cost."
    )
    assert challenged(FREE.but(saving=None)).endswith(
        "Nothing else is counted for a lost challenge."
    )


def test_one_missing_part_takes_only_its_own_sum_away():
    view = CENTRE.but(left=None, lefts={"co_production": 0.3})
    said = challenge_in_words(found := played(view), view, found.engagements[1])
    assert re.search(r"tickbox consultation costs £[\d,]+; co-production [^;]*costs £", said)
    assert (
        "How much of the risk remains with consultation done well is not entered, so no sum with the risk "
        "can be given for it."
    ) in said
    assert "30 in 100." in said
    assert WELL in view.ways


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"left": None, "lefts": {}}, "how much of the risk would remain."),
        ({"money": {}}, "what a lost challenge would cost."),
        (
            {"left": None, "lefts": {}, "money": {}},
            "what a lost challenge would cost, and how much of the risk would remain.",
        ),
    ],
)
def test_what_is_missing_is_named(given: dict, missing: str):
    assert challenged(CENTRE.but(**given)) == f"Not worked out. Nobody has entered {missing}"
