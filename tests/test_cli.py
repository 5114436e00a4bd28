"""The command line does what it says, and bad input gets a sentence and exit code 2, never a traceback."""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_sim.assumptions import DECLARED
from coprod_sim.cli import main
from coprod_sim.cli.command_line import COMMANDS
from coprod_sim.engagement import DIALS, engagement_names
from coprod_sim.errors import InputError
from coprod_sim.library_files import check, parse_toml
from coprod_sim.live.plans import plan_text
from coprod_sim.results import load
from coprod_sim.scenarios import Scenario, scenario_names

QUICK = ["--runs", "8", "--draws", "2"]
SCENARIO = """
title = "Bins"
kind = "didactic"
summary = "A council changes the days."
place = "Anywhere"
year = 2024
who_decides = "the council"
outcome = "Nobody knows."
sources = ["made up for a test"]
[people]
citizens = 40
[decisions]
count = 2
"""


def run(capsys, *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def refused(capsys, *words: str) -> str:
    code, _, err = run(capsys, *words)
    assert code == 2, (words, err)
    assert "Traceback" not in err
    return err


def test_without_a_command_it_explains_itself(capsys):
    code, out, _ = run(capsys)
    assert code == 0
    assert "compare ways of involving people" in out


def test_list_names_every_case_and_every_way(capsys):
    _, out, _ = run(capsys, "list")
    for name in (*scenario_names(), *engagement_names()):
        assert f"  {name} " in out


@pytest.mark.parametrize("name", scenario_names())
def test_show_tells_the_story_of_every_case(capsys, name):
    code, out, _ = run(capsys, "show", name)
    assert code == 0
    assert "Decides:" in out
    assert "Sources" in out


@pytest.mark.parametrize("name", engagement_names())
def test_show_lists_every_dial_of_every_way(capsys, name):
    _, out, _ = run(capsys, "show", name)
    for dial in DIALS.values():
        assert dial.label in out


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


def test_your_own_survey_becomes_the_people_of_a_case(capsys, tmp_path):
    survey = tmp_path / "ours.csv"
    survey.write_text("id,trust council\n" + "".join(f"{k},{k % 11}\n" for k in range(110)))
    made = tmp_path / "ours.toml"
    code, out, _ = run(
        capsys, "population", str(survey), "--trust", "trust council", "--scale", "0-10",
        "--out", str(made),
    )  # fmt: skip
    assert code == 0
    assert "110" in out
    words = ("compare", "west_dulwich", "--json", "--population", str(made), *QUICK)
    ours = json.loads(run(capsys, *words)[1])
    theirs = json.loads(run(capsys, "compare", "west_dulwich", "--json", *QUICK)[1])
    first = [t["engagements"]["tickbox"]["decisions"]["1"]["trust"]["mean"] for t in (ours, theirs)]
    assert first[0] > first[1] + 0.02, "this survey trusts more than the council mix"


def test_check_says_what_kind_of_file_is_sound(capsys, tmp_path):
    file = tmp_path / "bins.toml"
    file.write_text(SCENARIO)
    assert run(capsys, "check", str(file))[1] == "bins.toml: is a sound scenario file.\n"
    file.write_text(plan_text("b_room_experiment"), encoding="utf-8")
    assert run(capsys, "check", str(file))[1] == "bins.toml: is a sound session plan file.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["comparre", "x"], "did you mean 'compare'?"),
        (["compare", "west_dulwhich"], "did you mean 'west_dulwich'?"),
        (["compare", "reference", "--engagement", "tickbx"], "did you mean 'tickbox'?"),
        (["compare", "reference", "--set", "tickbox.influense=1"], "did you mean 'influence'?"),
        (["compare", "reference", "--set", "tikbox.influence=1"], "did you mean 'tickbox'?"),
        (["compare", "reference", "--set", "tickbox.influence=1.5"], "between 0 and 1"),
        (["compare", "reference", "--set", "tickbox.influence=nan"], "between 0 and 1"),
        (["compare", "reference", "--set", "tickbox.influence=high"], "must be a number"),
        (
            ["compare", "reference", "--set", "tickbox.seats=0.08"],
            "these are people, and 0.08 was a share",
        ),
        (["compare", "reference", "--set", "influence"], "NAME.dial=value"),
        (["compare", "reference", "--assume", "word_of_mout=1"], "did you mean 'word_of_mouth'?"),
        (["compare", "reference", "--citizens", "1"], "between 20 and 5e+07"),
        (["compare", "reference", "--citizens", "many"], "must be a whole number"),
        (["compare", "reference", "--runs", "0"], "between 1 and 1000000"),
        (["compare", "reference", "--threads", "0"], "between 1 and 1024"),
        (["compare", "reference", "--population", "nowhere.toml"], "there is no such file"),
        (["compare", "nowhere.toml"], "No such file"),
        (["show", "tickbos"], "did you mean 'tickbox'?"),
        (["run", "01_tickbox_or_coproduction"], "did you mean '01_tickbox_or_co_production'?"),
        (["population", "nowhere.csv"], "nowhere.csv"),
        (["verify", "nowhere.parquet"], "nowhere.parquet: there is no such file"),
        (["show", "nobody"], f"known: {scenario_names()[0]}, "),
        (["show", "nowhere.toml"], "No such file"),
        (["check", "nowhere.toml"], "No such file"),
        (["run", "nowhere"], "known: 01_tickbox_or_co_production"),
        (["sweep", "nowhere.toml"], "No such file"),
        (["population", "nowhere.csv", "--map", "nowhere.toml"], "No such file"),
        (["exercises", "check", "nowhere"], "No such file"),
        (["pack", "nowhere.toml"], "No such file"),
        (["sessions", "merge", "nowhere"], "is not the folder of a session"),
        (["sessions", "list", "nowhere"], "nowhere: there is no such folder"),
        (["sessions", "clean", "nowhere"], "nowhere: there is no such folder"),
        (["check", "photo.png"], "is not a .toml file"),
    ],
)
def test_a_slip_gets_a_sentence_with_the_way_out(capsys, words, told):
    said = refused(capsys, *words)
    assert told in said
    assert re.search(r"\w+Error\b", said) is None, "a sentence, not the name of an exception"


