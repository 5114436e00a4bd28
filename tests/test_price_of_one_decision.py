"""What one decision costs is told alike of one decision, of several, and at the command line."""

import re

import pytest
from centre_case import CENTRE
from test_board_page_in_both import in_the_browser

from coprod_sim.apps.leaders.challenged import challenge_in_words
from coprod_sim.apps.leaders.costs_said import below_in_words
from coprod_sim.apps.leaders.told_of_a_file import told_of
from coprod_sim.board.shown import played
from coprod_sim.cli.text_table import comparison_table

SERIES = CENTRE.but(
    own=CENTRE.own | {"count": 4, "people_affected": 900}, span="series", recommended_way="co_production",
    efforts={"co_production": {"staff_hours": 900.0, "hours_each": 20.0}}, budget=50_000.0,
)  # fmt: skip
PUBLISHED = "less than the £60,000 to £200,000 published for citizens' juries."


@pytest.fixture(scope="module")
def found():
    return played(SERIES)


def test_the_price_of_one_decision_stands_beside_a_published_one_over_several_too(found):
    way = found.engagements[2]
    said = below_in_words(found, SERIES, way)
    assert re.search(r" costs £[\d,]+ to £[\d,]+ for one decision, by what you entered", said)
    assert said.endswith(PUBLISHED)
    assert said in in_the_browser(found, SERIES)["cautions"]
    one = SERIES.but(span="one")
    assert "for one decision" not in below_in_words(played(one), one, way)


def test_the_command_line_sets_it_beside_the_published_one_too(found):
    assert PUBLISHED in told_of(found, SERIES).costs


def test_sums_of_one_decision_say_that_they_are_of_the_last(found):
    said = challenge_in_words(found, SERIES, found.engagements[2])
    assert "not of all 4. Who takes part is counted as in the last of them." in said


def test_a_price_with_a_range_is_no_single_number_in_the_table_of_the_command_line(found):
    text = comparison_table(found, told_of(found, SERIES))
    (cost,) = (line for line in text.splitlines() if line.startswith("Cost a decision"))
    (there,) = (line for line in text.splitlines() if line.startswith("Money there is"))
    assert re.search(r"[\d,]+ to [\d,]+$", cost)
    assert there.split()[-1] == "50,000"
