"""The lock of the model's guess, wherever the script asks for it; the model is loaded when it is pressed."""

import ipywidgets

from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.trainer.seal import sealed_in_words, too_late
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.shown_in_part import SEAL


def may_lock(trainer: Trainer) -> bool:
    """Say whether a guess can be locked now."""
    s = trainer.session
    if s is None or trainer.experiment is None or s.locked:
        return False
    return not too_late(trainer)


def lock_button(desk: Desk[Trainer], part: str, *, scripted: bool = False) -> ipywidgets.Widget:
    """Make the button that works out and locks the guess.

    Args:
        desk: the page.
        part: the key of the part it stands in.
        scripted: whether it stands there only while the script shows the seal.
    """
    t, trainer = desk.t, desk.state

    def work(_tell: object) -> tuple[str, str]:
        from coprod_sim.apps.trainer import session_results  # noqa: PLC0415 - brings the model along

        return session_results.lock_guess(trainer)

    def keep_it(found: tuple[str, str]) -> list[ipywidgets.Widget]:
        from coprod_sim.apps.trainer import session_results  # noqa: PLC0415

        session_results.keep_guess(trainer, *found)
        desk.shell.say = sealed_in_words(trainer, t)
        return []

    job = BackgroundJob(desk, t("trainer-model-lock"), work, keep_it, rests_on=("code",))

    def draw() -> None:
        s, now = trainer.session, may_lock(trainer)
        if s is not None and scripted:
            now = now and SEAL in trainer.plan.part[s.part].screens
        job.box.layout.display = "" if now else "none"

    desk.keep(part, draw, "session", "status", "plan")
    return job.box
