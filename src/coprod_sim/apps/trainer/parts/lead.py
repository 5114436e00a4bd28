"""Lead the session: the clock, what to say and do, and what to start, close and show."""

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.pack.sheets import clock
from coprod_sim.live.record_counts import counts
from coprod_sim.live.screens import Screen
from coprod_sim.live.session_plan import Turn
from coprod_sim.live.steps import (
    CloseActivity,
    OpenActivity,
    Pause,
    Reveal,
    RoomStep,
    ShowScreen,
)
from coprod_sim.markup import bullets, element, figure, joined, paragraphs
from coprod_sim.words import Words


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the agenda's step, its script, the buttons of the room, and the results."""
    t, trainer = desk.t, desk.state
    head, script, now = show(), show(class_="script"), show(class_="now")
    move, room, said = Form([]), Form([]), show(class_="results")

    def go(name: str) -> None:
        at = trainer.session.part if trainer.session else 0
        trainer.go(at + (1 if name == "next" else -1))

    buttons = RoomButtons(desk)

    def draw() -> None:
        put(head, _head(trainer, t))
        move.parts, room.parts = _moves(trainer, t), _buttons(trainer, t, buttons)
        put(now, _now(trainer, t))

    move.on_click, room.on_click = desk.afresh(go), buttons.press
    desk.keep("lead", draw, "session", "status", "plan", "minutes", "away")
    desk.keep("lead", lambda: put(script, _script(trainer, t)), "session", "plan")
    desk.keep("lead", lambda: put(said, _results(trainer, t)), "result")
    return ipywidgets.VBox([head, move, now, room, said, script])


def name_of(trainer: Trainer, turn: Turn, t: Words) -> str:
    """Name a turn: the activity, and its round where it has several."""
    activity = trainer.plan.room.activity(turn.key)
    if len(activity.rounds) == 1:
        return activity.title
    return t("trainer.lead.turn", title=activity.title, round=t(f"room.round.{turn.round}"))


def opening(turn: Turn) -> tuple[RoomStep, ...]:
    """Give the steps that start something in the room; what is open is closed first."""
    return CloseActivity(), ShowScreen(), OpenActivity(activity=turn.key, round=turn.round)


def talking(t: Words) -> tuple[RoomStep, ...]:
    """Give the steps that show a few words and no chart, so that people talk to each other."""
    words = Screen(title=t("trainer.lead.talk_title"), paragraphs=(t("trainer.lead.talk_words"),))
    return CloseActivity(), ShowScreen(screen=words)


def _at(trainer: Trainer) -> int:
    return trainer.session.part if trainer.session else 0


