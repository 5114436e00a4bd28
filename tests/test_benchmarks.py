"""What is measured is the same model in all three tools, and the figures keep their names."""

import json
import re
from pathlib import Path
from statistics import fmean

import numpy as np
import pytest

from benchmarks import __main__ as command
from benchmarks import engine, reference_mesa, reference_numpy
from benchmarks.figures import Figure, table
from benchmarks.room import __main__ as room_command
from benchmarks.room.load import MEANINGS
from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.memory import make_state
from coprod_sim.model.setting import arm_of
from coprod_sim.model.sums import PLACE

CITIZENS, DECISIONS = 1000, 6
SHARED = {
    name: name for name in ("acceptance", "votes", "trust", "knowledge", "fairness", "informed")
}
SHARED |= {"quality": "merit", "took_part": "part"}
KEYS = [
    "ensemble_vs_mesa", "ensemble_vs_numpy", "threads_2_vs_1", "drag_frame_share",
    "wasm_vs_native", "site_kb", "first_number_s", "million_vs_thousand",
    "ten_million_vs_million", "bytes_per_citizen",
    "ns_per_citizen_decision",
]  # fmt: skip
ROOM_KEYS = [
    "participants", "seconds", "votes_acknowledged", "votes_lost", "p50_ms", "p95_ms",
    "p50_ms_with_model", "p95_ms_with_model", "longest_ms_with_kills", "server_kills_survived",
    "all_joined_seconds", "question_seen_seconds", "trainer_lag_seconds",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("plain", "runs"), [(reference_numpy, 100), (reference_mesa, 8)])
@pytest.mark.parametrize("engagement", ["tickbox", "co_production"])
def test_the_plain_models_are_the_same_model(plain, runs, engagement):
    dials = load_engagement(engagement).dials._asdict()
    dials["asked"] = bool(dials["asked"])
    theirs = [plain.run(dials, CITIZENS, DECISIONS, seed) for seed in range(runs)]
    ours = play_all(engine.town(CITIZENS), [arm_of(load_engagement(engagement))], 200)[0]
    for name, place in SHARED.items():
        mean = fmean(row[name] for rows in theirs for row in rows)
        each = ours.sum(axis=2)[:, :, PLACE[place]].mean(axis=1) / CITIZENS
        error = each.std() * (1 / runs + 1 / len(each)) ** 0.5
        assert mean == pytest.approx(each.mean(), abs=4 * error), name


def test_the_command_writes_the_figures_under_their_names(tmp_path: Path, monkeypatch, capsys):
    values = dict.fromkeys(KEYS[:4] + KEYS[-1:], 2.0)
    monkeypatch.setattr(engine, "_interactive", lambda _rounds: values)
    monkeypatch.setattr(engine, "_large", lambda _citizens, _runs: 6.0)
    monkeypatch.setattr(engine, "bytes_per_citizen", lambda: 79.0)
    monkeypatch.setattr(engine, "first_number_s", lambda: 4.5)
    monkeypatch.setattr(engine, "site_kb", lambda: 2400.0)
    monkeypatch.setattr(engine, "wasm_vs_native", lambda *_: 2.5)
    file = tmp_path / "figures.json"
    assert command.main(["--json", str(file)]) == 0
    assert json.loads(file.read_text()) == values | {
        "wasm_vs_native": 2.5, "site_kb": 2400.0, "first_number_s": 4.5,
        "million_vs_thousand": 3.0,
        "ten_million_vs_million": 1.0, "bytes_per_citizen": 79.0,
    }  # fmt: skip
    assert list(json.loads(file.read_text())) == KEYS
    assert "times as fast as plain Mesa" in capsys.readouterr().out


@pytest.mark.parametrize(("lost", "code"), [(0, 0), (2, 1)])
def test_the_room_command_fails_when_a_vote_is_lost(lost, code, tmp_path: Path, monkeypatch):
    figures = [Figure(key, lost if key == "votes_lost" else 1, "said") for key in ROOM_KEYS]
    monkeypatch.setattr(room_command, "measure_room", lambda *_args, **_options: figures)
    file = tmp_path / "figures.json"
    assert room_command.main(["--quick", "--json", str(file)]) == code
    assert list(json.loads(file.read_text())) == ROOM_KEYS == list(MEANINGS)


@pytest.mark.parametrize(
    ("main", "given", "said"),
    [
        (command.main, ["--json", "no_such_folder/x.json"], "there is no folder 'no_such_folder'"),
        (room_command.main, ["--participants", "3"], "between 5 and 2000, but is 3"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_before_anything_is_measured(
    main, given, said, capsys
):
    with pytest.raises(SystemExit) as stopped:
        main(given)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_a_table_lines_up_and_names_targets_only_where_there_are_any():
    plain = [Figure("a", 1, "one"), Figure("longer", 0.12345, "two")]
    assert table(plain).splitlines() == [
        "figure  measured  meaning", "a              1  one", "longer     0.123  two",
    ]  # fmt: skip
    assert "target" in table([Figure("a", 1, "one", "<= 2")])


def test_the_page_on_sweeps_says_what_was_measured_last():
    root = Path(engine.ROOT)
    told = (root / "docs" / "sweeps.md").read_text(encoding="utf-8")
    measured = json.loads((root / "benchmarks" / "measured" / "scale.json").read_text())
    named = dict(re.findall(r"^\|.*\| `(\w+)` \| ([\d.]+) \|$", told, re.MULTILINE))
    rows = re.findall(r"^\| ([\d,]+) \| ([\d.]*) ?\| ([\d.]*) ?\|$", told, re.MULTILINE)
    for size, eight, one in ((size.replace(",", ""), *costs) for size, *costs in rows):
        named |= {f"ns_at_{size}": eight} if eight else {}
        named |= {f"ns_alone_at_{size}": one} if one else {}
    assert len(named) >= 18
    assert {name: float(said) for name, said in named.items()} == {n: measured[n] for n in named}


def test_the_page_on_sweeps_says_how_much_room_a_citizen_takes():
    told = (engine.ROOT / "docs" / "sweeps.md").read_text(encoding="utf-8")
    contacts, state = (
        int(x) for x in re.findall(r"^\| (?:contacts|state) .*\| (\d+) \|$", told, re.M)
    )
    people = engine.town(100_000)
    links = people.network(0)
    assert round((links.start.nbytes + links.links.nbytes) / 100_000) == contacts
    more, less = (
        sum(part.nbytes for part in make_state(1, size, 1, np.uint8) if part.base is not None)
        for size in (200_000, 100_000)
    )
    assert (more - less) / 100_000 == state
