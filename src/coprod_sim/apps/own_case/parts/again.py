"""Three months on: a second round of scores, and the way between the first and the last."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.frame.texts import drawn, head
from coprod_sim.errors import InputError
from coprod_sim.learning.own_case import OwnCase, Rater, Round
from coprod_sim.learning.own_case.case_sentences import day_in_words, due, path_said
from coprod_sim.learning.own_case.played import Band, band_of
from coprod_sim.learning.own_case.worksheet_charts import path
from coprod_sim.markup import paragraphs


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the second look: when it is due, how it begins, and both rounds when it is in."""
    t, state = desk.t, desk.state
    said, form = show(class_="verdict"), Form([])
    job = both_rounds(desk)

    def press(name: str) -> None:
        if name == "undo":
            state.change(rounds=tuple(r.model_dump() for r in state.view.rounds[:-1]))
            return
        if not state.view.now.all_in:
            raise InputError(t("own-again-need"))
        state.take(lambda: next_round(state.view, state.today))
        desk.shell.say = t("own-again-began", count=len(state.view.rounds))

    def draw() -> None:
        said.value = paragraphs("\n".join(_said(desk)))
        form.parts = _buttons(desk)
        ready = len(state.view.rounds) > 1 and state.view.now.all_in
        job.box.layout.display = "" if ready else "none"
        if ready and "path" not in state.said:
            job.start()

    desk.clicks(form, press)
    desk.keep("again", draw, "view")
    words = head(t, "own-again", title="heading")
    return ipywidgets.VBox([words, said, form, job.box])


def next_round(own: OwnCase, today: str) -> OwnCase:
    """Begin a new round with the same people and empty sheets."""
    people = tuple(Rater(label=r.label, side=r.side) for r in own.now.raters)
    new = Round(begun=today, raters=people)
    return own.but(rounds=tuple(r.model_dump() for r in (*own.rounds, new)))


def both_rounds(desk: Desk) -> BackgroundJob:
    """Make the work that plays every round and draws the way between the first and the last."""
    t, state = desk.t, desk.state

    def put(bands: list[Band]) -> list[ipywidgets.Widget]:
        keep_path(desk, bands)
        return [drawn(state.charts["path"], t)]

    return BackgroundJob(desk, t("own-again-go"), lambda _tell: bands_of(state.view), put, again="")


def bands_of(own: OwnCase) -> list[Band]:
    """Play the rounds whose sheets are all in, the same case for each."""
    return [band_of(own, r) for r in own.rounds if r.all_in]


def keep_path(desk: Desk, bands: list[Band]) -> None:
    """Remember the way between the rounds."""
    t, rounds = desk.t, [r for r in desk.state.view.rounds if r.all_in]
    desk.state.result("path", path_said(rounds, bands, t), path(rounds, bands, t))


def _said(desk: Desk) -> list[str]:
    t, view = desk.t, desk.state.view
    lines = [t("own-again-due", day=day_in_words(due(view.now)))] if view.now.begun else []
    if len(view.rounds) > 1:
        real = [a for a in view.actions if a.what.strip()]
        if real:
            lines.append(t("own-again-kept", done=sum(a.done for a in real), all=len(real)))
        if not view.now.all_in:
            lines.append(t("own-again-began", count=len(view.rounds)))
            lines.append(t("own-again-wait"))
    elif not view.now.all_in:
        lines.append(t("own-again-need"))
    return lines


def _buttons(desk: Desk) -> list[Field]:
    t, view = desk.t, desk.state.view
    start = Field(id="start", kind="button", label=t("own-again-start"), style="main",
                  disabled=not view.now.all_in)  # fmt: skip
    fresh = len(view.rounds) > 1 and not any(r.scores for r in view.now.raters)
    return [start, Field(id="undo", kind="button", label=t("own-again-undo"))] if fresh else [start]
