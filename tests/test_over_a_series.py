"""Over several decisions a page says which numbers are those of one of them."""

import pytest
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.apps.leaders.delay import delays_in_words
from coprod_sim.board.shown import played
from coprod_sim.board.view import View

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


def test_the_page_in_the_browser_says_so_too(found):
    assert in_the_browser(found, SERIES)["delay"] == delays_in_words(found, SERIES)
