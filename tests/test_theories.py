"""In how many models each way wins is counted rightly, and what decides it is found where it was put."""

from dataclasses import replace

import ipywidgets
import numpy as np
import pandas as pd
import pytest

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.explorer.explorer_state import Explorer
from coprod_sim.apps.explorer.parts import rigged
from coprod_sim.apps.explorer.parts.take import FINDINGS
from coprod_sim.apps.explorer.view import View
from coprod_sim.apps.frame import Desk
from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.report.beliefs import (
    against_in_words,
    ahead_in_words,
    beliefs_in_words,
    believed_in_words,
)
from coprod_sim.report.sentences import how_sure
from coprod_sim.results import Comparison, compare
from coprod_sim.results.discovery.theories import (
    ALL_FOUR,
    WON,
    Theories,
    against,
    ahead,
    beliefs,
    corner,
    theories_of,
    winners,
)
from coprod_sim.results.uncertainty import FREE, plausible


class Empty:
    """Stands for a job whose work the test does itself."""

    box = ipywidgets.HTML()


WAYS = {"tickbox": "Tickbox consultation", "co_production": "Co-production", "third": "A third way"}
MODELS = 400
HIGH = "Local knowledge improves plans"


def made_up(gain: np.ndarray) -> Theories:
    """Make models in which co-production gains so much on everything, and a third way gains nothing."""
    models = pd.DataFrame(plausible(len(gain), 3))[list(FREE)]
    means = np.full((len(gain), 3, 2, len(MEASURES)), 0.5)
    means[:, 1] += gain[:, None, None]
    means[:, :, 0] -= 0.1  # the first decision, which the last must not be taken for
    return Theories(models=models, means=means, ways=WAYS, over="plausible")


def ruled_by(*names: str) -> Theories:
    """Make models in which the gain is too small where all of these lie in the lower half of their range."""
    sets = pd.DataFrame(plausible(MODELS, 3))
    low = [sets[n] < (DECLARED[n].least + DECLARED[n].most) / 2 for n in names]
    return made_up(np.where(np.all(low, axis=0), -0.2, 0.2))


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(
        "reference", ["tickbox", "honest_consultation", "co_production"], runs=8, draws=24
    )


def test_a_way_wins_where_its_mean_is_the_highest():
    found = winners(made_up(np.array([0.1, -0.1, 0.2, 0.3])))
    assert list(found.columns) == list(WON)
    assert found.loc["co_production"].tolist() == [3] * len(WON)
    assert found.loc["tickbox"].tolist() == [1] * len(WON)
    assert found.to_numpy().sum() == 4 * len(WON)


def test_a_measure_of_nobody_wins_nothing():
    theories = made_up(np.array([0.1, 0.1]))
    theories.means[0, 1, 1, list(MEASURES).index("losers_acceptance")] = np.nan
    assert winners(theories).loc["co_production", "losers_acceptance"] == 1


def test_ahead_is_ahead_of_all_on_all_of_the_measures():
    theories = made_up(np.array([0.1, 0.2, -0.1]))
    theories.means[1, 1, 1, list(MEASURES).index("trust")] = 0.4
    assert ahead(theories, "co_production", ["tickbox"]).tolist() == [True, False, False]
    assert ahead(theories, "co_production", ["tickbox"], decision=1).tolist() == [True, True, False]
    assert ahead(theories, "co_production", ["tickbox"], ["quality"]).tolist() == [
        True,
        True,
        False,
    ]
    theories.means[0, 2] = 0.9
    assert not ahead(theories, "co_production", ["tickbox", "third"])[0]
    assert "trust" in ALL_FOUR


def test_the_means_are_those_over_the_towns_of_each_model(comparison):
    theories = theories_of(comparison)
    assert len(theories.models) == 24
    frame = comparison.frame
    for way, measure, decision in (("co_production", "trust", 6), ("tickbox", "quality", 1)):
        part = frame[
            (frame["draw"] > 0) & (frame["group"] == "all") & (frame["engagement"] == way)
            & (frame["decision"] == decision)
        ]  # fmt: skip
        means = part.groupby("draw")[measure].mean()
        assert theories.value(way, measure, decision) == pytest.approx(means.to_numpy())
    last = theories.value("tickbox", "trust", 6)
    assert theories.value("tickbox", "trust").tolist() == last.tolist()


def test_what_a_case_assumes_is_no_belief_of_its_models(comparison):
    case = comparison.scenario.but({"assumptions.capture": 0.3, "decisions.count": 1})
    theories = theories_of(compare(case, ["tickbox", "co_production"], runs=1, draws=2))
    assert "capture" not in theories.models
    assert theories.means.shape[2] == 1


def test_unknown_names_are_refused_with_the_nearest():
    with pytest.raises(InputError, match="did you mean 'tickbox'"):
        made_up(np.zeros(2)).value("tickbx", "trust")
    with pytest.raises(InputError, match="did you mean 'trust'"):
        made_up(np.zeros(2)).value("tickbox", "trsut")


