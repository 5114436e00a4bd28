"""Change one thing: turn a dial of the lesson's run, play it again, see before and after."""

from math import isclose
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.journal_view import journal_part
from coprod_sim.apps.learner.page_blocks import busy, range_told
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.result_view import scales_html
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError
from coprod_sim.learning.lesson import ChangeTask
from coprod_sim.learning.lesson_progress import LESSON
from coprod_sim.learning.readouts import Readout, all_values, ends_of, named, ranged, value
from coprod_sim.learning.runs import PlayedRun, play
from coprod_sim.markup import element, frame_table, joined, paragraphs
from coprod_sim.results.effort import COST_MEASURES
from coprod_sim.words import Words

if TYPE_CHECKING:
    import pandas as pd


class ChangeState(traitlets.HasTraits):
    """The dials as they were turned, and the run that came of it; `note` is its entry in the journal."""

    dials = traitlets.Dict()
    busy = traitlets.Bool(False)
    played = traitlets.Any(None, allow_none=True)

    def __init__(self, change: ChangeTask, prediction: PredictionState, lesson: str) -> None:
        self.change, self.prediction = change, prediction
        self.key, self.note = f"{LESSON}{lesson}/change", f"{lesson}/change"
        self.start = change.start(prediction.item.run, change.variant)
        kept = prediction.learner.store.get(self.key, {})
        super().__init__(dials=self.start | (_possible(kept) if isinstance(kept, dict) else {}))

    @property
    def moved(self) -> bool:
        """Whether anything stands otherwise than in the run that was bet on."""
        return any(not isclose(self.dials[k], v) for k, v in self.start.items())

    def turn(self, dial: str, value: float) -> None:
        """Turn a dial to a value, or a switch off (0) or on (1)."""
        self.dials = {**self.dials, dial: value}
        self.prediction.learner.keep(self.key, self.dials)

    def run(self) -> None:
        """Play it again with the same people and the same luck; raises `InputError` before the bet."""
        if self.prediction.played is None:
            raise InputError(self.prediction.learner.t("learner-change-locked"))
        if not self.moved:
            self.played = None
            raise InputError(self.prediction.learner.t("learner-change-nothing"))
        if self.busy:
            return
        self.busy = True
        changed = self.change.changed(self.prediction.item.run, self.dials)
        in_background(lambda: play(changed, self.prediction.seed), self._ran)

    def _ran(self, played: Any, fault: Exception | None) -> None:
        self.busy = False
        if fault is not None:
            self.prediction.learner.tell(fault)
            return
        self.played = played


def _possible(kept: dict[str, Any]) -> dict[str, Any]:
    """Leave out where a dial cannot stand any more, as seats that were kept as a share of the people."""
    return {
        k: v
        for k, v in kept.items()
        if isinstance(v, int | float) and (k not in DIALS or DIALS[k].allows(v))
    }


def change_part(desk: Desk, state: ChangeState) -> ipywidgets.Widget:
    """Build the dials, the button and the table of before and after."""
    t, change = desk.t, state.change
    form, said = Form([], {}, about=state.key), show(class_="waiting")
    result, talk = show(class_="result"), show(class_="talk")
    note = journal_part(desk, state.note, change.question, label=t("learner-change-answer"))

    def draw(_change: object = None) -> None:
        said.value = _waiting(state, t)
        note.layout.display = "" if state.prediction.placed else "none"
        if not state.prediction.placed:  # the question itself would tell what comes out
            form.parts = []
            return
        ready = state.prediction.played is not None
        dials = [dial_field(d, DIALS[d], disabled=not ready) for d in change.dials]
        checks = [
            Field(id=s.id, kind="check", label=s.text, disabled=not ready) for s in change.switches
        ]
        go = Field(
            id="go", kind="button", label=t("learner-change-go"), style="main", disabled=not ready
        )
        form.parts = [Field(id="q", kind="note", label=change.question), *dials, *checks, go]
        form.values = {
            k: DIALS[k].shown(v) if k in DIALS else bool(v) for k, v in state.dials.items()
        }
        result.value = _result(state, t)
        talk.value = paragraphs(_talk(state, t))

    def take(name: str, value: Any, moving: bool) -> None:
        if value is not None and not moving:
            state.turn(name, DIALS[name].value(value) if name in DIALS else float(value))

    state.observe(desk.guarded(draw), ["dials", "busy", "played"])
    state.prediction.observe(desk.guarded(draw), ["placed", "played"])
    draw()
    desk.clicks(desk.answers(form, take), lambda _name: state.run())
    return ipywidgets.VBox([form, said, result, note, talk])


