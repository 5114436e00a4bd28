"""What is asked in Python is taken as in a file, NumPy's numbers too, or refused in a sentence."""

from pathlib import Path

import numpy as np
import pytest

from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.library_files import check
from coprod_sim.model.civic_model import CivicModel
from coprod_sim.results import Variant, compare
from coprod_sim.results.experiments import Axis, Experiment, load_experiment
from coprod_sim.results.simulations import run
from coprod_sim.results.streaming import stream
from coprod_sim.results.sweeps import silent, sweep
from coprod_sim.scenarios import load_scenario

CASE = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})
TOO_LONG = Variant(name="late", engagement="co_production", before=("tickbox", "tickbox"))
NO_ROOM = "late has 2 engagements before its own, but reference takes 2 decisions"


@pytest.fixture(scope="module")
def compared():
    return compare(CASE, ["tickbox", "co_production"], runs=2, draws=0)


@pytest.mark.parametrize("door", [compare, stream])
def test_a_comparison_has_one_baseline_for_all(door):
    other = Variant(name="co_production", compare_with="tickbox")
    with pytest.raises(InputError, match="co_production names what it is compared with"):
        door(CASE, [other, "tickbox"], runs=1)


@pytest.mark.parametrize("door", [compare, stream])
def test_a_series_longer_than_the_decisions_is_refused(door):
    with pytest.raises(InputError, match=NO_ROOM):
        door(CASE, [TOO_LONG], runs=1)


def test_a_series_longer_than_the_decisions_is_refused_in_experiments_of_each_design(tmp_path):
    small = {"decisions.count": 2.0}
    for settled in (Axis(what=("merit_slope",), values=(0.9,)), Axis(what=("merit_slope",))):
        asked = Experiment(variants=(TOO_LONG,), settings=small, runs=8, points=1, vary=(settled,))
        with pytest.raises(InputError, match=NO_ROOM):
            sweep(asked, on_progress=silent)
    with pytest.raises(InputError, match=NO_ROOM):
        run(Experiment(variants=(TOO_LONG,), settings=small, runs=1))
    file = tmp_path / "late.toml"
    variant = (
        '[[variants]]\nname = "late"\nengagement = "tickbox"\nbefore = ["tickbox", "tickbox"]\n'
    )
    for design in ('method = "grid"\n', 'method = "sobol"\n'):
        file.write_text(f"{design}settings = {{ 'decisions.count' = 2 }}\n{variant}")
        with pytest.raises(InputError, match=f"late.toml: {NO_ROOM}"):
            load_experiment(file)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"decision": 0}, "decision must be between 1 and 2, but is 0"),
        ({"decision": 3}, "decision must be between 1 and 2, but is 3"),
        ({"decision": 1.5}, "decision must be a whole number, but is 1.5"),
        (
            {"engagement": "tickbux"},
            "'tickbux' is not one of those compared; did you mean 'tickbox'?",
        ),
        ({"measure": "trsut"}, "'trsut' is not a measure; did you mean 'trust'?"),
        ({"group": "al"}, "'al' is not a group; did you mean 'all'?"),
        ({"group": None}, "group must be text, but is None"),
    ],
)
def test_what_was_not_compared_is_said(compared, asked, said):
    with pytest.raises(InputError) as problem:
        compared.value(**{"engagement": "tickbox", "measure": "trust"} | asked)
    assert str(problem.value) == said


def test_the_first_decision_is_not_the_last(compared):
    first, last = (compared.value("tickbox", "trust", decision=d) for d in (1, np.int64(2)))
    assert first != last == compared.value("tickbox", "trust")


def test_numpy_numbers_are_numbers(compared):
    again = compare(
        CASE, ["tickbox", "co_production"], runs=np.int64(2), draws=np.int32(0), seed=np.uint8(1)
    )
    assert again.value("tickbox", "trust") == compared.value("tickbox", "trust")
    assert [type(again.origin[k]) for k in ("runs", "draws", "seed")] == [int] * 3
    for size in (np.int64(60), np.float64(60), np.float32(60), 60):
        assert CASE.but({"people.citizens": size}) == CASE
    turned = Variant(
        name="tickbox", dials={"influence": np.float64(0.5), "asked": np.int64(1)},
        assumptions={"trust_speed": np.float32(0.5)}, settings={"people.citizens": np.int64(60)},
    )  # fmt: skip
    assert turned == turned.but()
    assert [*map(type, turned.dials.values())] == [float, int]
    asked = Experiment(
        engagements=("tickbox",), points=np.int64(4), runs=np.int16(8), decisions=(np.int64(1),),
        vary=({"what": ["*.feedback"], "values": np.linspace(0, 1, 3)},),
    )  # fmt: skip
    assert (type(asked.points), asked.vary[0].values) == (int, (0.0, 0.5, 1.0))


