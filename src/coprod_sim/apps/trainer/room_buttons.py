"""Buttons of the room: each holds the steps it has the room take, so pressing needs no second list."""

from collections.abc import Mapping

from coprod_sim.apps.controls import Field, Form
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import RoomStep


class RoomButtons:
    """The buttons of one form; where nothing else is done with its clicks, they press the buttons."""

    def __init__(self, desk: Desk[Trainer], form: Form) -> None:
        self._trainer = desk.state
        self._held: dict[str, tuple[tuple[RoomStep, ...], str]] = {}
        self._form = form
        form.on_click = desk.afresh(form, self.press)

    @property
    def values(self) -> Mapping[str, object]:
        """What was chosen in the form beside the buttons."""
        return self._form.values

    def button(
        self,
        name: str,
        label: str,
        *steps: RoomStep,
        count: str = "",
        style: str = "",
        disabled: bool = False,
    ) -> Field:
        """Make a button.

        Args:
            name: its id within the form.
            label: what stands on it.
            steps: what the room does when it is pressed, all of it or nothing.
            count: the activity to count for the trainer afterwards.
            style: "main" for the one that comes next.
            disabled: whether it cannot be pressed now.
        """
        self._held[name] = steps, count
        return Field(id=name, kind="button", label=label, style=style, disabled=disabled)

    def press(self, name: str) -> None:
        """Have the room take the steps of a button."""
        steps, count = self._held[name]
        self._trainer.do(*steps, count=count)