def options_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action._choices_actions
            for one in action.choices.values():
                yield from options_of(one)
        else:
            yield action


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_says_what_it_is_for(command: str):
    parser = argparse.ArgumentParser()
    import_module(f"coprod_sim.cli.{command}_command").fill(parser)
    assert [a.metavar or a.dest for a in options_of(parser) if not a.help] == []


def test_where_no_session_is_kept_it_says_where_it_looked(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "none yet"))
    code, out, _ = run(capsys, "sessions", "list")
    assert (code, out) == (0, f"There are no records of sessions in {tmp_path / 'none yet'}.\n")
    assert run(capsys, "sessions", "clean")[:2] == (0, "Nothing was due.\n")


@pytest.mark.parametrize("name", sorted({*scenario_names(), *engagement_names()}))
def test_a_sentence_has_one_full_stop(capsys, name: str):
    out = run(capsys, "show", name)[1]
    assert ".." not in out


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ('place = "Anywhere"', "place is missing"),
        (
            "citizens = 40|citzens = 40",
            "people.citzens is not a known setting; did you mean 'citizens'?",
        ),
        ("citizens = 40|citizens = 1", "people.citizens must be between 20 and 5e+07, but is 1"),
        ("citizens = 40|citizens = true", "people.citizens must be a whole number, but is True"),
        ('kind = "didactic"|kind = "didatic"', "did you mean 'didactic'?"),
        (
            "count = 2|draft = nan",
            "decisions.draft must be an ordinary number between -3 and 3, but is nan",
        ),
        ('count = 2|draft = "high"', "decisions.draft must be a number, but is 'high'"),
        ("count = 2|draft = 9", "decisions.draft must be between -3 and 3, but is 9"),
        (
            "[decisions]|[people.trust.institutions]\nparliment = 1.0\n[decisions]",
            "people.trust.institutions.parliment must be 'parliament', ",
        ),
        (
            "[decisions]|[assumptions]\nopenness_teches = 0.3\n[decisions]",
            "toml: assumptions: 'openness_teches' is not an assumption; did you mean 'openness_teaches'?",
        ),
        ("citizens = 40|citizens = 40\nshare_less_heard = 0.01", "a group with nobody in it"),
        ("[people]|[people", "is not a TOML file"),
    ],
)
def test_a_fault_in_a_file_names_file_field_and_what_is_allowed(capsys, tmp_path, change, told):
    old, _, new = change.partition("|")
    file = tmp_path / "bins.toml"
    file.write_text(SCENARIO.replace(old, new))
    told_us = refused(capsys, "compare", str(file), *QUICK)
    assert "bins.toml: " in told_us
    assert told in told_us


