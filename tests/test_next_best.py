"""A page sets its way beside the least dear one that would probably meet a duty, too."""

from dataclasses import replace
from typing import Any

import pytest
from centre_case import CENTRE, LAW, SEVEN, WELL, page
from node_stage import worked_out

from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.apps.leaders.told_of_a_file import told_of
from coprod_sim.board.shown import played
from coprod_sim.report.discovered import when_in_words
from coprod_sim.results.discovery import break_even

NEVER = (
    "On money alone, co-production is never cheaper here than consultation done well, which would probably "
    "meet the duty."
)
BESIDE = (
    "The cheapest way here that would probably meet the duty is consultation done well (beyond your 17 "
    "weeks), but only if how, not whether, is still open. Compared with it, acceptance "
    "with co-production is 1 to 13 in 100 more. "
)


def test_under_the_headline_co_production_is_set_beside_the_consultation_that_would_meet_the_duty():
    text = page(CENTRE)
    assert "7 to 26 more people in 100 accept the decision than with tickbox consultation" in text
    assert BESIDE in text
    assert any(BESIDE in words for _, words in told_of(played(CENTRE), CENTRE).parts)


def test_once_it_is_recommended_the_cheapest_way_that_would_meet_the_duty_is_still_called_so():
    """The page argued with tickbox consultation, which would not meet it, and said so no more."""
    other = CENTRE.but(recommended_way=WELL)
    two = CENTRE.but(ways=("tickbox", WELL), recommended_way=WELL)
    itself = (
        "Consultation done well is the cheapest way here that would probably meet the duty, but only if how, "
        "not whether, is still open."
    )
    for view in (other, two):
        assert itself in page(view)
        assert any(itself in words for _, words in told_of(played(view), view).parts)
    shared = CENTRE.but(ways=("tickbox", "co_production"), recommended_way="co_production")
    said = page(shared)
    assert "Co-production is the cheapest way here that would probably meet the duty." in said
    care = said.split('<section class="care">')[1].split("</section>")[0]
    assert care.count("ickbox consultation would probably not meet it") == 1  # once is enough


def test_on_money_alone_a_board_hears_that_co_production_is_never_cheaper_than_what_meets_the_duty():
    text = page(CENTRE)
    assert "cheaper than tickbox consultation once the chance of a lost challenge is above" in text
    assert NEVER in text


def test_where_no_duty_is_likely_or_the_first_way_would_meet_it_nothing_is_set_beside():
    free = CENTRE.but(gate=SEVEN | dict.fromkeys(LAW, "no"))
    first = CENTRE.but(ways=(WELL, "co_production"))
    for view in (free, first):
        found = played(view)
        more = extras_of(found, view)
        assert not any("cheapest way" in said for said in more.cautions or ())
        assert "which would probably meet the duty" not in more.challenge


def test_consultation_first_and_tickbox_kept_is_still_a_page_about_co_production():
    view = CENTRE.but(ways=(WELL, "tickbox", "co_production"))
    found = played(view)
    told = told_of(found, view)
    assert told.way == "co_production"
    assert told.headline.startswith(
        "Co-production (beyond your 17 weeks, 600 staff hours and £30,000)"
    )
    assert "Tickbox consultation does worse" not in told.headline


