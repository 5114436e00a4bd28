"""The exercises on one page: the list, the one that is open, and what has been done so far."""

from urllib.parse import parse_qsl, urlencode

import ipywidgets
import traitlets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk, PagePart, desk_for, page_of, query_string, warm_up
from coprod_sim.apps.learner.catalogue import catalogue_part
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.exercise_view import exercise_part
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.progress_view import progress_part
from coprod_sim.apps.learner.saving import saving
from coprod_sim.apps.learner.terms import Terms
from coprod_sim.errors import InputError
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.lesson_progress import LAST
from coprod_sim.learning.marking import SIGN, unfinished
from coprod_sim.learning.notebooks import WRITTEN
from coprod_sim.learning.progress import NothingKept, ProgressStore, nobody_there
from coprod_sim.markup import element, fold, joined
from coprod_sim.words import Words


class AtExercises(Learner):
    """A learner on the page of exercises; `chosen` is the id of the one that is open."""

    chosen = traitlets.Unicode("")


def open_exercises(
    query: str | None = None, store: ProgressStore | None = None
) -> ipywidgets.Widget:
    """Build the page for the address it was opened with, such as `?exercise=1_1`."""
    warm_up()
    asked = dict(parse_qsl(query_string() if query is None else query))
    learner = AtExercises(store)
    part = asked.get("part", "exercise" if asked.get("exercise") else "list")
    desk = desk_for(learner, PARTS, part if part in [p.key for p in PARTS] else PARTS[0].key)

    def on_turn(key: str) -> None:
        desk.shell.query = _query(learner, key)  # first: a reload comes back here

    whole = page_of(desk, PARTS, on_turn=on_turn, top=[saving(desk)], bottom=[_terms(desk)])
    if asked.get("exercise"):
        learner.chosen = asked["exercise"]
    return whole


def exercise_here(
    name: str, store: ProgressStore | None = None, *, answer: bool = True
) -> ipywidgets.Widget:
    """Show where one answers an exercise in its own notebook, whose cells say what is asked.

    Args:
        name: The exercise's id.
        store: Where what was done is kept; the learner's own file unless told otherwise, and nowhere
            when a program runs the notebook to mark or to export it.
        answer: Whether an answer may be asked for after two tries.
    """
    learner = Learner(NothingKept() if store is None and nobody_there() else store)
    desk = desk_for(learner, (), "", label="learner-nav-parts")
    state = ExerciseState(find_exercise(name), learner, notebook=True, model=answer)
    if state.exercise.asks_the_model:
        warm_up()
    parts = [exercise_part(desk, state), _as_text(desk, state), _terms(desk)]
    whole = page_of(desk, (), top=[saving(desk)], bottom=parts)
    whole.add_class("coprod-lesson")
    return whole


def _exercise(desk: Desk[AtExercises]) -> ipywidgets.Widget:
    """Build the place for the exercise that is open."""
    place = ipywidgets.VBox([show(_nothing(desk.t))])

    def choose(_change: object = None) -> None:
        place.children = _opened(desk)
        desk.shell.turn("exercise")

    desk.state.observe(desk.guarded(choose), ["chosen"])
    return place


def _terms(desk: Desk) -> Terms:
    return Terms(desk.guarded(desk.state.shown))


def _as_text(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Offer the answer to be copied into the cell that is handed in, and show it as text."""
    place, form, t = show(), Form([]), desk.t

    def draw(_change: object = None) -> None:
        text, left = handed_in(state), unfinished(state.exercise, state.answer)
        how = "_part" if left else "" if state.answer else "_none"
        words = {
            "copy": text, "not_copied": t("learner-notebook-not_copied"),
            "copied": t(f"learner-notebook-copied{how}", left=left),
        }  # fmt: skip
        label = t("learner-notebook-copy")
        form.parts = [Field(id="copy", kind="button", label=label, words=words)]
        place.value = fold(t("learner-notebook-as_text"), element("pre", text))

    state.observe(desk.guarded(draw), ["answer", "outcome"])
    draw()
    return ipywidgets.VBox([form, place])


def handed_in(state: ExerciseState) -> str:
    """Give what goes into the cell that is handed in: a text as it is, any other answer as a line of code."""
    if state.exercise.kind == WRITTEN:
        return str(state.answer.get("text", "")) or state.exercise.detail.start or " "
    return f"{SIGN} {dict(state.answer)!r}"


def _opened(desk: Desk) -> list[ipywidgets.Widget]:
    """Build the exercise that was chosen; an unknown one becomes a sentence."""
    learner = desk.state
    try:
        one = find_exercise(learner.chosen)
    except InputError as problem:
        learner.problem = str(problem)
        return [show(_nothing(desk.t))]
    learner.problem = ""
    learner.keep(LAST, f"exercise {one.id}")
    return [exercise_part(desk, ExerciseState(one, learner))]


def _nothing(t: Words) -> str:
    return joined(element("h2", t("learner-page-exercise")), element("p", t("learner-page-choose")))


def _query(learner: AtExercises, key: str) -> str:
    if key == "exercise" and learner.chosen:
        return urlencode({"exercise": learner.chosen})
    return "" if key == "list" else urlencode({"part": key})


PARTS = (
    PagePart(key="list", title="learner-page-list", build=lambda d: catalogue_part(d, "list")),
    PagePart(key="exercise", title="learner-page-exercise", build=_exercise),
    PagePart(
        key="progress", title="learner-page-progress", build=lambda d: progress_part(d, "progress")
    ),
)
"""The parts in the order of the page."""
