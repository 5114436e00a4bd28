"""Weeks that nobody entered follow from the day or the months that somebody did enter."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from centre_case import CENTRE, WELL, page
from node_stage import worked_out
from pool_case import HURRY
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.costs_said import (
    counted_in_words,
    dates_in_words,
    months_in_words,
)
from coprod_sim.apps.leaders.told_of_a_file import told_of
from coprod_sim.board.dated import weeks_until
from coprod_sim.board.shown import limits_of, played
from coprod_sim.board.view import View
from coprod_sim.board.written_days import written_day
from coprod_sim.briefing.entered_limits import beyond, late_in_words
from coprod_sim.report.sentences import what_it_costs
from coprod_sim.results.amounts import rounded_down

WRITTEN = {
    "31 March 2027": 17, "by 31st March, 2027": 17, "31 Mar. 2027": 17, "2027-03-31": 17,
    "31/03/2027": 17, "31.3.2027": 17, "1 December 2026": 0, "30 November 2026": None,
    "31 March 2026": None, "31 February 2027": None, "spring 2027": None, "": None, "4 Smarch 2027": None,
    "16/02/2027": 11, "16/2/27": 11, "Tues 16 Feb 2027": 11, "16th of February 2027": 11,
    "February 16, 2027": 11, "in eleven weeks": 11, "Cabinet, in eleven weeks": 11, "in 8 weeks": 8,
    "8 weeks": 8, "within the next 8 weeks": 8, "Cabinet, twelve weeks from now": 12, "in 50 days": 7,
    "in three months": 12, "in a month": 4, "in 8 weeks' time": 8, "16 February": 11, "14 July": 32,
    "Feb. 16th": 11, "February 16": 11, "30 November": None, "29 November": 52, "29 February": 65,
    "31 February": None, "February 2027": 9, "by February 2027": 9, "early February 2027": 9,
    "mid-February 2027": 10, "middle of February 2027": 10, "late February 2027": 11,
    "the end of February 2027": 12, "late February": 11, "February": 9, "Cabinet in February": 9,
    "November": None, "October": 43, "by may": 21, "We may decide": None, "February or March": None,
    "February 27": None, "in twenty-one weeks": None, "8 to 10 weeks from now": None,
    "within 6 weeks of the decision": None, "in 1.5 weeks": None, "after the election": None,
}  # fmt: skip
"""What may be written, and the weeks until then from 30 November 2026."""


def without_weeks(**own: Any) -> View:
    """Give the centre with no weeks entered, and with other answers about the case."""
    money = {k: v for k, v in CENTRE.money.items() if k != "weeks_available"}
    return CENTRE.but(money=money, own=CENTRE.own | own)


@pytest.mark.parametrize("written", WRITTEN)
def test_both_languages_count_the_weeks_until_a_day_alike(written: str):
    assert weeks_until(written, date(2026, 11, 30)) == WRITTEN[written]
    there = worked_out(
        "../src/parts/dated.ts", "m.weeksUntil(given, new Date(2026, 10, 30))", written
    )
    assert there == WRITTEN[written]


def test_a_day_that_was_entered_is_a_limit_and_is_said_to_be_where_the_weeks_come_from():
    day = date.today() + timedelta(weeks=17, days=2)
    view = without_weeks(by_when=f"{day.day} {day:%B %Y}")
    text = page(view)
    assert "Co-production (beyond your 17 weeks, 600 staff hours and £30,000)" in text
    assert "17, from your date" in text


def test_months_in_public_are_set_against_the_weeks_of_every_way_but_are_no_limit():
    """Getting ready comes before the first word in public, and nobody said how long it may take."""
    view = without_weeks()
    found = played(view)
    said = months_in_words(found, view)
    assert said == (
        "No weeks were entered. Your 4 months from the first word in public to the decision are about 17 "
        "weeks; getting ready may take as long again. Getting ready included, these take more than 17 weeks: "
        "consultation done well (21) and co-production (26)."
    )
    # Two months are 9 weeks; 2.1 times as many, and so getting ready as long again, are 18.
    short = view.but(own=view.own | {"months": 2})
    assert months_in_words(found, short).endswith(
        "Getting ready included, this takes more than 9 weeks: tickbox consultation (13). Even with as long "
        "again that is too short for consultation done well (21) and co-production (26)."
    )
    told = told_of(found, view)
    assert told.headline.startswith("Consultation done well: 2 to 16 more people in 100 accept")
    cost = what_it_costs(found, told)
    assert any(said in words for _, words in told.parts)
    assert "Nobody entered" not in cost


@pytest.mark.parametrize(
    ("entered", "said"),
    [(10.0, ""), (10.5, ""), (11.0, "11 weeks were"), (1.0, "1 week was"), (40.0, "40 weeks were")],
)
def test_weeks_that_are_not_those_until_the_day_are_said_to_be_so(entered: float, said: str):
    """The page read 10 weeks from its date, took 11 without a word, and said that a way fits into them."""
    day = date.today() + timedelta(weeks=10, days=4)
    written = f"{day.day} {day:%B %Y}"
    view = CENTRE.but(
        own=CENTRE.own | {"by_when": written}, money=CENTRE.money | {"weeks_available": entered}
    )
    expected = said and (
        f'Until "{written}" there are 10 whole weeks from today, but {said} entered. What counts here is '
        f"what was entered: {entered:g}."
    )
    assert dates_in_words(view) == expected
    found = played(view)
    in_both = [in_the_browser(found, view)["cautions"], page(view)]
    assert all((expected or "whole week") in text for text in in_both) is bool(said)
    assert dates_in_words(view.but(own=CENTRE.own)) == ""
    assert dates_in_words(view.but(case="west_dulwich")) == ""


def test_what_is_no_date_is_not_called_nothing():
    own = {"by_when": "spring 2027", "months": None}
    view = without_weeks(**own)
    found = played(view)
    told = told_of(found, view)
    cost = what_it_costs(found, told)
    undated = 'How many weeks there are until "spring 2027", nobody entered.'
    assert any(undated in words for _, words in told.parts)
    assert "Nobody entered how many weeks" not in cost


def test_a_way_takes_the_same_weeks_wherever_a_page_gives_them():
    """Consultation done well takes 20.3 weeks: it was 20 in the table and 21 beside a limit."""
    for weeks in (17.0, 24.0):
        view = CENTRE.but(money=CENTRE.money | {"weeks_available": weeks}, recommended_way=WELL)
        text = page(view)
        assert "It takes about 21 weeks and" in text
        assert re.search(r"<th[^>]*>Weeks a decision</th><td>13</td><td>21</td><td>26</td>", text)
        assert not re.search(r"\b20(\.3)? weeks|\(20\)", text)
    quick = page(HURRY)
    assert "9.9 weeks" in quick
    assert "9.8" not in quick


def test_weeks_are_judged_as_they_are_shown():
    """Consultation done well takes 20.3 weeks, shown as 21, and was said to fit into 20.5."""
    view = CENTRE.but(money=CENTRE.money | {"weeks_available": 20.5})
    found = played(view)
    over = beyond(found, limits_of(view))
    assert [(one.takes, one.there) for one in over[WELL] if one.limit == "weeks"] == [
        ("21", "20.5")
    ]
    assert "consultation done well (21)" in late_in_words(found, limits_of(view))


def test_weeks_that_were_entered_are_shown_and_judged_as_they_are():
    view = CENTRE.but(
        money=CENTRE.money | {"weeks_available": 20.5}, efforts={WELL: {"weeks": 20.5}}
    )
    found = played(view)
    assert found.weeks == {"tickbox": 13.0, WELL: 20.5, "co_production": 30.0}
    assert "consultation done well" not in late_in_words(found, limits_of(view))


def test_the_board_shows_and_judges_the_same_weeks():
    cost = {"weeks": 20.3, "staffHours": 554, "hoursEach": 5.2}
    given = [cost, {"efforts": {WELL: {"weeks": 20.5}}}]
    asked = f"[{{}}, given[1]].map((view) => m.withOwn(given[0], view, '{WELL}').weeks)"
    assert worked_out("../src/view.ts", asked, given) == [21, 20.5]


def test_a_search_takes_no_way_whose_weeks_are_shown_beyond_the_limit():
    assert [rounded_down(there) for there in (20.5, 21.0, 9.87, 105.0)] == [20, 21, 9.8, 100]
    there = worked_out("../src/numerals.ts", "given.map(m.weeksWithin)", [20.5, 21.0, 9.87, 105.0])
    assert there == [20, 21, 9.8, 100]


def test_both_languages_mean_the_same_day_by_what_is_written():
    """The words "in eleven weeks" were printed as the date, and counted as none at all."""
    today = date(2026, 11, 30)
    asked = (
        "given.map((one) => m.writtenDay(one, new Date(2026, 10, 30))).map((one) => "
        "one && [new Date(one.day).toISOString().slice(0, 10), one.plain, one.fixed, one.earliest])"
    )
    there = worked_out("../src/parts/written_day.ts", asked, list(WRITTEN))
    found = [written_day(written, today) for written in WRITTEN]
    mine = [one and [one.day.isoformat(), one.plain, one.fixed, one.earliest] for one in found]
    assert there == mine
    told = dict(zip(WRITTEN, mine, strict=True))
    assert told["in three months"] == ["2027-02-28", False, False, False]
    assert told["mid-February 2027"] == ["2027-02-11", False, True, True]
    assert told["the end of February 2027"] == ["2027-02-28", False, True, False]


def test_the_page_says_which_day_is_counted_where_the_words_are_no_whole_date():
    view = without_weeks(by_when="Cabinet, in eleven weeks")
    day = (date.today() + timedelta(weeks=11)).strftime("%d %B %Y").lstrip("0")
    said = f'"Cabinet, in eleven weeks" is counted here as {day}.'
    found = played(view)
    for text in (page(view), in_the_browser(found, view)["cautions"]):
        assert said in text
        assert "No weeks were entered" not in text
    assert counted_in_words(view.but(own=view.own | {"by_when": "31 March 2099"})) == ""
    month = view.but(own=view.own | {"by_when": "March 2099"})
    assert counted_in_words(month) == (
        '"March 2099" is counted here as 1 March 2099, the earliest day it can mean.'
    )
    assert counted_in_words(month.but(money=month.money | {"weeks_available": 9.0})) == ""
