"""What the lessons say about the model is what fresh runs of the model give, whatever the luck."""

import json
import os
import random
from pathlib import Path

import pytest
from counted_apart import answer_now

from coprod_sim.learning.items import Prediction, RunQuestion
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import Readout, value
from coprod_sim.learning.runs import PlayedRun, play
from coprod_sim.results import compare
from coprod_sim.results.discovery.theories import Theories, theories_of, wins_over

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
LUCK = random.Random(os.environ.get("PYTEST_XDIST_TESTRUNUID"))
SEEDS = (LUCK.randrange(2**31), LUCK.randrange(2**31))
"""Seeds nobody has seen, so that no lesson is true by luck; the same in all processes of one run."""
each_lesson = pytest.mark.parametrize("name", lesson_names())


def prediction_of(name: str) -> Prediction:
    prediction = load_lesson(name).predict
    assert prediction is not None
    return prediction


def told_of_the_run(asked: RunQuestion) -> list[str]:
    """Give the ids of the options of which the lesson says that the run shows them."""
    return [o.id for o in asked.options if o.feedback.startswith(("Yes", "Our run shows"))]


def lead(played: PlayedRun, of: str, measure: str = "acceptance") -> float:
    return value(
        Readout(rule="difference", measure=measure, of=of, against=played.names[0]), played
    )


@pytest.mark.slow
@each_lesson
@pytest.mark.parametrize("seed", SEEDS)
def test_a_lesson_says_that_the_run_shows_what_a_fresh_run_gives(name, seed):
    prediction = prediction_of(name)
    assert prediction.see is not None
    played = play(prediction.run, seed)
    for asked in (prediction, prediction.see):
        assert told_of_the_run(asked) in ([], [answer_now(asked, played)]), asked.question


@each_lesson
def test_every_lesson_asks_three_questions_from_memory_and_solves_one_bet_aloud(name):
    lesson = load_lesson(name)
    assert len(lesson.recall) == 3
    assert lesson.example is not None
    assert lesson.example.because is not None
    assert lesson.change is not None
    assert lesson.place is not None
    assert 20 <= lesson.minutes <= 40


@each_lesson
def test_the_hook_is_a_decision_told_in_about_sixty_words(name):
    table = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    hook = next("".join(c["source"]) for c in table["cells"] if c["id"] == "hook")
    head, told, *limits = hook.split("\n\n")
    assert head == "## A decision"
    assert 45 <= len(told.split()) <= 95
    assert limits, "say what the case does not show"


@pytest.mark.slow
def test_five_steps_on_closed_doors_bring_about_a_third_of_the_gain():
    example = load_lesson("6_all_five_together").example
    assert example is not None
    played = play(example.run, SEEDS[0])
    share = lead(played, "steps_only") / lead(played, "co_production")
    assert 0.25 <= share <= 0.4


DISPUTES = ("rooms", "outside", "openness")
"""The switches of lesson 8 by which the doubters are given what its bet gives them."""


@pytest.mark.slow
def test_no_single_doubt_brings_co_production_level_but_three_put_honest_consultation_ahead():
    lesson = load_lesson("8_is_the_model_right")
    change, run = lesson.change, prediction_of(lesson.id).run
    assert change is not None

    def leads(*on: str) -> list[float]:
        played = play(change.changed(run, dict.fromkeys(on, 1.0)), SEEDS[0])
        return [value(read, played, change.variant) for read in change.reads]

    alone = {s.id: leads(s.id)[0] for s in change.switches}
    assert min(alone.values()) > 2.0, alone
    assert leads(*DISPUTES)[1] < 0.0
    assert leads("outside", "openness")[2] < 0.0, "the two that the question asks for"
    assert leads("plan")[0] > 0.5 * leads()[0], "the notebook says: more than half is left"


@pytest.mark.slow
def test_co_production_wins_over_each_other_way_in_as_many_models_as_the_evidence_says():
    ways = ["tickbox", "honest_consultation", "told_openly", "co_production"]
    found = {case: models(case, ways) for case in ("reference", "zero_sum_closure")}
    shares = [wins_over(found["reference"], ways[-1], [way]).mean() for way in ways[:-1]]
    assert shares == pytest.approx([0.65, 0.51, 0.48], abs=0.08)
    told, shared = (found["zero_sum_closure"].value(way, "acceptance") for way in ways[2:])
    assert (told > shared).mean() > 0.85


def models(case: str, ways: list[str]) -> Theories:
    return theories_of(compare(case, ways, runs=8, draws=128, seed=SEEDS[0]))


@pytest.mark.slow
def test_a_false_story_hurts_co_production_less_than_tickbox_and_hurts_it_all_the_same():
    example = load_lesson("7_when_it_goes_wrong").example
    assert example is not None
    played = play(example.run, SEEDS[0])
    fall = {way: value(example.read, played, way) for way in ("tickbox", "co_production")}
    assert fall["tickbox"] < fall["co_production"] < -2.0
