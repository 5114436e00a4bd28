"""A sweep gives the same numbers however it is cut, shared out, stopped or extended."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from without_numba import printed_without_numba

from coprod_sim.assumptions import DECLARED
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.results.experiments import Axis, Experiment, load_experiment
from coprod_sim.results.experiments.design import points_of
from coprod_sim.results.experiments.loaded import read_in
from coprod_sim.results.sweeps import SweepResult, load_sweep, silent, sweep
from coprod_sim.results.sweeps.points import play_points
from coprod_sim.results.uncertainty import FREE
from coprod_sim.scenarios import load_scenario

SMALL: dict[str, Any] = {
    "engagements": ("tickbox", "co_production"),
    "settings": {"people.citizens": 60, "decisions.count": 2},
    "points": 16,
    "runs": 4,
}
INFLUENCE = Axis(what=("co_production.influence",))
DRAFT = Axis(what=("decisions.draft",), low=0.0, high=1.5)
SIGNAL = Axis(what=("signal_merit",))


def small(*vary: Axis, **changes: Any) -> Experiment:
    return Experiment(**(SMALL | {"vary": vary or (INFLUENCE, DRAFT, SIGNAL)} | changes))


def played(design: Experiment, **how: Any) -> SweepResult:
    return sweep(design, **({"on_progress": silent, "threads": 1} | how))


def design_file(folder: Path, text: str) -> Path:
    path = folder / "design.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def swept() -> SweepResult:
    return played(small())


# What a point gives
def test_a_point_gives_what_a_comparison_of_the_same_case_gives(swept: SweepResult):
    row = swept.points.loc[5]
    case = load_scenario("reference").but(
        {"people.citizens": 60, "decisions.count": 2, "decisions.draft": row["draft"]},
        assumptions={"signal_merit": row["signal_merit"]},
    )
    found = compare(case, ["tickbox"], runs=4, draws=0, seed=1)
    for measure in ("acceptance", "trust", "quality"):
        assert swept.values(measure, "tickbox")[5] == pytest.approx(
            found.value("tickbox", measure)["mean"], abs=1e-14
        )


def test_a_gain_is_the_difference_between_two_values_with_less_spread_than_either(
    swept: SweepResult,
):
    gain = swept.values("trust", "co_production") - swept.values("trust", "tickbox")
    assert np.allclose(gain, swept.gains("trust"), atol=1e-12)
    spread = swept.frame.groupby("what")["trust_spread"].mean()
    assert spread["difference"] < spread["value"] / 2


def test_a_point_is_the_same_alone_as_in_company(swept: SweepResult):
    row = swept.points.loc[11]
    alone = small(
        *(
            Axis(name=name, what=one.what, values=(row[name],))
            for name, one in zip(row.index, (INFLUENCE, DRAFT, SIGNAL), strict=True)
        ),
        method="list",
    )
    mine = swept.frame[swept.frame["point"] == 11].assign(point=0).reset_index(drop=True)
    pd.testing.assert_frame_equal(played(alone).frame, mine, check_exact=True)


def test_with_luck_of_its_own_a_point_still_shares_it_among_the_variants():
    design = small(luck="own", points=4)
    assert played(design).digest == played(design, chunk=1).digest
    assert played(design).digest != played(small(points=4)).digest
    spread = played(design).frame.groupby("what")["trust_spread"].mean()
    assert spread["difference"] < spread["value"] / 2


def test_every_assumption_can_be_varied_at_once():
    own = {"assumptions": {"capture": 0.4}, "assumptions_from": "plausible", "points": 2}
    swept = played(small(INFLUENCE, **own))
    assert set(swept.inputs) == {"influence", *FREE} - {"capture"}
    about = DECLARED["signal_merit"]
    low, high = swept.inputs["signal_merit"].low, swept.inputs["signal_merit"].high
    assert (low, high) == (about.least, about.most)


def test_a_sweep_over_seats_begins_at_two_because_none_means_room_for_all():
    seats = Axis(what=("co_production.seats",), low=20, high=200)
    values = played(small(seats, points=4)).points["seats"]
    assert values.between(20, 200).all()
    assert played(small(Axis(what=("co_production.seats",)), points=4)).points["seats"].min() >= 2


# The same numbers, however they are made
def test_threads_and_stretches_change_nothing(swept: SweepResult):
    for how in ({"threads": 2}, {"chunk": 1}, {"chunk": 5, "threads": 2}, {"chunk": 64}):
        assert played(small(), **how).digest == swept.digest


def test_where_numba_is_missing_the_plain_engine_gives_the_same_digest(swept: SweepResult):
    code = "import test_sweep\nprint(test_sweep.played(test_sweep.small()).digest)"
    assert printed_without_numba(code) == swept.digest


def test_another_seed_or_one_changed_number_gives_another_digest(swept: SweepResult):
    assert played(small(seed=2)).digest != swept.digest
    other = SweepResult(experiment=swept.experiment, frame=swept.frame.copy())
    other.frame.loc[3, "trust"] = np.nextafter(other.frame.loc[3, "trust"], 1.0)
    assert other.digest != swept.digest


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**63),
    inputs=st.integers(1, 9),
    short=st.integers(1, 130),
    more=st.integers(1, 400),
)
def test_a_longer_design_keeps_every_point_of_the_shorter(
    seed: int, inputs: int, short: int, more: int
):
    vary = tuple(Axis(name=f"x{k}", what=("*.openness",)) for k in range(inputs))
    one, other = (
        points_of(read_in(small(*vary, points=n, seed=seed))) for n in (short, short + more)
    )
    assert other[:short] == one
    assert len({tuple(p.labels.values()) for p in other}) == short + more


def test_sobol_points_fill_every_slice_evenly():
    rows = pd.DataFrame([p.labels for p in points_of(read_in(small(INFLUENCE, DRAFT, points=64)))])
    for name, high in (("influence", 1.0), ("draft", 1.5)):
        assert set(np.histogram(rows[name], 64, (0.0, high))[0]) == {1}


def test_levels_and_whole_numbers_are_kept_to():
    vary = (
        Axis(what=("decisions.draft",), low=0, high=1.6, levels=4),
        Axis(what=("people.citizens",), low=50, high=60),
        Axis(what=("co_production.influence",), values=(0.2, 0.9)),
    )
    rows = pd.DataFrame([p.labels for p in points_of(read_in(small(*vary, points=64)))])
    assert sorted(rows["draft"].unique()) == pytest.approx([0.2, 0.6, 1.0, 1.4])
    assert set(rows["citizens"]) <= set(range(50, 61))
    assert rows["influence"].value_counts().to_dict() == {0.2: 32, 0.9: 32}


def test_a_grid_takes_every_combination_and_a_list_goes_side_by_side():
    vary = (
        Axis(what=("co_production.influence",), values=(0.1, 0.5)),
        Axis(what=("decisions.draft",), values=(0, 1)),
    )
    grid = played(small(*vary, method="grid")).points
    side = played(small(*vary, method="list")).points
    assert grid.to_numpy().tolist() == [[0.1, 0], [0.1, 1], [0.5, 0], [0.5, 1]]
    assert side.to_numpy().tolist() == [[0.1, 0], [0.5, 1]]


# Kept, resumed, extended
def test_a_resumed_or_extended_sweep_plays_only_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swept: SweepResult
):
    times: list[int] = []

    def counted(job: Any, points: Any, threads: int) -> Any:
        times.extend(number for number, _ in points)
        return play_points(job, points, threads)

    monkeypatch.setattr("coprod_sim.results.sweeps.local.play_points", counted)
    played(small(points=8), out=tmp_path, chunk=3)
    assert played(small(points=16), out=tmp_path, chunk=5).digest == swept.digest
    assert sorted(times) == list(range(16))
    assert played(small(points=16), out=tmp_path).digest == swept.digest
    assert len(times) == 16
    assert load_sweep(small(points=16), tmp_path).digest == swept.digest


def test_a_torn_file_is_played_again(tmp_path: Path, swept: SweepResult):
    played(small(), out=tmp_path, chunk=4)
    first, second, *_ = sorted(tmp_path.glob("*/points-*.npz"))
    first.write_bytes(first.read_bytes()[:100])
    second.write_bytes(b"")
    (first.parent / "points-x.npz.part").write_bytes(b"half")
    assert played(small(), out=tmp_path).digest == swept.digest
    assert not list(tmp_path.glob("*/*.part"))


def test_what_a_changed_rule_or_setting_gives_is_never_mixed_with_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    played(small(points=2), out=tmp_path)
    played(small(points=2, runs=5), out=tmp_path)
    with monkeypatch.context() as changes:
        for place in ("experiments.loaded", "sweeps.points"):
            changes.setattr(f"coprod_sim.results.{place}.code_version", lambda: "edited")
        played(small(points=2), out=tmp_path)
    assert len([p for p in tmp_path.iterdir() if p.is_dir()]) == 3


# One bad point
def test_a_point_that_cannot_be_played_is_named_and_the_rest_finish(tmp_path: Path):
    vary = Axis(what=("people.share_less_heard",), values=(0.3, 0.01, 0.4))
    design = small(vary, method="list", settings={"people.citizens": 20})
    swept = played(design, out=tmp_path)
    assert sorted(swept.points.index) == [0, 2]
    assert list(swept.failed) == [1]
    assert "at least one person is needed in each" in swept.failed[1]
    assert played(design, out=tmp_path).digest == swept.digest
    assert played(design, out=tmp_path, retry=True).failed == swept.failed


def test_when_every_point_fails_the_reason_is_a_sentence():
    vary = Axis(what=("people.share_less_heard",), values=(0.01,))
    with pytest.raises(InputError, match=r"no point gave a result; the first reason: .*at least"):
        played(small(vary, method="list", settings={"people.citizens": 20}))


# Bad designs
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('engagements = ["tickbx"]', "did you mean 'tickbox'"),
        ('[[vary]]\nwhat = ["tickbox.influense"]', "is no dial; did you mean 'influence'"),
        ('[[vary]]\nwhat = ["people.citizen"]', "did you mean 'citizens'"),
        ('[[vary]]\nwhat = ["signal_mert"]', "did you mean 'signal_merit'"),
        ('[[vary]]\nwhat = ["nobody.influence"]', "'nobody'.*is no variant"),
        ('[[vary]]\nwhat = ["*.influence"]\nlow = 0.9\nhigh = 0.1', "low must be below high"),
        ('[[vary]]\nwhat = ["*.influence"]\nhigh = 1.4', "inside 0 to 1, but they are 0 and 1.4"),
        (
            '[[vary]]\nwhat = ["*.seats"]\nlow = 0\nhigh = 80',
            "inside 2 to 10000, but they are 0 and 80",
        ),
        ('[[vary]]\nname = "trust"\nwhat = ["*.influence"]', "'trust' is a column already"),
        ('method = "grid"\n[[vary]]\nwhat = ["*.influence"]', "needs values for the method 'grid'"),
        ("decisions = [9]\n[[vary]]\nwhat = ['signal_merit']", "between 0 and 6, but one is 9"),
        ("points = 0", "points must be at least 1, but is 0"),
        ("", "Nothing is varied"),
        ('[[vary]]\nwhat = ["campaign.strength"]', "has no campaign"),
    ],
)
def test_a_wrong_design_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
):
    head = "" if text.startswith("engagements") else 'engagements = ["tickbox"]\n'
    file = design_file(tmp_path, head + text)
    assert main(["sweep", str(file), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert re.search(sentence, said), said
    assert "Traceback" not in said


def test_a_campaign_can_be_brought_along(tmp_path: Path):
    file = design_file(
        tmp_path,
        'engagements = ["tickbox"]\nsettings = { "people.citizens" = 60 }\nruns = 2\npoints = 4\n'
        "campaign = { decision = 3, strength = 0.0, reach = 0.6 }\n"
        '[[vary]]\nwhat = ["campaign.strength"]\nhigh = 0.8\n',
    )
    swept = played(load_experiment(file))
    assert swept.values("acceptance", "tickbox").nunique() == 4


# The command
def test_the_command_ends_with_the_digest_and_can_extend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = design_file(
        tmp_path,
        'engagements = ["tickbox"]\nsettings = { "people.citizens" = 60 }\nruns = 2\npoints = 4\n'
        '[[vary]]\nwhat = ["tickbox.influence"]\n',
    )
    out = tmp_path / "out"
    assert main(["sweep", str(file), "--out", str(out), "--threads", "1"]) == 0
    short = capsys.readouterr().out.splitlines()
    assert main(["sweep", str(file), "--out", str(out), "--extend", "--threads", "2"]) == 0
    long = capsys.readouterr().out.splitlines()
    expected = played(load_experiment(file).with_points(8))
    assert short[-1] == f"digest: {played(load_experiment(file)).digest}"
    assert long[-1] == f"digest: {expected.digest}"
    stored = pd.read_parquet(out / "results.parquet")
    pd.testing.assert_frame_equal(stored, expected.frame, check_exact=True)
    assert stored.attrs["digest"] == expected.digest
