"""The room as an experiment: honest intervals, small groups hidden, a guess nobody can change."""

import hashlib
import json
import re

import numpy as np
import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.live.activities import STARTING
from coprod_sim.live.effect_report import chart, on_the_wall, sentences
from coprod_sim.live.effect_words import order_sentences
from coprod_sim.live.prediction import lock, opened, predict, town_of, us_later
from coprod_sim.live.scores import scored, share_lost, starting
from coprod_sim.live.session_plan import shared_activities
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed, Who, effect, effects
from coprod_sim.population import population_of
from coprod_sim.population.survey_population import SurveyPopulation, write_population
from coprod_sim.scenarios import Scenario, load_scenario

TWINS = shared_activities()["experiment"]
SPREAD = 2.0
"""Spread of scores among people in the made-up rooms [points]."""


def room(
    rng, people: int, size: float, *, design: str = "crossover", losing: float = 0.6
) -> pd.DataFrame:
    """Make up a room: half the spread is the person's own, so two scores of one person go together."""
    rows = []
    for p in range(people):
        own, lost = rng.normal(0, SPREAD / 2**0.5), bool(rng.random() < losing)
        cells = TWINS.sequences if design == "crossover" else TWINS.sequences[:2]
        cell = cells[p % len(cells)]
        for turn, part in enumerate(("first", "second")[: 2 if design == "crossover" else 1], 1):
            arm, place = cell.arm(part), cell.decision(part)
            score = 5 + own + rng.normal(0, SPREAD / 2**0.5) + 0.3 * turn + 0.5 * place
            score += size * SPREAD * (arm == "co_production")
            rows.append((p, TWINS.decisions[place].key, arm, turn, lost, score))
    return pd.DataFrame(rows, columns=["person", "decision", "arm", "turn", "lost", "acceptance"])


def rows_of(scores: pd.DataFrame) -> list[dict]:
    """Write made-up scores as the room exports them."""
    found = []
    for r in scores.itertuples():
        about = {"activity": TWINS.key, "kind": "experiment", "person": r.person, "cell": 0}
        wish = {"round": "preference", "question": f"preference_{r.decision}", "value": int(bool(r.lost)),
                "decision": None, "arm": None}  # fmt: skip
        lived = {
            "round": f"{('first', 'second')[r.turn - 1]}_scores",
            "decision": r.decision,
            "arm": r.arm,
        }
        given = {q: round(r.acceptance) for q in ("acceptance", "fairness", "trust")}
        found += [
            about | wish,
            *(about | lived | {"question": q, "value": v} for q, v in given.items()),
        ]
    return found


def answers(rng, people: int = 30, **fixed: float) -> pd.DataFrame:
    frame = pd.DataFrame(rng.integers(0, 11, (people, 8)).astype(float), columns=list(STARTING))
    return frame.assign(**fixed)


@pytest.mark.slow
@pytest.mark.parametrize(("people", "power"), [(20, 0.56), (30, 0.74), (60, 0.97)])
def test_a_crossover_sees_an_effect_as_often_as_the_power_table_says(people, power):
    """Half a spread, no other noise: the two scores of a person go together with r = 0.5."""
    rng, tries = np.random.default_rng(people), 120
    found = [effect(room(rng, people, 0.5), "acceptance") for _ in range(tries)]
    seen = np.mean([e.clear and e.mean > 0 for e in found])
    assert abs(seen - power) < 3 * (power * (1 - power) / tries) ** 0.5 + 0.03


@pytest.mark.slow
def test_two_separate_arms_see_it_far_less_often():
    rng, tries = np.random.default_rng(1), 120
    seen = np.mean(
        [effect(room(rng, 60, 0.5, design="two_arms"), "acceptance").clear for _ in range(tries)]
    )
    assert abs(seen - 0.47) < 0.15


@pytest.mark.slow
@pytest.mark.parametrize("who", ["all", "lost"])
def test_the_intervals_hold_the_truth_as_often_as_they_say(who):
    rng, tries = np.random.default_rng(9), 150
    found = [
        e
        for _ in range(tries)
        if isinstance(e := effect(room(rng, 36, 0.5), "acceptance", who), Effect)
    ]
    assert len(found) > 0.8 * tries
    for level in LEVELS:
        held = np.mean(
            [low <= 0.5 * SPREAD <= high for low, high in (e.interval(level) for e in found)]
        )
        assert level - 0.085 < held < level + 0.085


def test_order_and_decision_do_not_leak_into_the_difference():
    rng = np.random.default_rng(3)
    even = room(rng, 40, 0.5)
    shifted = even.assign(
        acceptance=even["acceptance"]
        + 4 * (even["turn"] == 2)
        - 3 * (even["decision"] == "bus_route")
    )
    assert effect(shifted, "acceptance").mean == pytest.approx(effect(even, "acceptance").mean)
    assert effect(shifted, "acceptance").error == pytest.approx(effect(even, "acceptance").error)


