"""One decision can be asked everything that a series can, and no text speaks of a last one."""

import re

import numpy as np
import pytest

from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.board.declarations import declarations
from coprod_sim.briefing import briefing_of, html_briefing
from coprod_sim.charts import of_a_comparison, over_time
from coprod_sim.charts.words import after, duration, pace
from coprod_sim.cli.text_table import comparison_table
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.learning.readouts import Readout, value
from coprod_sim.learning.runs import Run
from coprod_sim.learning.runs import play as play_run
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.measures import NO_SIZE
from coprod_sim.report import sentences
from coprod_sim.report.page import html_page
from coprod_sim.results import Comparison, Variant, compare
from coprod_sim.results.attribution import channel_shares, step_shares
from coprod_sim.results.discovery import goal_seek, play_outcomes, trust_repair
from coprod_sim.results.experiments import Experiment
from coprod_sim.results.simulations import run
from coprod_sim.results.streaming import stream
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.scenarios.scenario import Decisions
from coprod_sim.words import words_in

ONE = {"decisions.count": 1.0}
WAYS = ["tickbox", "co_production"]
SERIES = re.compile(
    r"last decision|after decision|1 decisions|decisions like this one are|over the decisions|"
    r"one after the other",
    re.I,
)
"""What would be said of several decisions only."""


@pytest.fixture(scope="module")
def one() -> Comparison:
    return compare(load_scenario("west_dulwich").but(ONE), WAYS, runs=8, draws=2, split=True)


def test_the_first_decision_of_a_series_is_that_of_a_single_one(one):
    series = compare("west_dulwich", WAYS, runs=8, draws=0).frame
    first = series[series["decision"] == 1].reset_index(drop=True)
    alone = one.frame[(one.frame["draw"] == 0) & one.frame["group"].isin(first["group"].unique())]
    for name in ("acceptance", "trust", "quality"):
        assert np.array_equal(alone[name], first[name])


@pytest.mark.parametrize("name", list(of_a_comparison()))
def test_every_chart_draws_one_decision_and_names_no_other(one, name):
    chart = of_a_comparison()[name].draw(one)
    assert len(chart.table) > 0
    assert SERIES.findall(f"{chart.title} {chart.finding} {chart.svg}") == []


def test_one_decision_is_a_point_without_a_line(one):
    series = over_time.draw(compare("west_dulwich", WAYS, runs=8, draws=0)).svg
    alone = over_time.draw(one).svg
    assert series.count("<path") > alone.count("<path")
    assert "stroke-linejoin" in series
    assert "stroke-linejoin" not in alone
    assert "After the decision (1 year)" in alone
    assert "Decision (1 year each)" in series


def test_the_page_to_hand_over_speaks_of_one_decision(one):
    case = one.scenario
    pair = [load_engagement(name) for name in WAYS]
    steps, channels = (f(case, *pair, runs=8) for f in (step_shares, channel_shares))
    page = html_page(one, steps, channels)
    assert SERIES.findall(page) == []
    assert "One decision like this one is played. It takes 1 year." in page
    assert "results after the decision" in page


def test_the_briefing_and_the_terminal_speak_of_one_decision(one):
    for text in (html_briefing(briefing_of(one)), comparison_table(one)):
        assert SERIES.findall(text) == []
        assert re.search("after the decision", text, re.I)
    assert (
        SERIES.findall(sentences.headline(compare(one.scenario, ["tickbox"], runs=8, draws=0)))
        == []
    )


def test_the_leaders_page_is_told_what_a_measure_is_and_what_to_keep_in_mind(one):
    quality = next(m for m in declarations([one.scenario])["measures"] if m["name"] == "quality")
    assert quality["caveat"] == NO_SIZE
    assert "At 100 it suits everybody exactly." in quality["points"]


def test_resilience_and_first_trust_need_no_second_decision(one):
    assert (one.resilience["mean"].abs() < 1.0).all()
    assert one.start_trust.shape == (8, 3)
    assert np.isfinite(one.start_trust).all()


def test_a_stream_an_experiment_and_mesa_take_one_decision():
    case = load_scenario("reference").but(ONE)
    streamed = stream(case, WAYS, runs=8, draws=2)
    assert set(streamed.ranges.index.get_level_values("decision")) == {1}
    asked = Experiment(
        engagements=WAYS, settings=ONE, compare_with="tickbox", show=("value", "difference"), runs=8
    )
    frame = run(asked)
    assert set(frame["decision"]) == {1}
    assert set(frame["what"]) == {"value", "difference"}
    town = CivicModel(case, "tickbox", citizens=60)
    town.run_for(9)
    assert len(town.datacollector.get_model_vars_dataframe()) == 1
    assert "Of 1 decisions" not in " ".join(town.story(k) for k in range(60))


def test_what_matters_the_cheapest_way_and_mending_trust_take_one_decision():
    case = load_scenario("reference").but({**ONE, "people.citizens": 60})
    pair = load_engagement("tickbox"), load_engagement("co_production")
    found = play_outcomes(case, *pair, points=16, runs=8)
    assert np.isfinite(found.gains("acceptance")).all()
    assert goal_seek(case, *pair, target=0.05, runs=8).reached
    assert len(trust_repair(case, *pair, most_bad=1, decisions=3, runs=8).table) == 1


def test_lessons_and_exercises_show_one_decision():
    played = play_run(Run(engagements=("tickbox", "co_production"), settings=ONE, runs=8), 3)
    read = Readout(rule="difference", of="co_production", against="tickbox")
    assert np.isfinite(value(read, played))
    shown = str(result_html(read, played, words_in("en")))
    assert SERIES.findall(shown) == []


def test_what_does_not_fit_into_one_decision_is_said_in_words():
    series = Variant(name="series", engagement="co_production", before=("tickbox",))
    with pytest.raises(InputError, match=r"takes one decision, so .*; give none before"):
        compare(load_scenario("reference").but(ONE), [series], runs=8, draws=0)
    with pytest.raises(
        InputError, match=r"campaign\.decision is \d, but there is only one decision"
    ):
        load_scenario("misinformation_vote").but(ONE)


def test_every_case_of_the_library_can_be_one_decision():
    for name in scenario_names():
        case = load_scenario(name)
        alone = case.but({**ONE, "campaign": None} if case.campaign else ONE)
        assert compare(alone, ["tickbox"], runs=1, draws=0).frame["decision"].tolist() == [1] * 3


@pytest.mark.parametrize(
    ("months", "said"),
    [(0.5, "0.5 months"), (1, "1 month"), (6, "6 months"), (12, "1 year"), (18, "18 months"),
     (24, "2 years"), (30, "2.5 years"), (720, "60 years")],
)  # fmt: skip
def test_a_length_is_told_in_months_and_when_it_is_long_in_years(months, said):
    assert duration(months) == said


def test_when_something_is_measured_is_said_in_words():
    six, alone = Decisions(count=6, months=6.0), Decisions(count=1, months=18.0)
    assert (after(six), after(six, 2), after(alone)) == (
        "after decision 6", "after decision 2", "after the decision",
    )  # fmt: skip
    assert pace(six) == "one every 6 months, 3 years in all"
    assert pace(Decisions(count=3, months=12.0)) == "one every year, 3 years in all"