@pytest.mark.parametrize(
    ("low", "high", "left", "base_left", "when", "chance"),
    [
        (1_000.0, 3_000.0, 0.5, 1.0, "once", (0.1, 0.3)),
        (12_000.0, 13_000.0, 0.5, 1.0, "never", (1.2, 1.3)),
        (-2_000.0, -1_000.0, 0.5, 1.0, "anyhow", (-0.2, -0.1)),
        (-2_000.0, -1_000.0, 1.0, 1.0, "anyhow", None),
        (-2_000.0, 1_000.0, 1.0, 1.0, "open", None),
        (1_000.0, 1_000.0, 1.0, 1.0, "never", None),
        (1_000.0, 1_000.0, 1.0, 0.5, "never", (-0.1, -0.1)),
        (-2_000.0, -1_000.0, 1.0, 0.5, "below", (0.1, 0.2)),
        (-20_000.0, -10_000.0, 1.0, 0.5, "anyhow", (1.0, 2.0)),
    ],
)
def test_both_languages_say_alike_when_a_way_becomes_the_cheaper_one(
    low: float, high: float, left: float, base_left: float, when: str, chance: Any
):
    """A way that spares nothing is not called never cheaper where it costs less from the start."""
    even = replace(
        break_even(played(CENTRE), "tickbox", WELL, challenge=20_000.0, left=left, base_left=base_left),
        apart=(low, (low + high) / 2, high),
    )  # fmt: skip
    assert even.when == when
    given = {"ends": [low, high], "spared": 20_000.0 * (base_left - left)}
    there = worked_out("../src/parts/meets.ts", "m.meetsOf(given.ends, given.spared)", given)
    assert there["when"] == when
    if chance:
        assert even.ends == pytest.approx(chance)
        assert there["meet"] == pytest.approx(chance)


def test_a_chance_from_0_to_100_is_not_said_but_that_it_cannot_be_told():
    """It said "is cheaper ... once the chance of a lost challenge is above 0 to 100 in 100"."""
    even = break_even(played(CENTRE), "tickbox", WELL, challenge=20_000.0, left=0.5)
    wide, narrow = (replace(even, apart=(low, 4_000.0, 9_600.0)) for low in (200.0, 1_000.0))
    assert when_in_words(wide) == (
        "On money alone, it cannot be told from these findings whether, or from which chance of a lost "
        "challenge, consultation done well is cheaper than tickbox consultation."
    )
    assert "once the chance of a lost challenge is above 10 to 96 in 100" in when_in_words(narrow)


def test_a_way_that_is_cheaper_but_would_not_meet_the_duty_is_said_so_in_the_same_sentence():
    """A sentence that named only the one that would read as if both did."""
    view = CENTRE.but(ways=("told_openly", WELL, "tickbox"), recommended_way="tickbox")
    assert (
        "which would probably meet the duty; tickbox consultation would probably not meet it."
        in page(view)
    )


def test_a_board_hears_where_a_challenge_is_priced_which_ways_would_not_meet_the_duty():
    """Without it a cheap way that is likely to be challenged looks safe."""
    told = dict(told_of(played(CENTRE), CENTRE).parts)["If it is challenged"]
    assert (
        "A duty to ask is likely, and tickbox consultation would probably not meet it: the report is not "
        "open; what people say can change nothing; no account of what became of the answers. So a challenge "
        "to it is likelier to succeed."
    ) in told
    third = CENTRE.but(ways=("tickbox", WELL, "told_openly"), recommended_way="told_openly")
    said = dict(told_of(played(third), third).parts)["If it is challenged"]
    assert "More of the risk may stay with it than you entered." in said


BUT = "but tickbox consultation would probably not meet the likely duty to ask."


def test_no_way_is_said_to_fit_without_that_it_would_probably_not_meet_the_duty():
    """It said "only tickbox consultation fits", and three lines below that it may not be lawful."""
    ten = CENTRE.but(
        money={**CENTRE.money, "weeks_available": 13.0}, gate=SEVEN | LAW | {"time": "unsure"}
    )
    text = page(ten)
    only = "only tickbox consultation fits, but it would probably not meet the likely duty to ask."
    assert f"Of the ways compared {only}" in text
    assert f"By the weeks you entered (13), of the ways compared {only}" in text
    assert any(only in words for _, words in told_of(played(ten), ten).parts)
    assert only in told_of(played(ten), ten).headline
    wide = CENTRE.but(
        money={**CENTRE.money, "weeks_available": 24.0}, staff_hours=None, budget=None
    )
    assert f"these fit: tickbox consultation and consultation done well, {BUT}" in page(wide)
    chosen = page(CENTRE.but(recommended_way="tickbox", recommendation="It is quick."))
    said = (
        "Tickbox consultation, but it would probably not meet the likely duty to ask. It is quick."
    )
    assert said in chosen
    free = page(ten.but(gate=SEVEN | dict.fromkeys(LAW, "no")))
    assert "only tickbox consultation fits." in free
