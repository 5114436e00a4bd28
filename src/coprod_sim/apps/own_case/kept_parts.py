"""Boxes of the worksheet: what another tab wrote is shown, and said at the box where it had to go."""

from collections.abc import Callable
from typing import Any

from coprod_sim.apps.controls import Form
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.kept_texts import kept_answers

HERE = "own-other_page_here"


def kept_part(
    desk: Desk, form: Form, part: str, take: Callable[[str, Any, bool], None]
) -> Callable[[dict[str, Any]], None]:
    """Send what is answered in a form to `take`, which keeps it.

    Args:
        desk: the worksheet's page.
        form: where the boxes are.
        part: the part of the worksheet that they stand in, by its name in the file.
        take: what keeps an answer, as `Desk.answers` has it.

    Returns:
        What shows values in the form; they count as seen as soon as they stand in every box.
    """
    kept_answers(desk, form, take, HERE)
    form.on_renewed = lambda: desk.state.keeper.saw(part)

    def show(values: dict[str, Any]) -> None:
        form.renew(dict.fromkeys(form.fields) | values)

    return show
