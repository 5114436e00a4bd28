"""What tells of a lesson's result in words: it opens when the bet stands, wherever the lesson is read."""

from collections.abc import Callable

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.marked_text import html_of, inline, sections_of
from coprod_sim.markup import Markup, bullets, element, joined
from coprod_sim.words import Words


def told_after(
    desk: Desk, prediction: PredictionState | None, told: Callable[[], Markup], class_: str
) -> ipywidgets.Widget:
    """Show something once the bet stands, and until then a line that says so."""
    said = show(class_=class_)

    def draw(_change: object = None) -> None:
        if prediction is None or prediction.placed:
            said.value = told()
        else:
            said.value = element("p", desk.t("learner-after_bet-locked"), class_="locked")

    if prediction is not None:
        prediction.observe(desk.guarded(draw), ["placed"])
    draw()
    return said


def studies_told(lesson: Lesson) -> Markup:
    """Set what studies say of a lesson's step, and what speaks against it."""
    parts = [
        joined(element("h2", head), html_of(body)) for head, body in sections_of(lesson.studies)
    ]
    return joined(*parts)


def points_told(lesson: Lesson, t: Words) -> Markup:
    """Set what to take along, with in how many models each point holds that is about the model."""
    points = bullets(map(inline, lesson.key_points))
    about = any("of 100 models" in line for line in lesson.key_points)
    note = element("p", t("learner-claims-about"), class_="help") if about else ""
    return joined(element("h2", t("learner-finish-points")), points, note)


def expectation_told(lesson: Lesson, t: Words) -> Markup:
    """Set what the line to change in the code of the bet should do."""
    if lesson.code is None:
        return Markup("")
    head = element("h3", t("learner-notebook-code_expect"))
    about = element("p", t("learner-notebook-code_range"), class_="help")
    return joined(head, html_of(lesson.code.expect), about)
