"""The door: what this page is for, in plain words, and two ways in."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.markup import paragraphs


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the door."""
    t = desk.t
    words = show(
        f"<h2>{escape(t('door.title'))}</h2>{paragraphs(t('door.text'))}"
        f'<p class="honest"><strong>{escape(t("door.honest"))}</strong></p>'
    )
    ways = Form(
        [
            Field(id="gate", kind="button", label=t("door.to_gate"), style="main"),
            Field(id="case", kind="button", label=t("door.to_case")),
            Field(id="what", kind="button", label=t("door.to_what")),
        ]
    )
    return ipywidgets.VBox([words, desk.clicks(ways, desk.shell.turn)])