def test_a_file_that_is_too_large_or_not_text_is_refused_in_words(capsys, tmp_path):
    large, latin = tmp_path / "large.toml", tmp_path / "latin.toml"
    large.write_text("#" * 300_000)
    latin.write_bytes('title = "Caf\xe9"'.encode("latin-1"))
    assert "the limit is 256 KiB" in refused(capsys, "check", str(large))
    assert "is not UTF-8 text (byte 12)" in refused(capsys, "check", str(latin))
    assert "nested too deeply" in refused(capsys, "check", _file(tmp_path, "a = " + "[" * 20_000))
    assert "digits" in refused(capsys, "check", _file(tmp_path, "a = " + "9" * 5000))


def _file(folder, text: str) -> str:
    file = folder / "odd.toml"
    file.write_text(text)
    return str(file)


TABLE = tomllib.loads(SCENARIO)
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
    st.lists(st.integers(), max_size=3), st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)  # fmt: skip
PLACES = st.sampled_from([
    *((key,) for key in TABLE), ("people", "citizens"), ("people", "share_less_heard"),
    ("people", "trust"), ("decisions", "draft"), ("decisions", "count"), ("campaign",), ("money",),
    ("assumptions",), *(("assumptions", name) for name in DECLARED), ("engagements",), ("facts",),
])  # fmt: skip


def sentence_or_nothing(read) -> bool:
    """Whether reading works or is refused in short lines that name the file; a crash passes through."""
    try:
        read()
    except InputError as problem:
        lines = str(problem).splitlines()
        return lines[0].startswith("odd.toml: ") and all(len(line) < 1200 for line in lines)
    return True


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=PLACES, extra=st.text(max_size=12), value=VALUES)
def test_whatever_a_scenario_says_it_loads_or_gets_a_sentence(place, extra, value):

    table = json.loads(json.dumps(TABLE))
    inner = table
    for key in place[:-1]:
        inner = inner.setdefault(key, {})
    inner[place[-1]] = value
    if len(extra) > 6:
        inner[extra] = value
    assert sentence_or_nothing(lambda: check(Scenario, table, "odd.toml"))


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_whatever_bytes_a_file_holds_it_gets_a_sentence(data):

    assert sentence_or_nothing(lambda: parse_toml(data, "odd.toml"))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.one_of(
    st.sampled_from(["compare", "show", "check", "list", "reference", "--set", "--json", "--runs", "-1",
                     "tickbox.influence=2", "--engagement", "--draws", "0", "--seed", "--out"]),
    st.text(max_size=8)), min_size=1, max_size=5).filter(lambda w: "reference" not in w))  # fmt: skip
def test_whatever_is_typed_there_is_never_a_traceback(words):
    try:
        code = main(words)
    except SystemExit as stop:
        code = stop.code
    assert code in (0, 2, None)


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