@pytest.mark.parametrize(
    ("door", "name", "value"),
    [
        (door, name, value)
        for door in (compare, stream)
        for name in ("runs", "draws", "seed")
        for value in (4.5, "4", None, np.float64(5.5))
        if (door, name, value) != (compare, "draws", None)  # as many models as usual
    ],
)
def test_no_size_and_no_seed_is_half_a_number(door, name, value):
    with pytest.raises(InputError, match=f"{name} must be a whole number, but is"):
        door(CASE, ["tickbox"], **{"runs": 1, "draws": 0} | {name: value})


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Variant(name="a", dyals={}), "a: dyals is not a known setting; did you mean 'dials'?"),
        (lambda: Variant(name="a.b"), "a.b: the file: the name 'a.b' must have no dot and no star in it"),
        (lambda: Axis(what=("x",), low=2, high=1), "axis: the file: low must be below high"),
        (lambda: Axis(name=3, what=["x"]), "3: name must be a text, but is 3"),
        (lambda: Experiment(engagements=["tickbox"], runs=0), "runs must be between 1 and"),
        (
            lambda: Experiment(engagements=["tickbox"], vary=[{"what": ["x"], "levles": 2}]),
            "experiment: vary[0].levles is not a known setting; did you mean 'levels'?",
        ),
    ],
)  # fmt: skip
def test_a_value_made_in_python_is_refused_in_the_same_sentence_as_in_a_file(make, said):
    with pytest.raises(InputError) as problem:
        make()
    assert said in str(problem.value)


@pytest.mark.parametrize("given", ["tickbox", Path("x.toml"), load_engagement("tickbox"), 5])
def test_what_is_compared_is_a_list(given):
    with pytest.raises(InputError, match=r"must be a list, such as \['tickbox'\]"):
        compare(CASE, given)


@pytest.mark.parametrize("given", [None, {}, 5])
def test_a_case_and_an_engagement_have_a_name_or_are_one(given):
    with pytest.raises(InputError, match="the scenario must be a name in the library"):
        compare(given, ["tickbox"])
    with pytest.raises(InputError, match="the scenario must be a name in the library"):
        CivicModel(given)
    with pytest.raises(InputError, match="the engagement must be a name in the library"):
        compare(CASE, [given])


def test_a_path_names_a_case_as_text_does(tmp_path):
    with pytest.raises(InputError, match=r"none\.toml: No such file"):
        compare(tmp_path / "none.toml")
    assert load_scenario(Path("reference")) == load_scenario("reference")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"scenario": "x"}, 'scenario is not a known setting any more; write scenarios = ["x"]'),
        (
            {"scenarios": "reference"},
            'scenarios must be a list in square brackets: write scenarios = ["reference"]',
        ),
        ({"decisions": 3}, "decisions must be a list in square brackets: write decisions = [3]"),
        (
            {"variants": [{"name": "a", "sequence": ["tickbox", "a"]}]},
            "variants[0].sequence is not a known setting any more; put all but the last into `before`",
        ),
    ],
)
def test_an_old_file_is_told_what_to_write_now(table, said):
    with pytest.raises(InputError) as problem:
        check(Experiment, {"engagements": ["tickbox"]} | table, "old.toml")
    assert f"old.toml: {said}" in str(problem.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"run": 0.9}, "run must be a whole number, but is 0.9"),
        ({"run": -1}, "run must be between 0 and"),
        ({"rng": -1}, "rng must be between 0 and"),
        ({"rng": 2**64}, "rng must be between 0 and"),
    ],
)
def test_a_model_has_a_whole_run_and_seed(given, said):
    with pytest.raises(InputError, match=said):
        CivicModel(CASE, **given)
