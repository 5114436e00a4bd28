"""The sums on a page for a board: what they leave out, what they count in, and what may not come at all."""

import re

from centre_case import CENTRE, page

from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.board.shown import played


def test_a_saving_is_not_only_late_but_may_not_come_where_people_really_decide():
    said = delays_in_words(played(CENTRE), CENTRE)
    assert "13 weeks later with co-production (£45,000 lost)" in said
    assert (
        "A decision that people really share may keep what was to be closed or moved: then £180,000 a year "
        "is not saved. How likely that is, this model cannot say."
    ) in said


def test_a_saving_that_begins_equally_late_with_every_way_may_still_not_come():
    efforts = {name: {"weeks": 20.0} for name in CENTRE.ways}
    view = CENTRE.but(efforts=efforts)
    said = delays_in_words(played(view), view)
    assert said.startswith("The saving is taken as sure here")
    assert delays_in_words(played(view), view.but(saving=None)) == ""


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


def test_the_whole_cost_stands_on_the_first_page_beside_the_price():
    first = re.search(r'class="headline">(.*?)</p>', page(CENTRE), re.DOTALL)
    assert first is not None
    price = first[1].index("It takes about 26 weeks and £45,000, not 13 weeks and £8,9")
    whole = (
        "With the wait for the saving and your chance of 10 in 100 of a lost challenge counted in, one "
        "decision costs £9"
    )
    assert first[1].index(whole) > price


def test_of_the_whole_cost_only_what_was_entered_is_said():
    waits = extras_of(played(CENTRE), CENTRE.but(chance=None)).whole_cost
    risk = extras_of(played(CENTRE), CENTRE.but(saving=None)).whole_cost
    assert waits.startswith(
        "With the wait for the saving counted in, one decision costs £90,000, not £8,9"
    )
    assert risk.startswith(
        "With your chance of 10 in 100 of a lost challenge counted in, one decision costs £"
    )
    assert extras_of(played(CENTRE), CENTRE.but(saving=None, chance=None)).whole_cost == ""
