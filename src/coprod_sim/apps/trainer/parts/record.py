"""Leave with the record: save it, print it, set its day, end the session, delete the room."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.parts.room import days_field, put
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.record_evaluation import changes
from coprod_sim.markup import element, frame_table, joined, paragraphs
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the saving, the day of deletion, what has changed, and the end."""
    t, trainer = desk.t, desk.state
    head = show(
        joined(element("h2", t("trainer.record.title")), paragraphs(t("trainer.record.intro")))
    )
    form, said, told = Form([]), show(class_="saved"), show(class_="changed")
    end = Form([], {"sure": False})

    def press(name: str) -> None:
        folder = session_results.save_record(trainer)
        if name in ("page", "csv"):
            file, kind = (
                ("record.html", "text/html") if name == "page" else ("votes.csv", "text/csv")
            )
            desk.shell.hand_out(file, (folder / file).read_bytes(), kind)

    def finish(name: str) -> None:
        if name == "delete":
            trainer.delete()
        else:
            trainer.end()

    def draw() -> None:
        form.parts = _fields(t) if trainer.session else []
        form.values = {"days": trainer.session.days if trainer.session else None}
        put(said, _said(trainer, t))
        end.parts = _ends(t, sure=bool(end.values.get("sure"))) if trainer.session else []

    form.on_click, end.on_click = desk.afresh(press), desk.afresh(finish)
    form.on_answer = desk.afresh(
        lambda _n, days, moving: None if moving or not days else trainer.keep(int(days))
    )
    end.on_answer = desk.guarded(lambda *_: draw())
    desk.keep("record", draw, "session", "saved")
    desk.keep("record", _reader(trainer), "session")
    desk.keep("record", lambda: put(told, _changed(trainer, t)), "rows")
    return ipywidgets.VBox([head, form, said, told, end])


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
    """Set out what people say has changed, once somebody has filled in the evaluation."""
    name = t("trainer.record.changed")
    answered = any(r["kind"] in ("evaluate", "knowledge") for r in trainer.rows)
    frame = changes(trainer.rows, trainer.plan.room).round(1)
    there = frame_table(frame, name) if answered and not frame.empty else ""
    return joined(element("h3", name), there or paragraphs(t("trainer.record.changed_none")))


def _fields(t: Words) -> list[Field]:
    return [
        Field(id="save", kind="button", label=t("trainer.record.save"), style="main"),
        Field(id="page", kind="button", label=t("trainer.record.page")),
        Field(id="csv", kind="button", label=t("trainer.record.csv")),
        days_field(t),
    ]  # fmt: skip


def _said(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return paragraphs(t("trainer.no_room"))
    day = date.fromisoformat(trainer.session.begun[:10]) + timedelta(days=trainer.session.days)
    saved = t("trainer.record.saved", folder=trainer.saved) + "\n" if trainer.saved else ""
    return paragraphs(saved + t("trainer.record.delete_on", day=day.isoformat()))


def _ends(t: Words, *, sure: bool) -> list[Field]:
    return [
        Field(id="end_text", kind="note", label=t("trainer.record.end_text")),
        Field(id="end", kind="button", label=t("trainer.record.end_go")),
        Field(
            id="sure",
            kind="check",
            label=t("trainer.record.delete_sure"),
            help=t("trainer.record.delete_help"),
        ),
        Field(id="delete", kind="button", label=t("trainer.record.delete"), disabled=not sure),
    ]