def _head(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return joined(element("h2", t("trainer.lead.title")), paragraphs(t("trainer.no_room")))
    at, plan = _at(trainer), trainer.plan
    part, start = plan.part[at], plan.starts[at]
    times = t(
        "trainer.lead.clock", minutes=trainer.minutes, start=clock(start),
        end=clock(start + part.minutes),
    )  # fmt: skip
    count = t("trainer.lead.part", part=at + 1, parts=len(plan.part))
    when = element("p", element("strong", f"{count}."), " ", times)
    return joined(element("h2", part.title), when, element("p", part.who))


def _moves(trainer: Trainer, t: Words) -> list[Field]:
    if trainer.session is None:
        return []
    at = _at(trainer)
    return [
        Field(id="before", kind="button", label=t("trainer.lead.before"), disabled=at == 0),
        Field(id="next", kind="button", label=t("trainer.lead.next"),
              disabled=at + 1 == len(trainer.plan.part)),
    ]  # fmt: skip


def _now(trainer: Trainer, t: Words) -> Markup:
    """Say what is open and how many have answered; this line changes while people answer."""
    if trainer.session is None:
        return joined()
    if trainer.away or not trainer.status:
        return element("p", t("trainer.away"))
    here = trainer.status["here"]
    turn = open_turn(trainer)
    if turn is None:
        return element("p", t("trainer.lead.nothing_open", here=here))
    words = t(
        "trainer.lead.open_now",
        name=name_of(trainer, turn, t),
        count=trainer.answered(turn),
        here=here,
    )
    return element("p", words, class_="open")


def open_turn(trainer: Trainer) -> Turn | None:
    """Give what is open now, if anything is."""
    for turn in trainer.plan.turns:
        if trainer.phase(turn.key) == ("open", turn.round):
            return turn
    return None


def _buttons(trainer: Trainer, t: Words, room: RoomButtons) -> list[Field | Group]:
    """Make the buttons that fit now: close what is open, or start what comes next, or show what is closed."""
    if trainer.session is None or not trainer.status:
        return []
    turns, now = trainer.plan.turns_of(_at(trainer)), open_turn(trainer)
    fields: list[Field | Group] = []
    if now:
        word = t("trainer.lead.close")
        fields.append(room.button("close", word, CloseActivity(), count=now.key, style="main"))
    else:
        if not turns:
            fields.append(Field(id="none", kind="note", label=t("trainer.lead.nothing")))
        fields += _starts(trainer, turns, t, room)
        for key in dict.fromkeys(x.key for x in turns):
            fields += _shows(trainer, key, t, room)
        fields += _earlier(trainer, {x.key for x in turns}, t, room)
    wait = (CloseActivity(), ShowScreen(), Pause())
    return [
        *fields,
        room.button("talk", t("trainer.lead.talk"), *talking(t)),
        room.button("wait", t("trainer.lead.wait"), *wait),
    ]


def _earlier(trainer: Trainer, here: set[str], t: Words, room: RoomButtons) -> list[Group]:
    """Offer what earlier parts have closed, such as the room's guesses, to be shown now."""
    keys = dict.fromkeys(x.key for x in trainer.plan.turns if x.key not in here)
    kinds = {a.key: a for a in trainer.plan.room.activities}
    fields = [
        f
        for key in keys
        if not isinstance(kinds[key], RoomExperiment)
        for f in _shows(trainer, key, t, room)
    ]
    if not fields:
        return []
    return [Group(legend=t("trainer.lead.earlier"), fields=tuple(fields), folded=True)]


def _starts(trainer: Trainer, turns: tuple[Turn, ...], t: Words, room: RoomButtons) -> list[Field]:
    following = next((x for x in turns if not trainer.done(x)), None)
    fields = []
    for turn in turns:
        phase, at = trainer.phase(turn.key)
        if phase == "revealed" or (trainer.done(turn) and turn.round != at):
            continue
        word = "again" if trainer.done(turn) else "start"
        label = t(f"trainer.lead.{word}", name=name_of(trainer, turn, t))
        style = "main" if turn == following else ""
        name = f"start__{turn.key}__{turn.round}"
        fields.append(room.button(name, label, *opening(turn), style=style))
    return fields


def _shows(trainer: Trainer, key: str, t: Words, room: RoomButtons) -> list[Field]:
    activity = trainer.plan.room.activity(key)
    phase, at = trainer.phase(key)
    if phase not in ("closed", "revealed"):
        return []
    if isinstance(activity, RoomExperiment):
        return [Field(id=f"note_{key}", kind="note", label=t("trainer.lead.experiment_later"))]
    fields = [room.button(f"look__{key}", t("trainer.lead.look", title=activity.title), count=key)]
    if phase == "closed" and at == activity.rounds[-1] and not activity.moderated:
        label = t("trainer.lead.reveal", title=activity.title)
        reveal = Reveal(activity=key)
        fields.append(room.button(f"reveal__{key}", label, ShowScreen(), reveal, count=key))
    return fields


def _script(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return joined()
    part = trainer.plan.part[_at(trainer)]

    def block(name: str, html: Markup) -> Markup:
        return element(
            "section", element("h3", t(f"trainer.lead.{name}")), html, class_=f"step-{name}"
        )

    return joined(
        block("say", bullets(part.say)),
        block("do", bullets(part.do)),
        block("screen", paragraphs(part.screen)),
        block("wrong", bullets(part.if_wrong)),
        block("cards", paragraphs(part.without_devices)),
    )


def _results(trainer: Trainer, t: Words) -> Markup:
    found = trainer.result
    if not found or found.get("kind") == "experiment":
        return joined()
    drawn = []
    for part in found.get("rounds", ()):
        if len(found["rounds"]) > 1:
            drawn.append(element("h4", t(f"room.round.{part['round']}")))
        drawn += [_drawn(q, t) for q in part["questions"]]
    inside = joined(*drawn, bullets(found.get("ideas") or ()))
    return (
        joined(element("h3", found["title"]), inside) if found.get("rounds") or inside else inside
    )


def _drawn(question: dict, t: Words) -> Markup:
    chart = counts(question)
    if not question["cells"]:
        return element("p", element("strong", chart.title), element("br"), chart.finding)
    return figure(chart, t("trainer.lead.as_table"), level=4)
