"""The sums on a page for a board: what they leave out, what they count in, and what may not come at all."""

import re

import pytest
from centre_case import CENTRE, WELL, page
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.costs_said import below_in_words
from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.apps.leaders.next_best import beside_in_words
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.briefing import briefing_of, html_briefing
from coprod_sim.briefing.content import headline_in_full
from coprod_sim.briefing.entered_limits import beyond
from coprod_sim.charts.costs import money_of, staff_of
from coprod_sim.report.discovered import when_in_words
from coprod_sim.results.discovery import break_even
from coprod_sim.results.own_figures import entered_of, is_exact


def test_a_saving_is_not_only_late_but_may_not_come_where_people_really_decide():
    said = delays_in_words(played(CENTRE), CENTRE)
    assert "13.4 weeks later with co-production (£46,400 lost)" in said
    assert (
        "A decision that people really share may keep what was to be closed or moved: then £180,000 a year "
        "is not saved. How likely that is, this model cannot say."
    ) in said


def test_a_saving_that_begins_equally_late_with_every_way_may_still_not_come():
    efforts = {name: {"weeks": 20.0} for name in CENTRE.ways}
    view = CENTRE.but(efforts=efforts)
    said = delays_in_words(played(view), view)
    assert said.startswith("Here we take it that the saving comes. A decision that people")
    assert delays_in_words(played(view), view.but(saving=None)) == ""


@pytest.mark.parametrize(
    ("well", "together", "loss", "comes"),
    [
        (20.0, 26.0, "This loss is not in the table", "comes, only later."),
        (9.0, 10.0, "This gain is not in the table", "comes. A decision"),
        (9.0, 26.0, "These gains and losses are not in the table", "comes, at another time."),
    ],
)
def test_a_saving_that_begins_earlier_is_no_loss_and_comes_no_later(
    well: float, together: float, loss: str, comes: str
):
    efforts = {
        "tickbox": {"weeks": 13.0},
        WELL: {"weeks": well},
        "co_production": {"weeks": together},
    }
    view = CENTRE.but(efforts=efforts)
    said = delays_in_words(played(view), view)
    assert loss in said
    assert comes in said


def test_a_way_that_takes_its_people_less_than_a_day_is_set_beside_an_open_consultation():
    view = CENTRE.but(
        besides={"co_production": {"venue": 9_000.0}}, recommended_way="co_production"
    )
    short = view.but(efforts={"co_production": {"staff_hours": 20.0, "hours_each": 1.0}})
    found = played(short)
    (way,) = (one for one in found.engagements if one.name == "co_production")
    assert "is less than the £20,000 or so published for one ordinary open consultation." in (
        below_in_words(found, short, way)
    )
    long = view.but(efforts={"co_production": {"staff_hours": 20.0, "hours_each": 7.0}})
    assert "£60,000 to £200,000 published for citizens' juries" in below_in_words(
        played(long), long, way
    )
    for one in (short, long):
        there = in_the_browser(played(one), one)["cautions"]
        assert below_in_words(played(one), one, way) in there


def test_what_the_wait_for_a_saving_costs_is_left_out_of_one_table_and_said_to_be_in_the_other():
    text = page(CENTRE)
    assert (
        "is not in the table of what it takes; the sums with the risk of a lost challenge count it in"
        in text
    )
    assert (
        "with the risk and the wait for the saving counted in, tickbox consultation costs" in text
    )
    free = CENTRE.but(saving=None)
    assert "the wait for the saving" not in page(free)


def headline_of(text: str) -> str:
    found = re.search(r'class="headline">(.*?)</p>', text, re.DOTALL)
    assert found is not None
    return found[1]


def test_no_headline_has_a_sum_that_rests_on_a_chance_and_on_what_a_lost_challenge_costs():
    """It said "one decision costs £13,100, not £41,200"; the premises stood on the next sheet."""
    head = headline_of(page(CENTRE))
    assert "It takes about 26 weeks and £45,000, not 13 weeks and £8,9" in head
    assert "challenge" not in head
    assert "wait for the saving" not in head
    assert "£93,600" not in head


def test_a_sum_with_the_risk_counted_in_says_which_ways_do_not_fit():
    view = CENTRE.but(money=CENTRE.money | {"weeks_available": 12.0}, besides={}, budget=None)
    view = view.but(staff_hours=None, efforts={WELL: {"weeks": 9.0}})
    said = extras_of(played(view), view).challenge
    at = said[said.index("At your chance of 10 in 100") :]
    assert "tickbox consultation (beyond your 12 weeks) costs £" in at
    assert "; consultation done well costs £" in at
    assert "and co-production (beyond your 12 weeks) costs £" in at


KNOWN = CENTRE.but(
    money=CENTRE.money | {"staff_hour": 28.0, "citizen_hour": 0.0},
    besides={"co_production": {"venue": 3_104.0}},
    efforts={
        "tickbox": {"staff_hours": 550.0, "weeks": 13.0},
        "co_production": {"staff_hours": 1_234.0, "weeks": 26.0},
    },
)
"""Hours, weeks and prices of two ways are entered, and nobody's own time is paid."""


def test_what_follows_from_entered_numbers_is_shown_to_the_pound():
    found = played(KNOWN)
    assert (staff_of(found, "tickbox"), money_of(found, "tickbox")) == ("550", "£15,400")
    # 1,234 hours at £28, and £3,104 besides.
    assert (staff_of(found, "co_production"), money_of(found, "co_production")) == (
        "1,234",
        "£37,656",
    )
    assert money_of(found, "co_production", 6) == "£225,936"


