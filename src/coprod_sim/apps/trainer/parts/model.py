"""Lock the model's guess, set the room beside it, and play this room's next three decisions."""

from functools import partial

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import BackgroundJob, Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.locking import lock_button
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.seal import on_the_wall, too_late
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.charts import over_time
from coprod_sim.live.guess_verdict import as_sealed
from coprod_sim.live.prediction import opened
from coprod_sim.live.treatment_effect import WHO, Effect
from coprod_sim.markup import bullets, element, figure, fold, joined, paragraphs
from coprod_sim.results import Comparison
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the lock, the comparison, and the look ahead."""
    t, trainer = desk.t, desk.state
    seal, buttons, beside = show(class_="seal"), Form([]), show(class_="beside")

    locking = lock_button(desk, "model")
    us = BackgroundJob(
        desk, t("trainer-model-us_go"), lambda _tell: session_results.us_in_three(trainer),
        lambda found: [show(_us(found, t))], rests_on=("code",),
    )  # fmt: skip
    ahead = show(
        joined(element("h3", t("trainer-model-us")), paragraphs(t("trainer-model-us_text")))
    )
    steps = {
        "compare": lambda: session_results.work_out(trainer),
        "open": lambda: session_results.open_guess(trainer),
        **{f"project_{who}": partial(session_results.show_beside, trainer, who) for who in WHO},
    }
    buttons.on_click = desk.afresh(buttons, lambda name: steps[name]())

    def draw() -> None:
        here = trainer.session is not None and trainer.experiment is not None
        put(seal, _seal(trainer, t))
        buttons.parts = _buttons(trainer, t) if here else []
        us.box.layout.display = ahead.layout.display = "" if trainer.session else "none"

    desk.keep("model", draw, "session", "effects", "status")
    desk.keep("model", lambda: put(beside, _beside(trainer, t)), "session", "effects")
    return ipywidgets.VBox(
        [head(t, "trainer-model"), locking, seal, buttons, beside, ahead, us.box]
    )


def _seal(trainer: Trainer, t: Words) -> Markup:
    s = trainer.session
    if s is None or trainer.experiment is None:
        return paragraphs(t("trainer-no_room") if s is None else t("trainer-model-none"))
    if not s.locked:
        late = too_late(trainer)
        return paragraphs(t("trainer-model-none_locked")) if late else joined()
    pieces = " ".join(s.seal[k : k + 8] for k in range(0, len(s.seal), 8))
    name = element("strong", f"{t('trainer-model-seal')}:")
    said = (
        paragraphs(t("trainer-model-sealed")),
        paragraphs(t("trainer-model-sealed_wall")) if on_the_wall(trainer) else "",
        element("p", name, " ", element("code", pieces)),
    )
    how = paragraphs(t("trainer-model-how"))
    if not s.shown:
        return joined(*said, how)
    guess = opened(s.locked, s.seal).guess
    notes, sealed = bullets(guess["notes"]), bullets(as_sealed(guess))
    shown = joined(
        paragraphs(t("trainer-model-shown")), sealed, paragraphs(t("trainer-model-widened"))
    )
    return joined(*said, shown, how, fold(t("trainer-model-notes"), notes))


def _buttons(trainer: Trainer, t: Words) -> list[Field]:
    s = trainer.session
    fields = [Field(id="compare", kind="button", label=t("trainer-model-show"), style="main")]
    if s and s.locked and not s.shown:
        fields.append(Field(id="open", kind="button", label=t("trainer-model-open")))
    if trainer.effects:
        fields += [
            Field(id=f"project_{who}", kind="button", label=t(f"trainer-model-project_{who}"))
            for who in WHO
        ]
    return fields


def _beside(trainer: Trainer, t: Words) -> Markup:
    drawn = session_results.beside(trainer)
    if drawn is None:
        return joined()
    whole = [e for e in trainer.effects if isinstance(e, Effect) and e.measure == "acceptance"]
    wrong = any(e.clear and e.mean < 0 for e in whole)
    said = element("p", element("strong", t("trainer-model-wrong_way")), class_="wrong-way")
    label = t("trainer-lead-as_table")
    shown = figure(drawn, label) if drawn.svg else paragraphs(drawn.finding)
    return joined(said if wrong else "", shown, paragraphs(trainer.guessed))


def _us(found: Comparison, t: Words) -> Markup:
    label = t("trainer-lead-as_table")
    measures = ("losers_acceptance", "trust")
    return joined(*(figure(over_time.draw(found, m), label) for m in measures))
