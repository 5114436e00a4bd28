"""The exercises on one page: the list, the one that is open, and what has been done so far."""

from html import escape
from urllib.parse import parse_qsl, urlencode

import ipywidgets
import traitlets

from coprod_sim.apps.controls import Shell, show
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.explorer.page import query_string
from coprod_sim.apps.learner.beside import warm_up
from coprod_sim.apps.learner.catalogue import catalogue_part
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.exercise_view import exercise_part
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.lesson_progress import LAST
from coprod_sim.apps.learner.progress_view import progress_part
from coprod_sim.apps.learner.saving import saving
from coprod_sim.apps.learner.terms import Terms
from coprod_sim.errors import InputError
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.progress import ProgressStore

PARTS = ("list", "exercise", "progress")


class AtExercises(Learner):
    """A learner on the page of exercises; `chosen` is the id of the one that is open."""

    chosen = traitlets.Unicode("")


def page(query: str | None = None, store: ProgressStore | None = None) -> ipywidgets.Widget:
    """Build the page for the address it was opened with, such as `?exercise=1_1`."""
    warm_up()
    asked = dict(parse_qsl(query_string() if query is None else query))
    learner = AtExercises(store)
    t = learner.t
    part = asked.get("part", "exercise" if asked.get("exercise") else "list")
    part = part if part in PARTS else "list"
    shell = Shell([(k, t(f"learner.page.{k}")) for k in PARTS], part, {"parts": t("page.parts")})
    desk = Desk(learner, shell)
    open_one = ipywidgets.VBox([show(_nothing(learner))])
    boxes = {
        "list": _part("list", catalogue_part(desk, "list")),
        "exercise": _part("exercise", open_one),
        "progress": _part("progress", progress_part(desk, "progress")),
    }

    def turn(key: str) -> None:
        shell.query = _query(learner, key)  # first: a reload comes back here
        _show_only(boxes, key)
        desk.arrive(key)

    def choose(_change: object = None) -> None:
        open_one.children = _opened(desk)
        shell.turn("exercise")

    shell.on_turn = desk.guarded(turn)
    learner.observe(desk.guarded(choose), ["chosen"])
    _show_only(boxes, part)
    if asked.get("exercise"):
        learner.chosen = asked["exercise"]
    whole = ipywidgets.VBox(
        [shell, saving(desk), *boxes.values(), Terms(desk.guarded(learner.shown))]
    )
    whole.add_class("coprod-page")
    return whole


def exercise_here(name: str, store: ProgressStore | None = None) -> ipywidgets.Widget:
    """Show one exercise alone, in its own notebook."""
    learner = Learner(store)
    shell = Shell([], "", {"parts": learner.t("learner.nav.parts")})
    desk = Desk(learner, shell)
    state = ExerciseState(find_exercise(name), learner)
    if state.exercise.asks_the_model:
        warm_up()
    parts = [exercise_part(desk, state), _as_text(desk, state)]
    whole = ipywidgets.VBox([shell, saving(desk), *parts, Terms(desk.guarded(learner.shown))])
    for one in ("coprod-page", "coprod-lesson"):
        whole.add_class(one)
    return whole


def _as_text(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Show the answer as text, to be copied into the cell that is handed in."""
    place, head = show(), escape(desk.t("learner.notebook.as_text"))

    def draw(_change: object = None) -> None:
        answer = dict(state.answer) | ({"seed": state.seed} if state.seed else {})
        place.value = (
            f"<details><summary>{head}</summary><pre>{escape(repr(answer))}</pre></details>"
        )

    state.observe(desk.guarded(draw), ["answer", "outcome"])
    draw()
    return place


def _opened(desk: Desk) -> list[ipywidgets.Widget]:
    """Build the exercise that was chosen; an unknown one becomes a sentence."""
    learner = desk.state
    try:
        one = find_exercise(learner.chosen)
    except InputError as problem:
        learner.problem = str(problem)
        return [show(_nothing(learner))]
    learner.problem = ""
    learner.keep(LAST, f"exercise {one.id}")
    return [exercise_part(desk, ExerciseState(one, learner))]


def _nothing(learner: Learner) -> str:
    t = learner.t
    return f"<h2>{escape(t('learner.page.exercise'))}</h2><p>{escape(t('learner.page.choose'))}</p>"


def _query(learner: AtExercises, key: str) -> str:
    if key == "exercise" and learner.chosen:
        return urlencode({"exercise": learner.chosen})
    return "" if key == "list" else urlencode({"part": key})


def _part(key: str, inside: ipywidgets.Widget) -> ipywidgets.VBox:
    box = ipywidgets.VBox([inside])
    for name in ("part", f"part-{key}"):
        box.add_class(name)
    return box


def _show_only(boxes: dict[str, ipywidgets.VBox], key: str) -> None:
    for name, box in boxes.items():
        box.layout.display = "" if name == key else "none"
