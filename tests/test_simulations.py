"""Every simulation still gives the numbers its README talks about; bad experiments get a sentence."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from coprod_sim.cli import main
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.model.arrays import play
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.experiment import (
    Experiment,
    differing,
    expected_of,
    find_simulation,
    load_experiment,
    read_expected,
    run,
    run_experiment,
    simulation_names,
    write_expected,
)
from coprod_sim.results.experiments.country import country_values
from coprod_sim.results.experiments.playing import play_series
from coprod_sim.results.experiments.points import plays_of
from coprod_sim.results.experiments.summary import blocks
from coprod_sim.scenarios import load_scenario
from coprod_sim.scenarios.scenario import changed

PLACE = Path(__file__).resolve().parents[1] / "simulations"
NAMES = [folder.name for folder in sorted(PLACE.iterdir()) if folder.is_dir()]
SLOW = {
    "03_trust_repair",
    "07_how_many_people_how_many_runs",
    "08_what_if_an_assumption_changes",
    "09_a_whole_country",
    "10_hundreds_of_ways",
    "11_what_matters_most",
    "12_when_it_does_not_pay",
}
RERUN = [pytest.param(n, marks=pytest.mark.slow) if n in SLOW else n for n in NAMES]
NUMBER = r"`(-?\d[\d,]*(?:\.\d+)?)`"
RANGE = re.compile(rf"{NUMBER}\s+\({NUMBER}\s+to\s+{NUMBER}\)")
LONGEST_SENTENCE = 25
NOT_KEYS = {"mean", "low", "high", "spread", "rank"}
HEADINGS = (
    "## Why it matters, and to whom", "## What is varied", "## What was found", "## Limits",
    "## Run it",
)  # fmt: skip


def readme(name: str) -> str:
    return (PLACE / name / "README.md").read_text(encoding="utf-8")


def found(text: str) -> str:
    return text.partition("## What was found")[2].partition("\n## ")[0]


def fits(quoted: str, values: pd.Series | pd.DataFrame) -> np.ndarray:
    """Say which values a quoted number may stand for, rounded to its own decimals."""
    decimals = len(quoted.partition(".")[2])
    limit = 0.5 * 10**-decimals + 0.5e-4 + 1e-9
    return np.abs(values.to_numpy(dtype=float) - float(quoted.replace(",", ""))) <= limit


def quotes_without_a_source(text: str, table: pd.DataFrame) -> list[str]:
    """List numbers that no row of the table gives; a mean and its range must share a row."""
    numbers = table.select_dtypes("number")
    orphans = []
    for mean, low, high in RANGE.findall(text):
        row = fits(mean, table["mean"]) & fits(low, table["low"]) & fits(high, table["high"])
        orphans += [] if row.any() else [f"{mean} ({low} to {high})"]
    alone = re.findall(NUMBER, RANGE.sub("", text))
    return orphans + [number for number in alone if not fits(number, numbers).any()]


def sentences(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n|\n- ", text):
        if not block.startswith(("#", "    ")):
            yield from re.split(r"(?<=[.!?])(?:\*\*)?\s+", " ".join(block.split()))


def copy_of(name: str, folder: Path, old: str, new: str) -> Path:
    """Copy a simulation with one change in its experiment."""
    copy = folder / name
    shutil.copytree(PLACE / name, copy)
    file = copy / "experiment.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def experiment_file(folder: Path, text: str) -> Path:
    path = folder / "experiment.toml"
    path.write_text(text, encoding="utf-8")
    return path


def small(**lines: str) -> str:
    """Write a small experiment, with some lines replaced or added."""
    usual = {
        "question": '"Why?"',
        "engagements": '["tickbox", "co_production"]',
        "measures": '["acceptance"]',
        "settings": '{ "people.citizens" = 60, "decisions.count" = 2 }',
        "runs": "8",
    }
    return "".join(f"{key} = {value}\n" for key, value in (usual | lines).items())


def result(folder: Path, text: str) -> pd.DataFrame:
    return run(load_experiment(experiment_file(folder, text)))


# The folders
@pytest.mark.parametrize("name", NAMES)
def test_every_folder_has_its_question_its_experiment_and_its_numbers(name: str):
    here = {path.name for path in (PLACE / name).iterdir()}
    assert here == {"README.md", "experiment.toml", "expected.csv"}


@pytest.mark.parametrize("name", RERUN)
def test_a_simulation_run_again_gives_what_is_expected(name: str):
    frame = run_experiment(PLACE / name)
    assert differing(frame, PLACE / name).empty
    assert frame.attrs["simulation"] == name


@pytest.mark.parametrize("name", NAMES)
def test_the_expected_numbers_are_kept_to_four_decimals_and_in_order(name: str):
    table = read_expected(PLACE / name)
    pd.testing.assert_frame_equal(table, expected_of(table))
    assert (table["low"] <= table["high"]).all()
    assert not table.duplicated([c for c in table if c not in NOT_KEYS]).any()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("runs = 100", "runs = 100\nassumptions = { trust_speed = 0.205 }"),
        ("runs = 100", "runs = 100\nseed = 2"),
        ("runs = 100", "runs = 99"),
        ('awareness = "tickbox"', "awareness = 0.42"),
    ],
)
def test_a_changed_parameter_does_not_give_what_is_expected(tmp_path: Path, old: str, new: str):
    folder = copy_of("02_leave_out_one_step", tmp_path, old, new)
    assert not differing(run_experiment(folder), folder).empty


def test_a_last_digit_that_rounds_otherwise_is_no_difference_but_a_missing_row_is():
    folder = PLACE / "02_leave_out_one_step"
    table = read_expected(folder)
    assert differing(table, folder).empty
    assert differing(table.assign(mean=table["mean"] + 0.0001), folder).empty
    assert len(differing(table.assign(mean=table["mean"] + 0.0002), folder)) == len(table)
    assert not differing(table.iloc[1:], folder).empty
    assert not differing(table.assign(group="all"), folder).empty


def test_the_numbers_to_expect_are_written_by_one_call(tmp_path: Path):
    experiment_file(tmp_path, small())
    path = write_expected(tmp_path)
    first = path.read_bytes()
    assert differing(run_experiment(tmp_path), tmp_path).empty
    assert write_expected(tmp_path, run_experiment(tmp_path)).read_bytes() == first


def test_without_expected_numbers_a_sentence_says_how_to_make_them(tmp_path: Path):
    with pytest.raises(InputError, match=r"there is no expected\.csv; .* --accept"):
        read_expected(tmp_path)


# A country of regions
REGIONS = """
[[regions]]
name = "North"
share = 0.335
[[regions]]
name = "South"
share = 0.665
share_less_heard = 0.5
trust = { country = "BG" }
"""


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
    assert isinstance(experiment, Experiment)
    plays = plays_of(experiment)
    values = country_values(experiment, plays)
    assert not np.array_equal(
        values["North"][0]["acceptance"], values["South"][0]["acceptance"], equal_nan=True
    )
    case = load_scenario("reference")
    setting = setting_of(case, population_of(case), 99)
    other = replace(setting, seed=7, drafts_from=99)
    assert np.array_equal(setting.drafts(0, 64), other.drafts(0, 64))
    assert len(np.unique(setting.drafts(0, 64))) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('over = ["not_ruled"]', "did you mean 'not_ruled_out'"),
        ('over = ["moved", "moved"]', "named twice"),
        ('over = ["moved"]\neach_assumption = {}', "over stands without"),
        (
            'over = ["moved"]\nvary = [{ name = "x", what = ["trust_speed"], values = [0.1] }]',
            "vary dials",
        ),
    ],
)
def test_kinds_of_sets_that_cannot_be_get_a_sentence(tmp_path: Path, line: str, said: str):
    text = 'question = "q"\nengagements = ["tickbox"]\nmeasures = ["trust"]\n' + line
    with pytest.raises(InputError, match=said):
        result(tmp_path, text)


def test_what_an_experiment_assumes_stays_under_every_set(tmp_path: Path):
    text = (
        'question = "q"\nengagements = ["tickbox"]\nmeasures = ["acceptance"]\nruns = 8\n'
        'over = ["as_assumed", "not_ruled_out"]\nsettings = { "people.citizens" = 60 }\n'
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


# The words
@pytest.mark.parametrize("name", NAMES)
def test_every_number_found_stands_in_the_expected_numbers(name: str):
    text = found(readme(name))
    assert len(re.findall(NUMBER, text)) >= 10
    assert quotes_without_a_source(text, read_expected(PLACE / name)) == []


def test_a_number_without_a_source_is_noticed():
    table = pd.DataFrame({"mean": [0.1234, 0.5], "low": [0.1, 0.4], "high": [0.2, 0.6]})
    fine = "`0.12` (`0.10` to `0.20`), `0.5` and `0.123`"
    assert quotes_without_a_source(fine, table) == []
    assert quotes_without_a_source("`0.12` (`0.40` to `0.60`)", table) == ["0.12 (0.40 to 0.60)"]
    assert quotes_without_a_source("`-0.12` and `0.14`", table) == ["-0.12", "0.14"]


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_says_all_it_should(name: str):
    text = readme(name)
    places = [text.find(heading) for heading in HEADINGS]
    assert places == sorted(places)
    assert places[0] > text.find("**The question.**") > 0
    assert f"    coprod-sim run {name}\n" in text
    assert "All numbers above come from `expected.csv`." in text
    assert "decide as equal" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_readme_speaks_in_short_sentences(name: str):
    long = [s for s in sentences(readme(name)) if len(s.split()) > LONGEST_SENTENCE]
    assert long == []


def test_the_overview_lists_every_simulation():
    text = (PLACE / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[(\w+)\]\(\1/\)", text, re.MULTILINE) == NAMES


# Finding them
def test_a_simulation_is_found_by_name_or_path_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert set(NAMES) <= set(simulation_names())
    folder = PLACE / NAMES[0]
    for name in (NAMES[0], str(folder), str(folder / "experiment.toml")):
        assert find_simulation(name).resolve() == folder


def test_simulations_here_come_before_those_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("mine", NAMES[0]):
        (tmp_path / "simulations" / name).mkdir(parents=True)
        experiment_file(tmp_path / "simulations" / name, small())
    monkeypatch.chdir(tmp_path)
    assert "mine" in simulation_names()
    assert find_simulation("mine") == tmp_path / "simulations" / "mine"
    assert find_simulation(NAMES[0]) == tmp_path / "simulations" / NAMES[0]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("03_trust_repare", "did you mean '03_trust_repair'"),
        ("nothing like it", "there is no simulation called 'nothing like it' (known: "),
        ("", "there is no simulation called ''"),
        (str(PLACE), "there is no experiment.toml in this folder"),
    ],
)
def test_an_unknown_simulation_gets_a_sentence(name: str, sentence: str):
    with pytest.raises(InputError) as problem:
        find_simulation(name)
    assert sentence in str(problem.value)


# What an experiment does
def town() -> tuple[Setting, dict[str, Arm]]:
    case = load_scenario("reference")
    case = changed(case, people=case.people.model_dump() | {"citizens": 80})
    names = ("in_name_only", "co_production")
    return setting_of(case, population_of(case), 5), {n: arm_of(load_engagement(n)) for n in names}


def test_a_series_of_the_same_engagement_is_that_engagement():
    setting, arms = town()
    alone = play_all(setting, [arms["co_production"]], 11)[0]
    assert np.array_equal(play_series(setting, [arms["co_production"]] * 3, 11), alone)


def test_a_series_changes_the_engagement_between_decisions():
    setting, arms = town()
    fake, good = arms["in_name_only"], arms["co_production"]
    mixed = play_series(setting, [fake, fake, good], 8)
    always = play_all(setting, [fake, good], 8)
    assert np.array_equal(mixed[:, :2], always[0, :, :2])
    assert not np.array_equal(mixed[:, 2], always[0, :, 2])
    steps = list(play(setting, [fake, good], range(8)))
    assert len(steps) == setting.decisions


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
    axes = {"co_production.influence": "0, 1", "people.citizens": "40, 60", "trust_speed": "0.1, 1"}
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


def test_every_assumption_is_moved_and_ranked(tmp_path: Path):
    frame = result(
        tmp_path,
        small(compare_with='"tickbox"', show='["change of difference"]') + "[each_assumption]\n",
    )
    sizes = frame.groupby("rank")["mean"].agg(lambda x: x.abs().max().round(4))
    assert list(sizes) == sorted(sizes, reverse=True)
    assert len(frame) == 2 * frame["assumption"].nunique() == 2 * frame["rank"].max()
    assert "plan_moves" not in set(frame["assumption"])


def test_trust_is_followed_from_before_the_first_decision(tmp_path: Path):
    series = '["in_name_only", "co_production"]'
    variant = f'[[variants]]\nname = "mixed"\nsequence = {series}\n'
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
        ("question = 5", "question: input should be a valid string"),
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
        (small(assumptions="{ trust_spede = 1 }"), "did you mean 'trust_speed'?"),
        (small(assumptions="{ trust_speed = nan }"), "must be an ordinary number"),
        (small() + VARIANT + "dials = { awarenes = 1 }", "did you mean 'awareness'?"),
        (small() + VARIANT + 'dials = { awarenes = "tickbox" }', "did you mean 'awareness'?"),
        (small() + VARIANT + "dials = { awareness = 2 }", "must be between 0 and 1"),
        (small() + VARIANT + "dials = { awareness = true }", "must be a number, or an engagement"),
        (small() + VARIANT + 'sequence = ["tickbox"]', "a sequence stands alone"),
        (small() + VARIANT + "dial = {}", "variants[0].dial is not a known setting"),
        (small() + VARIANT.replace("x", "x.y"), "must have no dot and no star"),
        (small() + AXIS + 'what = ["trust_spede"]', "did you mean 'trust_speed'?"),
        (small() + AXIS + 'what = ["tickbux.influence"]', "did you mean 'tickbox'?"),
        (small() + AXIS + 'what = ["tickbox.influense"]', "did you mean 'influence'?"),
        (small() + AXIS + "what = []", "vary[0].what"),
        (small() + AXIS.replace('"x"', '"mean"') + 'what = ["trust_speed"]', "is a column already"),
        (small() + 2 * (AXIS + 'what = ["trust_speed"]\n'), "that is varied 'x' is named twice"),
        (
            small() + f'[[vary]]\nname = "x"\nwhat = ["trust_speed"]\nvalues = {[0.5] * 6000}',
            "the limit is 10000; vary less",
        ),
        (
            small() + VARIANT.replace("engagement =", "sequence =").replace('"tickbox"', '["tickbox"]')
            + AXIS + 'what = ["x.influence"]',
            "the dials of a sequence cannot be turned",
        ),
    ],
)  # fmt: skip
def test_a_bad_experiment_gets_a_sentence(tmp_path: Path, text: str, sentence: str):
    with pytest.raises(InputError) as problem:
        load_experiment(experiment_file(tmp_path, text))
    assert sentence in str(problem.value)
    assert str(problem.value).startswith("experiment.toml: ")


# The command
def test_an_experiment_is_played_with_other_people_and_runs_but_only_its_file_is_accepted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = str(experiment_file(tmp_path, small(groups='["all"]') + REGIONS).parent)
    more = ["--citizens", "200", "--runs", "2", "--out", str(tmp_path)]
    assert main(["run", folder, *more]) == 0
    stored = pd.read_parquet(tmp_path / f"{tmp_path.name}.parquet")
    asked = stored.attrs["experiment"]
    assert (asked["runs"], asked["settings"]["people.citizens"]) == (2, 200)
    assert asked["settings"]["decisions.count"] == 2
    capsys.readouterr()
    assert main(["run", folder, "--runs", "2", "--accept"]) == 2
    assert "what is accepted must come from the file as it is" in capsys.readouterr().err
