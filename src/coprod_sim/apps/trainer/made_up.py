"""A made-up result in which the leaflet wins, for those who practise what to say then."""

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.screens import Screen
from coprod_sim.live.steps import CloseActivity, ShowScreen

MADE_UP = {
    "people": 12,
    "mean": -1.8,
    "error": 0.6,
    "freedom": 10,
    "tickbox": 5.9,
    "co_production": 4.1,
}
"""Twelve people, and a leaflet that scored clearly higher [points from 0 to 10]. Made up."""


def show_made_up(trainer: Trainer) -> None:
    """Put the made-up result on the big screen, marked as made up; phones do not show it."""
    from coprod_sim.live.effect_report import chart, on_the_wall  # noqa: PLC0415 - brings pandas along
    from coprod_sim.live.treatment_effect import Effect  # noqa: PLC0415

    t = trainer.t
    made_up = Effect(measure="acceptance", who="lost", made_up=True, **MADE_UP)  # type: ignore[arg-type]
    said = (t("trainer-lead-made_up_note"), *on_the_wall(made_up))
    screen = Screen(
        title=t("trainer-lead-made_up_title"), paragraphs=said, svg=chart([made_up]).svg
    )
    trainer.do(CloseActivity(), ShowScreen(screen=screen))
