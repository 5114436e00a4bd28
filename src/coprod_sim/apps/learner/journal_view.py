"""What it means at the learner's own place: a box whose words are kept in the journal."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.prediction_view import LONG
from coprod_sim.markup import bullets

JOURNAL = "journal/"
"""How the names of journal entries begin."""


def journal_part(
    desk: Desk, name: str, prompt: str, starters: tuple[str, ...] = ()
) -> ipywidgets.Widget:
    """Ask, offer some beginnings of sentences, and keep what is written as it is written."""
    key = f"{JOURNAL}{name}"
    help = desk.t("learner.journal.help")
    field = Field(id="text", kind="text", label=prompt, style="long", high=LONG, help=help)
    kept = desk.state.store.get(key, {})
    form = Form([field], {"text": kept.get("text", "") if isinstance(kept, dict) else ""})

    def take(_name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(key, {"prompt": prompt, "text": value} if value else None)

    desk.answers(form, take)
    return ipywidgets.VBox([show(bullets(starters)), form]) if starters else form