@pytest.mark.parametrize(
    "given",
    [
        {"money": {"citizen_hour": 0.0, "challenge": 1.0}},
        {"efforts": {"co_production": {"weeks": 26.0}}},
        {"money": KNOWN.money | {"citizen_hour": 12.5}},
    ],
    ids=["a price is assumed", "hours are assumed", "people are paid"],
)
def test_what_rests_on_an_assumption_is_shown_to_three_figures(given: dict):
    found = played(KNOWN.but(**given))
    assert not is_exact(found, "co_production")
    for amount in re.findall(r"[\d,]+", money_of(found, "co_production")):
        assert re.fullmatch(r"\d\d,\d00", amount)


def test_price_wait_and_risk_add_up_to_the_whole_as_they_are_shown():
    found = played(KNOWN)
    whole = extras_of(found, KNOWN).challenge
    # 13 of 52 weeks of £180,000; and 10 in 100 of £120,000, of which 30 in 100 stay, or all of it.
    assert 37_656 + 45_000 + 3_600 == 86_256
    assert 15_400 + 12_000 == 27_400
    assert "costs £27,400; " in whole
    assert "costs £86,256 (£45,000 of it for the wait). " in whole
    assert "(£45,000 lost)" in delays_in_words(found, KNOWN)


def test_a_total_with_an_estimate_in_it_is_worked_out_from_unrounded_parts_and_has_their_three_figures():
    """Parts were rounded before they were added, and the total was then shown to £10."""
    view = KNOWN.but(efforts={"co_production": {"weeks": 20.0}}, saving=100_000.0)
    found = played(view)
    # 840 hours at £28 and £3,104 besides; 7.4 of 52 weeks of £100,000 are £14,230.77; and £3,600.
    assert money_of(found, "co_production") == "£26,600"
    assert "7.4 weeks later with co-production (£14,200 lost)" in delays_in_words(found, view)
    # £44,454.77 in all; the parts as they are shown would come to £44,400.
    assert "£44,500 (£14,200 of it for the wait). " in extras_of(found, view).challenge


def test_only_a_price_of_which_all_was_entered_is_said_to_be_what_was_entered():
    """£23,520 of the sum is the kit's own 840 hours, and the sentence called it entered."""
    view = KNOWN.but(efforts={}, span="one")
    found, way = played(view), played(view).engagements[2]
    assert [entered_of(found, one) for one in ("tickbox", "co_production")] == ["none", "some"]
    assert below_in_words(found, view, way).startswith(
        "Co-production costs £26,600, by what you entered and by hours that are assumed."
    )
    whole = KNOWN.but(span="one")
    assert below_in_words(played(whole), whole, way).startswith(
        "With what you entered, co-production costs £37,656."
    )


def test_one_price_is_written_alike_beside_a_limit_and_elsewhere():
    """It was rounded up beside a limit, so that £26,624 was £26,700 there and £26,600 below."""
    view = KNOWN.but(efforts={}, span="one", budget=20_000.0)
    found = played(view)
    over = beyond(found, limits_of(view))["co_production"]
    assert [one.takes for one in over if one.limit == "money"] == ["£26,600"]
    near = view.but(budget=26_610.0)
    over = beyond(played(near), limits_of(near))["co_production"]
    assert [one.takes for one in over if one.limit == "money"] == ["just over £26,600"]


def test_the_page_for_a_board_has_hours_and_money_as_they_were_entered():
    found = played(KNOWN)
    text = html_briefing(briefing_of(found, extras_of(found, KNOWN)))
    assert {"£15,400", "£37,656", "1,234"} <= set(re.findall(r"£?[\d,]*\d", text))


def test_a_way_that_is_cheaper_only_where_a_lost_challenge_is_certain_is_never_cheaper():
    view = KNOWN.but(lefts={}, left=0.3, saving=None)
    # It is £22,256 dearer, and a lost challenge that comes to £31,800 spares £22,260.
    even = break_even(played(view), "tickbox", "co_production", challenge=31_800.0, left=0.3)
    assert even.when == "once"
    assert when_in_words(even) == (
        "On money alone, co-production is never cheaper than tickbox consultation here."
    )
    dear = break_even(played(view), "tickbox", "co_production", challenge=63_600.0, left=0.3)
    assert "is above 50 in 100" in when_in_words(dear)


def test_entered_hours_stand_as_they_are_where_they_are_too_many():
    said = page(KNOWN)
    assert (
        "it takes 1,234 staff hours (you have 600) and it costs £37,656 (you have £30,000)" in said
    )


def test_sums_beside_a_headline_say_that_the_wait_for_a_saving_is_not_in_them():
    """The red box read "£87,800, against £21,100", and further down £134,000 stood against £60,700."""
    view = View(
        case="own", span="one", saving=100_000.0, recommended_way="co_production",
        ways=("tickbox", "ladder_consultation_well_done", "co_production"),
    )  # fmt: skip
    without = ", without what waiting for the saving costs."
    for one, often in ((view, 1), (view.but(saving=None), 0)):
        found = played(one)
        beside = beside_in_words(found, one, found.engagements[2])
        assert beside.count(without) == often
        assert in_the_browser(found, one)["beside"] == beside
        assert headline_in_full(found, extras_of(found, one)).count(without) == often
    as_long = {way: {"weeks": 20.0} for way in view.ways}
    found = played(view.but(efforts=as_long))
    assert without not in beside_in_words(found, view, found.engagements[2])
