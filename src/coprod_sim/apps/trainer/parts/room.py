"""Look whether the room will work, open it, and show how to join."""

from collections.abc import Callable
from typing import Any, get_args
from urllib.parse import urlsplit

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.second_device import second_device
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.who_has_joined import who_has_joined
from coprod_sim.kit_place import kit_place, kit_way, room_address, rooms_may_open
from coprod_sim.live.activities import Agreed
from coprod_sim.live.disclosure import MINIMUM, Floor
from coprod_sim.live.preflight import Finding
from coprod_sim.live.record_open import USUAL_DAYS, list_by
from coprod_sim.live.server.projector import qr
from coprod_sim.live.session_plan import SessionPlan
from coprod_sim.live.steps import LetManyIn, LockDoor
from coprod_sim.markup import bullets, element, joined, paragraphs
from coprod_sim.words import Words
from coprod_sim.words.days import day_in_words

AGAIN = "again__"
"""How the ids of buttons begin that lead a session again."""
SHOW = "show_address__"
"""How the ids of buttons begin that show another address."""
MOST_DAYS = 365
"""The longest a room and its record are kept [days]."""
USUAL = {
    "where": "network",
    "keep": "sums",
    "days": USUAL_DAYS,
    "floor": str(MINIMUM),
    "called": "made_up",
}
"""What is chosen before the trainer chooses otherwise."""
MARKS = {True: ("\N{CHECK MARK}", "fine"), False: ("!", "mend"), None: ("?", "try")}
"""How a finding is marked, in a sign and in a word."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the pre-flight check, the start, the join code, and the door."""
    t, trainer = desk.t, desk.state
    if not rooms_may_open():
        off = paragraphs(t("trainer-room-off", way=kit_way()))
        return show(joined(element("h2", t("trainer-room-title")), off))
    check, start, door, before = Form([]), Form([], dict(USUAL)), Form([]), Form([])
    top, checked, entry = show(), show(class_="checked"), show(class_="joined")
    before.on_click = desk.afresh(before, lambda name: trainer.lead_again(name.removeprefix(AGAIN)))

    trainer.forget_in(start, *USUAL.items())  # each group agrees anew
    steps = _steps(desk, start)
    check.on_click = desk.afresh(check, lambda name: steps[name]())
    start.on_click = desk.afresh(start, lambda name: steps[name]())
    door.on_click = desk.afresh(
        door,
        lambda name: (
            trainer.show_address(name.removeprefix(SHOW)) if SHOW in name else steps[name]()
        ),
    )

    def draw() -> None:
        there, phones = trainer.session is not None, trainer.plan.phones
        put(top, _top(t, phones=phones))
        check.parts = [_check(t, phones=phones)]
        start.parts = [] if there else _opening(trainer.plan, t)
        door.parts = _door(trainer, t) if there else []
        put(entry, _joined(trainer, t))
        before.parts = [] if there else _put_by(t)

    desk.keep("room", draw, "session", "status", "plan")
    desk.keep("room", lambda: put(checked, _checked(trainer.checked, t)), "checked")
    more = (who_has_joined(desk), second_device(desk))
    return ipywidgets.VBox([top, entry, door, check, checked, start, before, *more])


def _steps(desk: Desk, start: Form) -> dict[str, Callable[[], None]]:
    """Give what each button does."""
    trainer = desk.state

    def open_room() -> None:
        chosen = start.values
        trainer.start(
            lan=trainer.plan.phones and chosen.get("where") == "network",
            days=int(chosen.get("days") or USUAL_DAYS),
            agreed=Agreed(
                linked=chosen.get("keep") == "linked",
                floor=int(chosen.get("floor") or MINIMUM),  # type: ignore[arg-type]
                named=chosen.get("called") == "own",
            ),
        )

    return {
        "check": trainer.look,
        "start": open_room,
        "lock": lambda: trainer.do(LockDoor(locked=True)),
        "unlock": lambda: trainer.do(LockDoor(locked=False)),
        "widen": trainer.let_phones_in,
        "many_yes": lambda: trainer.do(LetManyIn(allowed=True)),
        "many_no": lambda: trainer.do(LetManyIn(allowed=False)),
        "on": lambda: desk.shell.turn("lead"),
    }


def _put_by(t: Words) -> list[Field | Group]:
    """List the sessions that were put by for another day, each with a button to lead it again."""
    fields = tuple(
        Field(
            id=f"{AGAIN}{one.code}", kind="button",
            label=t("trainer-room-again", letter=one.plan.letter, title=one.plan.title, code=one.code,
                    begun=day_in_words(one.begun[:10], t), day=day_in_words(one.deleted_on, t)),
        )
        for one in list_by()
    )  # fmt: skip
    return [Group(legend=t("trainer-room-put_by"), fields=fields)] if fields else []


def _opening(plan: SessionPlan, t: Words) -> list[Field | Group]:
    """Ask what has to be known before a room is opened; without phones nobody asks for a network."""
    on = "phones" if plan.phones else "paper"
    asked = plan.phones and not room_address()  # on a server there is one way in
    where = [_choice("where", ("network", "here"), t, on)] if asked else []
    told = Field(id="agreed_note", kind="note", label=t("trainer-room-agreed_help"))
    agreed = Group(
        legend=t("trainer-room-agreed"),
        folded=True,
        fields=(
            _choice("keep", ("sums", "linked"), t, on),
            _choice("floor", tuple(map(str, get_args(Floor))), t, on),
            _choice("called", ("made_up", "own"), t, on),
            days_field(t, on),
        ),
    )
    return [*where, told, agreed, _start(t)]


