"""One person's sheet: eight dials as lines one can see, and what made them score like this."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.own_case.kept_parts import kept_part
from coprod_sim.apps.own_case.worksheet_state import NOBODY
from coprod_sim.engagement import DIALS
from coprod_sim.engagement.scored import SCORED, STEP
from coprod_sim.errors import InputError
from coprod_sim.learning.own_case import Rater
from coprod_sim.learning.own_case.worksheet import MOST_IN_BOX
from coprod_sim.markup import paragraphs
from coprod_sim.words import Words

NOT_SEEN = "none"


def sheet(desk: Desk) -> ipywidgets.VBox:
    """Build the sheet of whoever is seated; nobody else's scores are on the page meanwhile."""
    t, state = desk.t, desk.state
    form, said = Form([], {}), show()

    def take(name: str, value: Any, _moving: bool) -> None:
        if name == "halves":
            draw()
        elif name == "because":
            state.take(lambda: state.view.with_rater(state.seat, because=value or ""))
        else:
            scores = {k: v for k, v in _seated(desk).scores.items() if k != name}
            more = {} if value in (None, NOT_SEEN) else {name: float(value) / 100}
            state.take(lambda: state.view.with_rater(state.seat, scores=scores | more))

    def press(_name: str) -> None:
        rater = _seated(desk)
        if not rater.scores:
            raise InputError(t("own-score-empty"))
        seat, state.seat = state.seat, NOBODY
        state.take(lambda: state.view.with_rater(seat, closed=True))
        desk.shell.say = t("own-score-closed", label=rater.label)
        said.value = paragraphs(t("own-score-closed", label=rater.label))

    def draw() -> None:
        if state.seat == NOBODY:
            form.parts, form.values = [], {}
            return
        rater = _seated(desk)
        form.about = f"own_case/rounds/{rater.label}"  # each sees what they typed themselves
        said.value = paragraphs(t("own-score-progress", done=len(rater.scores)))
        halves = bool(form.values.get("halves")) or any(v % STEP for v in rater.scores.values())
        form.parts = _fields(t, halves=halves)
        shown(_values(rater) | {"halves": halves})

    shown = kept_part(desk, form, "rounds", take)
    desk.clicks(form, press)
    desk.keep("score", draw, "view", "seat")
    return ipywidgets.VBox([form, said])


def _seated(desk: Desk) -> Rater:
    return desk.state.view.now.raters[desk.state.seat]


def _fields(t: Words, *, halves: bool) -> list[Field]:
    return [
        Field(id="halves", kind="check", label=t("own-score-halves"), help=t("own-score-halves_help")),
        *(
            Field(id=d, kind="choice", label=f"{DIALS[d].label}. {DIALS[d].question}",
                  options=_options(d, t, halves=halves))
            for d in SCORED
        ),
        long_box("because", t("own-score-because"), t, help=t("own-score-because_help"), most=MOST_IN_BOX),
        Field(id="close", kind="button", label=t("own-score-close"), style="main"),
    ]  # fmt: skip


def _options(dial: str, t: Words, *, halves: bool) -> tuple[Option, ...]:
    anchors = DIALS[dial].anchors
    found = []
    for k, words in enumerate(anchors):
        found.append(Option(value=_text(k * STEP), label=words))
        if halves and k < len(anchors) - 1:
            found.append(Option(value=_text((k + 0.5) * STEP), label=t("own-score-between")))
    return (*found, Option(value=NOT_SEEN, label=t("own-score-not_seen")))


def _values(rater: Rater) -> dict[str, Any]:
    scores = {d: _text(rater.scores[d]) if d in rater.scores else NOT_SEEN for d in SCORED}
    return scores | {"because": rater.because}


def _text(score: float) -> str:
    return f"{round(score * 1000) / 10:g}"
