"""What a bet shows has the decimals in which its answers are told apart: picture, table and verdict alike."""

import re
from itertools import chain

import pytest

from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.items import FARTHEST, NEAR, AnswerOption, Prediction, RunQuestion
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import play
from coprod_sim.words import words_in

T = words_in("en")


def items() -> dict[str, Prediction]:
    lessons = {
        f"{name} {part}": getattr(load_lesson(name), part)
        for name in lesson_names()
        for part in ("example", "predict")
    }
    exercises = {one.id: one.detail for one in map(load_exercise, exercise_folders())}
    every = chain(lessons.items(), exercises.items())
    return {name: item for name, item in every if isinstance(item, Prediction)}


def questions() -> list[tuple[str, RunQuestion]]:
    pairs = [(name, q) for name, item in items().items() for q in (item, item.see)]
    return [(name, q) for name, q in pairs if q is not None]


@pytest.mark.parametrize(("name", "question"), questions())
def test_every_end_of_an_answer_can_be_written_in_the_digits_that_are_shown(name, question):
    ends = [end for o in question.options for end in (o.low, o.high) if abs(end) < 1e8]
    assert [round(end, question.digits) for end in ends] == ends, name
    fine = any(end != int(end) for end in ends)
    assert question.digits >= fine


@pytest.mark.parametrize(("name", "question"), questions())
def test_about_the_same_is_as_near_in_what_is_looked_at_as_in_a_bet(name, question):
    if not question.read.apart:
        return
    around = [(o.low, o.high) for o in question.options if o.low < 0 < o.high]
    wide = [end for ends in around for end in ends if abs(end) < FARTHEST and abs(end) > NEAR]
    assert wide == [], f"{name}: {question.question}"


COARSE = tuple(
    AnswerOption(id=name, text=name, low=low, high=high, feedback=name)
    for name, low, high in (("less", -FARTHEST, -5), ("same", -5, 5), ("more", 5, FARTHEST))
)


@pytest.mark.parametrize(
    "read",
    [
        Readout(rule="difference", measure="trust", of="a", against="b"),
        Readout(measure="room_opposed", of="a"),
    ],
)
def test_a_question_that_takes_more_for_about_the_same_is_refused(read):
    with pytest.raises(
        ValueError, match=r"'same' holds 0 and reaches to -?5, but about the same is"
    ):
        RunQuestion(question="How far apart?", read=read, options=COARSE)
    assert RunQuestion(question="How much?", read=Readout(measure="quality"), options=COARSE)


def test_a_difference_of_a_tenth_in_100_is_shown_in_tenths_everywhere():
    item = load_exercise(next(f for f in exercise_folders() if f.name.startswith("5_1"))).detail
    played = play(item.run.but(runs=8), 1)
    _, verdict = judge(item, "some", played, T)
    assert re.search(
        r"taken before rounding, was \N{MINUS SIGN}?\d\.\d( \(\N{MINUS SIGN}?\d\.\d to \d\.\d\))? in 100\.",
        verdict,
    )
    page = result_html(item.read, played, T, digits=item.digits)
    table = page[page.rindex("<table") :]
    assert len(re.findall(r"\d\.\d \(\d\.\d to \d+\.\d\)", table)) == 5, "one for each way"
    picture = page[: page.index("</svg>")]
    assert len(re.findall(r">\d\.\d to \d+\.\d<", picture)) == 5


RISE = re.compile(r"\b(falls?|fell|rises?|rose|goes (?:up|down)|grows?|grew|sinks?)\b", re.I)
MEANT_OTHERWISE = re.compile(
    "falls silent|fall back on|the claim falls|falls with it|A claim of ours fell"
    "|grows from decision to decision"
)
"""Words that speak of no measure, or of one over time, or of two changes in one sentence."""


@pytest.mark.parametrize(("name", "question"), questions())
def test_what_compares_two_ways_says_higher_or_lower_and_not_that_it_rises_or_falls(name, question):
    if "change" in question.read.rule:
        return
    because = getattr(question, "because", None)
    texts = [question.question, *(t for o in question.options for t in (o.text, o.feedback))]
    texts += [because.prompt, because.model] if because else []
    for text in texts:
        assert not RISE.search(MEANT_OTHERWISE.sub("", text)), f"{name}: {text}"
