"""Look whether the room will work, open it, and show how to join."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.preflight import Finding
from coprod_sim.live.record_open import USUAL_DAYS
from coprod_sim.live.server.projector import qr
from coprod_sim.live.steps import LockDoor
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.words import Words

MOST_DAYS = 365
"""The longest a room and its record are kept [days]."""
MARKS = {True: ("\N{CHECK MARK}", "fine"), False: ("!", "mend"), None: ("?", "try")}
"""How a finding is marked, in a sign and in a word."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the pre-flight check, the start, the join code, and the door."""
    t, trainer = desk.t, desk.state
    head = show(joined(element("h2", t("trainer.room.title")), paragraphs(t("trainer.room.intro"))))
    start, checked, entry = (
        Form([], {"where": "network", "days": USUAL_DAYS}),
        show(class_="checked"),
        show(class_="joined"),
    )
    door = Form([])

    def open_room() -> None:
        days = int(start.values.get("days") or USUAL_DAYS)
        trainer.start(lan=start.values.get("where") == "network", days=days)

    steps = {
        "check": trainer.look,
        "start": open_room,
        "lock": lambda: trainer.do(LockDoor(locked=True)),
        "unlock": lambda: trainer.do(LockDoor(locked=False)),
        "widen": trainer.let_phones_in,
        "on": lambda: desk.shell.turn("lead"),
    }
    start.on_click = desk.afresh(lambda name: steps[name]())
    door.on_click = desk.afresh(lambda name: steps[name]())

    def draw() -> None:
        there = trainer.session is not None
        start.parts = [_check(t)] if there else [_check(t), _where(t), days_field(t), _start(t)]
        door.parts = _door(trainer, t) if there else []
        put(entry, _joined(trainer, t))

    desk.keep("room", draw, "session", "status")
    desk.keep("room", lambda: put(checked, _checked(trainer.checked, t)), "checked")
    return ipywidgets.VBox([head, start, checked, entry, door])


def put(place: ipywidgets.HTML, html: str) -> None:
    """Change what is shown only where it is different, so that nothing flickers while the room is asked."""
    if place.value != html:
        place.value = html


def _check(t: Words) -> Field:
    return Field(id="check", kind="button", label=t("trainer.room.check"))


def _where(t: Words) -> Field:
    options = tuple(
        Option(value=k, label=t(f"trainer.room.{k}"), help=t(f"trainer.room.{k}_help"))
        for k in ("network", "here")
    )
    return Field(id="where", kind="choice", label=t("trainer.room.where"), options=options)


def days_field(t: Words) -> Field:
    """Ask after how many days room and record are deleted."""
    return Field(
        id="days", kind="number", label=t("trainer.record.keep"), help=t("trainer.record.keep_help"),
        low=1, high=MOST_DAYS, step=1, unit=t("trainer.record.days"),
    )  # fmt: skip


def _start(t: Words) -> Field:
    return Field(id="start", kind="button", label=t("trainer.room.start"), style="main")


def _door(trainer: Trainer, t: Words) -> list[Field]:
    locked = bool(trainer.status.get("locked"))
    name, word = ("unlock", "door_open") if locked else ("lock", "door_lock")
    alone = trainer.session is not None and not trainer.session.lan
    widen = [Field(id="widen", kind="button", label=t("trainer.room.widen"))] if alone else []
    return [
        Field(id="on", kind="button", label=t("trainer.room.on"), style="main"),
        Field(id=name, kind="button", label=t(f"trainer.room.{word}")),
        *widen,
    ]


def _checked(found: tuple[Finding, ...], t: Words) -> Markup:
    return bullets([_line(one, t) for one in found], class_="found")


def _line(one: Finding, t: Words) -> Markup:
    sign, word = MARKS[one.fine]
    mark = element("span", sign, class_="mark", aria_hidden="true")
    name = element("strong", f"{one.what}: ", mark, f" {t(f'trainer.room.{word}')}.")
    return joined(name, paragraphs(one.sentence))


def _joined(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None or not trainer.status:
        return joined()
    s = trainer.status
    link = str(s["join"])
    address = link.removeprefix("http://").rpartition("/")[0]
    screen = element(
        "a", t("trainer.room.screen"), href=s["screen"], target="_blank", rel="noopener"
    )
    lines = element(
        "div",
        _large(t("trainer.room.address"), address),
        _large(t("trainer.room.code"), trainer.session.code),
        element("p", t("trainer.room.people", count=s["here"])),
        element("p", t("trainer.room.door_locked")) if s["locked"] else "",
        element("p", screen, " ", t("trainer.room.screen_help")),
    )
    code = qr(link, t("trainer.room.qr"))
    return element("div", element("div", code, class_="square"), lines, class_="join")


def _large(name: str, words: str) -> Markup:
    return element("p", name, element("br"), element("strong", words, class_="large"))
