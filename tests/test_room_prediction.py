"""The room's answers become the people of the model, and its guess is sealed so that nobody can change it."""

import hashlib
import json

import numpy as np
import pytest
from room_scores import TWINS, answers, room, rows_of

from coprod_sim.errors import InputError
from coprod_sim.live.activities import STARTING
from coprod_sim.live.prediction import lock, opened, predict, town_of, us_later
from coprod_sim.live.scores import scored, share_lost, starting
from coprod_sim.population import population_of
from coprod_sim.population.survey_population import SurveyPopulation, write_population
from coprod_sim.scenarios import Scenario, load_scenario


def test_the_rooms_rows_become_one_row_a_person_and_decision():
    made = room(np.random.default_rng(2), 8, 0.5)
    found = scored(rows_of(made), TWINS)
    assert len(found) == 16
    assert found["lost"].tolist() == made["lost"].tolist()
    assert share_lost(rows_of(made), TWINS) == made["lost"].mean()
    assert found["acceptance"].tolist() == made["acceptance"].round().tolist()


def test_starting_answers_become_one_row_a_person():
    rows = [
        {"kind": "start", "person": p, "question": q, "value": p}
        for p in (1, 2)
        for q in STARTING[:3]
    ]
    found = starting(rows)
    assert found.loc[2, "trust"] == 2
    assert found["come"].isna().all()


def test_the_rooms_answers_set_the_towns_people():
    rng = np.random.default_rng(1)
    low, high = (town_of(answers(rng, trust=t, know=t, count=t)) for t in (2.0, 8.0))
    assert "mean 2.0 of 10" in " ".join(low.notes)
    assert low.scenario.assumptions["expected_base"] < high.scenario.assumptions["expected_base"]
    people = town_of(
        answers(rng, 20, heard=9.0).assign(heard=[2.0] * 8 + [9.0] * 12)
    ).scenario.people
    assert people.share_less_heard == pytest.approx(0.4)


def test_what_a_room_knows_sets_how_far_its_two_groups_are_apart():
    rng = np.random.default_rng(1)
    start = answers(rng, 12).assign(heard=[2.0] * 5 + [9.0] * 7, know=[3.0] * 5 + [5.0] * 7)
    town = town_of(start)
    assert town.scenario.assumptions["knowledge_gap"] == pytest.approx(0.2)
    assert "mean 3.0 of 10 where seldom heard, 5.0 elsewhere" in " ".join(town.notes)
    few = town_of(start.assign(heard=[2.0] * 4 + [9.0] * 8))
    assert "knowledge_gap" not in few.scenario.assumptions
    assert "Too few in each group said what they know" in " ".join(few.notes)


def test_the_rooms_trust_reaches_the_model_as_values_equal_to_those_of_a_file(tmp_path):
    """Nothing that people said is left on a disk that others share."""
    start = answers(np.random.default_rng(1), 20).assign(
        heard=[2.0] * 8 + [9.0] * 12, trust=[1.0] * 8 + [6.0] * 7 + [9.0] * 5
    )
    case = town_of(start).scenario
    assert case.people.trust.source == "answers"
    steps = {1: (8, 0), 6: (0, 7), 9: (0, 5)}
    less, well = (
        tuple(steps.get(k, (0, 0))[group] / size for k in range(11))
        for group, size in ((0, 8), (1, 12))
    )
    survey = SurveyPopulation(
        name="this room", table=less, less_heard=less, well_connected=well, share_less_heard=0.4,
        n_read=20, n_used=20,
    )  # fmt: skip
    write_population(survey, tmp_path / "room.toml")
    file = {"people.trust": {"source": "file", "file": str(tmp_path / "room.toml")}}
    mine, theirs = population_of(case), population_of(case.but(file))
    for name in ("trust_less_heard", "trust_well_connected"):
        assert getattr(mine, name).tolist() == getattr(theirs, name).tolist()
    assert (mine.less_heard, mine.notes) == (theirs.less_heard, theirs.notes)
    again = Scenario.model_validate_json(case.model_dump_json())
    # how a line begins that a survey replaces is said by the case's own file, and moves no number
    assert again == case.but({"assumed_of_trust": (), "assumed_of_less_heard": ()})


def test_only_a_case_with_answers_names_them():
    assert "answers" not in load_scenario("reference").people.trust.model_dump()
    with pytest.raises(InputError, match="answers must be given"):
        load_scenario("reference").but({"people.trust": {"source": "answers"}})
    shares = {"less_heard": (0.5,) * 11, "well_connected": (1.0, *[0.0] * 10)}
    given = {"name": "x", "people": 5, "share_less_heard": 0.3, **shares}
    with pytest.raises(InputError, match="must sum to 1"):
        load_scenario("reference").but({"people.trust": {"source": "answers", "answers": given}})


def test_a_question_too_few_answered_is_left_where_the_reference_town_has_it():
    rng = np.random.default_rng(1)
    town = town_of(answers(rng, 4))
    assert town.scenario.assumptions == {}
    assert town.scenario.people.trust.source == "reference"
    assert "Too few" in " ".join(town.notes)


@pytest.mark.slow
def test_a_trusting_room_ends_more_trusting_and_more_losers_mean_less_acceptance():
    rng = np.random.default_rng(2)
    start = answers(rng)
    wary, trusting = (us_later(start.assign(trust=t)) for t in (2.0, 8.0))
    assert trusting.value("tickbox", "trust")["mean"] > wary.value("tickbox", "trust")["mean"] + 0.2
    few, many = (predict(start, lost).value("tickbox", "losers")["mean"] for lost in (0.2, 0.7))
    assert many == pytest.approx(0.7, abs=0.05)
    assert few < 0.35


@pytest.mark.slow
def test_anybody_can_check_the_seal_and_a_changed_guess_is_refused(tmp_path):
    found = lock(answers(np.random.default_rng(3)), 0.6)
    (tmp_path / "locked_guess.json").write_text(found.text, encoding="utf-8")
    assert hashlib.sha256((tmp_path / "locked_guess.json").read_bytes()).hexdigest() == found.seal
    assert opened(found.text, found.seal).guess["difference"].keys() == {
        "acceptance",
        "losers",
        "fairness",
        "trust",
    }
    table = json.loads(found.text)
    table["difference"]["acceptance"]["low"] += 0.01
    with pytest.raises(InputError, match="was changed"):
        opened(json.dumps(table), found.seal)