def test_small_groups_stay_hidden_and_so_does_what_would_give_them_away():
    rng = np.random.default_rng(4)
    assert isinstance(effect(room(rng, 4, 0.5), "acceptance"), Suppressed)
    few_lost = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] < 3)
    assert isinstance(effect(few_lost, "acceptance", "lost"), Suppressed)
    few_won = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] >= 3)
    assert isinstance(effect(few_won, "acceptance", "lost"), Suppressed)
    fine = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] >= 12)
    assert effect(fine, "acceptance", "lost").people == 18


def test_two_arms_are_refused_for_small_rooms_and_say_what_to_do():
    rng = np.random.default_rng(5)
    small = room(rng, 30, 0.5, design="two_arms").assign(fairness=1.0, trust=1.0)
    with pytest.raises(
        InputError, match="at least 40 people, and there are 30; let everybody live both ways"
    ):
        effects(small)


def test_those_who_lost_come_first_and_no_sentence_claims_a_proof():
    rng = np.random.default_rng(6)
    scores = room(rng, 40, 0.8).assign(
        fairness=lambda f: f["acceptance"], trust=lambda f: f["acceptance"]
    )
    found = effects(scores)
    said = " ".join(sentences(found))
    assert [e.who for e in found[:2]] == ["lost", "all"]
    assert said.index("who lost") < said.index("Among all 40")
    assert "A room of 40 like this one sees a difference of" in said
    assert "who lost each time" in said
    for word in ("p-value", "p =", "proved", "proof", "significan"):
        assert word not in said.lower() + chart(found).svg.lower()


def test_the_smallest_visible_effect_shrinks_with_the_room():
    rng = np.random.default_rng(7)
    sizes = [effect(room(rng, n, 0.5), "acceptance").smallest for n in (12, 40, 160)]
    assert sizes[0] > sizes[1] > sizes[2] > 0


def test_a_room_that_goes_the_other_way_is_said_to_do_so():
    rng = np.random.default_rng(8)
    found = [effect(room(rng, 60, -1.0), "acceptance")]
    assert "the result goes the other way" in " ".join(sentences(found))


def test_a_room_too_small_to_see_anything_says_so_and_no_interval_leaves_the_scores():
    rest = {"people": 5, "tickbox": 4.0, "co_production": 6.0}
    small = Effect(measure="acceptance", who="all", mean=2.0, error=5.0, freedom=3, **rest)
    said = " ".join(sentences([small]))
    assert "With 5 people a room can miss even the largest difference." in said
    assert "in 4 of 5 tries" not in said
    assert "\u221210.0 to +10.0 (95 in 100 range)" in said
    assert "what goes beyond is cut off" in said
    assert "what goes beyond is cut off" in " ".join(on_the_wall(small))
    drawn = chart([small])
    marks = {text.strip() for text in re.findall(r">([^<>]*)<", drawn.svg)}
    assert not {"\u221220", "+20", "20", "\u221215", "15"} & marks
    assert {"\u221210", "10"} <= marks
    assert drawn.table["95 in 100 range"].tolist() == ["\u221210.0 to +10.0"]


def test_what_the_order_may_have_done_is_said_for_both_signs():
    said = order_sentences(room(np.random.default_rng(6), 40, 0.8))
    assert "it may have moved the difference by anything from \u2212" in said[0]
    assert re.search(r"The first round alone.*: (it cannot tell|the full picture scored)", said[1])


def made(mean: float, error: float, measure: str = "acceptance", who: Who = "all") -> Effect:
    rest = {"people": 25, "tickbox": 5.0, "co_production": 5.0 + mean}
    return Effect(measure=measure, who=who, mean=mean, error=error, freedom=22, **rest)


FOUND = [
    made(1.0, 0.7, who="lost"),
    made(1.0, 0.7),
    made(1.0, 0.7, "fairness"),
    made(2.8, 0.7, "trust"),
]
OPEN = {"difference": {k: {"low": 0.4, "mean": 1.0, "high": 1.6}
                       for k in ("losers", "acceptance", "fairness", "trust")}}  # fmt: skip


def test_the_sealed_guess_is_judged_for_each_thing_it_was_made_for_on_every_screen():
    """As below, each range is -0.4 to +2.4: 2.8 lies outside, 1.0 and no difference inside."""
    said = " ".join(sentences(FOUND, OPEN))
    assert said.count("it held.") == 3
    assert (
        "The sealed guess of trust for a room of 25 is \u22120.4 to +2.4 (90 in 100 range); "
        "this room: +2.8; it did not hold. It would have held for no difference as well." in said
    )
    in_all = (
        "Of the 4 sealed guesses 3 held, but not that for trust. "
        "All of them would have held for no difference as well."
    )
    assert in_all in said
    for one in FOUND[:2]:
        assert in_all in " ".join(on_the_wall(one, OPEN, FOUND))
        assert "sealed" not in " ".join(on_the_wall(one, None, FOUND))


def test_a_guess_far_from_none_would_not_have_held_for_no_difference():
    guess = {"difference": {"acceptance": {"low": 3.0, "mean": 3.5, "high": 4.0}}}
    assert "For no difference it would not have held." in " ".join(
        sentences([made(3.4, 0.5)], guess)
    )


