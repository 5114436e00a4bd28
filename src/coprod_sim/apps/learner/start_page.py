"""Where learners begin: all lessons with how far they are, where to go on, and what is kept."""

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import Desk, desk_for, page_of, warm_up
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.learnt_view import learnt_part
from coprod_sim.apps.learner.page_blocks import link
from coprod_sim.apps.learner.progress_view import progress_part
from coprod_sim.apps.learner.saving import saving
from coprod_sim.apps.learner.terms import Terms
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import LAST, done_parts, next_part, parts_of
from coprod_sim.markup import Markup, element, joined

PLACE = "start"


def start(learner: Learner | None = None) -> ipywidgets.Widget:
    """Build the learner's first page; given the learner of a lesson, it follows what they do there."""
    warm_up()
    learner = learner or Learner()
    desk = desk_for(learner, (), PLACE, label="learner-nav-parts")
    shown = show()

    def draw() -> None:
        shown.value = joined(resume_html(desk), lessons_html(desk))

    desk.keep(PLACE, draw, "kept")
    parts = [
        shown,
        learnt_part(desk),
        progress_part(desk, PLACE),
        Terms(desk.guarded(learner.shown)),
    ]
    whole = page_of(desk, (), top=[saving(desk)], bottom=parts)
    whole.add_class("coprod-lesson")
    return whole


def resume_html(desk: Desk) -> Markup:
    """Say where somebody stopped last time, with the way back there."""
    last = str(desk.state.store.get(LAST, ""))
    kind, _, name = last.rpartition(" ")
    if kind == "exercise":
        one = find_exercise(name)
        address, title = f"apps/do_exercises.ipynb?exercise={one.id}", f"{one.number} {one.title}"
    elif last in lesson_names():
        lesson = load_lesson(last)
        on = next_part(lesson, desk.state.store)
        address, title = f"{last}.ipynb{f'#part-{on}' if on else ''}", lesson.title
    else:
        return Markup("")
    return link(address, desk.t("learner-start-go_on", title=title))


def lessons_html(desk: Desk) -> Markup:
    """List the lessons with their minutes and how much of each is done."""
    t, rows = desk.t, []
    for name in lesson_names():
        one = load_lesson(name)
        done, all_ = len(done_parts(one, desk.state.store)), len(parts_of(one))
        said = t("learner-start-line", minutes=one.minutes, done=done, all=all_)
        rows.append(element("li", element("a", one.title, href=f"{name}.ipynb"), f" {said}"))
    return joined(
        element("h2", t("learner-start-lessons")),
        element("ol", *rows, start=0),
        link("apps/do_exercises.ipynb", t("learner-start-exercises")),
    )
