"""The door: what this page is for, in plain words, and two ways in."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.markup import element, joined, paragraphs


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the door."""
    t = desk.t
    honest = element("p", element("strong", t("door.honest")), class_="honest")
    words = show(joined(element("h2", t("door.title")), paragraphs(t("door.text")), honest))
    ways = Form(
        [
            Field(id="gate", kind="button", label=t("door.to_gate"), style="main"),
            Field(id="case", kind="button", label=t("door.to_case")),
            Field(id="what", kind="button", label=t("door.to_what")),
        ]
    )
    return ipywidgets.VBox([words, desk.clicks(ways, desk.shell.turn)])