def put(place: ipywidgets.HTML, html: str) -> None:
    """Change what is shown only where it is different, so that nothing flickers while the room is asked."""
    if place.value != html:
        place.value = html


def _top(t: Words, *, phones: bool) -> Markup:
    intro = "trainer-room-intro" if phones else "trainer-room-no_phones"
    about = {"place": kit_place(), "address": room_address()}
    return joined(element("h2", t("trainer-room-title")), paragraphs(t(intro, **about)))


def _check(t: Words, *, phones: bool) -> Field:
    label = t("trainer-room-check" if phones else "trainer-room-check_alone", place=kit_place())
    return Field(id="check", kind="button", label=label)


def _choice(name: str, ways: tuple[str, ...], t: Words, on: str) -> Field:
    options = tuple(
        Option(
            value=k,
            label=t(f"trainer-room-{k}", place=kit_place()),
            help=t(f"trainer-room-{k}_help", on=on),
        )
        for k in ways
    )
    return Field(id=name, kind="choice", label=t(f"trainer-room-{name}"), options=options)


def days_field(t: Words, on: str) -> Field:
    """Ask after how many days room and record are deleted."""
    return Field(
        id="days", kind="number", label=t("trainer-record-keep"), help=t("trainer-record-keep_help", on=on),
        low=1, high=MOST_DAYS, step=1, whole=True, unit=t("trainer-record-days"),
    )  # fmt: skip


def _start(t: Words) -> Field:
    return Field(id="start", kind="button", label=t("trainer-room-start"), style="main")


def _door(trainer: Trainer, t: Words) -> list[Field]:
    locked = bool(trainer.status.get("locked"))
    name, word = ("unlock", "door_open") if locked else ("lock", "door_lock")
    alone = trainer.session is not None and not (trainer.session.lan or room_address())
    widen = [Field(id="widen", kind="button", label=t("trainer-room-widen"))] if alone else []
    return [
        Field(id="on", kind="button", label=t("trainer-room-on"), style="main"),
        Field(id=name, kind="button", label=t(f"trainer-room-{word}")),
        *_crowd(trainer, t),
        *_addresses(trainer, t),
        *widen,
    ]


def _addresses(trainer: Trainer, t: Words) -> list[Field]:
    """Offer the other addresses this computer has, where it is on several networks."""
    shown = urlsplit(str(trainer.status.get("join", ""))).hostname
    return [
        Field(id=f"{SHOW}{one}", kind="button", label=t("trainer-room-show_address", address=one))
        for one in trainer.status.get("addresses", ())
        if one != shown
    ]


def _crowd(trainer: Trainer, t: Words) -> list[Field]:
    """Say that many seats were taken from one address, and let the trainer allow more."""
    seats = trainer.status.get("seats", {})
    if seats.get("many"):
        return [Field(id="many_no", kind="button", label=t("trainer-room-many_no"))]
    if not seats.get("refused"):
        return []
    said = t("trainer-room-many", most=seats["most"], refused=seats["refused"])
    return [
        Field(id="many_note", kind="note", label=said),
        Field(id="many_yes", kind="button", label=t("trainer-room-many_yes")),
    ]


def _checked(found: tuple[Finding, ...], t: Words) -> Markup:
    return bullets([_line(one, t) for one in found], class_="found")


def _line(one: Finding, t: Words) -> Markup:
    sign, word = MARKS[one.fine]
    mark = element("span", sign, class_="mark", aria_hidden="true")
    name = element("strong", f"{one.what}: ", mark, f" {t(f'trainer-room-{word}')}.")
    return joined(name, paragraphs(one.sentence))


def _joined(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None or not trainer.status:
        return joined()
    s = trainer.status
    if not (trainer.plan.phones or trainer.session.lan):
        cards = paragraphs(f"{t('trainer-room-cards')}\n{t('trainer-room-typed', count=s['here'])}")
        return joined(cards, element("p", _screen(s, t), " ", t("trainer-room-screen_help")))
    link = str(s["join"])
    address = link.removeprefix("http://").rpartition("/")[0]
    lines = element(
        "div",
        _large(t("trainer-room-address"), address),
        _large(t("trainer-room-code"), trainer.session.code),
        element("p", t("trainer-room-people", count=s["here"])),
        element("p", t("trainer-room-silent", count=s["silent"])) if s["silent"] else "",
        element("p", t("trainer-room-door_locked")) if s["locked"] else "",
        element("p", _screen(s, t), " ", t("trainer-room-screen_help")),
    )
    code = qr(link, t("trainer-room-qr"))
    return element("div", element("div", code, class_="square"), lines, class_="join")


def _screen(status: dict[str, Any], t: Words) -> Markup:
    """Make the link to the view for the projector."""
    page = {"href": status["screen"], "target": "_blank", "rel": "noopener"}
    return element("a", t("trainer-room-screen"), **page)


def _large(name: str, words: str) -> Markup:
    return element("p", name, element("br"), element("strong", words, class_="large"))
