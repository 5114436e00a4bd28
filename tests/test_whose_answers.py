"""A comparison on people of one's own survey says whose answers they are, and drops what it replaced."""

import json
import re
from pathlib import Path

import pytest

from coprod_sim.cli.command_line import main
from coprod_sim.errors import InputError
from coprod_sim.library_files import as_toml
from coprod_sim.population import population_of
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario, scenario_names
from coprod_sim.scenarios.described import described
from coprod_sim.words import words_in

FEW = ["--runs", "8", "--draws", "0", "--over", "luck"]
TRUST = "Trust in the council is a mix we chose"
LESS = "30 in 100 are less heard"
ANSWERS = [("renter", k % 4, 1.0) for k in range(22)] + [
    ("owner", 4 + k % 6, 1.0) for k in range(78)
]


@pytest.fixture
def people(tmp_path: Path) -> Path:
    rows = "".join(f"{home},{trust},{weight}\n" for home, trust, weight in ANSWERS)
    survey, out = tmp_path / "answers.csv", tmp_path / "people.toml"
    survey.write_text("home,trust,wt_final\n" + rows + "renter,,1\n" * 5, "utf-8")
    asked = ["population", str(survey), "--trust", "trust", "--scale", "0-10", "--no-reversed"]
    more = ["--group", "home", "--less-heard", "renter", "--weight", "wt_final", "--out", str(out)]
    assert main([*asked, *more]) == 0
    return out


SAID = "'people.toml': 100 of 105 rows, weighted by wt_final; 22 in 100 less heard."


def test_the_report_on_ones_own_people_names_the_survey_and_drops_what_it_replaced(
    people, tmp_path, capsys
):
    out = tmp_path / "out"
    asked = ["compare", "west_dulwich", "--population", str(people), *FEW, "--out", str(out)]
    capsys.readouterr()
    assert main(asked) == 0
    assert f"The people are those of {SAID}" in " ".join(capsys.readouterr().out.split())
    page = (out / "comparison.html").read_text("utf-8").replace("&#39;", "'")
    assert f"The people are those of {SAID}" in page
    assert TRUST not in page
    assert LESS not in page
    assert "The mix is matched" not in page
    assert "Of these, 22" in page
    told = json.loads((out / "results.json").read_text("utf-8"))["scenario"]
    assert told["people"]["share_less_heard"] == 0.22
    assert "institutions" not in told["people"]["trust"]
    assert f"The people are those of {SAID}" in told["assumed"]


def test_compare_says_how_the_survey_was_read_and_what_is_to_be_checked(people, tmp_path, capsys):
    asked = ["compare", "west_dulwich", "--population", str(people), *FEW, "--out", str(tmp_path)]
    capsys.readouterr()
    assert main(asked) == 0
    there = " ".join(capsys.readouterr().out.split())
    page = (tmp_path / "comparison.html").read_text("utf-8").replace("&#34;", '"')
    for said in (
        'asked: "trust". Read on the scale 0-10; the highest answer is the most trust.',
        "Check this: the smaller group rests on 22 answers: take the shares as a rough guide.",
    ):
        assert said in there
        assert said in page


def test_python_says_the_same_and_plays_the_numbers_of_the_survey(people):
    case = load_scenario("west_dulwich").but(
        {"people.trust": {"source": "file", "file": str(people)}}
    )
    found = compare(case, runs=8, draws=0, over="luck")
    assert found.scenario.assumed[0] == f"The people are those of {SAID}"
    assert found.scenario.assumed[1] == (
        "The 22 in 100 less heard of the survey take the place of the case's own 30 "
        "(people.share_less_heard)."
    )
    assert not [line for line in found.scenario.assumed if TRUST in line or LESS in line]
    assert found.scenario.people.share_less_heard == 0.22
    assert found.population.less_heard == population_of(case).less_heard == 220
    again = compare(found.scenario, runs=8, draws=0, over="luck")
    assert again.scenario.assumed == found.scenario.assumed


def test_a_survey_that_tells_no_groups_leaves_the_share_of_the_case_as_it_is():
    shares = (0.0, *[0.1] * 10)
    answers = {"name": "Our poll", "people": 640, "less_heard": shares, "well_connected": shares}
    case = load_scenario("west_dulwich").but(
        {"people.trust": {"source": "answers", "answers": answers}}
    )
    found = compare(case, runs=8, draws=0, over="luck").scenario
    assert found.assumed[0] == "The people are those of 'Our poll': 640 answers."
    assert [line for line in found.assumed if LESS in line]
    assert not [line for line in found.assumed if TRUST in line]


def test_every_line_that_a_survey_would_replace_is_marked_in_the_library():
    """A line is marked by how it begins; each mark fits one line, and no line on the people is left out."""
    for name in scenario_names():
        case = load_scenario(name)
        for marks, about in (
            (case.assumed_of_trust, "rust"),
            (case.assumed_of_less_heard, "less heard"),
        ):
            marked = [line for line in case.assumed if line.startswith(marks)] if marks else []
            assert len(marked) == len(marks), name
            assert about == "rust" or [x for x in case.assumed if "less heard" in x] == marked, name
        trust = [x for x in case.assumed if x.startswith(("Trust", "First trust", "The mix"))]
        assert all(line.startswith(case.assumed_of_trust) for line in trust), name


