"""Boxes whose texts are kept: what another tab had written in one of them is said where it had to go."""

from collections.abc import Callable
from typing import Any

from coprod_sim.apps.controls import Form
from coprod_sim.apps.frame import Desk

HERE = "learner-progress-other_page_here"


def kept_answers(
    desk: Desk, form: Form, take: Callable[[str, Any, bool], None], said: str = HERE
) -> Form:
    """Send what is answered in a form to `take`, which keeps it; say at the box if another text went for it.

    Args:
        desk: the page of a learner.
        form: where the boxes are.
        take: what keeps an answer, as `Desk.answers` has it.
        said: the name of the message.

    Returns:
        The form.
    """

    def keep(name: str, value: Any, moving: bool) -> None:
        before = desk.state.aside
        take(name, value, moving)
        if desk.state.aside > before:
            form.told = desk.shell.aloud = ""  # the same words at another box are news
            form.told = desk.shell.aloud = desk.t(said)

    return desk.answers(form, keep)


def renewed(desk: Desk, form: Form, key: str, values: dict[str, Any]) -> None:
    """Show what another tab has kept; it counts as seen as soon as it stands in the boxes."""
    form.on_renewed = lambda: desk.state.store.see(key)
    form.renew(values)
