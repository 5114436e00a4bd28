"""The command line explains itself, lists and tells; a slip gets a sentence, never a traceback."""

import argparse
import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from cli_stage import refused, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_sim.cli import main
from coprod_sim.cli.command_line import COMMANDS
from coprod_sim.engagement import DIALS, engagement_names, load_engagement
from coprod_sim.scenarios import scenario_names

LONGEST = 260
"""The longest that a refusal may be [characters]."""


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
        (["compare", "reference", "--citizens", "1"], "between 20 and 50,000,000"),
        (["compare", "reference", "--citizens", "many"], "must be a whole number"),
        (
            ["compare", "reference", "--citizens", "48.000"],
            "48.000, which may be 48000 or 48; write",
        ),
        (
            ["compare", "reference", "--citizens", "48,000"],
            "48,000, which may be 48000 or 48; write",
        ),
        (["compare", "reference", "--runs", "30,00"], "30,00, which may be 30000 or 30; write"),
        (["compare", "reference", "--runs", "30k"], "30k, short for 30000; write it out"),
        (["compare", "reference", "--citizens", "48 000"], "without points, commas or blanks"),
        (
            ["compare", "reference", "--assume", "word_of_mouth=1,0"],
            "which may be 1000 or 1; write",
        ),
        (
            ["compare", "reference", "--set", "tickbox.seats=48.000"],
            "48.000, which may be 48000 or 48; write it out",
        ),
        (["population", "x.csv", "--names-row", "1.000"], "1.000, which may be 1000 or 1"),
        (["compare", "reference", "--runs", "0"], "between 1 and 1000000"),
        (["compare", "reference", "--threads", "0"], "between 1 and 1024"),
        (["compare", "reference", "--population", "nowhere.toml"], "there is no such file"),
        (["compare", "nowhere.toml"], "No such file"),
        (["show", "tickbos"], "did you mean 'tickbox'?"),
        (["run", "01_tickbox_or_coproduction"], "did you mean '01_tickbox_or_co_production'?"),
        (["population", "nowhere.csv"], "nowhere.csv"),
        (["verify", "nowhere.parquet"], "nowhere.parquet: there is no such file"),
        (
            ["show", "nobody"],
            "There is no case and no way called 'nobody' ('coprod-sim list' names all",
        ),
        (["compare", "nobody"], "There is no case (scenario) called 'nobody'"),
        (["show", "nowhere.toml"], "No such file"),
        (["check", "nowhere.toml"], "No such file"),
        (
            ["run", "nowhere"],
            "There is no simulation called 'nowhere' ('coprod-sim list' names all",
        ),
        (["site"], "coprod-sim: Name either a folder"),
        (
            ["theories", "reference", "--engagement", "tickbox"],
            "coprod-sim: Name at least two ways",
        ),
        (["compare", "reference", "--runs", "-3"], "coprod-sim: Runs must be"),
        (["check", "nowhere.toml"], "coprod-sim: nowhere.toml: No such file"),
        (["sweep", "nowhere.toml"], "No such file"),
        (["population", "nowhere.csv", "--map", "nowhere.toml"], "No such file"),
        (
            ["exercises", "check", "nowhere"],
            "nowhere: is no folder; 'coprod-sim exercises check' needs",
        ),
        (["exercises", "check", "1_1_which_leaflt"], "exercises/1_1_which_leaflet"),
        (["exercises", "check", "1.2"], "exercises/1_2_"),
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
    assert len(said.splitlines()[-1]) < LONGEST, "the command that lists all, not the list"
    assert re.search(r"\w+Error\b", said) is None, "a sentence, not the name of an exception"


@pytest.mark.parametrize("name", ["tickbox", "co_production"])
def test_show_says_where_dials_stand_on_the_scale_of_the_pages(capsys, name):
    out, way = run(capsys, "show", name)[1], load_engagement(name)
    assert f"- Awareness: {100 * way.awareness:g}\n" in out
    assert "Dials (0 to 100, which files and --set write as 0 to 1" in out


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


def test_a_socket_that_cannot_be_is_refused_before_the_kit_says_that_it_is_open(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("mine")
    for path, told in (
        ("s" * 120, "the path " + "s" * 120 + " has 120 bytes, and a socket's path may have 103"),
        ("taken", "taken is there already and is no socket; name another file"),
        ("nowhere/kit.sock", "nowhere/kit.sock: cannot be written to (No such file or directory)"),
    ):
        code, out, err = run(capsys, "open", "--no-browser", "--socket", path)
        assert (code, out) == (2, "")
        assert told in err
    assert (tmp_path / "taken").read_text() == "mine"


def test_what_was_worked_out_is_said_also_where_nothing_can_be_written(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coprod_sim_results").write_text("a file where the folder would be")
    sizes = ("--runs", "8", "--draws", "0", "--citizens", "40")
    for way, told in (((), "In short"), (("--streaming",), "acceptance")):
        code, out, err = run(capsys, "compare", "reference", *sizes, *way)
        assert code == 2
        assert told in out
        assert "cannot be written to" in err
        assert "Table:" not in out


def test_what_the_system_refuses_is_a_sentence_for_every_command(capsys, monkeypatch):
    def refuses(_chosen: argparse.Namespace) -> int:
        raise PermissionError(13, "Permission denied", "/somewhere/else")

    for command, given_ in (("list", []), ("rebuild", ["web"]), ("exercises", ["build"])):
        module = import_module(f"coprod_sim.cli.{command}_command")
        monkeypatch.setattr(module, "run", refuses)
        said = refused(capsys, command, *given_)
        assert "/somewhere/else: the system refuses this (Permission denied)" in said
