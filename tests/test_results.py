"""A comparison says the same on every computer, pairs its differences, and adds its shares up."""

import shlex
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from coprod_sim.cli import main
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.report.page import html_page
from coprod_sim.results import MEASURES, Comparison, compare, load, save, verify
from coprod_sim.results.attribution import CHANNELS, channel_shares, shapley, step_shares
from coprod_sim.results.effort import effort_of
from coprod_sim.results.first_version import write_inputs
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.uncertainty import OVER
from coprod_sim.scenarios import load_scenario


@pytest.fixture(scope="module")
def west_dulwich() -> Comparison:
    return compare("west_dulwich", runs=16, draws=4)


def test_one_row_for_every_engagement_draw_run_decision_and_group(west_dulwich):
    assert len(west_dulwich.frame) == 3 * (16 + 4 * 8) * 6 * 3
    keys = ["engagement", "draw", "run", "decision", "group"]
    assert not west_dulwich.frame.duplicated(keys).any()


def test_every_measure_stays_inside_the_range_it_declares(west_dulwich):
    for name, (measure, _) in MEASURES.items():
        values = west_dulwich.frame[name].dropna()
        assert values.between(measure.low, measure.high).all(), name


def test_the_same_input_gives_the_same_numbers_on_one_thread_and_two(west_dulwich):
    again = compare("west_dulwich", runs=16, draws=4, threads=1)
    pd.testing.assert_frame_equal(west_dulwich.frame, again.frame, check_exact=True)


def test_another_seed_gives_other_numbers(west_dulwich):
    again = compare("west_dulwich", runs=16, draws=4, seed=2)
    assert (again.frame["acceptance"] != west_dulwich.frame["acceptance"]).mean() > 0.99


def test_the_first_runs_of_a_longer_comparison_are_those_of_a_shorter_one(west_dulwich):
    longer = compare("west_dulwich", runs=24, draws=0).frame
    longer = longer[longer["run"] < 16].reset_index(drop=True)
    shorter = west_dulwich.frame[west_dulwich.frame["draw"] == 0].reset_index(drop=True)
    pd.testing.assert_frame_equal(longer, shorter, check_exact=True)


def test_an_engagement_added_to_the_comparison_changes_no_other(west_dulwich):
    more = compare(
        "west_dulwich",
        ["tickbox", "no_exercise", "honest_consultation", "co_production"],
        runs=16,
        draws=4,
    ).frame
    for name in ("tickbox", "co_production"):
        left = more[more["engagement"] == name]["acceptance"].to_numpy()
        right = west_dulwich.frame[west_dulwich.frame["engagement"] == name]["acceptance"]
        np.testing.assert_array_equal(left, right.to_numpy())


def test_common_luck_makes_paired_differences_far_steadier_than_the_runs_themselves():
    """With the same citizens and luck the difference varies less than two unrelated runs would."""
    result = compare("reference", ["tickbox", "honest_consultation"], runs=64, draws=0).frame
    last = result[(result["decision"] == 6) & (result["group"] == "all")]
    runs = last.pivot_table(index="run", columns="engagement", values="acceptance", observed=True)
    paired = (runs["honest_consultation"] - runs["tickbox"]).var()
    assert paired < 0.5 * (runs["honest_consultation"].var() + runs["tickbox"].var())


def test_the_two_groups_make_up_the_whole(west_dulwich):
    wide = west_dulwich.frame.set_index(["engagement", "draw", "run", "decision", "group"])
    trust = wide["trust"].unstack()  # noqa: PD010 - the groups side by side
    less = west_dulwich.population.less_heard / west_dulwich.population.citizens
    whole = less * trust["less_heard"] + (1 - less) * trust["well_connected"]
    np.testing.assert_allclose(whole, trust["all"], rtol=1e-12)


def test_ranges_hold_their_means_and_the_wide_range_holds_the_narrow_one(west_dulwich):
    table = west_dulwich.ranges.dropna()
    assert (table["low"] <= table["run_low"]).all()
    assert (table["high"] >= table["run_high"]).all()
    assert (table["low"] <= table["mean"] + 1e-12).all()


def test_a_difference_is_the_mean_of_one_minus_the_mean_of_the_other(west_dulwich):
    row = west_dulwich.differences.loc[("co_production", 6, "all", "trust")]
    means = [west_dulwich.value(e, "trust")["mean"] for e in ("co_production", "tickbox")]
    assert row["mean"] == pytest.approx(means[0] - means[1])


def test_the_steps_and_conditions_add_up_to_the_whole_difference():
    case = load_scenario("west_dulwich")
    start, goal = load_engagement("tickbox"), load_engagement("co_production")
    shares = step_shares(case, start, goal, runs=16)
    result = compare(case, [start, goal], runs=16, draws=0)
    whole = result.differences.loc[("co_production", 6, "all", "acceptance")]["mean"]
    assert shares["share"].sum() == pytest.approx(whole)


