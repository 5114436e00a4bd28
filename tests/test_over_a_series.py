"""Over several decisions a page says which numbers are those of one of them."""

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.apps.leaders.costs_said import dates_in_words
from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.apps.leaders.files_to_save import extras_of, made
from coprod_sim.board import stored
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.briefing.entered_limits import late_in_words

SERIES = View(
    case="west_dulwich", span="series", ways=("tickbox", "co_production"),
    money={"challenge": 100_000.0}, chance=0.2, left=0.0, saving=420_000.0,
)  # fmt: skip
RISK = (
    "The risk of a lost challenge, the wait for the saving and the sums with it are those of one decision, "
    "not of all 6."
)
WAIT = "This is the loss or gain of one decision, not of all 6."


@pytest.fixture(scope="module")
def found():
    return played(SERIES)


def test_risk_and_wait_are_said_to_be_those_of_one_decision(found):
    assert RISK in challenge_in_words(found, SERIES, found.engagements[1])
    assert WAIT in delays_in_words(found, SERIES)
    one = SERIES.but(span="one")
    assert "not of all" not in challenge_in_words(found, one, found.engagements[1])
    assert "not of all" not in delays_in_words(found, one)


def by_a_day(**more: Any) -> View:
    """Give four decisions of one's own, one every 4 months, the last of them in 43 weeks."""
    day = date.today() + timedelta(weeks=43, days=3)
    own = {"count": 4, "months": 4, "by_when": f"{day.day} {day:%B %Y}"}
    usual = {"case": "own", "own": own, "span": "series", "ways": ("tickbox", "co_production")}
    return View(**(usual | more))


@pytest.mark.parametrize("span", ["series", "one"])
def test_the_weeks_until_a_day_entered_for_a_series_are_shared_out_among_its_decisions(span):
    """43 weeks stood there "for each decision", and all ways fitted, though the four share them."""
    view = by_a_day(span=span)
    found = played(view)
    there = in_the_browser(found, view)
    said = "Until your date there are 43 weeks for 4 decisions, one after another: 10 for each."
    late = f"{said} These take longer than that: tickbox consultation (13) and co-production (30)."
    assert late in late_in_words(found, limits_of(view))
    assert "None of these ways fits into your 10 weeks." in there["headline"]
    assert stored.headline(view, found) == there["headline"]
    cautions = extras_of(found, view).cautions
    assert cautions is not None
    assert tuple(there["cautions"].splitlines()) == cautions
    assert (
        "4 months from the first word in public to the decision are about 17 weeks, but until your date "
        "there are 10 for each of 4 decisions." in cautions
    )
    assert "10 for each decision, from your date" in unescape(made("html", view).data.decode())


def test_weeks_entered_for_a_decision_of_a_series_are_set_against_its_part_of_the_weeks():
    fits, other = (by_a_day(money={"weeks_available": weeks}) for weeks in (10.0, 30.0))
    assert dates_in_words(fits) == ""
    said = dates_in_words(other)
    assert (
        "there are 43 whole weeks from today, which is 10 for each of 4 decisions, but 30" in said
    )
    assert said in in_the_browser(played(other), other)["cautions"]


def test_the_page_in_the_browser_says_so_too(found):
    assert in_the_browser(found, SERIES)["delay"] == delays_in_words(found, SERIES)
