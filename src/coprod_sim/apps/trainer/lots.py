"""Which option won the lot: asked where votes typed in from paper tie, before the scores are started."""

from collections.abc import Mapping

from coprod_sim.apps.controls import Field, Option
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import Lot
from coprod_sim.words import Words


def lot_fields(trainer: Trainer, t: Words) -> list[Field]:
    """Ask for each tie which option has won."""
    twins = trainer.experiment
    if twins is None:
        return []
    fields = []
    for place, tied in trainer.status.get("tied", ()):
        names = twins.decisions[place].co_production.form.options
        options = (
            Option(value="", label=t("trainer-lead-lot_choose")),
            *(Option(value=str(option), label=names[option]) for option in tied),
        )
        label = t("trainer-lead-lot", decision=twins.decisions[place].title)
        fields.append(Field(id=_field(place), kind="select", label=label, options=options))
    return fields


def lots_chosen(trainer: Trainer, values: Mapping[str, object]) -> tuple[Lot, ...]:
    """Give what the trainer has said of these ties so far."""
    said = (
        (place, str(values.get(_field(place)) or "")) for place, _ in trainer.status.get("tied", ())
    )
    return tuple(Lot(decision=place, option=int(option)) for place, option in said if option)


def _field(place: int) -> str:
    return f"lot__{place}"
