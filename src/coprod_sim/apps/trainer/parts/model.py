"""Lock the model's guess, set the room beside it, and play this room's next three decisions."""

from html import escape

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.charts import over_time
from coprod_sim.live.prediction import opened
from coprod_sim.live.treatment_effect import Effect
from coprod_sim.markup import bullets, figure, paragraphs
from coprod_sim.results import Comparison
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the lock, the comparison, and the look ahead."""
    t, trainer = desk.t, desk.state
    head = show(
        f"<h2>{escape(t('trainer.model.title'))}</h2>{paragraphs(t('trainer.model.intro'))}"
    )
    seal, buttons, beside = show(class_="seal"), Form([]), show(class_="beside")

    def keep_it(found: tuple[str, str]) -> list[ipywidgets.Widget]:
        session_results.keep_guess(trainer, *found)
        return []

    locking = BackgroundJob(
        desk, t("trainer.model.lock"), lambda _tell: session_results.lock_guess(trainer), keep_it
    )
    us = BackgroundJob(
        desk, t("trainer.model.us_go"), lambda _tell: session_results.us_in_three(trainer),
        lambda found: [show(_us(found, t))],
    )  # fmt: skip
    ahead = show(
        f"<h3>{escape(t('trainer.model.us'))}</h3>{paragraphs(t('trainer.model.us_text'))}"
    )
    steps = {
        "compare": lambda: session_results.work_out(trainer),
        "open": lambda: session_results.open_guess(trainer),
        "project": lambda: session_results.show_beside(trainer),
    }
    buttons.on_click = desk.afresh(lambda name: steps[name]())

    def draw() -> None:
        here = trainer.session is not None and trainer.experiment is not None
        locked = bool(trainer.session and trainer.session.locked)
        locking.box.layout.display = "" if here and not locked else "none"
        put(seal, _seal(trainer, t))
        buttons.parts = _buttons(trainer, t) if here else []
        us.box.layout.display = ahead.layout.display = "" if trainer.session else "none"

    desk.keep("model", draw, "session", "effects")
    desk.keep("model", lambda: put(beside, _beside(trainer, t)), "session", "effects")
    return ipywidgets.VBox([head, locking.box, seal, buttons, beside, ahead, us.box])


def _seal(trainer: Trainer, t: Words) -> str:
    s = trainer.session
    if s is None or trainer.experiment is None:
        return paragraphs(t("trainer.no_room") if s is None else t("trainer.model.none"))
    if not s.locked:
        return ""
    pieces = " ".join(s.seal[k : k + 8] for k in range(0, len(s.seal), 8))
    name = escape(t("trainer.model.seal"))
    said = (
        f"{paragraphs(t('trainer.model.sealed'))}"
        f"<p><strong>{name}:</strong> <code>{pieces}</code></p>"
    )
    how = paragraphs(t("trainer.model.how"))
    if not s.shown:
        return f"{said}{how}"
    notes = opened(s.locked, s.seal).guess["notes"]
    fold = (
        f"<details><summary>{escape(t('trainer.model.notes'))}</summary>{bullets(notes)}</details>"
    )
    return f"{said}{paragraphs(t('trainer.model.shown'))}{how}{fold}"


def _buttons(trainer: Trainer, t: Words) -> list[Field]:
    s = trainer.session
    fields = [Field(id="compare", kind="button", label=t("trainer.model.show"), style="main")]
    if s and s.locked and not s.shown:
        fields.append(Field(id="open", kind="button", label=t("trainer.model.open")))
    if trainer.effects:
        fields.append(Field(id="project", kind="button", label=t("trainer.model.project")))
    return fields


def _beside(trainer: Trainer, t: Words) -> str:
    drawn = session_results.beside(trainer)
    if drawn is None:
        return ""
    whole = [e for e in trainer.effects if isinstance(e, Effect) and e.measure == "acceptance"]
    wrong = any(e.mean < 0 for e in whole)
    warning = (
        f'<p class="wrong-way"><strong>{escape(t("trainer.model.wrong_way"))}</strong></p>'
        if wrong
        else ""
    )
    return f"{warning}{figure(drawn, t('trainer.lead.as_table'))}{paragraphs(trainer.guessed)}"


def _us(found: Comparison, t: Words) -> str:
    label = t("trainer.lead.as_table")
    return "".join(figure(over_time.draw(found, m), label) for m in ("losers_acceptance", "trust"))
