"""Who goes straight to the bet is told that the example is left out, under the heading that stands there."""

import pytest

from coprod_sim.apps.learner import LessonPage
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.words import ENGLISH, words_in

pytestmark = pytest.mark.usefixtures("progress_file")
SOLVED = [name for name in lesson_names() if load_lesson(name).example is not None]


@pytest.mark.parametrize("track", ["example", "straight"])
@pytest.mark.parametrize("name", SOLVED)
def test_under_the_heading_of_the_example_something_always_stands(name, track):
    page = LessonPage(load_lesson(name), Learner())
    page.learner.keep("track", track)
    _anchor, solved, left_out, _look = page.example().children
    said = words_in(ENGLISH)("learner-track-left_out")
    assert (solved.layout.display == "none") == (track == "straight")
    assert (said in [part.label for part in left_out.parts]) == (track == "straight")
