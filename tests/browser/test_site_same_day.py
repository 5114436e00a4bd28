"""The board page in the browser says what waiting, a lost challenge and a missing entry do to the sums."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.board.shown import played
from coprod_sim.board.view import link_of

sys.path.append(str(Path(__file__).parents[1]))
from centre_case import CENTRE, WELL

FITS = CENTRE.but(money=CENTRE.money | {"weeks_available": 30.0}, recommended_way="co_production")
SINCE = "If a decision falls when your weeks are over"


@pytest.fixture
def sheet_of(page_of, stick: str):
    def opened(view):
        page = page_of(f"{stick}/leaders.html#view={link_of(view.but(part='take'))}")
        sheet = page.get_by_role("article")
        expect(sheet).to_contain_text("On money alone", timeout=60_000)
        return sheet

    return opened


@pytest.mark.parametrize("weeks", [30.0, 20.0])
def test_the_sum_without_the_wait_is_the_same_in_both(sheet_of, weeks: float) -> None:
    view = FITS.but(money=FITS.money | {"weeks_available": weeks})
    found = played(view)
    said = challenge_in_words(found, view, found.engagements[2])
    same_day = [f"{SINCE}{one.split('. ')[0]}" for one in said.split(SINCE)[1:]]
    assert len(same_day) == 2
    sheet = sheet_of(view)
    for one in same_day:
        expect(sheet).to_contain_text(one)
    expect(sheet).to_contain_text("A saving lost while the decision is taken again counts only if")


def test_one_missing_part_takes_only_its_own_sum_away_in_both(sheet_of) -> None:
    view = CENTRE.but(left=None, lefts={"co_production": 0.3})
    sheet = sheet_of(view)
    expect(sheet).to_contain_text(
        "How much of the risk remains with consultation done well is not entered, so no sum with the risk "
        "can be given for it."
    )
    expect(sheet).to_contain_text("At your chance of 10 in 100")
    assert WELL in view.ways


def test_the_help_says_what_a_week_of_a_lost_challenge_loses(page_of, stick: str) -> None:
    view = CENTRE.but(part="what", saving=520_000.0, money={"weeks_available": 30.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    expect(part).to_contain_text(
        "Include what is lost while the decision is taken again: of the saving you entered, £10,000 for "
        "each week.",
        timeout=60_000,
    )
    expect(part.get_by_role("status").last).to_have_text(
        "Enter what a lost challenge would cost. Then the answer appears here."
    )


def test_what_there_is_for_several_decisions_stands_beside_what_all_of_them_take(sheet_of) -> None:
    view = CENTRE.but(
        own=CENTRE.own | {"count": 4}, span="series", budget=50_000.0, staff_hours=600.0
    )
    row = sheet_of(view).get_by_role("row", name="Available")
    expect(row).to_contain_text("£200,000 (£50,000 each decision)")
    expect(row).to_contain_text("2,400 (600 each decision)")