def test_the_wall_gives_the_caution_of_the_trainers_page_on_the_order():
    order = order_sentences(room(np.random.default_rng(6), 40, 0.8))
    on_wall, on_page = (
        " ".join(on_the_wall(made(1.0, 0.7), None, FOUND, order)),
        chart(FOUND, None, order),
    )
    for line in order:
        assert line in on_wall
        assert line in on_page.finding


def test_a_result_at_the_edge_of_what_shows_is_said_to_be_there():
    """With 22 degrees of freedom a room sees (2.074 + 0.858) errors in 4 of 5 tries: 1.5 points of 0.5."""
    for mean, edge in ((1.4, True), (1.5, True), (1.6, False), (0.9, False), (-1.2, True)):
        said = " ".join(on_the_wall(made(mean, 0.5)))
        assert (
            "sees a difference of 1.5 points in 4 of 5 tries, and smaller ones less often." in said
        )
        assert ("no larger than that" in said) is edge, mean


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (-1.5, "The leaflet scored higher here"),
        (-0.9, "This room alone cannot tell"),
        (0.9, "This room alone cannot tell"),
        (1.5, "The full picture scored higher here"),
    ],
)
def test_a_side_is_named_only_where_the_interval_names_it(mean, words):
    """With an error of 0.5 and 22 degrees of freedom, Student's t is 2.074: the reach is 1.04."""
    assert words in " ".join(sentences([made(mean, 0.5)]))


def test_a_room_without_any_effect_is_told_that_a_side_won_in_one_room_of_twenty():
    rng, rooms = np.random.default_rng(11), 300
    said = [" ".join(sentences([effect(room(rng, 25, 0.0), "acceptance")])) for _ in range(rooms)]
    assert sum("scored higher here" in text for text in said) / rooms < 0.10
    assert sum("cannot tell" in text for text in said) / rooms > 0.90


@pytest.mark.parametrize(
    ("mean", "verdict"), [(1.0, "it held"), (2.2, "it held"), (2.8, "it did not hold")]
)
def test_the_sealed_guess_is_said_for_a_room_of_this_size_and_judged_by_that(mean, verdict):
    """A guess of 0.4 to 1.6 has a spread of 0.365; with an error of 0.7 the reach is 1.717 * 0.79 = 1.36."""
    guess = {"difference": {"acceptance": {"low": 0.4, "mean": 1.0, "high": 1.6}}}
    said = " ".join(sentences([made(mean, 0.7)], guess))
    told = (
        f"for a room of 25 is \u22120.4 to +2.4 (90 in 100 range); this room: +{mean}; {verdict}."
    )
    assert told in said


def test_the_range_a_lopsided_guess_is_judged_by_holds_the_guess_itself_and_is_the_one_drawn():
    """A guess of 0.4 to 3.0 has its middle at 1.7 and a spread of 0.790: the reach is 1.717 * 0.935."""
    guess = {"difference": {"acceptance": {"low": 0.4, "mean": 2.6, "high": 3.0}}}
    drawn = chart([made(3.1, 0.5)], guess)
    for said in (*on_the_wall(made(3.1, 0.5), guess), drawn.svg, *drawn.table.iloc[0]):
        assert "+0.4 to +3.0" not in said
    assert "+0.1 to +3.3 (90 in 100 range); this room: +3.1; it held" in drawn.finding
    assert "+0.1 to +3.3 (90 in 100 range)" in drawn.svg
    assert drawn.table["The model's guess (90 in 100 range)"].item() == "+0.1 to +3.3"


def test_the_wall_says_what_was_measured_with_both_means_first():
    assert on_the_wall(made(3.9, 0.5))[0].startswith(
        "Among all 25: 5.0 with the leaflet, 8.9 with the full picture. "
    )
    drawn = " ".join(re.sub(r"<title.*?</title>|<[^>]+>", " ", chart([made(3.9, 0.5)]).svg).split())
    assert "How much higher the full picture scored (points of 10)" in drawn
    assert "Dot: this room. Bar: how far luck alone may have pushed it" in drawn


def test_every_interval_names_its_level():
    rng = np.random.default_rng(6)
    found = [effect(room(rng, 40, 0.8), "acceptance", who) for who in ("lost", "all")]
    guess = {
        "difference": {k: {"low": 0.4, "mean": 1.0, "high": 1.6} for k in ("acceptance", "losers")}
    }
    drawn = chart(found, guess, order_sentences(room(rng, 40, 0.8)))
    ranges = re.findall(
        r"[+\u2212][\d.]+ to [+\u2212][\d.]+(.{0,18})", drawn.finding.replace("anything from", "")
    )
    assert len(ranges) >= 8
    for after in ranges:
        assert re.match(r" \((80|90|95) in 100 range\)", after), after
    assert {"80 in 100 range", "95 in 100 range", "The model's guess (90 in 100 range)"} <= set(
        drawn.table.columns
    )


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
