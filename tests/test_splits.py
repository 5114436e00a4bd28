"""Measures by winners and losers, in the room or not, and thirds of first trust, for whoever asks."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_sim.errors import InputError
from coprod_sim.model.arrays import Batch, DecisionState, first_day, play
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.measures import MEASURES
from coprod_sim.model.setting import Arm, Setting
from coprod_sim.model.sums import PLACE, SPLITS, SUMS, split_sums
from coprod_sim.model.totals import EVERY_GROUP, GROUPS, totals_of
from coprod_sim.results import Comparison, Variant, compare, save, verify
from coprod_sim.results.experiments import Experiment
from coprod_sim.results.player import play as play_trials
from coprod_sim.results.player import trial_of
from coprod_sim.results.simulations import run
from coprod_sim.results.streaming import stream
from coprod_sim.scenarios import load_scenario

WAYS = ["tickbox", "co_production"]
RUN = 5


@pytest.fixture(scope="module")
def split() -> Comparison:
    return compare("reference", WAYS, runs=16, draws=2, split=True)


def town(citizens: int = 301) -> CivicModel:
    return CivicModel("reference", "co_production", citizens=citizens, run=RUN)


def everybody(setting: Setting, arm: Arm) -> list[DecisionState]:
    """Give what is known of everybody after the first decision; one run."""
    return [next(iter(play(setting, arm, range(RUN, RUN + 1))))]


def test_the_groups_come_in_the_order_in_which_the_compiled_loops_choose_them():
    assert SPLITS == (
        "winners", "losers", "participants", "non_participants",
        "low_trust", "middle_trust", "high_trust",
    )  # fmt: skip


@given(st.integers(20, 90), st.integers(0, 20), st.sampled_from(["tickbox", "co_production"]))
@settings(max_examples=15, deadline=None)
def test_mesa_numpy_and_the_compiled_ensemble_split_alike_to_the_last_bit(citizens, number, way):
    model = CivicModel("reference", way, citizens=citizens, run=number)
    setting, less = model.setting, model.setting.population.less_heard
    compiled = play_all(setting, [model.arm], number + 1, split=True)[0, number]
    thirds = setting.thirds(np.array([number]))
    for decision, now in enumerate(play(setting, model.arm, range(number, number + 1))):
        model.step()
        assert np.array_equal(split_sums(now, thirds, less)[0], compiled[decision])
        assert np.array_equal(model.split_sums(), compiled[decision])


def test_splitting_changes_nothing_of_what_is_always_added_up():
    model = town()
    plain, both = (play_all(model.setting, [model.arm], 9, split=on) for on in (False, True))
    assert np.array_equal(both[..., :2, :-1], plain)
    assert plain.shape[-2:] == (2, len(SUMS))


def test_each_group_is_added_up_from_its_own_people():
    """Worked out citizen by citizen, from their own numbers."""
    model = town()
    [now] = everybody(model.setting, model.arm)
    merit, part, fairness = now.merit[:, 0], now.part[:, 0], now.fairness[:, 0]
    sums = play_all(model.setting, [model.arm], RUN + 1, split=True)[0, RUN, 0]
    people, felt = sums[:, -1], sums[:, PLACE["fairness"]]
    chosen = [merit >= 0.0, merit < 0.0, part, ~part]
    for place, who in enumerate(chosen, start=2):
        assert people[place] == who.sum()
        assert felt[place] == pytest.approx(fairness[who].sum())
    assert people.tolist()[2:4] != [0.0, 301.0]
    assert 0 < people[4] < people[5]


def test_thirds_are_of_the_town_as_it_was_before_anything_happened():
    model = town()
    people, number = model.setting.population, np.array([RUN])
    batch = Batch(model.setting, number, model.setting.network(0))
    trust = first_day(batch, model.arm).trust[:, 0]
    thirds = model.setting.thirds(number)[:, 0]
    assert np.bincount(thirds).tolist() == [101, 100, 100]
    assert trust[thirds == 0].max() <= trust[thirds == 1].min()
    assert trust[thirds == 1].max() <= trust[thirds == 2].min()
    assert people.citizens == len(thirds)


def test_a_comparison_gives_every_group_and_says_how_many_people_are_in_it(split):
    last = split.frame.query("draw == 0 and decision == 6 and engagement == 'tickbox'")
    assert last["group"].cat.categories.tolist() == list(EVERY_GROUP)
    people = last.pivot_table(index="run", columns="group", values="people", observed=True)
    for parts in (GROUPS[:2], SPLITS[:2], SPLITS[2:4], SPLITS[4:]):
        assert (people[list(parts)].sum(axis=1) == people["all"]).all()
    assert len(set(people["losers"])) > 1


def test_groups_that_make_up_the_whole_have_its_mean(split):
    wide = split.frame.set_index(["engagement", "draw", "run", "decision", "group"])
    sums = (wide["fairness"] * wide["people"]).unstack()  # noqa: PD010 - the groups side by side
    for parts in (["winners", "losers"], ["participants", "non_participants"]):
        np.testing.assert_allclose(sums[parts].sum(axis=1), sums["all"], rtol=1e-9)


def test_winners_gain_losers_lose_and_only_participants_took_part(split):
    frame = split.frame
    of = {group: frame[frame["group"] == group] for group in EVERY_GROUP}
    assert (of["winners"]["quality"].dropna() >= 0).all()
    assert (of["losers"]["quality"].dropna() < 0).all()
    assert (of["participants"]["took_part"].dropna() == 1).all()
    assert (of["non_participants"]["took_part"] == 0).all()
    assert of["winners"]["losers_acceptance"].isna().all()
    assert of["losers"]["gap_trust"].isna().all()


def test_a_claim_can_be_tested_without_opening_the_model(split):
    """Losers feel less fairly treated than winners: one line for whoever doubts it."""
    felt = {g: split.value("tickbox", "fairness", group=g)["mean"] for g in ("winners", "losers")}
    assert felt["losers"] < felt["winners"]


def test_what_is_always_measured_is_the_same_whether_runs_are_split_or_not(split):
    plain = compare("reference", WAYS, runs=16, draws=2)
    again = split.frame[split.frame["group"].isin(GROUPS)].reset_index(drop=True)
    for name in ("people", *MEASURES):
        assert np.array_equal(again[name], plain.frame[name], equal_nan=True), name
    assert plain.frame["group"].cat.categories.tolist() == list(GROUPS)
    assert plain.origin["hash"] != split.origin["hash"]


def test_a_group_nobody_asked_for_is_named_with_what_to_ask():
    plain = compare("reference", ["tickbox"], runs=8, draws=0)
    with pytest.raises(InputError, match=r"losers is measured when asked for: .*split=True"):
        plain.value("tickbox", "trust", group="losers")
    with pytest.raises(InputError, match="did you mean 'losers'"):
        plain.value("tickbox", "trust", group="loosers")


def test_a_stored_row_of_a_group_is_rerun(split, tmp_path):
    parquet, *_ = save(split.frame, tmp_path)
    for group in ("losers", "participants", "high_trust"):
        row = int(np.flatnonzero(split.frame["group"] == group)[-1])
        assert verify(parquet, row)["equal"].all()


def test_series_of_engagements_are_split_like_single_ones():
    case = load_scenario("reference").but({"people.citizens": 200})
    twice = Variant(name="twice", engagement="tickbox", before=("tickbox",))
    trials = [trial_of(case, v) for v in (Variant(name="tickbox"), twice)]
    one, other = play_trials(trials, 9, seed=4, from_start=True, split=True)
    assert np.array_equal(one.sums, other.sums)
    assert one.start.shape == (9, len(EVERY_GROUP))
    thirds = one.start[:, -3:]
    assert (np.diff(thirds, axis=1) > 0).all()
    assert thirds.mean(axis=1) == pytest.approx(one.start[:, 2], abs=0.01)
    assert np.isnan(one.start[:, 3:7]).all()


def test_trust_at_the_start_is_that_of_the_rules_that_are_played():
    case = load_scenario("reference").but({"people.citizens": 200})
    alike = Variant(name="alike", engagement="tickbox", assumptions={"town_trust": 0.0})
    trials = [trial_of(case, v) for v in (Variant(name="tickbox"), alike)]
    one, other = play_trials(trials, 8, seed=4, from_start=True)
    assert one.start[:, 2].std() > 2 * other.start[:, 2].std()


def test_a_stream_gives_the_groups_a_comparison_gives(split):
    streamed = stream("reference", WAYS, runs=16, draws=2, split=True)
    assert streamed.ranges.index.equals(split.ranges.index)
    both = streamed.ranges["mean"], split.ranges["mean"]
    pd.testing.assert_series_equal(*both, atol=1e-9)


def test_an_experiment_asks_for_a_group_by_its_name():
    asked = Experiment(
        engagements=WAYS, settings={"people.citizens": 200}, runs=8, measures=("fairness", "trust"),
        groups=("all", "losers", "low_trust"), decisions=(0, 1),
    )  # fmt: skip
    frame = run(asked).set_index(["variant", "decision", "group", "measure"])["mean"]
    case = load_scenario("reference").but({"people.citizens": 200})
    same = compare(case, WAYS, runs=8, draws=0, split=True)
    found = same.value("tickbox", "fairness", decision=1, group="losers")["mean"]
    assert frame.loc["tickbox", 1, "losers", "fairness"] == pytest.approx(found)
    assert ("tickbox", 0, "low_trust", "trust") in frame.index
    assert ("tickbox", 0, "losers", "trust") not in frame.index  # nobody has lost anything yet
    with pytest.raises(InputError, match="is not a group"):
        Experiment(engagements=WAYS, groups=("lossers",)).but(runs=8)


def test_nobody_in_a_group_is_said_by_a_missing_number():
    sums = np.zeros((1, 2 + len(SPLITS), len(SUMS) + 1))
    sums[0, :2] = 1.0
    found = MEASURES["trust"][1](totals_of(sums, (1, 1), 0.5))
    assert found[0, :3].tolist() == [1.0, 1.0, 1.0]
    assert np.isnan(found[0, 3:]).all()


def test_the_data_collector_reports_the_measures_of_a_comparison():
    model = CivicModel("reference", "co_production", citizens=300, run=3)
    model.run_for(99)
    case = load_scenario("reference").but({"people.citizens": 300})
    frame = compare(case, ["co_production"], runs=8, draws=0, split=True).frame.query("run == 3")
    collected = model.datacollector.get_model_vars_dataframe()
    whole = frame[frame["group"] == "all"]
    assert list(collected.columns) == list(MEASURES)
    for name in MEASURES:
        assert np.array_equal(collected[name], whole[name], equal_nan=True), name
    last = frame[frame["decision"] == frame["decision"].max()].set_index("group")
    for group in EVERY_GROUP:
        assert model.measured("fairness", group) == last.loc[group, "fairness"]
