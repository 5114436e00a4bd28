"""In how many models each way wins is counted rightly, and what decides it is found where it was put."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.report.beliefs import (
    against_in_words,
    beliefs_in_words,
    believed_in_words,
    both_against_in_words,
    decided_in_words,
    wins_in_words,
    wins_over_in_words,
)
from coprod_sim.report.sentences import how_sure
from coprod_sim.results import Comparison, compare
from coprod_sim.results.discovery.believing import doubt_of
from coprod_sim.results.discovery.theories import (
    ALL_FOUR,
    WON,
    Theories,
    against,
    beliefs,
    corner,
    theories_of,
    winners,
    wins_over,
)
from coprod_sim.results.uncertainty import FREE, plausible

WAYS = {"tickbox": "Tickbox consultation", "co_production": "Co-production", "third": "A third way"}
MODELS = 400
HIGH = "Local knowledge improves plans"


def made_up(gain: np.ndarray) -> Theories:
    """Make models in which co-production gains so much on everything, and a third way gains nothing."""
    models = pd.DataFrame(plausible(len(gain), 3))[list(FREE)]
    means = np.full((len(gain), 3, 2, len(MEASURES)), 0.5)
    means[:, 1] += gain[:, None, None]
    means[:, :, 0] -= 0.1  # the first decision, which the last must not be taken for
    return Theories(models=models, towns=means[:, :, None], ways=WAYS, over="plausible")


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


def with_towns(leads: list[float]) -> Theories:
    """Make one model in whose towns co-production leads by so much, and the third way comes last."""
    towns = np.full((1, 3, len(leads), 2, len(MEASURES)), 0.5)
    towns[0, 1] += np.array(leads)[:, None, None]
    towns[0, 2] -= 0.4
    models = pd.DataFrame(plausible(1, 3))[list(FREE)]
    return Theories(models=models, towns=towns, ways=WAYS, over="plausible")


def test_a_lead_within_two_standard_errors_over_the_towns_is_too_close_to_call():
    """Mean .02, standard deviation .02, four towns: the standard error is .01, so .02 is just enough."""
    spread = 0.02 * np.sqrt(3) / 2
    wins = winners(with_towns([0.0201 + spread, 0.0201 - spread] * 2))
    assert wins["trust"].to_dict() == {
        "tickbox": 0, "co_production": 1, "third": 0, "too_close": 0,
    }  # fmt: skip
    close = winners(with_towns([0.0199 + spread, 0.0199 - spread] * 2))
    assert close["trust"].to_dict() == {
        "tickbox": 0, "co_production": 0, "third": 0, "too_close": 1,
    }  # fmt: skip


def test_a_lead_that_is_too_close_to_call_in_the_table_is_no_win_in_the_sentence():
    """The sentence counted such models for co-production, and gave more than the table beside it."""
    spread = 0.02 * np.sqrt(3) / 2
    close = with_towns([0.0199 + spread, 0.0199 - spread] * 2)
    assert wins_over(close, "co_production", ["tickbox"]).tolist() == [False]
    clear = with_towns([0.0201 + spread, 0.0201 - spread] * 2)
    assert wins_over(clear, "co_production", ["tickbox", "third"]).tolist() == [True]


def test_no_way_wins_on_all_measures_in_more_models_than_on_one_of_them(comparison):
    theories = theories_of(comparison)
    for decision in (1, 6):
        table = winners(theories, decision).loc["co_production", list(ALL_FOUR)]
        others = ["tickbox", "honest_consultation"]
        assert wins_over(theories, "co_production", others, decision=decision).sum() <= table.min()


def test_the_table_of_wins_has_a_line_for_what_is_too_close(comparison):
    for _, table in wins_in_words(theories_of(comparison)):
        assert table.index[-1] == "Too close to call"
        assert ((table.sum() - 100).abs() <= len(table)).all()


def test_the_strongest_rival_is_asked_about_by_itself_and_with_all_the_others():
    ways = ["tickbox", "told_openly", "honest_consultation", "co_production"]
    told = decided_in_words(compare("reference", ways, runs=8, draws=24))
    assert [heading for heading, _, _ in told] == [
        "Wins over tickbox consultation after decision 1",
        "Wins over tickbox consultation after decision 6",
        "Wins over telling people openly without asking after decision 1",
        "Wins over telling people openly without asking after decision 6",
        "Wins over every other way after decision 1",
        "Wins over every other way after decision 6",
        "When it does not gain enough after decision 6, compared with tickbox consultation",
        "When it does not gain enough after decision 6, compared with telling people openly without asking",
    ]
    assert "above telling people openly without asking" in told[-1][1]


def test_where_no_belief_stands_out_that_is_no_finding():
    luck = np.random.default_rng(5).random(MODELS) < 0.3
    sample = made_up(np.zeros(MODELS)).gains("co_production", "tickbox")
    said = believed_in_words(beliefs(sample, luck), corner(sample, luck), "not_pay", MODELS)
    assert said == (
        "In these 400 models, no single belief makes a clear difference. With more models, one might."
    )


def test_a_measure_of_nobody_wins_nothing():
    theories = made_up(np.array([0.1, 0.1]))
    theories.means[0, 1, 1, list(MEASURES).index("losers_acceptance")] = np.nan
    assert winners(theories).loc["co_production", "losers_acceptance"] == 1


def test_ahead_is_ahead_of_all_on_all_of_the_measures():
    theories = made_up(np.array([0.1, 0.2, -0.1]))
    theories.means[1, 1, 1, list(MEASURES).index("trust")] = 0.4
    assert wins_over(theories, "co_production", ["tickbox"]).tolist() == [True, False, False]
    assert wins_over(theories, "co_production", ["tickbox"], decision=1).tolist() == [
        True,
        True,
        False,
    ]
    assert wins_over(theories, "co_production", ["tickbox"], ["quality"]).tolist() == [
        True,
        True,
        False,
    ]
    theories.means[0, 2] = 0.9
    assert not wins_over(theories, "co_production", ["tickbox", "third"])[0]
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
    said = believed_in_words(beliefs(sample, sample.gains("trust") < 0), box, "not_pay", MODELS)
    assert "merit" not in said
    assert "Among models that put " in said
    assert '"How much fairer it feels to be told openly" below ' in said
    assert "quality" not in said


def test_a_school_is_named_with_how_often_it_would_be_right():
    sample = ruled_by("valence_gain").gains("co_production", "tickbox")
    bad = sample.gains("trust") < 0
    said = believed_in_words(beliefs(sample, bad), corner(sample, bad), "not_pay", MODELS)
    assert 'If you think: "Rooms mostly cost time' in said
    assert "then it does not gain enough in 100 of 100 models" in said
    assert f'If you think: "{HIGH}' in said
    assert said.endswith("then in 0 of 100.")


def test_the_headline_counts_the_models_in_which_it_does_not_pay(comparison):
    bad, sample = against(comparison, "co_production")
    gains, quality = sample.gains("losers_acceptance"), sample.gains("quality")
    assert bad.tolist() == [g < 0.05 or q < 0 for g, q in zip(gains, quality, strict=True)]
    said = against_in_words(comparison, "co_production")
    assert said.startswith(
        f"In {bad.sum()} of 24 plausible models, co-production does not gain enough here."
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


def test_both_sets_of_models_are_counted_side_by_side_with_why_they_differ(comparison):
    numbers = comparison.measured.numbers.copy()
    numbers[2] = numbers[0] + 0.2
    better = replace(comparison, measured=replace(comparison.measured, numbers=numbers))
    bad = against(comparison, "co_production")[0].sum()
    said = both_against_in_words(better, comparison, "co_production")
    assert said.startswith(
        f"Counted among those who lose: in {bad} of 24 plausible models, and in 0 of 24 models that fit the "
        "findings, co-production "
        "does not gain enough over tickbox consultation"
    )
    assert "were chosen mainly by papers in which a shared decision feels fairer" in said
    assert said.endswith("Money and weeks are not counted here.")


def test_over_luck_alone_nothing_is_said_of_models(comparison):
    alone = compare("reference", ["tickbox", "co_production"], runs=2, draws=0)
    assert against_in_words(alone, "co_production") == ""
    assert against_in_words(comparison, "tickbox") == ""


def test_where_it_always_pays_that_is_said(comparison):
    numbers = comparison.measured.numbers.copy()
    numbers[2] = numbers[0] + 0.2
    better = replace(comparison, measured=replace(comparison.measured, numbers=numbers))
    said = against_in_words(better, "co_production")
    assert said.startswith("In all 24 plausible models, co-production gains enough here.")
    assert beliefs_in_words(better, "co_production") == ""


def test_how_often_a_way_is_ahead_is_said():
    said = wins_over_in_words(made_up(np.array([0.1, -0.1])), "co_production", ["tickbox", "third"])
    assert said == (
        "In 1 of 2 plausible models, co-production wins over tickbox consultation and a third way on "
        "all of acceptance, acceptance among those who lose, trust and decision quality."
    )


def test_one_way_alone_and_no_models_are_refused_in_a_sentence():
    alone = compare("reference", ["tickbox"], runs=8, draws=2)
    with pytest.raises(InputError, match="name at least two ways"):
        theories_of(alone)
    without = compare("reference", ["tickbox", "co_production"], runs=8, draws=0)
    with pytest.raises(InputError, match="draws must be 1 or more"):
        theories_of(without)


def test_the_doubt_is_that_of_fishers_exact_test_for_every_table_of_twenty_models():
    for a in range(11):
        for b in range(11 - a):
            for c in range(11):
                d = 20 - a - b - c
                expected = fisher_exact([[a, b], [c, d]]).pvalue
                assert doubt_of(a, b, c, d) == pytest.approx(expected, abs=1e-9), (a, b, c, d)
