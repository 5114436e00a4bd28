"""A count is over the same models as the range beside it: recomputed from raw runs, apart from the kit."""

from typing import Any

import pandas as pd
import pytest

from coprod_sim.apps.leaders.gate_said import gate_facts, verdict_in_words
from coprod_sim.apps.leaders.risks import risks_in_words
from coprod_sim.board import stored
from coprod_sim.board.answer import answer_of
from coprod_sim.board.shown import played
from coprod_sim.board.view import View
from coprod_sim.briefing import Extras, briefing_of
from coprod_sim.charts.counted import enough_of, usual_above, usual_in_words
from coprod_sim.gate import QUESTIONS
from coprod_sim.report.sentences import headline, how_sure
from coprod_sim.results import Comparison, compare

TWO = ["tickbox", "co_production"]
ASK: dict[str, Any] = {"gate": dict.fromkeys(QUESTIONS, "yes"), "stakes": "high", "trust": "low"}


def raw_gains(found: Comparison, decision: int, measure: str = "acceptance") -> pd.Series:
    """Give what co-production gains over tickbox in every run, from the table of runs [points]."""
    rows = found.frame[(found.frame["group"] == "all") & (found.frame["decision"] == decision)]
    ways = [rows[rows["engagement"] == way].set_index(["draw", "run"])[measure] for way in TWO]
    return 100.0 * (ways[1] - ways[0])


def others(gains: pd.Series) -> pd.Series:
    """Give the runs of the plausible models alone."""
    return gains[gains.index.get_level_values("draw") > 0]


@pytest.fixture(scope="module")
def dulwich() -> Comparison:
    return compare("west_dulwich", TWO)


def test_the_board_reads_28_of_100_and_not_21_where_28_plausible_results_gain_too_little():
    view = View(case="west_dulwich", ways=tuple(TWO), span="one")
    found = played(view)
    gains = raw_gains(found, 1)
    assert round(100 * (others(gains) < 5).mean()) == 28
    assert round(100 * (gains < 5).mean()) == 21  # what it was with the usual model counted along
    said = risks_in_words(found, view, found.engagements[1], [], None)
    assert "In 28 of 100 made-up results, co-production gains less than 5 in 100" in said
    assert enough_of(found, "co_production", "acceptance") == (others(gains) >= 5).mean()


def test_a_page_without_the_model_has_the_same_counts(dulwich: Comparison):
    kept = answer_of(dulwich)
    for decision in range(6):
        enough = (others(raw_gains(dulwich, decision + 1)) >= 5).mean()
        assert kept["ahead"][decision * 21] == enough  # acceptance comes first of 21 measures
    losers = (others(raw_gains(dulwich, 6, "losers")) <= -5).mean()
    place = 5 * 21 + list(dulwich.frame.columns[7:]).index("losers")
    assert kept["ahead"][place] == losers  # fewer is better


def test_the_usual_model_gains_more_than_29_of_32_plausible_models_and_that_is_said(
    dulwich: Comparison,
):
    gains = raw_gains(dulwich, 6)
    models = others(gains).groupby("draw").mean()
    usual = gains[0].mean()
    assert ((models < usual).sum(), len(models)) == (29, 32)
    assert usual_above(dulwich, "co_production", "acceptance") == 29 / 32
    said = "near the top of what is plausible: 91 in 100 plausible models gain less."
    whole = usual_in_words(dulwich, "co_production", "acceptance")
    assert whole == f"The usual assumptions lie {said}"
    assert said in how_sure(dulwich)  # the command line and the page of a comparison
    assert said in briefing_of(dulwich, Extras()).reading
    view = View(case="west_dulwich", ways=tuple(TWO))
    assert said in stored.stored(view, dulwich, 6)


def test_over_luck_alone_no_model_is_set_beside_the_usual_one():
    found = compare("west_dulwich", TWO, runs=8, over="luck")
    assert usual_in_words(found, "co_production", "acceptance") == ""
    assert usual_in_words(found, "tickbox", "acceptance") == ""
    assert enough_of(found, "co_production", "acceptance") == (raw_gains(found, 6) >= 5).mean()


def test_where_two_in_three_plausible_results_lose_it_mostly_does_worse_and_the_gate_is_overruled():
    view = View(case="zero_sum_closure", ways=tuple(TWO), span="one", **ASK)
    found = played(view)
    gains = others(raw_gains(found, 1))
    assert round(100 * (gains < 0).mean()) == 66
    assert raw_gains(found, 1)[0].mean() > 0  # the usual model says the opposite
    assert stored.headline(view, found).startswith(
        "Co-production mostly does worse, but this is not"
    )
    facts = gate_facts(found, view, found.engagements[1])
    overruled = "But in this model co-production mostly does worse here than tickbox consultation"
    assert overruled in verdict_in_words(found, view, found.engagements[1])
    assert overruled in facts["gate"]


def test_nowhere_is_a_way_called_better_of_which_most_results_gain_too_little():
    view = View(case="bad_for_everyone", ways=tuple(TWO), span="series", **ASK)
    found = played(view)
    few = others(raw_gains(found, found.scenario.decisions.count))
    assert round(100 * (few < 5).mean()) == 62
    few = "In 62 of 100 results it gains less than 5 in 100, or loses."
    said = "Co-production mostly gains less here than is worth having: "
    assert stored.headline(view, found).startswith(said)
    assert headline(found).startswith(
        "Co-production mostly gains less over Tickbox consultation than"
    )
    for paper in (stored.headline(view, found), headline(found)):
        assert few in paper
        assert "better" not in paper
    facts = gate_facts(found, view, found.engagements[1])
    assert "co-production mostly does little or no better here than tickbox" in facts["gate"]
