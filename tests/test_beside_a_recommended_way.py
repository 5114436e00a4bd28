"""What stands beside a recommended way names whose it is, fits where any does, and has its break-even."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pandas as pd
import pytest
from centre_case import CENTRE, LAW, SEVEN, WELL, page
from node_stage import worked_out

from coprod_sim.apps.leaders.files_to_save import extras_of, known_of
from coprod_sim.apps.leaders.in_models import in_models_in_words
from coprod_sim.apps.leaders.next_best import even_in_words, next_best
from coprod_sim.board.shown import played
from coprod_sim.charts.words import chances_between
from coprod_sim.cli import text_table
from coprod_sim.report import sentences
from coprod_sim.report.discovered import when_in_words
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


@pytest.mark.parametrize(
    ("low", "high", "entered", "written"),
    [
        (17.6, 17.6, 18.0, "17.6"),
        (17.6, 17.6, 10.0, "18"),
        (17.6, 17.6, None, "18"),
        (18.4, 18.4, 18.0, "18.4"),
        (17.6, 18.4, 18.0, "17.6 to 18.4"),
        (45.1, 45.6, 18.0, "45 to 46"),
        (45.1, 45.6, 46.0, "45.1 to 45.6"),
        (100 * 0.29, 29.0, 29.0, "29"),
        (1.2, 3.4, 2.0, "1.2 to 3.4"),
    ],
)
def test_no_rounded_chance_belies_the_one_that_was_entered(
    low: float, high: float, entered: float | None, written: str
):
    """At 18 in 100 a way was the cheaper one, and the next line said "once above 18 in 100"."""
    assert chances_between(low, high, entered) == written
    given = {"at": [low, high, entered]}
    there = worked_out(
        "../src/figures.ts",
        "m.chancesBetween({ say: (_, { low, high }) => `${low} to ${high}` }, ...given.at)",
        given,
    )
    assert there == written


def test_the_sentence_at_the_entered_chance_has_the_decimal():
    even = break_even(played(CENTRE), "tickbox", WELL, challenge=20_000.0, left=0.5)
    near = replace(even, apart=(1_760.0, 1_760.0, 1_760.0))
    assert "is above 17.6 in 100" in when_in_words(near, entered=0.18)
    assert "is above 18 in 100" in when_in_words(near, entered=0.3)


def test_the_way_spoken_of_has_its_break_even_first_and_the_one_beside_it_next():
    """On the first sheet of paper it was cut off, and that of another way stayed."""
    said = extras_of(played(CENTRE), CENTRE).challenge
    own, beside, other = (
        said.index(f"On money alone, {words}")
        for words in (
            "co-production (beyond your 17 weeks, 600 staff hours and £30,000) is ",
            "co-production is never cheaper here than consultation done well",
            "consultation done well (beyond your 17 weeks) is ",
        )
    )
    assert own < beside < other


def test_the_command_writes_a_difference_as_the_page_does():
    """It printed "+12 (+0 to +14)" where the page has "0.3 less to 14 more"."""
    measured = {"mean": [0.12, 0.05], "low": [-0.003, 0.0107], "high": [0.143, 0.0897]}
    index = pd.MultiIndex.from_product([("a", "b"), (1,), ("all",), ("acceptance",)])
    result = SimpleNamespace(
        differences=pd.DataFrame(measured, index=index),
        scenario=SimpleNamespace(decisions=SimpleNamespace(count=1)),
    )
    written = [text_table._difference(cast(Any, result), way, "acceptance") for way in ("a", "b")]
    assert written == ["+12 (-0.3 to +14)", "+5 (+1 to +9)"]


def test_what_counts_as_unclear_is_said_with_the_count():
    """A range of +0.3 to +13 counts, too: who counted those that take in zero found one fewer."""
    said = sentences.how_sure(played(CENTRE))
    assert ", or come nearer to it than 0.5." in said


def test_where_a_duty_is_likely_telling_without_asking_is_said_not_to_meet_it():
    """It said that nothing is gained over telling people without asking, and not that it may not be done."""
    said = (
        "over telling people openly without asking (which would probably not meet the duty to ask)"
    )
    view = HOUSING.but(recommended_way="co_production")
    assert said in in_models_in_words(played(view), view)
    free = view.but(gate=SEVEN | dict.fromkeys(LAW, "no"))
    assert said not in in_models_in_words(played(free), free)
