"""One exercise on a page: the task, a worked twin, the answer, what it came to, hints, the model answer."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.journal_view import journal_part, written_before
from coprod_sim.apps.learner.kinds import panel_of
from coprod_sim.apps.learner.page_blocks import busy
from coprod_sim.learning.check_result import CheckResult, Status
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.marked_text import html_of, inline
from coprod_sim.markup import Markup, bullets, element, fold, joined, paragraphs
from coprod_sim.words import Words


def exercise_part(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the whole exercise from its declaration; the kind's own module builds the answer."""
    one = state.exercise
    parts = [
        *([] if state.notebook else [show(head(one, desk.t))]),
        panel_of(one.kind).panel(desk, state),
        _checking(desk, state),
        _helping(desk, state),
        *([_closing(desk, state)] if state.model else []),
        *_thoughts(desk, state),
        show(fold(desk.t("learner-exercise-sources"), bullets(one.sources))),
    ]
    box = ipywidgets.VBox(parts)
    box.add_class("coprod-exercise")
    return box


def _thoughts(desk: Desk, state: ExerciseState) -> list[ipywidgets.Widget]:
    """Ask what it means at one's own place; in a notebook a cell does, and what stands here is shown."""
    name = state.exercise.journal
    if state.notebook:
        return written_before(desk, name)
    return [journal_part(desk, name, state.exercise.reflection)]


def head(one: Exercise, t: Words) -> Markup:
    """Set the title, the task, why it matters and the worked twin."""
    facts = t("learner-exercise-facts", minutes=one.minutes, step=t(f"learner-step-{one.step}"))
    return joined(
        element("h2", f"{one.number} {one.title}"),
        element("p", facts, class_="facts"),
        html_of(one.task),
        element("h3", t("learner-exercise-why")),
        html_of(one.why),
        fold(t("learner-exercise-example"), html_of(one.example)),
        element("h3", t("learner-exercise-yours")),
    )


def _checking(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="outcome")

    def draw(_change: object = None) -> None:
        label = t("learner-exercise-again" if state.tries else "learner-exercise-check")
        form.parts = [
            Field(id="check", kind="button", label=label, style="main", disabled=state.busy)
        ]
        said.value = busy(t) if state.busy else outcome(state, t)
        if state.outcome is not None and not state.busy:
            desk.shell.aloud = _spoken(state.outcome, t)
        elif state.lapsed:
            desk.shell.aloud = t("learner-exercise-changed")

    state.observe(desk.guarded(draw), ["outcome", "lapsed", "busy", "tries"])
    draw()
    desk.clicks(form, lambda _name: state.check())
    return ipywidgets.VBox([form, said])


def outcome(state: ExerciseState, t: Words) -> Markup | str:
    """Set what an answer came to: its state in words, and everything that is said about it."""
    found = state.outcome
    if found is None and state.lapsed:
        return element("p", t("learner-exercise-changed"))
    if found is None:
        if state.best == Status.NOT_TRIED:
            return ""
        last = t(f"learner-state-{state.best}")
        return element("p", t("learner-exercise-last_time", state=last))
    in_place = getattr(panel_of(state.exercise.kind), "NOTES_IN_PLACE", False)
    notes = [] if in_place else [n for note in found.notes.values() for n in note.splitlines()]
    title = element("p", element("strong", t(f"learner-outcome-{found.headed}")))
    lines = [element("p", inline(line)) for line in found.said]
    listed = bullets(map(inline, notes))
    said = element("div", title, *lines, listed, class_=f"said-{found.seen}")
    return joined(said, _hints(found, t))


def _hints(found: CheckResult, t: Words) -> Markup | str:
    """Set what a computer counted, apart from what is said about the answer."""
    if not found.hints:
        return ""
    head = element("p", element("strong", t("learner-write-hints")))
    how = element("p", t("learner-write-hints_how"))
    return element("div", head, how, bullets(found.hints), class_="counted")


def _spoken(found: CheckResult, t: Words) -> str:
    return " ".join([t(f"learner-outcome-{found.headed}"), *found.said])


def _helping(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="hints")

    def draw(_change: object = None) -> None:
        hints = state.exercise.hints
        left = len(hints) - state.hints
        label = t("learner-exercise-hint", next=state.hints + 1, all=len(hints))
        form.parts = [Field(id="hint", kind="button", label=label)] if left else []
        said.value = bullets(map(inline, hints[: state.hints]), tag="ol")

    state.observe(desk.guarded(draw), ["hints"])
    draw()
    desk.clicks(form, lambda _name: state.hint())
    return ipywidgets.VBox([said, form])


def _closing(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="model")

    def draw(_change: object = None) -> None:
        label = t("learner-exercise-show")
        may, shown = state.may_show, state.shown
        help = "" if may else t("learner-exercise-after_two")
        button = Field(id="show", kind="button", label=label, disabled=not may)
        note = [Field(id="when", kind="note", label=help)] if help and state.tries else []
        form.parts = [] if shown else [button, *note]
        heading = element("h3", t("learner-exercise-model"))
        answer = joined(heading, html_of(state.exercise.answer), _weaker(state.exercise, t))
        said.value = answer if shown else ""

    state.observe(desk.guarded(draw), ["tries", "shown", "outcome"])
    draw()
    desk.clicks(form, lambda _name: state.show())
    return ipywidgets.VBox([form, said])


def _weaker(one: Exercise, t: Words) -> Markup | str:
    """Set a second, weaker answer to compare with, and folded away what a teacher found in it."""
    weaker = getattr(one.detail, "weaker", None)
    if weaker is None:
        return ""
    parts = [p.name for p in one.detail.parts if p.id in weaker.has]
    found = t("learner-write-weaker_has", parts=" ".join(parts))
    return joined(
        element("h3", t("learner-write-weaker")),
        html_of(weaker.text),
        fold(t("learner-write-weaker_which"), paragraphs(f"{found}\n{weaker.says}")),
        element("p", t("learner-write-compare")),
    )
