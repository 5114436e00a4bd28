"""My own case as a value: kept in a file and brought back, its sheets, and the files the kit reads."""

import json
import re
import tomllib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_case_stage import CITIZEN, ROUNDS, STAFF, T, few, valley

from coprod_sim.cli import main
from coprod_sim.engagement import Engagement
from coprod_sim.engagement.scored import SCORED
from coprod_sim.errors import InputError
from coprod_sim.learning.own_case import Note, OwnCase, Promise, Rater, Round, from_file, to_file
from coprod_sim.learning.own_case.case_files import model_files
from coprod_sim.learning.own_case.case_sentences import agreement_said
from coprod_sim.learning.own_case.played import engagement_of, scenario_of
from coprod_sim.learning.own_case.ratings import agreement_of, alpha_of, summary_of, table_of
from coprod_sim.learning.own_case.worksheet_charts import sheets
from coprod_sim.library_files import as_toml, check, parse_toml
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names
from coprod_sim.scenarios.case_questions import CAMPAIGNS, DRAFTS, HEATS
from coprod_sim.scenarios.described import described

CASES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text(max_size=60),
        "what": st.text(max_size=200),
        "draft": st.sampled_from(list(DRAFTS)),
        "zero_sum": st.sampled_from(["no", "yes"]),
        "heat": st.sampled_from(list(HEATS)),
        "months": st.integers(1, 60).map(float),
        "campaign": st.sampled_from(["none", *CAMPAIGNS]),
        "count": st.integers(1, 50).map(float),
        "share_less_heard": st.integers(1, 99).map(float),
        "weeks_available": st.integers(1, 400).map(float),
        "country": st.sampled_from(["GB", "IE", "PL"]),
    },
)
OWN = st.builds(
    lambda case, round_, words: OwnCase(
        case=case, rounds=(round_,), promise=Promise(we=words), note=Note(barrier=words)
    ),
    CASES,
    ROUNDS,
    st.text(max_size=80),
)


# The value: nothing is lost on the way to a file and back.


@few
@given(OWN)
def test_a_file_brings_back_exactly_what_was_written(own):
    assert from_file(to_file(own), "case") == own
    assert OwnCase.from_dict(json.loads(json.dumps(own.to_dict()))) == own


def test_how_hot_and_how_long_go_into_the_file_of_the_case():
    own = valley(case={"title": "The bus", "heat": "hot", "months": 18.0})
    assert from_file(to_file(own), "case").case["months"] == 18.0
    decisions = tomllib.loads(model_files(own)["our_case.toml"])["decisions"]
    assert (decisions["heat"], decisions["months"]) == (3.0, 18.0)
    assert scenario_of(valley(case={"title": "The bus"})).decisions.months == 6.0


@few
@given(st.binary(max_size=200))
def test_any_other_file_gets_a_sentence(data):
    with pytest.raises(InputError, match=r"holiday\.jpg"):
        from_file(data, "holiday.jpg")


def test_half_a_letter_does_not_spoil_the_file():
    own = valley(promise={"we": "listen \ud83d"})
    assert from_file(to_file(own), "case").promise.we == "listen "


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": 2}, "format 2, this version of the kit reads format 1"),
        ({"actions": [{"when": "next week"}]}, "'next week' is not a day; write it as 2027-03-31"),
        (
            {"rounds": [{"raters": [{"label": "x", "scores": {"awarenes": 1.0}}]}]},
            "cannot be scored",
        ),
        (
            {"rounds": [{"raters": [{"label": "x", "scores": {"feedback": 1.5}}]}]},
            "at most 1|between 0",
        ),
        ({"jurnal": []}, "did you mean 'journal'"),
    ],
)
def test_what_cannot_be_is_named_with_its_place(changes, said):
    with pytest.raises(InputError, match=said):
        OwnCase.from_dict({"format": 1} | changes, "my.owncase.json")


# The sheets.


@few
@given(ROUNDS)
def test_the_middle_lies_inside_the_range_and_both_sides_count_the_same(round_):
    table = summary_of(round_).dropna(subset=["middle"])
    assert (table["low"] - 1e-9 <= table["middle"]).all()
    assert (table["middle"] <= table["high"] + 1e-9).all()
    both = table.dropna(subset=["gap"])
    assert np.allclose(both["middle"], (both["staff"] + both["citizen"]) / 2)
    assert np.allclose(both["gap"], both["staff"] - both["citizen"])


