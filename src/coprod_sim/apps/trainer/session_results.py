"""What the page works out with the model: the locked guess, the room beside it, and what lies ahead."""

from pathlib import Path
from typing import Any

from coprod_sim.apps.trainer.seal import too_late
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.charts.chart import Chart
from coprod_sim.errors import InputError
from coprod_sim.live.effect_report import chart, on_the_wall, own_guess
from coprod_sim.live.effect_words import order_sentences
from coprod_sim.live.moves import putting_up
from coprod_sim.live.prediction import lock, opened, us_later
from coprod_sim.live.record import record_of
from coprod_sim.live.record_page import left_out
from coprod_sim.live.record_writing import write_record
from coprod_sim.live.scores import scored, share_lost, starting
from coprod_sim.live.screens import Screen
from coprod_sim.live.shown_in_part import seal_screen
from coprod_sim.live.steps import CloseActivity, SetNotice, ShowScreen, TellPart
from coprod_sim.live.treatment_effect import WHO, Effect, Who, effects
from coprod_sim.results import Comparison


def lock_guess(trainer: Trainer) -> tuple[str, str]:
    """Work out the model's guess from the room's starting answers; gives its text and its seal."""
    if trainer.experiment is None:
        raise InputError(trainer.t("trainer-model-none"))
    if too_late(trainer):
        raise InputError(trainer.t("trainer-model-too_late"))
    rows = trainer.read_record()["rows"]
    found = lock(starting(rows), share_lost(rows, trainer.experiment))
    return found.text, found.seal


def keep_guess(trainer: Trainer, text: str, seal: str) -> None:
    """Keep the locked guess on disk, and show its seal to the room."""
    if trainer.session is not None and trainer.session.locked:
        raise InputError(trainer.t("trainer-model-locked_before"))
    trainer.change(locked=text, seal=seal)
    notice = SetNotice(text=trainer.t("trainer-model-notice", seal=seal))
    trainer.do(notice, *putting_up(seal_screen(seal, trainer.t)), TellPart(script=trainer.script))


def open_guess(trainer: Trainer) -> None:
    """Open the locked guess, if its text still gives its seal."""
    if trainer.session is None or not trainer.session.locked:
        raise InputError(trainer.t("trainer-model-not_locked"))
    opened(trainer.session.locked, trainer.session.seal)
    trainer.change(shown=True)
    work_out(trainer)
    for who in WHO:  # the wall and the phones show the guess beside what they showed
        if trainer.status["on_wall"]["title"] == trainer.t(f"trainer-model-screen_{who}"):
            show_beside(trainer, who)


def work_out(trainer: Trainer) -> None:
    """Compare the two ways in this room."""
    if trainer.experiment is None:
        raise InputError(trainer.t("trainer-model-none"))
    rows = trainer.read_record()["rows"]
    scores = scored(rows, trainer.experiment)
    if scores.empty:
        raise InputError(trainer.t("trainer-model-no_scores"))
    found = tuple(effects(scores))
    trainer.guessed, trainer.order = own_guess(rows, found), tuple(order_sentences(scores))
    trainer.effects = found


def beside(trainer: Trainer) -> Chart | None:
    """Draw the room, and the model's guess beside it once it has been opened."""
    if not trainer.effects or trainer.session is None:
        return None
    return chart(trainer.effects, _guess(trainer), trainer.order)


def _guess(trainer: Trainer) -> dict[str, Any] | None:
    """Give the locked guess once it has been opened."""
    s = trainer.session
    return opened(s.locked, s.seal).guess if s and s.locked and s.shown else None


def show_beside(trainer: Trainer, who: Who = "lost") -> None:
    """Put one chart of the room beside the model on the projector and on every phone.

    It is how well people can live with it: of those who lost, or of everybody. One chart fits the wall.
    """
    chosen = [e for e in trainer.effects if e.who == who and e.measure == "acceptance"]
    if not chosen or trainer.session is None:
        raise InputError(trainer.t("trainer-model-no_scores"))
    drawn = chart(chosen, _guess(trainer))
    title = trainer.t(f"trainer-model-screen_{who}")
    said = on_the_wall(chosen[0], _guess(trainer), trainer.effects, trainer.order)
    svg = drawn.svg if isinstance(chosen[0], Effect) else ""
    screen = Screen(title=title, paragraphs=tuple(said), svg=svg, phones=True)
    trainer.do(CloseActivity(), ShowScreen(screen=screen))


def us_in_three(trainer: Trainer) -> Comparison:
    """Play three decisions with this room's people."""
    return us_later(starting(trainer.read_record()["rows"]))


def save_record(trainer: Trainer) -> Path:
    """Save the record of the session in its folder."""
    if trainer.session is None:
        raise InputError(trainer.t("trainer-no_room"))
    record = record_of(trainer.session, **trainer.read_record())
    write_record(record, trainer.folder)
    trainer.saved = str(trainer.folder)
    trainer.left_out = left_out(record)
    return trainer.folder
