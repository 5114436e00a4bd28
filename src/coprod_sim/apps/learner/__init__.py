"""The learners' pages: lessons, exercises, and what has been done so far."""

from coprod_sim.apps.learner.exercises_page import exercise_here, open_exercises
from coprod_sim.apps.learner.lesson_page import LessonPage, open_lesson
from coprod_sim.apps.learner.start_page import start

__all__ = ["LessonPage", "exercise_here", "open_exercises", "open_lesson", "start"]