@few
@given(ROUNDS, st.randoms())
def test_agreement_does_not_hang_on_the_order_of_the_people(round_, luck):
    people = list(round_.raters)
    luck.shuffle(people)
    one, other = (
        agreement_of(round_),
        agreement_of(round_.model_copy(update={"raters": tuple(people)})),
    )
    assert (one.near, one.pairs) == (other.near, other.pairs)
    assert one.alpha == pytest.approx(other.alpha, nan_ok=True)


def test_alpha_is_the_published_value_of_a_worked_example():
    """Krippendorff 2011, Computing Krippendorff's alpha-reliability, example D, interval: 0.849."""
    nan = np.nan
    table = np.array(
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3],
            [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan],
        ]
    )
    assert alpha_of(table.T) == pytest.approx(0.849, abs=0.0005)


def test_people_who_agree_wholly_agree_and_one_sheet_says_nothing():
    same = Round(raters=(Rater(label="a", scores=STAFF), Rater(label="b", scores=STAFF)))
    assert agreement_of(same).alpha == 1.0
    assert agreement_of(same).near == agreement_of(same).pairs == 8
    alone = Round(raters=same.raters[:1])
    assert agreement_of(alone).pairs == 0
    (said,) = agreement_said(alone, T)
    assert said.startswith("One person has scored.")
    assert "Ask somebody from the other side" in said


def test_the_gap_is_told_with_its_dial_and_one_side_alone_is_told_to_ask_the_other():
    said = " ".join(agreement_said(valley().now, T))
    assert "On 8 of 8" not in said
    assert "On 7 of 8 dials, staff give more" in said
    assert "Feedback: staff 75, citizens 0" in said
    assert "You see it very differently" in said
    only = Round(raters=tuple(Rater(label="s", scores=STAFF) for _ in range(2)))
    assert T("own-sheets-one_side") in agreement_said(only, T)


def test_the_chart_of_the_sheets_has_every_score_in_its_table():
    chart = sheets(valley().now, T)
    assert chart.table["staff 1"].tolist() == [100 * v for v in STAFF.values()]
    assert chart.table["citizen 1"].tolist() == [100 * v for v in CITIZEN.values()]
    assert chart.svg.count("<circle") == 9  # eight scores and one in the key
    assert "gap 75" in chart.svg


def test_the_scores_table_has_a_row_for_each_dial_and_a_column_for_each_person():
    assert table_of(valley().now).shape == (len(SCORED), 2)


# What the model reads.


@few
@given(OWN)
def test_the_files_are_read_back_by_the_kit_unchanged(own):
    files = model_files(own)
    case = check(Scenario, parse_toml(files["our_case.toml"].encode(), "c"), "c")
    assert case.decisions == described(own.case).decisions
    assert case.people == described(own.case).people
    assert case.assumptions == described(own.case).assumptions
    ways = {
        k: check(Engagement, parse_toml(v.encode(), k), k) for k, v in files.items() if "way" in k
    }
    low, middle, high = (ways[f"our_way{end}.toml"] for end in ("_low", "", "_high"))
    for dial in SCORED:
        assert getattr(low, dial) - 1e-9 <= getattr(middle, dial) <= getattr(high, dial) + 1e-9
    assert middle.dials == engagement_of(own).dials


def test_every_file_of_the_library_survives_being_written_again():
    for name in scenario_names():
        case = load_scenario(name)
        assert check(Scenario, parse_toml(as_toml(case).encode(), name), name) == case


def test_the_command_line_checks_and_compares_the_files(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    files = model_files(valley())
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["check", name]) == 0
    assert capsys.readouterr().out.count("sound engagement file") == 3
    told = re.search(r"# coprod-sim (compare .*)", files["our_case.toml"])
    assert told is not None
    assert main([*told[1].split(), "--runs", "8", "--draws", "1", "--citizens", "100"]) == 0
    assert "Our way, by the lowest scores" in capsys.readouterr().out
