"""Your journal: today's page, kept while it is written, and the pages before it."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.own_case.kept_parts import kept_part
from coprod_sim.learning.own_case import Entry
from coprod_sim.learning.own_case.case_sentences import day_in_words
from coprod_sim.learning.own_case.worksheet import MOST_IN_BOX
from coprod_sim.markup import element, joined, paragraphs


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the journal: one page a day."""
    t, state, earlier = desk.t, desk.state, show(class_="story")
    label = t("own-journal-today", day=day_in_words(state.today))
    box = long_box("text", label, t, help=t("own-journal-ask"), most=MOST_IN_BOX)
    form = Form([box], about="own_case/journal")

    def take(_name: str, value: Any, _moving: bool) -> None:
        others = [e.model_dump() for e in state.view.journal if e.day != state.today]
        page = [Entry(day=state.today, text=value).model_dump()] if value else []
        state.change(journal=(*others, *page))

    def draw() -> None:
        pages = state.view.journal
        today = next((e.text for e in pages if e.day == state.today), "")
        shown({"text": today})
        before = [e for e in reversed(pages) if e.day != state.today]
        said = [joined(element("h4", day_in_words(e.day)), paragraphs(e.text)) for e in before]
        name = element("h3", t("own-journal-earlier"))
        earlier.value = joined(name, *(said or [paragraphs(t("own-journal-none"))]))

    shown = kept_part(desk, form, "journal", take)
    desk.keep("journal", draw, "view")
    return ipywidgets.VBox([head(t, "own-journal"), form, earlier])
