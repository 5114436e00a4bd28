"""What it means at the learner's own place: a box whose words are kept in the journal."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.learning.lesson_progress import says
from coprod_sim.learning.writing_places import JOURNAL
from coprod_sim.markup import bullets, fold, paragraphs


def journal_part(
    desk: Desk,
    name: str,
    prompt: str,
    starters: tuple[str, ...] = (),
    help: str = "help",
    label: str = "",
) -> ipywidgets.Widget:
    """Ask, offer some beginnings of sentences, and keep what is written as it is written.

    Args:
        desk: the page.
        name: the name of the entry in the journal.
        prompt: the question.
        starters: some beginnings of sentences.
        help: which sentence says who will see it.
        label: what stands at the box, where it is not the question itself.

    Returns:
        The box, with what is said of it.
    """
    key = f"{JOURNAL}{name}"
    desk.state.store.see(key)
    field = long_box("text", label or prompt, desk.t, help=desk.t(f"learner-journal-{help}"))
    form, said = Form([field], {"text": _text(desk, key)}, about=key), show()

    def take(_name: str, value: Any, _moving: bool) -> None:
        desk.state.keep(key, {"prompt": prompt, "text": value} if value else None)
        short = bool(value) and not says(value)
        said.value = paragraphs(desk.t("learner-journal-short")) if short else ""
        if short:
            desk.shell.aloud = desk.t("learner-journal-short")

    kept_answers(desk, form, take)

    def renew(_change: object) -> None:
        renewed(desk, form, key, {"text": _text(desk, key)})

    desk.state.observe(desk.guarded(renew), ["kept"])
    return ipywidgets.VBox([*([show(bullets(starters))] if starters else []), form, said])


def written_before(desk: Desk, name: str) -> list[ipywidgets.Widget]:
    """Show what stands in the journal from a time when it was asked for in one box."""
    text = _text(desk, f"{JOURNAL}{name}")
    return [show(fold(desk.t("learner-journal-before"), paragraphs(text)))] if text else []


def _text(desk: Desk, key: str) -> str:
    kept = desk.state.store.get(key, {})
    return str(kept.get("text") or "") if isinstance(kept, dict) else ""
