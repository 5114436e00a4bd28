"""The seal of the model's guess: until when a guess can be locked, and how the seal is shown."""

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.screens import Screen
from coprod_sim.live.session_plan import Shown
from coprod_sim.live.steps import CloseActivity, RoomStep, ShowScreen
from coprod_sim.words import Words

BEFORE_SCORES = ("", "preference", "first")
"""The rounds of the experiment in which a guess can still be locked."""
SEAL = Shown("seal")


def too_late(trainer: Trainer) -> bool:
    """Say whether people have begun to score, so that no guess can be locked any more."""
    twins = trainer.experiment
    return twins is not None and trainer.phase(twins.key)[1] not in BEFORE_SCORES


def signs(seal: str) -> str:
    """Give the first eight signs of a seal, as people write them down."""
    return f"{seal[:4]} {seal[4:8]}"


def on_the_wall(trainer: Trainer) -> bool:
    """Say whether a big screen, where the plan has one, shows the seal now."""
    title = trainer.status.get("on_wall", {}).get("title")
    return trainer.plan.phones and title == trainer.t("trainer-model-seal_title")


def sealed_in_words(trainer: Trainer, t: Words) -> str:
    """Say that the guess is locked, with its first signs, and whether they are on the big screen."""
    assert trainer.session is not None
    said = t("trainer-lead-sealed", seal=signs(trainer.session.seal))
    return f"{said} {t('trainer-model-sealed_wall')}" if on_the_wall(trainer) else said


def showing_seal(seal: str, t: Words) -> tuple[RoomStep, ...]:
    """Give the steps that show the first signs of the seal, large; what is open is closed."""
    screen = Screen(
        title=t("trainer-model-seal_title"), large=signs(seal), signs=True,
        paragraphs=(t("trainer-model-seal_text"),),
    )  # fmt: skip
    return CloseActivity(), ShowScreen(screen=screen)
