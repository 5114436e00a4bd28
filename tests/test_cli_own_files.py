"""Files of one's own on the command line: sound surveys and cases, and faults in them said in words."""

import json
import re
import tomllib

import pytest
from cli_stage import SCENARIO, refused, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_sim.assumptions import DECLARED
from coprod_sim.errors import InputError
from coprod_sim.library_files import check, parse_toml
from coprod_sim.live.plans import plan_text
from coprod_sim.scenarios import Scenario

QUICK = ["--runs", "8", "--draws", "2"]


def test_your_own_survey_becomes_the_people_of_a_case(capsys, tmp_path):
    survey = tmp_path / "ours.csv"
    survey.write_text("id,trust council\n" + "".join(f"{k},{k % 11}\n" for k in range(110)))
    made = tmp_path / "ours.toml"
    code, out, _ = run(
        capsys, "population", str(survey), "--trust", "trust council", "--scale", "0-10",
        "--no-reversed", "--out", str(made),
    )  # fmt: skip
    assert code == 0
    assert "110" in out
    assert re.search(r"\n10 +10 +9\.1% +11 of 11, most trust\n", out)
    words = ("compare", "west_dulwich", "--json", "--population", str(made), *QUICK)
    ours = json.loads(run(capsys, *words)[1])
    theirs = json.loads(run(capsys, "compare", "west_dulwich", "--json", *QUICK)[1])
    first = [t["engagements"]["tickbox"]["decisions"]["1"]["trust"]["mean"] for t in (ours, theirs)]
    assert first[0] > first[1] + 0.02, "this survey trusts more than the council mix"


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ((), [
            "--trust trust --missing 8 --missing 9 --scale 1-4 --no-reversed",
            "--trust trust --missing 8 --missing 9 --scale 1-4 --reversed",
            "--trust trust --scale 1-9 --no-reversed", "--trust trust --scale 1-9 --reversed",
        ]),
        (("--scale", "1-4"), [
            "--scale 1-4 --trust trust --missing 8 --missing 9 --no-reversed",
            "--scale 1-4 --trust trust --missing 8 --missing 9 --reversed",
        ]),
        (("--scale", "1-4", "--reversed"), [
            "--scale 1-4 --reversed --trust trust --missing 8 --missing 9",
        ]),
    ],
)  # fmt: skip
def test_a_survey_that_can_be_read_in_two_ways_is_shown_and_asked_about(
    capsys, tmp_path, options, asked
):
    survey = tmp_path / "ours.csv"
    survey.write_text("trust\n" + "1\n2\n3\n4\n" * 9 + "8\n9\n")
    out = tmp_path / "made.toml"
    code, shown, told = run(capsys, "population", str(survey), *options, "--out", str(out))
    assert (code, out.exists()) == (2, False)
    assert [line.split()[:3] for line in shown.splitlines()[2:4]] == [
        ["1", "9", "23.7%"],
        ["2", "9", "23.7%"],
    ]
    assert [line.strip() for line in told.splitlines() if line.startswith("  ")] == [
        f"coprod-sim population {survey} {words} --out {out}" for words in asked
    ]
    said = run(capsys, "population", str(survey), "--scale", "1-4", "--reversed", "--missing", "8,9",
               "--out", str(out))  # fmt: skip
    assert (said[0], out.stat().st_mode & 0o077) == (0, 0)
    again = run(
        capsys, "population", str(survey), "--map", str(out), "--out", str(tmp_path / "2.toml")
    )
    assert again[0] == 0
    assert (tmp_path / "2.toml").read_text().split("notes")[0] == out.read_text().split("notes")[0]


def test_words_are_put_in_order_on_the_command_line_and_may_hold_commas(capsys, tmp_path):
    survey = tmp_path / "ours.csv"
    survey.write_text("trust\n" + '"yes, much"\nso so\nno\n"well, who knows"\n' * 5)
    told = ("population", str(survey), "--out", str(tmp_path / "made.toml"))
    order = "--scale 'no ? so so ? well, who knows ? yes, much ? (nobody chose)'"
    assert order in run(capsys, *told)[2]
    words = (
        "--scale",
        "no < so so < yes, much",
        "--missing",
        "well, who knows",
        "--missing",
        "n.b.",
    )
    code, out, _ = run(capsys, *told, *words)
    assert code == 0
    assert (
        out.index("no ")
        < out.index("so so ")
        < out.index("yes, much ")
        < out.index("well, who knows")
    )


def test_check_says_what_kind_of_file_is_sound(capsys, tmp_path):
    file = tmp_path / "bins.toml"
    file.write_text(SCENARIO)
    assert run(capsys, "check", str(file))[1] == "bins.toml: is a sound scenario file.\n"
    file.write_text(plan_text("b_room_experiment"), encoding="utf-8")
    assert run(capsys, "check", str(file))[1] == "bins.toml: is a sound session plan file.\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ('place = "Anywhere"', "place is missing"),
        (
            "citizens = 40|citzens = 40",
            "people.citzens is not a known setting; did you mean 'citizens'?",
        ),
        (
            "citizens = 40|citizens = 1",
            "people.citizens must be between 20 and 50,000,000, but is 1",
        ),
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