def _talk(state: ChangeState, t: Words) -> str:
    """Give the thought to leave with, once something was tried."""
    tried = state.played is not None and bool(state.change.talk)
    return t("learner-change-talk", talk=state.change.talk) if tried else ""


def _waiting(state: ChangeState, t: Words) -> str:
    if state.busy:
        return busy(t)
    if state.prediction.played is None:
        return element("p", t("learner-change-locked"), class_="locked")
    return ""


def _result(state: ChangeState, t: Words) -> str:
    if state.played is None or state.prediction.played is None:
        return ""
    caption = t("learner-change-caption", way=state.played.title(state.change.variant))
    rows = before_after(state.change, state.prediction.played, state.played, t)
    about = range_told(state.played.run.runs, state.played.models, t)
    scales = scales_html(*state.change.reads)
    moved = paragraphs(moved_said(state.change, state.prediction.played, state.played, t))
    return joined(frame_table(rows, caption, caption=caption), moved, about, scales)


def before_after(
    change: ChangeTask, before: PlayedRun, after: PlayedRun, t: Words
) -> "pd.DataFrame":
    """Set what is read off before and after the change beside each other."""
    import pandas as pd  # noqa: PLC0415 - the model is loaded by now

    rows = [
        [_row_name(read, before, t), *_compared(read, before, after, change.variant)]
        for read in change.reads
    ]
    heads = [t(f"learner-change-{k}") for k in ("what", "before", "after", "apart")]
    return pd.DataFrame(rows, columns=heads)


def _compared(read: Readout, before: PlayedRun, after: PlayedRun, of: str) -> list[str]:
    """Write a number before and after, and what changed run by run with the same luck in the same model."""
    from coprod_sim.charts.words import adding_up, span  # noqa: PLC0415 - the model is loaded by now

    gain = all_values(read, after, of) - all_values(read, before, of)
    low, high = ends_of(gain, before.run.runs)
    was, now, apart = adding_up(value(read, before, of), value(read, after, of))
    reach = "" if low == high else f" ({span(low, high, sign=True)})"
    return [ranged(read, before, of, was), ranged(read, after, of, now), f"{apart}{reach}"]


def _row_name(read: Readout, played: PlayedRun, t: Words) -> str:
    what = named(read, t)
    if read.rule == "difference":
        other = played.title(read.against or played.names[0])
        return t("learner-change-row_apart", what=what, other=other)
    return t("learner-change-row_since", what=what) if read.rule == "change" else what


def moved_said(change: ChangeTask, before: PlayedRun, after: PlayedRun, t: Words) -> str:
    """Say which of the numbers in points moved most and which least, as they are shown; nothing of a draw."""
    from coprod_sim.charts.words import adding_up  # noqa: PLC0415 - the model is loaded by now

    of = change.variant
    shown = [
        (adding_up(value(read, before, of), value(read, after, of))[2], _row_name(read, before, t))
        for read in change.reads
        if read.measure not in COST_MEASURES
    ]
    sizes = [_size(text) for text, _ in shown]
    if len(shown) < 2 or min(sizes) == max(sizes):
        return ""
    (up, most), (down, least) = (shown[sizes.index(end)] for end in (max(sizes), min(sizes)))
    return t("learner-change-moved", most=most, up=up, least=least, down=down)


def _size(shown: str) -> float:
    """Give the size of a change as it is shown; that of nobody is none."""
    digits = shown.lstrip("+\N{MINUS SIGN}").replace(",", "")
    return float(digits) if digits[:1].isdigit() else 0.0
