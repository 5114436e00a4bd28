"""One exercise on a page: the task, a worked twin, the answer, what it came to, hints, the model answer."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.journal_view import journal_part
from coprod_sim.apps.learner.kinds import panel_of
from coprod_sim.apps.learner.markdown import html_of, inline
from coprod_sim.learning.check_result import CheckResult, Status
from coprod_sim.learning.exercise import Exercise
from coprod_sim.markup import bullets
from coprod_sim.words import Words


def exercise_part(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the whole exercise from its declaration; the kind's own module builds the answer."""
    one = state.exercise
    parts = [
        show(head(one, desk.t)),
        panel_of(one.kind).panel(desk, state),
        _checking(desk, state),
        _helping(desk, state),
        _closing(desk, state),
        journal_part(desk, f"exercise {one.number}", one.reflection),
        show(_sources(one, desk.t)),
    ]
    box = ipywidgets.VBox(parts)
    box.add_class("coprod-exercise")
    return box


def head(one: Exercise, t: Words) -> str:
    """Set the title, the task, why it matters and the worked twin."""
    facts = t("learner.exercise.facts", minutes=one.minutes, step=t(f"learner.step.{one.step}"))
    return (
        f"<h2>{escape(one.number)} {escape(one.title)}</h2><p class='facts'>{escape(facts)}</p>"
        f"{html_of(one.task)}"
        f"<h3>{escape(t('learner.exercise.why'))}</h3>{html_of(one.why)}"
        f"<details><summary>{escape(t('learner.exercise.example'))}</summary>{html_of(one.example)}</details>"
        f"<h3>{escape(t('learner.exercise.yours'))}</h3>"
    )


def _checking(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="outcome")

    def draw(_change: object = None) -> None:
        label = t("learner.exercise.again" if state.tries else "learner.exercise.check")
        form.parts = [
            Field(id="check", kind="button", label=label, style="main", disabled=state.busy)
        ]
        said.value = _busy(t) if state.busy else outcome(state, t)
        if state.outcome is not None and not state.busy:
            desk.shell.say = _spoken(state.outcome, t)

    state.observe(desk.guarded(draw), ["outcome", "busy", "tries"])
    draw()
    desk.clicks(form, lambda _name: state.check())
    return ipywidgets.VBox([form, said])


def _busy(t: Words) -> str:
    return f'<p role="status" class="busy">{escape(t("learner.bet.busy"))}</p>'


def outcome(state: ExerciseState, t: Words) -> str:
    """Set what an answer came to: its state in words, and everything that is said about it."""
    found = state.outcome
    if found is None:
        if state.best == Status.NOT_TRIED:
            return ""
        return f"<p>{escape(t('learner.exercise.last_time', state=t(f'learner.state.{state.best}')))}</p>"
    lines = "".join(f"<p>{inline(line)}</p>" for line in found.said)
    in_place = getattr(panel_of(state.exercise.kind), "NOTES_IN_PLACE", False)
    notes = (
        [] if in_place else [line for note in found.notes.values() for line in note.splitlines()]
    )
    listed = f"<ul>{''.join(f'<li>{inline(n)}</li>' for n in notes)}</ul>" if notes else ""
    title = escape(t(f"learner.outcome.{found.status}"))
    return f'<div class="said-{found.status}"><p><strong>{title}</strong></p>{lines}{listed}</div>'


def _spoken(found: CheckResult, t: Words) -> str:
    return " ".join([t(f"learner.outcome.{found.status}"), *found.said])


def _helping(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="hints")

    def draw(_change: object = None) -> None:
        hints = state.exercise.hints
        left = len(hints) - state.hints
        label = t("learner.exercise.hint", next=state.hints + 1, all=len(hints))
        form.parts = [Field(id="hint", kind="button", label=label)] if left else []
        shown = "".join(f"<li>{inline(h)}</li>" for h in hints[: state.hints])
        said.value = f"<ol>{shown}</ol>" if shown else ""

    state.observe(desk.guarded(draw), ["hints"])
    draw()
    desk.clicks(form, lambda _name: state.hint())
    return ipywidgets.VBox([said, form])


def _closing(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, form, said = desk.t, Form([]), show(class_="model")

    def draw(_change: object = None) -> None:
        label = t("learner.exercise.show")
        may, shown = state.may_show, state.shown
        help = "" if may else t("learner.exercise.after_two")
        button = Field(id="show", kind="button", label=label, disabled=not may)
        note = [Field(id="when", kind="note", label=help)] if help and state.tries else []
        form.parts = [] if shown else [button, *note]
        model = getattr(state.exercise.detail, "model", "")
        text = state.exercise.answer + (
            f"\n\n{model}" if model and model != state.exercise.answer else ""
        )
        said.value = (
            f"<h3>{escape(t('learner.exercise.model'))}</h3>{html_of(text)}" if shown else ""
        )

    state.observe(desk.guarded(draw), ["tries", "shown", "outcome"])
    draw()
    desk.clicks(form, lambda _name: state.show())
    return ipywidgets.VBox([form, said])


def _sources(one: Exercise, t: Words) -> str:
    listed = bullets(one.sources)
    return f"<details><summary>{escape(t('learner.exercise.sources'))}</summary>{listed}</details>"