def test_a_step_that_does_not_differ_gets_nothing():
    case, start = load_scenario("reference"), load_engagement("tickbox")
    goal = load_engagement("co_production").but(feedback=start.feedback)
    shares = step_shares(case, start, goal, runs=8)
    assert shares.loc["feedback", "share"] == 0.0
    assert shares.loc["awareness", "share"] != 0.0


def test_the_channels_add_up_to_the_whole_difference():
    case = load_scenario("reference")
    start, goal = load_engagement("tickbox"), load_engagement("co_production")
    shares = channel_shares(case, start, goal, runs=8)
    result = compare(case, [start, goal], runs=8, draws=0)
    whole = result.differences.loc[("co_production", 6, "all", "acceptance")]["mean"]
    assert shares["share"].sum() == pytest.approx(whole)
    assert set(CHANNELS) < set(shares.index)


def test_shapley_shares_a_glove_market_as_the_textbook_does():
    """One left glove (a) and two right ones (b, c): 2/3 for the rare one, 1/6 for each other."""
    pair = {frozenset("ab"), frozenset("ac"), frozenset("abc")}
    sets = [frozenset(s) for s in ("", "a", "b", "c", "ab", "ac", "bc", "abc")]
    worth = {s: np.array([1.0 if s in pair else 0.0]) for s in sets}
    values = [shapley(player, "abc", worth)[0] for player in "abc"]
    assert values == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def test_a_campaign_costs_acceptance_and_openness_softens_it(west_dulwich):
    lost = west_dulwich.resilience["mean"]
    assert (lost > 0).all()
    assert lost["co_production"] < lost["tickbox"]


def test_every_dial_that_is_turned_up_costs_something():
    base = effort_of(load_engagement("tickbox"))
    full = effort_of(load_engagement("co_production"))
    assert full.staff_hours > base.staff_hours
    assert full.weeks > base.weeks
    assert 10 <= base.weeks <= 14, "a consultation takes about 12 weeks"
    assert 26 <= full.weeks <= 40, "co-production takes 26 to 40 weeks"


def test_a_folder_may_be_named_in_words(west_dulwich, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = save(west_dulwich.frame, "kept")[0]
    assert table.parent.name == "kept"
    assert load(str(table)).equals(west_dulwich.frame)


def test_what_is_stored_says_where_it_came_from_and_can_be_rerun(west_dulwich, tmp_path):
    paths = save(west_dulwich.frame, tmp_path)
    assert [p.suffix for p in paths] == [".parquet", ".csv", ".json"]
    stored = load(paths[0])
    assert stored.attrs["scenario"]["name"] == "west_dulwich"
    assert stored.attrs["seed"] == 1
    for row in (0, 300, len(stored) - 1):
        assert verify(paths[0], row)["equal"].all()


FIRST_VERSION = Path(__file__).parent / "data" / "first_version"
"""Files as they were written for the first version of the model."""


@pytest.mark.parametrize("read", [load, verify])
def test_results_of_the_first_version_are_known_as_such_with_the_way_to_make_them_again(read):
    with pytest.raises(InputError) as caught:
        read(FIRST_VERSION / "results.parquet")
    said = str(caught.value)
    assert said.startswith(
        "results.parquet: belongs to the first version of the model (coprod_sim 0.2.0)"
    )
    assert "To check it, use that version" in said
    assert said.endswith(f"coprod-sim verify {FIRST_VERSION / 'results.parquet'} --again DIR")


def test_the_whole_inputs_of_a_result_of_the_first_version_can_be_played_again(tmp_path, capsys):
    old = pd.read_parquet(FIRST_VERSION / "results.parquet")
    old.attrs["scenario"]["assumptions"] = {"trust_speed": 0.3, "word_of_mouth": 0.03}
    old.attrs["scenario"]["people"]["homophily"] = 0.55
    old.attrs["engagements"][0] |= {"seats": 0.1, "feedback": 0.9}
    old.to_parquet(tmp_path / "old.parquet")
    assert (
        main(["verify", str(tmp_path / "old.parquet"), "--again", str(tmp_path / "in puts")]) == 0
    )
    said = capsys.readouterr().out
    assert "trust_speed is left out: the second version has no such assumption." in said
    assert "tickbox: 0.1 of 60 people are 6 seats." in said
    assert "6 months are assumed" in said
    command = shlex.split(said.rpartition("To play it: coprod-sim ")[2])
    case, way = load_scenario(command[1]), load_engagement(command[3])
    assert (case.people.citizens, case.people.homophily, case.decisions.count) == (60, 0.55, 1)
    assert case.assumptions == {"word_of_mouth": 0.03}
    assert (way.seats, way.feedback) == (6.0, 0.9)
    assert main([*command, "--out", str(tmp_path / "out")]) == 0
    assert len(load(tmp_path / "out" / "results.parquet")) == 8 * 3
    with pytest.raises(InputError, match="no inputs of the first version"):
        write_inputs(load(tmp_path / "out" / "results.parquet").attrs, tmp_path)


def test_a_table_of_a_version_to_come_is_refused_with_the_one_that_is_read(west_dulwich, tmp_path):
    frame = west_dulwich.frame.copy()
    frame.attrs = west_dulwich.frame.attrs | {"schema": 3}
    with pytest.raises(InputError, match="was stored in format 3, this version reads format 2"):
        load(save(frame, tmp_path)[0])


def test_a_table_that_says_little_of_itself_is_still_known_as_one_of_the_first_version(tmp_path):
    frame = pd.DataFrame({"acceptance": [0.5]})
    frame.attrs = {"schema": 1}
    frame.to_parquet(tmp_path / "old.parquet")
    with pytest.raises(
        InputError, match=r"old\.parquet: belongs to the first version of the model"
    ):
        load(tmp_path / "old.parquet")


def test_a_stored_number_that_was_tampered_with_is_found_out(west_dulwich, tmp_path):
    frame = west_dulwich.frame.copy()
    frame.attrs = west_dulwich.frame.attrs
    frame.loc[5, "trust"] += 1e-9
    path = save(frame, tmp_path)[0]
    assert not verify(path, 5)["equal"]["trust"]


def test_a_file_that_is_no_result_is_refused_in_words(tmp_path):
    photo = tmp_path / "photo.parquet"
    photo.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(InputError, match=r"photo\.parquet: is not a stored result"):
        load(photo)


def test_an_engagement_named_twice_is_refused():
    with pytest.raises(InputError, match="named twice"):
        compare("reference", ["tickbox", "tickbox"])


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"runs": 0}, "runs must be between 1"),
        ({"draws": -1}, "draws must be between 0"),
        ({"seed": -1}, "seed must be between 0"),
    ],
)
def test_impossible_counts_are_refused_in_words(numbers, words):
    with pytest.raises(InputError, match=words):
        compare("reference", **numbers)


