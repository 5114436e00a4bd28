"""Who has joined, by name alone: give a seat a new code, take one away by its name, or all idle ones."""

from typing import Any

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.steps import TakeIdleSeats
from coprod_sim.words import Words


def who_has_joined(desk: Desk) -> Form:
    """Make the form that lists who has joined when asked, and takes a seat away when the trainer is sure."""
    t, trainer = desk.t, desk.state
    form, known, given = Form([]), dict[int, str](), dict[int, str]()
    trainer.forget_in(form)
    trainer.observe(lambda _change: (known.clear(), given.clear()), "code")

    def look() -> None:
        known.clear()
        given.clear()
        known.update(trainer.room.people())
        form.values = {"seat": "", "sure": False}
        draw()

    def give_code() -> None:
        name, back = _coded(trainer, form, known, given)
        draw()
        desk.shell.say = t("trainer-room-code_anew_done", name=name, back=back)

    def take_away() -> None:
        trainer.do(trainer.taking_away(_chosen(trainer, form), sure=bool(form.values.get("sure"))))
        look()
        desk.shell.say = t("trainer-room-away_done")

    def take_idle() -> None:
        before = trainer.status["here"]
        trainer.do(TakeIdleSeats(seats=trainer.status["idle"]))
        if known:
            look()
        desk.shell.say = t("trainer-room-idle_done", count=before - trainer.status["here"])

    def draw() -> None:
        back = given.get(int(form.values.get("seat") or -1), "")
        form.parts = [_group(known, _idle(trainer), back, trainer.on, t)] if trainer.session else []

    steps = {"look": look, "code": give_code, "away": take_away, "idle": take_idle}
    form.on_click = desk.afresh(form, lambda name: steps[name]())
    form.on_answer = desk.afresh(form, lambda *_: draw())
    desk.keep("room", draw, "session", "status")
    return form


def _coded(
    trainer: Trainer, form: Form, known: dict[int, str], given: dict[int, str]
) -> tuple[str, str]:
    """Give the name of the seat that is chosen, and its new code; pressed again, the same one.

    Another would make the first, perhaps told by now, open nothing.
    """
    chosen = _chosen(trainer, form)
    if chosen not in given:
        given[chosen] = trainer.room.new_code(chosen)
    return known[chosen], given[chosen]


def _idle(trainer: Trainer) -> int:
    return len(trainer.status.get("idle", ()))


def _chosen(trainer: Trainer, form: Form) -> int:
    chosen = str(form.values.get("seat") or "")
    if not chosen:
        trainer.refuse("trainer-room-seat_first")
    return int(chosen)


def _group(known: dict[int, str], idle: int, back: str, on: str, t: Words) -> Group:
    """List who has joined; `back` is the new code of the one chosen, if one was given, `on` as in words."""
    options = (
        Option(value="", label=t("trainer-room-seat_choose")),
        *(Option(value=str(seat), label=name) for seat, name in known.items()),
    )
    chosen: list[Any] = [
        Field(id="seat", kind="select", label=t("trainer-room-seat"), options=options),
        Field(id="code_note", kind="note", label=t("trainer-room-code_anew_help")),
        Field(id="code", kind="button", label=t("trainer-room-code_anew")),
        *([Field(id="back", kind="note", label=back, style="large")] if back else ()),
        Field(
            id="sure",
            kind="check",
            label=t("trainer-room-seat_sure"),
            help=t("trainer-room-away_help", on=on),
        ),
        Field(id="away", kind="button", label=t("trainer-room-away")),
    ]
    look = Field(id="look", kind="button", label=t("trainer-room-who_look"))
    return Group(
        legend=t("trainer-room-who"), help=t("trainer-room-who_help"), folded=True,
        fields=(look, *(chosen if known else ()), *(_all_idle(idle, t) if idle else ())),
    )  # fmt: skip


def _all_idle(count: int, t: Words) -> tuple[Field, Field]:
    """Offer to take away every seat in which nothing happens, and say what that does."""
    return (
        Field(id="idle_note", kind="note", label=t("trainer-room-idle_help")),
        Field(id="idle", kind="button", label=t("trainer-room-idle", count=count)),
    )
