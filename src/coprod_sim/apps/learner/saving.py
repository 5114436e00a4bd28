"""Says in one place what went wrong and whether work can be kept; if not, it offers a download."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.markup import paragraphs

FILE = "coprod_progress.json"


def saving(desk: Desk) -> ipywidgets.Widget:
    """Build the place for problems, and the download for when nothing can be written."""
    t, state = desk.t, desk.state
    said, form = show(class_="trouble"), Form([])

    def draw(_change: object = None) -> None:
        lines = [f"<p>{escape(state.problem)}</p>"] if state.problem else []
        if state.unsaved:
            lines.append(paragraphs(f"{state.unsaved}\n{t('learner.saving.memory')}"))
        said.value = f'<div role="alert">{"".join(lines)}</div>' if lines else ""
        label = t("learner.saving.download")
        form.parts = [Field(id="save", kind="button", label=label)] if state.unsaved else []

    state.observe(draw, ["problem", "unsaved"])
    draw()
    desk.clicks(form, lambda _name: hand_out(desk))
    return ipywidgets.VBox([said, form])


def hand_out(desk: Desk) -> None:
    """Let the browser save the progress file."""
    desk.shell.hand_out(FILE, desk.state.store.export(), "application/json")
