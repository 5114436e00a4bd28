"""Says when work cannot be kept, and offers a download then."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.markup import element, paragraphs

FILE = "coprod_progress.json"


def saving(desk: Desk) -> ipywidgets.Widget:
    """Build what is shown when nothing can be written: why, and a download.

    Whoever comes back from another tab, which may have kept something, finds that here as well.
    """
    t, state = desk.t, desk.state
    desk.shell.on_back = desk.guarded(state.look_again)
    said, form = show(class_="trouble"), Form([])

    def draw(_change: object = None) -> None:
        words = paragraphs(f"{state.unsaved}\n{t('learner-saving-memory')}")
        said.value = element("div", words, role="alert") if state.unsaved else ""
        label = t("learner-saving-download")
        form.parts = [Field(id="save", kind="button", label=label)] if state.unsaved else []

    state.observe(draw, ["unsaved"])
    draw()
    desk.clicks(form, lambda _name: hand_out(desk))
    return ipywidgets.VBox([said, form])


def hand_out(desk: Desk) -> None:
    """Let the browser save the progress file."""
    desk.shell.hand_out(FILE, desk.state.store.export(), "application/json")
