"""One variant gives one number, by whatever door it is played: compare, stream, experiment, sweep, player."""

from pathlib import Path

import numpy as np
import pytest

import coprod_sim
from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.results import Variant, compare
from coprod_sim.results.experiments import Axis, Experiment
from coprod_sim.results.experiments.loaded import MODEL_TEXT, code_version
from coprod_sim.results.player import play, trial_of
from coprod_sim.results.simulations import run
from coprod_sim.results.streaming import stream
from coprod_sim.results.sweeps import silent, sweep
from coprod_sim.scenarios import load_scenario

SMALL = {"people.citizens": 60.0, "decisions.count": 3.0}
CASE = load_scenario("reference").but(SMALL)
TURNED = Variant(
    name="turned", engagement="co_production", dials={"feedback": 0.25, "openness": "tickbox"},
    assumptions={"signal_fairness": 0.2},
)  # fmt: skip
SERIES = Variant(name="series", before=("in_name_only",), engagement="co_production")
TRUST = {"turned": 0.37148013125048857, "series": 0.38497271102052155}
"""Trust after the third decision in the first run with seed 7."""


def last(found, name: str) -> float:
    frame = found.frame
    rows = frame[
        (frame["engagement"] == name) & (frame["decision"] == 3) & (frame["group"] == "all")
    ]
    return float(rows["trust"].iloc[0])


@pytest.mark.parametrize("variant", [TURNED, SERIES], ids=lambda v: v.name)
def test_a_variant_gives_the_same_bits_by_every_door(variant: Variant):
    trust = TRUST[variant.name]
    assert play([trial_of(CASE, variant)], 1, seed=7)[0].last("trust")[0] == trust
    assert last(compare(CASE, [variant], runs=1, draws=0, seed=7), variant.name) == trust
    streamed = stream(CASE, [variant], runs=1, seed=7).ranges.loc[(variant.name, 3, "all", "trust")]
    assert streamed["mean"] == round(trust * 2**40) / 2**40  # it adds up in steps of so much
    asked = Experiment(
        variants=(variant,), settings=SMALL, measures=("trust",), runs=1, seed=7,
        vary=(Axis(what=("merit_slope",), values=(0.9,)),),
    )  # fmt: skip
    assert run(asked)["mean"].tolist() == [trust]
    assert sweep(asked, on_progress=silent).values("trust", variant.name).tolist() == [trust]


def test_a_series_is_told_from_its_last_engagement_alone():
    alone = compare(CASE, ["co_production"], runs=1, draws=0, seed=7)
    assert last(alone, "co_production") != TRUST["series"]


def test_what_a_variant_assumes_stays_under_every_other_set():
    found = compare(CASE, [TURNED, "co_production"], runs=1, draws=2, seed=7).frame
    nothing = {"signal_fairness": 0.0, "signal_merit": 0.0}
    pinned = Variant(name="pinned", engagement="co_production", assumptions=nothing)
    still = compare(CASE, [pinned], runs=8, draws=2, seed=7).frame
    whole = still[still["group"] == "all"].groupby(["draw", "run"])["trust"]
    assert whole.nunique().eq(1).all()  # trust never moves, whatever else is assumed
    assert found.groupby("draw")["trust"].first().nunique() == 3


def test_a_comparison_has_one_case_for_all():
    other = Variant(name="other", engagement="tickbox", settings={"people.citizens": 80})
    with pytest.raises(InputError, match="a comparison has one case for all"):
        compare(CASE, ["tickbox", other], runs=1, draws=0)


def test_the_design_follows_from_what_is_varied():
    values = Axis(what=("*.openness",), values=(0.1, 0.5))
    ends = Axis(what=("*.feedback",))
    ways = {"engagements": ("tickbox",)}
    grid = Experiment(**ways, vary=(values,))
    assert (grid.method, grid.answer, grid.runs) == ("grid", "ranges", 100)
    for sobol in (
        Experiment(**ways, vary=(values, ends)),
        Experiment(**ways, points=8, vary=(values,)),
    ):
        assert (sobol.method, sobol.answer, sobol.runs) == ("sobol", "spread", 8)
    for method in ("grid", "list"):
        named = Experiment(**ways, vary=(values,), method=method)
        assert (named.method, named.answer, named.runs) == (method, "spread", 8)
        assert Experiment(**ways, vary=(values,), method=method, runs=24).runs == 24
    again = grid.but(engagements=("co_production",))
    assert (again.method, again.answer, again.runs) == ("grid", "ranges", 100)
    with pytest.raises(ValueError, match="a sweep has one scenario"):
        Experiment(**ways, scenarios=("reference", "west_dulwich"), vary=(ends,))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"people.citisens": 60}, "did you mean 'citizens'?"),
        ({"peple.citizens": 60}, "did you mean 'people'?"),
        ({"people.citizens": 5}, "reference: people.citizens must be between 20 and 50,000,000"),
        ({"campaign.reach": 0.5}, "reference has no campaign, so campaign.reach cannot be changed"),
        ({"assumptions.merit_slop": 0.5}, "did you mean 'merit_slope'?"),
        ({"assumptions.merit_slope": 4.0}, "merit_slope must be between 0 and 3, but is 4"),
    ],
)
def test_a_case_is_changed_in_one_way_and_refuses_what_cannot_be(changes, said: str):
    case = load_scenario("reference")
    with pytest.raises(InputError) as problem:
        case.but(changes)
    assert said in str(problem.value)


def test_an_engagement_is_changed_in_the_same_way():
    way = load_engagement("tickbox")
    quiet = way.but({"asked": 0, "feedback": 1}, title="Quiet")
    assert (quiet.asked, quiet.feedback, quiet.title) == (False, 1.0, "Quiet")
    assert (way.asked, quiet.influence) == (True, way.influence)
    with pytest.raises(InputError, match=r"tickbox: influense .* did you mean 'influence'"):
        way.but(influense=0.4)
    with pytest.raises(InputError, match="influence must be between 0 and 1, but is 2"):
        way.but(influence=2)


def test_the_code_that_names_a_sweep_holds_every_file_it_speaks_of(monkeypatch, tmp_path: Path):
    root = Path(coprod_sim.__file__).parent
    assert [name for name in MODEL_TEXT if not (root / name).exists()] == []
    copy = tmp_path / "coprod_sim"
    for name in MODEL_TEXT:
        files = (root / name).rglob("*.py") if (root / name).is_dir() else [root / name]
        for file in files:
            place = copy / file.relative_to(root)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    monkeypatch.setattr("coprod_sim.results.experiments.loaded.resources.files", lambda _: copy)
    names = {code_version.__wrapped__()}
    assert names == {code_version()}
    for name in ("model/rules.py", "results/player.py", "results/variant.py", "results/effort.py"):
        (copy / name).write_text(
            (copy / name).read_text(encoding="utf-8") + "#\n", encoding="utf-8"
        )
        names.add(code_version.__wrapped__())
    assert len(names) == 5
    assert np.all([name.startswith(coprod_sim.__version__) for name in names])
