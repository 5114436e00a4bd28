"""What `coprod-sim compare` plays, prints and writes."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from cli_stage import run

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board.view import View
from coprod_sim.cli import main
from coprod_sim.results import load

QUICK = ["--runs", "8", "--draws", "2"]


def test_compare_as_json_gives_means_and_ranges_of_every_measure(capsys):
    code, out, _ = run(capsys, "compare", "west_dulwich", "--json", *QUICK)
    told = json.loads(out)
    assert code == 0
    cell = told["engagements"]["tickbox"]["decisions"]["6"]["acceptance"]
    assert cell["low"] <= cell["run_low"] <= cell["run_high"] <= cell["high"]
    assert set(told["engagements"]) == {"tickbox", "honest_consultation", "co_production"}


def test_the_engagements_asked_for_are_the_ones_compared(capsys):
    words = ["--engagement", "no_exercise", "--engagement", "co_production"]
    _, out, _ = run(capsys, "compare", "reference", "--json", *words, *QUICK)
    assert list(json.loads(out)["engagements"]) == ["no_exercise", "co_production"]


def test_a_dial_set_on_the_command_line_moves_the_numbers(capsys):
    def trust(*words: str) -> float:
        _, out, _ = run(capsys, "compare", "reference", "--json", *words, *QUICK)
        return json.loads(out)["engagements"]["tickbox"]["decisions"]["6"]["trust"]["mean"]

    assert trust("--set", "tickbox.influence=0.6", "--set", "tickbox.feedback=0.9") > trust()


def test_seed_and_threads_do_what_they_promise(capsys):
    one = run(capsys, "compare", "reference", "--json", "--threads", "1", *QUICK)[1]
    two = run(capsys, "compare", "reference", "--json", "--threads", "2", *QUICK)[1]
    other = run(capsys, "compare", "reference", "--json", "--seed", "2", *QUICK)[1]
    assert one == two
    assert one != other


def test_compare_writes_a_readable_table_the_frame_and_a_page(capsys, tmp_path):
    code, out, _ = run(capsys, "compare", "west_dulwich", "--out", str(tmp_path), *QUICK)
    assert code == 0
    assert "not a forecast" in out
    assert "Acceptance among those who lose" in out
    names = {p.name for p in tmp_path.iterdir()}
    assert names == {"results.parquet", "results.csv", "results.json", "comparison.html"}
    assert run(capsys, "verify", str(tmp_path / "results.parquet"), "--row", "7")[0] == 0


def test_compare_counts_in_both_sets_of_models_side_by_side_as_the_page_does(capsys, tmp_path):
    _, out, _ = run(capsys, "compare", "west_dulwich", "--out", str(tmp_path), *QUICK)
    wide = r"in \d+ of 100 plausible models, and in \d+ of 100 models that fit the findings, co-"
    page = (tmp_path / "comparison.html").read_text("utf-8")
    for said in (out, page):
        assert re.search(wide, " ".join(said.split())), said
        assert (
            "The models that fit were chosen mainly by papers in which a shared decision feels fairer"
            in (" ".join(said.split()))
        )
    view = View(case="west_dulwich", span="series")
    board = " ".join(unescape(made("html", view).data.decode()).split())
    counted = re.search(wide, " ".join(out.split()))
    assert counted is not None
    assert counted[0] in board


def test_over_luck_alone_no_models_are_counted(capsys, tmp_path):
    luck = ("--runs", "8", "--over", "luck", "--out", str(tmp_path))
    _, out, _ = run(capsys, "compare", "reference", *luck)
    assert "models that fit the findings" not in out


def test_split_gives_every_group_and_says_what_points_mean(capsys, tmp_path):
    ways = ("--engagement", "tickbox", "--engagement", "co_production")
    split = ("compare", "reference", *ways, *QUICK, "--split")
    _, out, _ = run(capsys, *split, "--out", str(tmp_path))
    for group in (
        "those it leaves worse off",
        "those who took part",
        "the third who trusted least",
    ):
        assert len(re.findall(rf"^{group}.*\d+ \(.* to .*\)", out, re.MULTILINE)) == 3, group
    assert "No study gives the size of what a good room adds to quality." in " ".join(out.split())
    stored = load(tmp_path / "results.parquet")
    assert {"winners", "non_participants", "high_trust"} < set(stored["group"])
    assert (stored["people"] >= 0).all()
    _, out, _ = run(capsys, *split, "--json")
    groups = json.loads(out)["engagements"]["tickbox"]["groups"]
    assert set(groups) == {
        "less_heard", "well_connected", "winners", "losers", "participants", "non_participants",
        "low_trust", "middle_trust", "high_trust",
    }  # fmt: skip
    assert -1 <= groups["losers"]["1"]["trust_change"]["mean"] <= 1
    _, plain, _ = run(capsys, "compare", "reference", *ways, *QUICK, "--out", str(tmp_path))
    assert "those who took part" not in plain


def test_streaming_gives_every_group_too(capsys, tmp_path):
    words = ("compare", "reference", "--engagement", "tickbox", *QUICK, "--split", "--streaming")
    assert run(capsys, *words, "--out", str(tmp_path))[0] == 0
    assert "losers" in set(load(tmp_path / "streamed_ranges.parquet")["group"])


def test_more_runs_than_a_table_holds_are_streamed(tmp_path: Path, capsys):
    assert main(["compare", "reference", "--runs", "999999", "--draws", "0"]) == 2
    assert "--streaming" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["compare", "reference", "--streaming", "--json"])
    assert "not allowed with" in capsys.readouterr().err
    two = ["--engagement", "tickbox", "--engagement", "co_production"]
    few = ["compare", "reference", "--runs", "24", "--citizens", "60", "--streaming", *two]
    assert main([*few, "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "in 24 runs" in said
    stored = load(tmp_path / "streamed_differences.parquet")
    assert stored.attrs["runs"] == 24
    assert set(stored["engagement"]) == {"co_production"}


def test_a_room_with_seats_says_why_a_run_may_have_more_people_than_seats(capsys):
    """The page capped a range at the seats, and the tables had up to 56 people of 40 seats without a word."""
    said = "draws a lot. So a single run may seat a few more or fewer people than there are seats."
    for way, there in (("co_production", True), ("honest_consultation", False)):
        words = ["--engagement", "tickbox", "--engagement", way]
        _, out, _ = run(capsys, "compare", "reference", *words, *QUICK)
        assert (said in " ".join(out.split())) is there
