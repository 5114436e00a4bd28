"""What stands beside a recommended way names whose it is, fits where any does, and has its break-even."""

import pytest
from centre_case import CENTRE, LAW, SEVEN, page

from coprod_sim.apps.leaders.files_to_save import extras_of, known_of
from coprod_sim.apps.leaders.next_best import even_in_words, next_best
from coprod_sim.board.shown import played
from coprod_sim.results.discovery import break_even

THREE = ("tickbox", "honest_consultation", "co_production")
UNMET = "Compared with honest consultation, which would probably not meet the likely duty to ask, acceptance"
HOUSING = CENTRE.but(
    ways=THREE, saving=None, besides={}, efforts={}, lefts={}, budget=None, staff_hours=None, left=0.6,
    money=CENTRE.money | {"weeks_available": 20.5},
)  # fmt: skip


def test_it_is_named_whose_duty_is_not_met_and_whose_ends_follow():
    """It said "acceptance with co-production is ... more, but it would probably not meet the likely duty"."""
    text = page(HOUSING.but(recommended_way="co_production"))
    assert f"{UNMET} with co-production is " in text
    assert "but it would probably not meet" not in text
    assert " With co-production it ends at " in text


def test_a_recommended_co_production_has_the_chance_above_which_it_is_cheaper_than_honest_consultation():
    """Only tickbox had one, which is lower, so it seemed the cheapest of all above that."""
    view = HOUSING.but(recommended_way="co_production", lefts={"co_production": 0.05})
    found = played(view)
    by_hand = break_even(
        found, "honest_consultation", "co_production", challenge=120_000.0, left=0.05, base_left=0.6
    )
    low, high = (f"{100 * end:.0f}" for end in by_hand.ends)
    chance = low if low == high else f"{low} to {high}"
    assert 0 < float(low) <= float(high) < 100
    said = (
        "On money alone, co-production is cheaper than honest consultation, but only once the chance that "
        f"tickbox consultation is challenged and loses is above {chance} in 100."
    )
    assert said in extras_of(found, view).challenge


def test_beside_a_recommended_first_way_stands_one_that_fits_and_the_one_that_would_meet_the_duty_is_named():
    """The only comparison was with a way that cannot be carried out in the weeks there are."""
    view = HOUSING.but(recommended_way="tickbox")
    found = played(view)
    other = next_best(found, view, found.engagements[0])
    assert other is not None
    assert other.name == "honest_consultation"
    text = page(view)
    assert f"{UNMET} with tickbox consultation is " in text
    assert (
        "The cheapest way here that would probably meet the duty does not fit: co-production (beyond your "
        "20.5 weeks)."
    ) in text
    risks = extras_of(found, view).risks
    assert "does honest consultation gain less than 5" in risks or (
        "honest consultation gains less than 5 in 100 over tickbox consultation" in risks
    )


def test_where_no_other_fits_the_one_that_would_meet_the_duty_stays_beside_the_first():
    view = HOUSING.but(recommended_way="tickbox", money=HOUSING.money | {"weeks_available": 1.0})
    found = played(view)
    other = next_best(found, view, found.engagements[0])
    assert other is not None
    assert other.name in ("honest_consultation", "co_production")


def test_where_no_duty_is_likely_none_is_spoken_of_with_the_break_even_either():
    view = HOUSING.but(gate=SEVEN | dict.fromkeys(LAW, "no"), recommended_way="co_production")
    found = played(view)
    said = even_in_words(found, view, found.engagements[2])
    assert said.startswith("On money alone, co-production is ")
    assert "duty" not in said
    assert even_in_words(found, view, found.engagements[0]) == ""


@pytest.mark.parametrize("way", THREE)
def test_in_how_many_models_is_counted_whichever_way_is_recommended(way: str):
    """It was left out where the first way was recommended."""
    view = HOUSING.but(recommended_way=way)
    found = played(view)
    spoken = next(one for one in found.engagements if one.name == way)
    judged = "honest consultation" if way != "co_production" else "co-production"
    assert (
        f"models that fit the findings, {judged} does not gain enough over "
        in known_of(found, view, spoken)["against"]
    )
