"""What keeps a run or an answer from counting is said as it is."""

import pytest
from widget_tree import form_with, texts

from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.lesson_page import LessonPage
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.errors import InputError
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.lesson import load_lesson

pytestmark = pytest.mark.usefixtures("progress_file")


def test_a_run_in_which_nothing_was_changed_is_not_played_and_says_so():
    page = LessonPage(load_lesson("3_expectations"), Learner())
    bet, changed = page.predict(), page.change()
    form_with(bet, "place").answer("choice", "unknown")
    form_with(bet, "place").click("place")
    form = form_with(changed, "go")
    began = form.values["feedback"]
    form.click("go")
    assert form.said == "You have changed nothing yet. Move a slider or tick a box first."
    assert "<table" not in texts(changed)
    form.answer("feedback", 61)
    assert form.said == ""
    form.click("go")
    assert "<table" in texts(changed)
    form.answer("feedback", began)
    form.click("go")
    assert "<table" not in texts(changed)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("  ", "Write your own reason first. A few words are enough to begin."),
        ("z" * 3000, "There is only one word in this box. Write at least 2 words."),
        (
            "\N{SOFT ICE CREAM}" * 50,
            "There are no words in this box yet; signs and single letters do not count as words."
            " Write at least 2 words.",
        ),
    ],
)
def test_what_keeps_a_reason_from_counting_is_said(reason: str, said: str):
    state = PredictionState(load_lesson("1_awareness").predict, "predict", Learner())
    state.explain(reason)
    with pytest.raises(InputError) as found:
        state.compare()
    assert str(found.value) == said


def test_a_text_of_signs_alone_is_not_called_no_text():
    one, sign = find_exercise("5_2"), "\N{SOFT ICE CREAM}"
    none, signs = (" ".join(check_answer(one, {"text": x}, 2).said) for x in ("", sign * 50))
    assert none == "Write your text first."
    assert signs.startswith("There are no words in your text yet; signs")