def test_the_belief_that_decides_it_is_found_and_no_other():
    theories = ruled_by("valence_gain")
    sample = theories.gains("co_production", "tickbox")
    table = beliefs(sample, sample.gains("trust") < 0)
    assert list(table.index) == ["valence_gain"]
    assert table.loc["valence_gain", ["low", "high"]].tolist() == [1.0, 0.0]


def test_by_luck_alone_no_belief_decides_it():
    luck = np.random.default_rng(5).random(MODELS) < 0.3
    sample = made_up(np.zeros(MODELS)).gains("co_production", "tickbox")
    assert beliefs(sample, luck).empty
    assert corner(sample, luck).limits == ()


def test_two_beliefs_that_must_come_together_make_a_corner():
    sample = ruled_by("valence_gain", "fairness_told").gains("co_production", "tickbox")
    box = corner(sample, sample.gains("trust") < 0)
    assert {(x.name, x.above) for x in box.limits} == {
        ("valence_gain", False),
        ("fairness_told", False),
    }
    assert box.density > 0.9
    said = believed_in_words(beliefs(sample, sample.gains("trust") < 0), box, "it does not pay")
    assert "merit" not in said
    assert "Where quality added for all" in said or "Where felt fairness from being told" in said


def test_a_school_is_named_with_how_often_it_would_be_right():
    sample = ruled_by("valence_gain").gains("co_production", "tickbox")
    bad = sample.gains("trust") < 0
    said = believed_in_words(beliefs(sample, bad), corner(sample, bad), "it does not pay")
    assert 'If you think: "Rooms mostly cost time' in said
    assert "then it does not pay in 100 in 100 models" in said
    assert f'If you think: "{HIGH}' in said
    assert said.endswith("then in 0 in 100.")


def test_the_headline_counts_the_models_in_which_it_does_not_pay(comparison):
    bad, sample = against(comparison, "co_production")
    gains, quality = sample.gains("losers_acceptance"), sample.gains("quality")
    assert bad.tolist() == [g < 0.05 or q < 0 for g, q in zip(gains, quality, strict=True)]
    said = against_in_words(comparison, "co_production")
    assert said.startswith(
        f"In {bad.sum()} of 24 plausible models, co-production does not pay here."
    )
    assert said in how_sure(comparison)


def test_the_headline_names_the_models_it_counts(fitting_models):
    found = compare(
        "reference", ["tickbox", "co_production"], runs=1, draws=100, over="not_ruled_out"
    )
    assert len(fitting_models) == 100
    assert "of 100 models that fit the findings, co-production" in against_in_words(
        found, "co_production"
    )
    assert "plausible" not in beliefs_in_words(found, "co_production")


@pytest.mark.usefixtures("fitting_models")
def test_the_leaders_page_says_it_over_the_models_that_fit_and_the_briefing_takes_it_over(
    monkeypatch: pytest.MonkeyPatch,
):
    jobs = []
    monkeypatch.setattr(rigged, "BackgroundJob", lambda *args: jobs.append(args) or Empty())
    desk = Desk(Explorer(View(case="reference")), Shell([], "rigged", {}))
    rigged._left_open(desk)
    _desk, _label, work, put = jobs[0]
    (shown,) = put(work(lambda _done, _all: None))
    said = desk.state.findings["against"]
    assert "models that fit the findings" in said
    assert said in shown.value
    assert "against" in FINDINGS


def test_over_luck_alone_nothing_is_said_of_models(comparison):
    alone = compare("reference", ["tickbox", "co_production"], runs=2, draws=0)
    assert against_in_words(alone, "co_production") == ""
    assert against_in_words(comparison, "tickbox") == ""


def test_where_it_always_pays_that_is_said(comparison):
    numbers = comparison.measured.numbers.copy()
    numbers[2] = numbers[0] + 0.2
    better = replace(comparison, measured=replace(comparison.measured, numbers=numbers))
    said = against_in_words(better, "co_production")
    assert said.startswith("In all 24 plausible models, co-production pays here.")
    assert beliefs_in_words(better, "co_production") == ""


def test_how_often_a_way_is_ahead_is_said():
    said = ahead_in_words(made_up(np.array([0.1, -0.1])), "co_production", ["tickbox", "third"])
    assert said == (
        "In 1 of 2 plausible models, co-production is ahead of tickbox consultation and a third way on "
        "all of acceptance, acceptance among those who lose, trust and decision quality."
    )


def test_one_way_alone_and_no_models_are_refused_in_a_sentence():
    alone = compare("reference", ["tickbox"], runs=8, draws=2)
    with pytest.raises(InputError, match="name at least two ways"):
        theories_of(alone)
    without = compare("reference", ["tickbox", "co_production"], runs=8, draws=0)
    with pytest.raises(InputError, match="draws must be 1 or more"):
        theories_of(without)
