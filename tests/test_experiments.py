"""What an experiment file may ask for is played as it says; what cannot be gets a sentence."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from experiment_stage import REGIONS, experiment_file, result, small

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.model.setting import setting_of
from coprod_sim.population import population_of
from coprod_sim.results import Variant
from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.experiments.design import cells_of
from coprod_sim.results.experiments.experiment_table import blocks
from coprod_sim.results.experiments.loaded import read_in
from coprod_sim.results.experiments.regions import values_by_region
from coprod_sim.results.player import play, trial_of
from coprod_sim.results.uncertainty import FREE
from coprod_sim.scenarios import load_scenario


# A country of regions
def test_a_country_is_the_exact_sum_of_its_regions(tmp_path: Path):
    table = result(tmp_path, small(groups='["all", "less_heard"]', decisions="[0, 2]") + REGIONS)
    assert list(table["region"].unique()) == ["country", "North", "South"]
    country, north, south = (table[table["region"] == n] for n in table["region"].unique())
    sizes = {"all": (20, 40), "less_heard": (6, 20)}
    for (_, whole), (_, one), (_, other) in zip(
        country.iterrows(), north.iterrows(), south.iterrows(), strict=True
    ):
        a, b = sizes[str(whole["group"])]
        assert whole["mean"] == pytest.approx((a * one["mean"] + b * other["mean"]) / (a + b))


def test_regions_have_luck_of_their_own_but_meet_the_same_drafts(tmp_path: Path):
    twins = REGIONS.replace('share_less_heard = 0.5\ntrust = { country = "BG" }\n', "")
    twins = twins.replace("0.335", "0.5").replace("0.665", "0.5")
    experiment = load_experiment(experiment_file(tmp_path, small(runs="1") + twins))
    values = values_by_region(experiment, cells_of(read_in(experiment)))
    assert not np.array_equal(
        values["North"][0]["acceptance"], values["South"][0]["acceptance"], equal_nan=True
    )
    case = load_scenario("reference")
    setting = setting_of(case, population_of(case), 99)
    other = replace(setting, seed=7, drafts_from=99)
    sides = setting.town_luck(0, 64).sides
    assert np.array_equal(sides, other.town_luck(0, 64).sides)
    assert len(np.unique(sides)) > 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('over = ["not_ruled"]', "did you mean 'not_ruled_out'"),
        ('over = ["luck", "luck"]', "named twice"),
        ('over = ["moved"]', "but is 'moved'; write 'plausible'"),
        ("assumptions_within = 0.5", 'write assumptions_from = "plausible"'),
        ('over = ["plausible"]\neach_assumption = true', "over stands without"),
        (
            'over = ["plausible"]\nvary = [{ name = "x", what = ["interplay"], values = [0.1] }]',
            "vary dials",
        ),
    ],
)
def test_kinds_of_sets_that_cannot_be_get_a_sentence(tmp_path: Path, line: str, said: str):
    text = 'question = "q"\nengagements = ["tickbox"]\nmeasures = ["trust"]\n' + line
    with pytest.raises(InputError, match=said):
        result(tmp_path, text)


@pytest.mark.usefixtures("fitting_models")
def test_what_an_experiment_assumes_stays_under_every_set(tmp_path: Path):
    text = (
        'question = "q"\nengagements = ["tickbox"]\nmeasures = ["acceptance"]\nruns = 8\n'
        'over = ["luck", "not_ruled_out"]\nsettings = { "people.citizens" = 60 }\n'
    )
    assert result(tmp_path, text)["mean"].nunique() == 2
    pulls = ("acceptance_merit", "acceptance_fairness", "acceptance_trust")
    off = text + f"assumptions = {{ {', '.join(f'{name} = 0.0' for name in pulls)} }}"
    assert result(tmp_path, off)["mean"].unique() == pytest.approx([0.5])


def test_regions_must_make_up_the_country(tmp_path: Path):
    for old, new, sentence in (
        ("0.665", "0.6", "shares of the regions must add up to 1"),
        ("South", "North", "the region 'North' is named twice"),
        ("South", "country", "the region 'country' is named twice"),
    ):
        with pytest.raises(InputError, match=sentence):
            result(tmp_path, small() + REGIONS.replace(old, new))


# What an experiment does
TOWN = load_scenario("reference").but({"people.citizens": 80})


def played(*ways: str, runs: int = 8) -> np.ndarray:
    """Play a series of engagements, one a decision; runs x decisions x groups x sums."""
    variant = Variant(name="series", before=ways[:-1], engagement=ways[-1])
    return play([trial_of(TOWN, variant)], runs, seed=5)[0].sums


def test_a_series_of_the_same_engagement_is_that_engagement():
    assert np.array_equal(played(*["co_production"] * 3, runs=11), played("co_production", runs=11))


def test_a_series_changes_the_engagement_between_decisions():
    mixed = played("in_name_only", "in_name_only", "co_production")
    fake, good = played("in_name_only"), played("co_production")
    assert mixed.shape[1] == TOWN.decisions.count
    assert np.array_equal(mixed[:, :2], fake[:, :2])
    assert not np.array_equal(mixed[:, 2], fake[:, 2])
    assert not np.array_equal(mixed[:, 2], good[:, 2])


def test_values_differences_and_changes_fit_together(tmp_path: Path):
    frame = result(tmp_path, small(
        compare_with='"tickbox"', show='["value", "difference", "change", "change of difference"]'
    ) + '[[vary]]\nname = "open"\nwhat = ["*.openness"]\nvalues = [0.1, 0.9]\n')  # fmt: skip
    mean = frame.set_index(["what", "variant", "open"])["mean"]
    difference = "co_production minus tickbox"
    for level in (0.1, 0.9):
        ahead = mean["value", "co_production", level] - mean["value", "tickbox", level]
        assert mean["difference", difference, level] == pytest.approx(ahead)
    change = mean["value", "tickbox", 0.9] - mean["value", "tickbox", 0.1]
    assert mean["change", "tickbox", 0.9] == pytest.approx(change)
    both = mean["difference", difference, 0.9] - mean["difference", difference, 0.1]
    assert mean["change of difference", difference, 0.9] == pytest.approx(both)
    assert len(frame) == 4 + 2 + 2 + 1


def test_a_grid_moves_dials_settings_and_assumptions(tmp_path: Path):
    axes = {
        "co_production.influence": "0, 1",
        "people.citizens": "40, 60",
        "signal_merit": "0.1, 1",
    }
    text = "".join(
        f'[[vary]]\nname = "axis{k}"\nwhat = ["{what}"]\nvalues = [{values}]\n'
        for k, (what, values) in enumerate(axes.items())
    )
    frame = result(tmp_path, small(measures='["trust"]') + text)
    assert len(frame) == 2 * 8
    assert frame["mean"].nunique() == 8 + 4  # the tickbox does not feel the other one's dial
    assert list(frame["axis1"].unique()) == [40, 60]


def test_a_dial_takes_its_level_from_another_engagement(tmp_path: Path):
    variants = "".join(
        f'[[variants]]\nname = "{name}"\nengagement = "co_production"\ndials = {{ feedback = {to} }}\n'
        for name, to in (("by name", '"tickbox"'), ("by number", "0.1"), ("else", "0.2"))
    )
    means = result(tmp_path, small() + variants).set_index("variant")["mean"]
    assert means["by name"] == means["by number"] != means["else"]


def test_every_assumption_is_put_at_both_ends_of_its_plausible_range_and_ranked(tmp_path: Path):
    text = small(compare_with='"tickbox"', show='["change of difference"]', each_assumption="true")
    frame = result(tmp_path, text)
    loaded = read_in(load_experiment(experiment_file(tmp_path, text)))
    played = {one.point.changes for one in cells_of(loaded)} - {()}
    assert played == {
        ((name, end),) for name in FREE for end in (DECLARED[name].least, DECLARED[name].most)
    }
    sizes = frame.groupby("rank")["mean"].agg(lambda x: x.abs().max().round(4))
    assert list(sizes) == sorted(sizes, reverse=True)
    assert len(frame) == 2 * frame["assumption"].nunique() == 2 * frame["rank"].max()
    assert set(frame["end"]) == {"least", "most"}
    assert "plan_moves" not in set(frame["assumption"])


def test_trust_is_followed_from_before_the_first_decision(tmp_path: Path):
    variant = '[[variants]]\nname = "mixed"\nbefore = ["in_name_only"]\n'
    variant += 'engagement = "co_production"\n'
    measures = '["trust", "trust_is_back", "decisions_until_back", "acceptance", "staff_hours"]'
    text = small(measures=measures, decisions="[0, 1, 2]", runs="16") + variant
    frame = result(tmp_path, text).set_index(["measure", "variant", "decision"])["mean"]
    assert frame["trust", "mixed", 0] == frame["trust", "tickbox", 0]
    assert frame["trust", "mixed", 1] < frame["trust", "mixed", 0]
    assert frame["trust_is_back", "mixed", 1] == 0.0
    assert 1.0 <= frame["decisions_until_back", "mixed", 2] <= 2.0
    assert frame["staff_hours", "mixed", 1] != frame["staff_hours", "mixed", 2]
    assert ("acceptance", "mixed", 0) not in frame.index


def test_runs_are_put_together_in_full_groups():
    assert blocks(np.arange(7.0), 3).tolist() == [1.0, 4.0]


def test_more_runs_together_spread_less(tmp_path: Path):
    frame = result(tmp_path, small(runs="256", runs_together="[1, 16]"))
    spread = frame.pivot_table(index="variant", columns="runs", values="spread")
    assert (spread[16] < 0.5 * spread[1]).all()


# Bad files
VARIANT = '[[variants]]\nname = "x"\nengagement = "tickbox"\n'
AXIS = '[[vary]]\nname = "x"\nvalues = [1]\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("question = 5", "question must be a text"),
        (small(mesures="[]"), "mesures is not a known setting; did you mean 'measures'?"),
        (small(measures='["acceptence"]'), "is not a measure; did you mean 'acceptance'?"),
        (small(groups='["less_herd"]'), "is not a group; did you mean 'less_heard'?"),
        (small(scenarios='["referense"]'), "did you mean 'reference'?"),
        (small(engagements='["tickbux"]'), "did you mean 'tickbox'?"),
        (small(engagements='["tickbox", "tickbox"]'), "the variant 'tickbox' is named twice"),
        (small(engagements="[]"), "name at least one engagement or variant"),
        (small(compare_with='"tickbocks"'), "not one of the variants; did you mean 'tickbox'?"),
        (small(show='["difference"]'), "compare_with must name a variant"),
        (small(show='["values"]'), "did you mean 'value'?"),
        (small(decisions="[3]"), "decisions must be between 0 and 2, but one is 3"),
        (small(runs="0"), "runs must be between 1 and 1000000"),
        (small(runs="true"), "runs must be a whole number"),
        (small(runs_together="[4]"), "runs must be 8 times the most runs_together"),
        (small(runs_together="[0]"), "runs_together must be 1 or more"),
        (small(settings='{ "people.citisens" = 60 }'), "did you mean 'citizens'?"),
        (small(settings='{ "peple.citizens" = 60 }'), "did you mean 'people'?"),
        (small(settings='{ "people.citizens" = 5 }'), "reference: people.citizens must be "),
        (small(settings='{ "campaign.reach" = 1 }'), "reference has no campaign"),
        (small(assumptions="{ signal_merti = 1 }"), "did you mean 'signal_merit'?"),
        (small(assumptions="{ signal_merit = nan }"), "must be an ordinary number"),
        (small() + VARIANT + "dials = { awarenes = 1 }", "did you mean 'awareness'?"),
        (small() + VARIANT + 'dials = { awarenes = "tickbox" }', "did you mean 'awareness'?"),
        (small() + VARIANT + "dials = { awareness = 2 }", "must be between 0 and 1"),
        (small() + VARIANT + "dials = { awareness = true }", "must be a number, or an engagement"),
        (small() + VARIANT + 'before = ["tickbux"]', "did you mean 'tickbox'?"),
        (small() + VARIANT + 'sequence = ["tickbox"]', "variants[0].sequence is not a known setting"),
        (small() + VARIANT + "dial = {}", "variants[0].dial is not a known setting"),
        (small() + VARIANT.replace("x", "x.y"), "must have no dot and no star"),
        (small() + AXIS + 'what = ["signal_merti"]', "did you mean 'signal_merit'?"),
        (small() + AXIS + 'what = ["tickbux.influence"]', "did you mean 'tickbox'?"),
        (small() + AXIS + 'what = ["tickbox.influense"]', "did you mean 'influence'?"),
        (small() + AXIS + "what = []", "vary[0].what"),
        (small() + AXIS.replace('"x"', '"mean"') + 'what = ["signal_merit"]', "is a column already"),
        (small() + 2 * (AXIS + 'what = ["signal_merit"]\n'), "that is varied 'x' is named twice"),
        (
            small() + f'[[vary]]\nname = "x"\nwhat = ["signal_merit"]\nvalues = {[0.5] * 6000}',
            "the limit is 10000; vary less",
        ),
        (
            small() + VARIANT + 'before = ["tickbox"]\n' + AXIS + 'what = ["x.influense"]',
            "'x.influense' is no dial; did you mean 'influence'?",
        ),
    ],
)  # fmt: skip
def test_a_bad_experiment_gets_a_sentence(tmp_path: Path, text: str, sentence: str):
    with pytest.raises(InputError) as problem:
        load_experiment(experiment_file(tmp_path, text))
    assert sentence in str(problem.value)
    assert str(problem.value).startswith("experiment.toml: ")
