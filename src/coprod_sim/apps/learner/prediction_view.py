"""The parts of a page for one prediction: the bet, the run that was locked, and the reason."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.apps.learner.page_blocks import busy
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.question_fields import (
    emptied,
    order_values,
    placed,
    question_fields,
    sure_field,
)
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.check_result import Status
from coprod_sim.learning.grading import guess_chance
from coprod_sim.learning.items import UNKNOWN, RunQuestion
from coprod_sim.learning.marked_text import html_of
from coprod_sim.markup import Markup, element, joined, paragraphs
from coprod_sim.words import Words


def prediction_part(desk: Desk, state: PredictionState) -> ipywidgets.Widget:
    """Ask for the bet: what will come out, and how sure; once placed it stands."""
    t = desk.t
    form, said = Form([], {}, about=state.key), show(class_="outcome")

    def draw(_change: object = None) -> None:
        form.parts = _bet_fields(state, t)
        form.values = _bet_values(state)
        said.value = element("p", t(f"learner-bet-{_stands(state)}"))

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "sure":
            state.choose(sure=value)
        elif name == "dont_know":
            state.choose(choice=UNKNOWN if value else None)
        elif name == "choice":
            state.choose(choice=value)
        else:
            before = state.answer.get("order", [])
            state.choose(order=_put(desk, form, state.item, before, name, value))

    def press(_name: str) -> None:
        _place(desk, state)

    state.observe(desk.guarded(draw), ["placed", "answer", "sure", "elsewhere"])
    draw()
    return ipywidgets.VBox([desk.clicks(desk.answers(form, take), press), said])


def _place(desk: Desk, state: PredictionState) -> None:
    """Place the bet and play its run; where another bet stands already, that is looked at first."""
    state.place()
    if state.elsewhere:
        desk.shell.aloud = desk.t("learner-bet-elsewhere")
        return
    state.run()
    desk.shell.lead_to("see")


def _stands(state: PredictionState) -> str:
    if state.elsewhere:
        return "elsewhere"
    return "placed" if state.placed else "first"


def _bet_fields(state: PredictionState, t: Words) -> list[Field]:
    off = state.placed
    fields = question_fields(state.item, t, disabled=off)
    if state.item.order:
        fields.append(Field(id="dont_know", kind="check", label=t("learner-unknown"), disabled=off))
    if state.item.sure and not state.unknown:
        fields.append(sure_field(guess_chance(state.item), t, disabled=off))
    if not off:
        fields.append(Field(id="place", kind="button", label=t("learner-bet-place"), style="main"))
    return fields


def _bet_values(state: PredictionState) -> dict[str, Any]:
    order = order_values(state.answer.get("order", []))
    choice = state.answer.get("choice")
    return {**order, "choice": choice, "dont_know": state.unknown, "sure": state.sure}


def see_part(desk: Desk, state: PredictionState) -> ipywidgets.Widget:
    """Show the run once there is a bet, ask what was seen, and only then say how the bet came out."""
    t = desk.t
    locked, result, ask = show(class_="waiting"), show(class_="result"), Form([], {})
    again = Form([], {})
    looked, came_out = show(class_="outcome"), show(class_="outcome")

    def draw_run(_change: object = None) -> None:
        locked.value = _waiting(state, t)
        result.value = _result(state, t)
        again.parts = _again(state, t)

    def draw(_change: object = None) -> None:
        ask.parts = _see_fields(state, t)
        ask.values = (
            {"choice": state.seen, **order_values(state.seen or [])}
            if _ordered(state)
            else {"choice": state.seen}
        )
        looked.value = _looked(state)
        came_out.value = _came_out(state, t)

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "choice":
            state.look(value)
        elif state.item.see is not None:
            state.look(_put(desk, ask, state.item.see, state.seen or [], name, value))

    state.observe(desk.guarded(draw_run), ["placed", "busy", "played"])
    state.observe(desk.guarded(draw), ["placed", "played", "seen"])
    draw_run()
    draw()
    desk.clicks(again, lambda _name: state.run())
    return ipywidgets.VBox([locked, again, result, desk.answers(ask, take), looked, came_out])


def _put(
    desk: Desk, form: Form, question: RunQuestion, before: list[str], name: str, value: Any
) -> list[str]:
    """Put an item at a place of an order, and say which place that leaves empty."""
    now = placed(before, name, value, len(question.order))
    said = emptied(before, now, [(i.id, i.text) for i in question.order], desk.t)
    form.told = desk.shell.aloud = said
    return now


def _ordered(state: PredictionState) -> bool:
    return state.item.see is not None and bool(state.item.see.order)


def _waiting(state: PredictionState, t: Words) -> str:
    if state.busy:
        return busy(t)
    if not state.placed:
        return element("p", t("learner-bet-locked"), class_="locked")
    return ""


def _again(state: PredictionState, t: Words) -> list[Field]:
    if not state.placed or state.busy or state.played is not None:
        return []
    return [Field(id="run", kind="button", label=t("learner-bet-run_again"), style="main")]


def _result(state: PredictionState, t: Words) -> str:
    if state.played is None:
        return ""
    also = [state.item.see.read] if state.item.see else []
    also = [
        r for r in also if (r.measure, r.group) != (state.item.read.measure, state.item.read.group)
    ]
    return result_html(state.item.read, state.played, t, *also, digits=state.item.digits)


def _see_fields(state: PredictionState, t: Words) -> list[Field]:
    if state.played is None or state.item.see is None:
        return []
    return question_fields(state.item.see, t, unknown=False, help=t("learner-see-help"), told=True)


def _looked(state: PredictionState) -> str:
    if state.played is None or state.item.see is None or not state.seen:
        return ""
    t, (found, said) = state.learner.t, state.seen_verdict()
    if found is Status.NOT_TRIED:  # an order that is not whole yet
        return outcome_html(found, said, t)
    saw = state.saw()
    head = t(f"learner-read-{'yes' if saw else 'no'}")
    return outcome_html(Status.YES if saw else Status.NOT_YET, said, t, head)


def _came_out(state: PredictionState, t: Words) -> str:
    if state.played is None or (state.item.see is not None and not state.seen):
        return ""
    found, said = state.verdict()
    head = t(f"learner-bet-{state.head()}")
    return outcome_html(found or Status.NOT_TRIED, said, t, head)


def outcome_html(state: str, said: str, t: Words, head: str = "") -> Markup:
    """Set what is said about an answer, with its state in words and not by colour alone."""
    title = element("p", element("strong", head or t(f"learner-state-{state}")))
    return element("div", title, paragraphs(said), class_=f"said-{state}")


def because_part(desk: Desk, state: PredictionState) -> ipywidgets.Widget:
    """Ask for a reason in the learner's own words, then show a model answer beside it."""
    t, because = desk.t, state.item.because
    if because is None:
        return show()
    form, model = Form([], {}, about=state.key), show(class_="model")

    def draw(_change: object = None) -> None:
        if not state.placed:  # the question itself would tell what comes out
            form.parts = [Field(id="wait", kind="note", label=t("learner-because-locked"))]
            return
        ready = state.played is not None
        help = t("learner-because-help" if ready else "learner-because-locked")
        box = long_box("because", because.prompt, t, help=help, disabled=not ready)
        button = Field(
            id="compare", kind="button", label=t("learner-because-compare"), style="main"
        )
        form.parts = [box, *([button] if ready and not state.compared else [])]
        form.values = {"because": state.because}
        head = element("h3", t("learner-because-model"))
        model.value = joined(head, html_of(because.model)) if state.compared else ""

    def renew(_change: object) -> None:
        renewed(desk, form, state.key, {"because": state.because})

    state.observe(desk.guarded(draw), ["placed", "played", "compared"])
    state.observe(desk.guarded(renew), ["because"])
    draw()
    kept_answers(desk, form, lambda _name, value, _moving: state.explain(value or ""))
    desk.clicks(form, lambda _name: state.compare())
    return ipywidgets.VBox([form, model])
