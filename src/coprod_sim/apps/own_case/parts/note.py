"""Your note: situation, objective, barrier, likely outcome, for everybody on the same day."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.own_case.kept_parts import kept_part
from coprod_sim.learning.own_case.completeness import thin_parts
from coprod_sim.learning.own_case.worksheet import MOST_IN_BOX
from coprod_sim.markup import paragraphs

FOUR = ("situation", "objective", "barrier", "likely")


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the four parts of the note; under them stands what the model gave, for the odds."""
    t, state, said = desk.t, desk.state, show(class_="verdict")
    form = Form(
        [
            long_box(k, t(f"own-note-{k}"), t, help=t(f"own-note-{k}_help"), most=MOST_IN_BOX)
            for k in FOUR
        ],
        about="own_case/note",
    )  # fmt: skip

    def take(name: str, value: Any, _moving: bool) -> None:
        state.change(note=state.view.note.model_dump() | {name: value or ""})

    def draw() -> None:
        shown({k: getattr(state.view.note, k) for k in FOUR})
        thin = [t(f"own-note-{k}") for k in thin_parts(state.view.note)]
        said.value = paragraphs(
            t("own-note-left", parts=", ".join(thin)) if thin else t("own-note-whole")
        )

    shown = kept_part(desk, form, "note", take)
    desk.keep("note", draw, "view")
    on = desk.clicks(
        Form([Field(id="journal", kind="button", label=t("own-part-journal"), style="main")]),
        desk.shell.turn,
    )
    return ipywidgets.VBox([head(t, "own-note"), form, said, on])