@pytest.fixture(scope="module")
def left_standing(fitting_models) -> Comparison:  # noqa: ARG001 - ships the models
    return compare("west_dulwich", runs=16, draws=6, over="not_ruled_out")


def test_ranges_over_what_is_not_ruled_out_leave_the_runs_as_assumed_alone(
    west_dulwich, left_standing
):
    as_assumed = [c.frame[c.frame["draw"] == 0] for c in (west_dulwich, left_standing)]
    pd.testing.assert_frame_equal(*as_assumed, check_exact=True)
    assert left_standing.frame["draw"].nunique() == 7
    assert left_standing.frame.attrs["hash"] != west_dulwich.frame.attrs["hash"]


def test_each_model_is_played_as_it_ships_in_towns_of_its_own(left_standing):
    case = load_scenario("west_dulwich")
    third = not_ruled_out().sets[2]._asdict() | case.assumptions
    alone = compare(case.but({f"assumptions.{k}": v for k, v in third.items()}), runs=32, draws=0)
    played = left_standing.frame[left_standing.frame["draw"] == 3]
    last = alone.frame[alone.frame["run"] >= 24]
    assert played["run"].unique().tolist() == list(range(24, 32))
    for name in MEASURES:
        assert played[name].to_numpy() == pytest.approx(last[name].to_numpy(), abs=0, nan_ok=True)


def test_no_two_models_share_a_town(west_dulwich):
    runs = west_dulwich.frame[west_dulwich.frame["draw"] > 0].groupby("run")["draw"].nunique()
    assert (runs == 1).all()
    assert len(runs) == 4 * 8


def test_a_stored_row_over_what_is_not_ruled_out_can_be_rerun(left_standing, tmp_path):
    parquet, _csv, _json = save(left_standing.frame, tmp_path)
    row = int(np.flatnonzero(left_standing.frame["draw"] == 5)[0])
    assert verify(parquet, row)["equal"].all()


def test_the_page_says_what_its_ranges_are_over(west_dulwich, left_standing):
    alone = compare("west_dulwich", runs=2, draws=0)
    assert alone.over == "luck"
    for comparison in (west_dulwich, left_standing, alone):
        page = html_page(comparison, None, None)
        for name, over in OVER.items():
            said = f"9 in 10 results, {over.words}" in page
            assert said == (name == comparison.over), (name, comparison.over)


def test_ranges_over_something_unknown_are_refused_with_the_nearest_name():
    with pytest.raises(InputError, match="did you mean 'not_ruled_out'"):
        compare("reference", runs=8, over="not_ruled")