def test_a_case_of_ones_own_with_a_survey_does_not_speak_of_the_public_survey():
    shares = (0.0, *[0.1] * 10)
    answers = {"name": "Our poll", "people": 640, "less_heard": shares, "well_connected": shares}
    case = described({}).but({"people.trust": {"source": "answers", "answers": answers}})
    lines = compare(case, runs=8, draws=0, over="luck").scenario.assumed
    assert not [line for line in lines if "institution named" in line]


def test_no_hash_of_a_case_without_a_survey_moves_by_the_marks():
    told = load_scenario("west_dulwich").model_dump(mode="json")
    assert "assumed_of_trust" not in told
    assert "assumed_of_less_heard" not in told
    assert told["people"]["trust"]["institutions"] == {"parliament": 0.7, "legal_system": 0.3}


def test_a_column_is_named_by_how_it_begins_where_only_one_begins_so(tmp_path, capsys):
    survey = tmp_path / "poll.csv"
    rows = "".join(f"{trust},{2 if trust > 5 else 1}\n" for trust in (*[8] * 40, *[3] * 60))
    survey.write_text("Q7. How far do you trust the council?,wt_final\n" + rows, "utf-8")
    asked = [
        "population",
        str(survey),
        "--scale",
        "0-10",
        "--no-reversed",
        "--out",
        str(tmp_path / "p.toml"),
    ]
    assert main([*asked, "--trust", "Q7", "--weight", "wt"]) == 0
    printed = capsys.readouterr().out
    assert "Trust is read from column 'Q7. How far do you trust the council?'" in printed
    assert "Weighted: 57 in 100 trust (an answer above the middle of the scale).\n" in printed
    assert main([*asked, "--trust", "Q", "--unweighted"]) == 0
    assert "Unweighted: 40 in 100 trust" in capsys.readouterr().out
    assert main([*asked, "--trust", "Q8"]) == 2
    assert "there is no column 'Q8' for trust" in capsys.readouterr().err


def test_the_command_that_is_suggested_keeps_all_that_was_said_before(tmp_path, capsys):
    survey = tmp_path / "poll.csv"
    survey.write_text("trust,wt\n" + "".join(f"{k % 4 + 1},1\n" for k in range(40)), "utf-8")
    asked = [
        "population",
        str(survey),
        "--weight",
        "wt",
        "--encoding",
        "utf-8",
        "--name",
        "Our poll",
    ]
    assert main(asked) == 2
    said = capsys.readouterr().err
    kept = "--encoding utf-8 --weight wt --name 'Our poll' --trust trust --scale 1-4 --reversed"
    assert kept in said


def test_cases_that_share_all_the_model_knows_give_the_same_numbers_as_the_page_says():
    known = {}
    for name in scenario_names():
        case = load_scenario(name)
        told = case.model_dump(include={"decisions", "people", "campaign", "assumptions"})
        del told["decisions"]["what"]
        known.setdefault(json.dumps(told, sort_keys=True), []).append(name)
    alike = [names[:2] for names in known.values() if len(names) > 1]
    assert alike
    one, other = (
        compare(name, ["tickbox", "co_production"], runs=8, draws=2).ranges for name in alike[0]
    )
    assert one.equals(other)
    assert "Cases that share all these give the same numbers." in words_in("en")("case-knows")


def test_a_survey_that_a_case_names_is_played_though_its_source_is_not_named(people):
    case = load_scenario("west_dulwich")
    whole = case.but({"people.trust": {"file": str(people)}})
    assert whole.people.trust.source == "file"
    assert population_of(whole).less_heard == 220
    unread = "file is given, but source is 'survey', which leaves it unread; write source = 'file' beside it"
    with pytest.raises(InputError, match=re.escape(unread)):
        case.but({"people.trust.file": str(people)})
    shares = (0.0, *[0.1] * 10)
    answers = {"name": "Our poll", "people": 640, "less_heard": shares, "well_connected": shares}
    assert case.but({"people.trust": {"answers": answers}}).people.trust.source == "answers"
    with pytest.raises(InputError, match="answers is given, but source is 'file'"):
        case.but({"people.trust": {"source": "file", "file": "a.toml", "answers": answers}})


def test_a_case_and_show_say_how_many_are_less_heard_as_the_survey_has_it(people, capsys, tmp_path):
    case = load_scenario("west_dulwich").but({"people.trust": {"file": str(people)}})
    assert (
        f"as many of them less heard as the survey {str(people)!r} says (300 if it does not)"
        in repr(case)
    )
    shares = (0.0, *[0.1] * 10)
    answers = {"name": "Our poll", "people": 640, "less_heard": shares, "well_connected": shares}
    told = case.but({"people.trust": {"answers": answers | {"share_less_heard": 0.52}}})
    assert "520 of them less heard" in repr(told)
    own = tmp_path / "own.toml"
    own.write_text(as_toml(case), "utf-8")
    capsys.readouterr()
    assert main(["show", str(own)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"The people are those of {SAID}" in shown
    assert "The 22 in 100 less heard of the survey take the place of the case's own 30" in shown
