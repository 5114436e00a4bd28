"""Where the answers to "Should we ask?" do not point to a way, a headline about it begins by saying so."""

import pytest
from centre_case import CENTRE, LAW, SEVEN, WELL, page

from coprod_sim.apps.leaders.files_to_save import extras_of
from coprod_sim.apps.leaders.told_of_a_file import told_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.engagement import engagement_names
from coprod_sim.gate import ADVISED, NOT_NOW, Outcome

FREE = dict.fromkeys(LAW, "no")
CLOSED = CENTRE.but(gate=SEVEN | FREE | {"open": "no"})
"""Nothing can change any more, and no duty to ask is seen."""
SMALL = CENTRE.but(gate=SEVEN | FREE, stakes="small", trust="middle")
"""Little is at stake, and people trust at least somewhat."""
LEADS = {
    "closed": (
        CLOSED,
        'The answers to "Should we ask?" do not point to co-production. They say: inform honestly, and do '
        "not ask. Co-production (beyond your",
        "Telling people openly without asking is not among the ways compared here.",
    ),
    "small": (
        SMALL,
        'The answers to "Should we ask?" do not point to co-production. They say: a consultation done well '
        "is enough. Co-production (beyond your",
        "",
    ),
}


@pytest.mark.parametrize("name", LEADS)
def test_a_headline_about_co_production_begins_with_the_advice_against_it(name: str):
    view, begins, offer = LEADS[name]
    told = told_of(played(view), view)
    assert told.headline.startswith(begins)
    assert told.headline.count("do not point to") == 1
    said = " ".join(words for _, words in told.parts)
    assert (offer in said) if offer else ("is not among" not in said)
    assert begins in page(view)


@pytest.mark.parametrize(
    "view",
    [CENTRE, SMALL.but(recommended_way=WELL), CENTRE.but(gate=SEVEN | LAW | {"time": "no"})],
    ids=["decide together", "the way advised", "first find the means"],
)
def test_a_headline_about_the_way_advised_or_to_be_made_ready_for_begins_with_its_answer(
    view: View,
):
    assert not extras_of(played(view), view).lead


def test_every_way_that_answers_point_to_is_in_the_library():
    assert set(ADVISED.values()) <= set(engagement_names())
    assert Outcome.CO_PRODUCE not in NOT_NOW
