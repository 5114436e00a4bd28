"""What it brings: the band over all that the sheets allow, who loses, the cost, and which dial first."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.frame.texts import drawn, head, side_by_side, told
from coprod_sim.learning.own_case import worksheet_charts
from coprod_sim.learning.own_case.case_sentences import (
    band_said,
    cost_said,
    first_said,
    losers_said,
)
from coprod_sim.learning.own_case.first_step import FirstStep, first_step
from coprod_sim.learning.own_case.played import MIDDLE, Band, band_of
from coprod_sim.markup import paragraphs

MOST_THAT_COUNTS = ("losers_acceptance", "acceptance", "trust")


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the results; they wait until all sheets are in, and are played when they are looked at."""
    t, state = desk.t, desk.state
    need = _need(desk)
    played, first = _band(desk), _first(desk)
    on = desk.clicks(
        Form([Field(id="plan", kind="button", label=t("own-brings-on"), style="main")]),
        desk.shell.turn,
    )
    results = ipywidgets.VBox([played.box, first, on])

    def draw() -> None:
        ready = bool(state.ways)
        need.layout.display = "none" if ready else ""
        results.layout.display = "" if ready else "none"
        if ready and "band" not in state.said:
            played.start()

    desk.keep("brings", draw, "ways", "scenario", "affected")
    return ipywidgets.VBox([head(t, "own-brings"), need, results])


def _need(desk: Desk) -> ipywidgets.VBox:
    t = desk.t
    to = Form([Field(id="score", kind="button", label=t("own-brings-to_score"), style="main")])
    return ipywidgets.VBox(
        [show(paragraphs(t("own-brings-need"))), desk.clicks(to, desk.shell.turn)]
    )


def _band(desk: Desk) -> BackgroundJob:
    t, state = desk.t, desk.state

    def put(found: Band) -> list[ipywidgets.Widget]:
        keep_band(desk, found)
        beside = [told(t(f"own-{k}-title"), state.said[k]) for k in ("losers", "cost")]
        return [side_by_side(beside, drawn(state.charts["band"], t))]

    return BackgroundJob(desk, t("own-brings-go"), lambda _tell: band_of(state.view), put, again="")


def keep_band(desk: Desk, found: Band) -> None:
    """Remember what the band says, who loses and what it costs."""
    t, state = desk.t, desk.state
    state.result("band", band_said(found, t), worksheet_charts.band(found, t))
    state.result("losers", losers_said(found, t, state.affected))
    state.result("cost", cost_said(found.comparison, MIDDLE, t))


def keep_first(desk: Desk, found: FirstStep) -> None:
    """Remember which dial comes first."""
    chart = None if found.table.empty else worksheet_charts.first(found, desk.t)
    desk.state.result("first", first_said(found, desk.t), chart)


def _first(desk: Desk) -> ipywidgets.VBox:
    """Build the question which dial to turn first, and by what that is judged."""
    t, state = desk.t, desk.state
    options = tuple(Option(value=m, label=t(f"own-first-measure_{m}")) for m in MOST_THAT_COUNTS)
    asked = Field(id="measure", kind="select", label=t("own-first-measure"), options=options)
    form = Form([asked], {"measure": state.view.measure})

    def put(found: FirstStep) -> list[ipywidgets.Widget]:
        keep_first(desk, found)
        if "first" not in state.charts:
            return [told(t("own-first-title"), state.said["first"])]
        return [drawn(state.charts["first"], t), show(paragraphs(t("own-first-single")))]

    job = BackgroundJob(
        desk, t("own-first-go"), lambda tell: first_step(state.view, on_progress=tell), put, again=""
    )  # fmt: skip

    def take(_name: str, value: Any, _moving: bool) -> None:
        job.forget()
        state.change(measure=value)

    def draw() -> None:
        form.values = {"measure": state.view.measure}

    desk.answers(form, take)
    desk.keep("brings", draw, "view")
    return ipywidgets.VBox([head(t, "own-first", level=3), form, job.box])
