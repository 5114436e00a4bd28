"""Score it: each person alone on a sheet that is shut when done, and all of them side by side at the end."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import drawn, head
from coprod_sim.apps.own_case.parts.people import add_people, mend_people, person, who_scores
from coprod_sim.apps.own_case.parts.sheet import sheet
from coprod_sim.learning.own_case.case_sentences import agreement_said, alpha_said, day_in_words
from coprod_sim.learning.own_case.printed import blank_sheets
from coprod_sim.learning.own_case.worksheet_charts import sheets
from coprod_sim.markup import bullets, element, joined, paragraphs


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the scoring: who scores, their sheet, and what all of them say when the last is in."""
    t = desk.t
    on = desk.clicks(
        Form([Field(id="brings", kind="button", label=t("own-score-on"), style="main")]),
        desk.shell.turn,
    )
    return ipywidgets.VBox(
        [
            head(t, "own-score"),
            _list(desk),
            add_people(desk),
            who_scores(desk),
            sheet(desk),
            _together(desk),
            mend_people(desk),
            _paper(desk),
            on,
        ]
    )


def _list(desk: Desk) -> ipywidgets.HTML:
    """Say which round this is, and whose sheets are in."""
    t, state, place = desk.t, desk.state, show()

    def draw() -> None:
        now, count = state.view.now, len(state.view.rounds)
        day = day_in_words(now.begun)
        lines = [person(r, t) for r in now.raters]
        opening = paragraphs(t("own-score-round", count=count, day=day)) if day else ""
        people = (element("h3", t("own-score-people")), bullets(lines)) if lines else ()
        place.value = joined(opening, *people)

    desk.keep("score", draw, "view")
    return place


def _together(desk: Desk) -> ipywidgets.VBox:
    """Show all sheets together, but only when all of them are in."""
    t, state, box = desk.t, desk.state, ipywidgets.VBox([])

    def draw() -> None:
        now = state.view.now
        if not now.all_in:
            left = sum(not r.closed for r in now.raters)
            box.children = [show(paragraphs(t("own-score-wait", left=left)))] if now.raters else []
            return
        chart = sheets(now, t)
        state.result("sheets", agreement_said(now, t), chart)
        box.children = [drawn(chart, t), show(_more(desk), class_="verdict")]

    desk.keep("score", draw, "ways")
    desk.keep("score", draw, "view")
    return box


def _more(desk: Desk) -> str:
    """Give what people saw, the strict measure of agreement, and what to do now."""
    t, now = desk.t, desk.state.view.now
    saw = [f"{r.label}: {r.because}" for r in now.raters if r.because.strip()]
    why = (element("h3", t("own-sheets-why")), bullets(saw)) if saw else ()
    return joined(*why, paragraphs(f"{t('own-sheets-talk')}\n{alpha_said(now, t)}"))


def _paper(desk: Desk) -> Form:
    t = desk.t
    form = Form([Field(id="paper", kind="button", label=t("own-score-paper"))])

    def press(_name: str) -> None:
        data = blank_sheets(desk.state.view, t).encode()
        desk.shell.hand_out("sheets.html", data, "text/html")

    return desk.clicks(form, press)
