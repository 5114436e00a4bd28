"""Leave with the record: save it, print it, set its day, end the session, delete the room."""

from collections.abc import Callable
from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.frame.texts import head
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.fate_buttons import unanswered
from coprod_sim.apps.trainer.parts.room import days_field, put
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.record import COUNTS, IDEAS, VOTES
from coprod_sim.live.record_evaluation import changes, written
from coprod_sim.live.record_tables import WORKBOOK, WORKBOOK_TYPE
from coprod_sim.markup import element, frame_table, joined, paragraphs
from coprod_sim.words import Words
from coprod_sim.words.days import day_in_words

FILES = {
    "page": ("record.html", "text/html"),
    "excel": (WORKBOOK, WORKBOOK_TYPE),
    "counts": (COUNTS, "text/csv"),
    "ideas": (IDEAS, "text/csv"),
    "answers": (VOTES, "text/csv"),
}
"""What each button hands over: a file of the record, and its kind."""


UNSURE = {"sure": False, "also": False}
"""What is ticked before a room is deleted: nothing."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the saving, the day of deletion, what has changed, and the end."""
    t, trainer = desk.t, desk.state
    form, said, told = Form([]), show(class_="saved"), show(class_="changed")
    end = Form([], dict(UNSURE))
    trainer.forget_in(end, *UNSURE.items())

    def press(name: str) -> None:
        folder = session_results.save_record(trainer)
        if name in FILES:
            file, kind = FILES[name]
            if not (folder / file).exists():
                trainer.refuse(f"trainer-record-{name}_none")
            desk.shell.hand_out(file, (folder / file).read_bytes(), kind)

    def draw() -> None:
        form.parts = _fields(trainer, t, linked=trainer.session.linked) if trainer.session else []
        form.values = {"days": trainer.session.days if trainer.session else None}
        put(said, _said(trainer, t))
        end.parts = _ends(trainer, t, sure=bool(end.values.get("sure"))) if trainer.session else []

    form.on_click = desk.afresh(form, press)
    end.on_click = desk.afresh(end, _finisher(desk, end))
    form.on_answer = desk.afresh(
        form, lambda _n, days, moving: None if moving or not days else trainer.keep(int(days))
    )
    end.on_answer = desk.guarded(lambda *_: draw())
    desk.keep("record", draw, "session", "saved", "ideas")
    desk.keep("record", _reader(trainer), "session")
    desk.keep("record", lambda: put(told, _changed(trainer, t)), "rows", "session")
    return ipywidgets.VBox([head(t, "trainer-record"), form, said, told, end])


def _finisher(desk: Desk[Trainer], end: Form) -> Callable[[str], None]:
    t, trainer = desk.t, desk.state

    def finish(name: str) -> None:
        day = day_in_words(trainer.session.deleted_on, t) if trainer.session else ""
        on = trainer.on
        if name == "delete":
            also = bool(end.values.get("also"))
            trainer.delete(record=also)
            desk.shell.say = t("trainer-record-deleted_both" if also else "trainer-record-deleted")
        else:
            trainer.end()
            desk.shell.say = t("trainer-record-put_by", day=day, on=on)

    return finish


def _reader(trainer: Trainer) -> Callable[[], None]:
    """Make a look at the answers that reads them only when there are others than last time."""
    seen: list[Any] = []

    def look() -> None:
        answered = [(a["key"], a["answered"]) for a in trainer.status.get("activities", ())]
        if trainer.session and answered != seen:
            seen[:] = answered
            trainer.read_record()

    return look


def _changed(trainer: Trainer, t: Words) -> Markup:
    """Set out what people say has changed, once somebody has filled in the evaluation; of no room nothing."""
    if trainer.session is None:
        return joined()
    name = t("trainer-record-changed")
    answered = any(r["kind"] in ("evaluate", "knowledge") for r in trainer.rows)
    frame = changes(trainer.rows, trainer.plan.room)
    there = frame_table(written(frame), name) if answered and not frame.empty else ""
    return joined(element("h3", name), there or paragraphs(t("trainer-record-changed_none")))


def _fields(trainer: Trainer, t: Words, *, linked: bool) -> list[Field]:
    files = ("excel", "counts", "ideas", *(["answers"] if linked else []))
    return [
        Field(id="save", kind="button", label=t("trainer-record-save"), style="main"),
        Field(id="page", kind="button", label=t("trainer-record-page")),
        *(Field(id=k, kind="button", label=t(f"trainer-record-{k}")) for k in files),
        days_field(t, trainer.on),
    ]  # fmt: skip


def _said(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return paragraphs(t("trainer-no_room"))
    saved = (
        t("trainer-record-saved", folder=trainer.saved) + f" {trainer.left_out}\n"
        if trainer.saved
        else ""
    )
    day = day_in_words(trainer.session.deleted_on, t)
    return paragraphs(saved + t("trainer-record-delete_on", day=day))


def _ends(trainer: Trainer, t: Words, *, sure: bool) -> list[Field]:
    saved = (trainer.folder / "session.json").exists()
    also = [Field(id="also", kind="check", label=t("trainer-record-delete_also"))] if saved else []
    left = unanswered(trainer)
    said = Field(
        id="left", kind="note", label=t("trainer-record-unanswered", count=left), style="warn"
    )
    return [
        Field(id="end_text", kind="note", label=t("trainer-record-end_text", on=trainer.on)),
        Field(id="end", kind="button", label=t("trainer-record-end_go")),
        *([said] if left else []),
        Field(
            id="sure",
            kind="check",
            label=t("trainer-record-delete_sure"),
            help=t("trainer-record-delete_help"),
        ),
        *also,
        Field(id="delete", kind="button", label=t("trainer-record-delete"), disabled=not sure),
    ]
