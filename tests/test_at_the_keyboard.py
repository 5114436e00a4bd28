"""What an analyst types at a keyboard works, or is refused in a sentence with the nearest right spelling."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import coprod_sim
from coprod_sim import Axis, Experiment, InputError, compare, load_scenario, stream, sweep
from coprod_sim.model.measures import MEASURES
from coprod_sim.results import load, save
from coprod_sim.results.attribution import channel_shares, step_shares
from coprod_sim.results.discovery import goal_seek, play_outcomes, trust_repair
from coprod_sim.results.sweeps import silent

CASE = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})
WAYS = ["tickbox", "co_production"]
FROM_TO = ("tickbox", "co_production")
DESIGN = {
    "question": "What is influence worth?", "engagements": WAYS, "points": 2, "runs": 1,
    "vary": [{"what": ["co_production.influence"]}], "settings": {"people.citizens": 60},
}  # fmt: skip


@pytest.fixture(scope="module")
def comparison():
    return compare(CASE, WAYS, runs=8, draws=2)


def test_what_people_use_is_at_the_top_and_loads_when_it_is_asked_for():
    for name in coprod_sim.__all__:
        assert getattr(coprod_sim, name) is not None
        assert name in dir(coprod_sim)
    stub = Path(coprod_sim.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert [name for name in coprod_sim.__all__ if f" as {name}\n" not in stub] == []
    with pytest.raises(AttributeError, match="has no attribute 'compar'"):
        _ = coprod_sim.compar
    heavy = "import coprod_sim, sys; print({'numpy', 'pandas', 'pydantic'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"


REFUSED = [
    (lambda: compare(CASE, WAYS, runs=8, threads=-3), "threads must be between 1 and 1024, but is -3"),
    (lambda: compare(CASE, WAYS, runs=8, draws=0, threads=0), "threads must be between 1 and 1024"),
    (lambda: compare(CASE, WAYS, runs=8, draws=0, threads=1.5), "threads must be a whole number"),
    (lambda: stream(CASE, WAYS, runs=8, threads=-3), "threads must be between 1 and 1024, but is -3"),
    (lambda: compare(CASE, WAYS, runs=True), "runs must be a whole number, but is True"),
    (lambda: compare(CASE, WAYS, runs=8.5), "runs must be a whole number, but is 8.5"),
    (lambda: compare(CASE, WAYS, runs="8"), "runs must be a whole number, but is '8'"),
    (lambda: compare(CASE, WAYS, over=None), "over must be text, but is None"),
    (lambda: step_shares(CASE, *FROM_TO, "trsut"), "'trsut' is not a measure; did you mean 'trust'?"),
    (lambda: channel_shares(CASE, *FROM_TO, "trsut"), "did you mean 'trust'?"),
    (lambda: step_shares(CASE, *FROM_TO, threads=-3), "threads must be between 1 and 1024"),
    (lambda: step_shares(CASE, *FROM_TO, runs=0), "runs must be between 1 and"),
    (lambda: step_shares(CASE, "tickbx", "co_production"), "did you mean 'tickbox'?"),
    (lambda: trust_repair(CASE, *FROM_TO, runs=0), "runs must be between 1 and"),
    (lambda: trust_repair(CASE, *FROM_TO, most_bad=0), "most_bad must be between 1 and 49"),
    (lambda: trust_repair("refrence", *FROM_TO), "did you mean 'reference'?"),
    (lambda: goal_seek(CASE, *FROM_TO, target=35), "target must be between 0 and 1, but is 35"),
    (lambda: goal_seek(CASE, *FROM_TO, target="35"), "target must be a number, but is '35'"),
    (lambda: goal_seek(CASE, *FROM_TO, target=0.3, measure="trsut"), "did you mean 'trust'?"),
    (lambda: play_outcomes(CASE, *FROM_TO, points=0), "points must be between 1 and"),
    (lambda: play_outcomes(CASE, "tickbx", "co_production"), "did you mean 'tickbox'?"),
    (lambda: sweep(DESIGN, threads=-3, on_progress=silent), "threads must be between 1 and 1024"),
    (lambda: sweep(DESIGN, chunk=0, on_progress=silent), "chunk must be between 1 and"),
    (lambda: sweep({"engagment": WAYS}), "engagment is not a known setting; did you mean 'engagements'?"),
    (lambda: sweep(5), "the experiment must be an Experiment, a table of its settings, or the path"),
    (lambda: sweep("nowhere.toml"), "nowhere.toml: No such file"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_is_said_in_a_sentence(asked, said: str):
    with pytest.raises(InputError) as refused:
        asked()
    assert said in str(refused.value)


def test_names_paths_and_values_are_taken_alike():
    by_name = step_shares("reference", *FROM_TO, runs=8)
    by_value = step_shares(load_scenario("reference"), *FROM_TO, runs=8)
    assert by_name.equals(by_value)
    assert (
        trust_repair(CASE, "tickbox", "co_production", most_bad=1, decisions=1, runs=8).decisions
        == 1
    )


def test_a_table_is_as_good_as_an_experiment_for_a_sweep():
    written = Experiment(
        **DESIGN | {"vary": (Axis(what=("co_production.influence",)),), "engagements": tuple(WAYS)}
    )
    assert sweep(DESIGN, on_progress=silent).digest == sweep(written, on_progress=silent).digest


def test_numpys_numbers_go_into_files_as_plain_ones(tmp_path):
    found = compare(
        CASE.but({"people.citizens": np.int64(60)}), WAYS, runs=np.int64(8), draws=np.int32(0),
        seed=np.int64(3),
    )  # fmt: skip
    assert load(save(found.frame, tmp_path)[0]).attrs["seed"] == 3


def test_every_table_says_what_its_columns_mean(comparison, tmp_path):
    steps = step_shares(CASE, *FROM_TO, runs=8)
    channels = channel_shares(CASE, *FROM_TO, runs=8)
    whole = sweep(DESIGN, on_progress=silent)
    swept, (varied,) = whole.frame, whole.inputs
    for table in (
        comparison.frame, comparison.ranges, comparison.differences, comparison.resilience, steps,
        channels, swept,
    ):  # fmt: skip
        told = table.attrs["columns"]
        levels = [name for name in table.index.names if name]
        assert list(told) == [*levels, *table.columns]
        assert all(about["means"] and about["kind"] for about in told.values())
    cost = sweep(DESIGN | {"measures": ["trust", "weeks"]}, on_progress=silent).frame
    assert cost.attrs["columns"]["weeks"]["unit"] == "weeks a decision"
    told = comparison.frame.attrs["columns"]
    for name, (measure, _) in MEASURES.items():
        assert told[name]["unit"] == measure.unit
        values = comparison.frame[name].dropna()
        assert values.between(told[name]["low"], told[name]["high"]).all(), name
    assert "varied: " in swept.attrs["columns"][varied]["means"]
    spread = swept.attrs["columns"]["acceptance_spread"]
    assert spread["means"].startswith("standard deviation over the runs of: Acceptance")
    assert load(save(comparison.frame, tmp_path)[0]).attrs["columns"] == told
