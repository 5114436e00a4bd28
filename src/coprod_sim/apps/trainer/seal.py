"""The seal of the model's guess: until when a guess can be locked, and whether the seal is shown."""

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.shown_in_part import signs
from coprod_sim.words import Words

BEFORE_SCORES = ("", "preference", "first")
"""The rounds of the experiment in which a guess can still be locked."""


def too_late(trainer: Trainer) -> bool:
    """Say whether people have begun to score, so that no guess can be locked any more."""
    twins = trainer.experiment
    return twins is not None and trainer.phase(twins.key)[1] not in BEFORE_SCORES


def on_the_wall(trainer: Trainer) -> bool:
    """Say whether a big screen, where the plan has one, shows the seal now."""
    title = trainer.status.get("on_wall", {}).get("title")
    return trainer.plan.phones and title == trainer.t("trainer-model-seal_title")


def sealed_in_words(trainer: Trainer, t: Words) -> str:
    """Say that the guess is locked, with its first signs, and whether they are on the big screen."""
    assert trainer.session is not None
    said = t("trainer-lead-sealed", seal=signs(trainer.session.seal))
    return f"{said} {t('trainer-model-sealed_wall')}" if on_the_wall(trainer) else said
