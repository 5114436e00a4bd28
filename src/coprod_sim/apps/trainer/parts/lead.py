"""Lead the session: the clock, what to say and do, and what to start, close and show."""

from collections.abc import Sequence
from functools import partial

import ipywidgets
from markupsafe import Markup

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.trainer.fate_buttons import fate_buttons, unanswered
from coprod_sim.apps.trainer.locking import lock_button, may_lock
from coprod_sim.apps.trainer.lots import lot_fields, lots_chosen
from coprod_sim.apps.trainer.parts.room import put
from coprod_sim.apps.trainer.plan_changes import ask_now, choose_among_ideas
from coprod_sim.apps.trainer.result_fields import result_fields
from coprod_sim.apps.trainer.room_buttons import RoomButtons
from coprod_sim.apps.trainer.seal import sealed_in_words
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.live.moves import opening, putting_up, saying, talking, waiting
from coprod_sim.live.pack.sheets import clock
from coprod_sim.live.session_plan import Turn, mark_after
from coprod_sim.live.shown_in_part import SEAL
from coprod_sim.live.steps import (
    CloseActivity,
)
from coprod_sim.markup import bullets, element, figure, joined, paragraphs
from coprod_sim.words import Words

ELSEWHERE = {"beside": "model", "ideas": "ideas", "idea": "ideas", "cards": "cards"}
"""What a script shows, or asks, that is done in another part of the page."""
MORE = 2
"""How many minutes one press adds to a part [minutes]."""


def part(desk: Desk) -> ipywidgets.Widget:
    """Build the agenda's step, its script, the buttons of the room, and the results."""
    t, trainer = desk.t, desk.state
    head, script, now = show(), show(class_="script"), show(class_="now")
    move, room, said = Form([]), Form([]), show(class_="results")

    spot = Form([])
    trainer.forget_in(spot)
    steps = {
        "next": lambda: trainer.go(_at(trainer) + 1),
        "before": lambda: trainer.go(_at(trainer) - 1),
        "more": lambda: trainer.more_time(MORE),
        "anew": trainer.time_anew,
        "words": lambda: trainer.do(*saying(_typed(spot, "said") or t("trainer-lead-talk_title"))),
        "ask": lambda: ask_now(trainer, _typed(spot, "question"), _typed(spot, "options")),
        "choosing": lambda: choose_among_ideas(trainer),
    }

    buttons = RoomButtons(desk, room)
    lock = lock_button(desk, "lead", scripted=True)

    def draw() -> None:
        put(head, _head(trainer, t))
        spot.values = {**spot.values, "part": str(_at(trainer))}
        move.parts, room.parts = _moves(trainer, t), _buttons(trainer, t, buttons)
        spot.parts = [*_times(trainer, t), *_spot(t)] if trainer.session else []
        put(now, _now(trainer, t))

    room.on_click = desk.afresh(room, lambda name: _press(trainer, buttons, name))
    room.on_answer = desk.afresh(room, lambda *_: draw())
    steps |= {f"to_{key}": partial(desk.shell.turn, key) for key in ELSEWHERE.values()}
    move.on_click = desk.afresh(move, lambda name: steps[name]())
    spot.on_click = desk.afresh(spot, lambda name: steps[name]())
    spot.on_answer = desk.afresh(
        spot, lambda name, value, _m: trainer.go(int(value)) if name == "part" else None
    )
    desk.keep("lead", draw, "session", "status", "plan", "minutes", "away")
    desk.keep("lead", lambda: put(script, _script(trainer, t)), "session", "plan", "status")
    desk.keep("lead", lambda: put(said, _results(trainer, t)), "result", "unfolded")
    return ipywidgets.VBox([head, now, room, lock, said, move, script, spot])


def _press(trainer: Trainer, buttons: RoomButtons, name: str) -> None:
    """Do what a button of the room says; counts unfold when asked for, and fold when an activity closes."""
    trainer.unfolded = name.startswith("look__") or (trainer.unfolded and name != "close")
    buttons.press(name)


def _at(trainer: Trainer) -> int:
    return trainer.session.part if trainer.session else 0


def _head(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return joined(element("h2", t("trainer-lead-title")), paragraphs(t("trainer-no_room")))
    at, plan = _at(trainer), trainer.plan
    part, start = plan.part[at], plan.starts[at]
    times = t(
        "trainer-lead-clock", minutes=trainer.minutes, start=clock(start),
        end=clock(start + part.minutes),
    )  # fmt: skip
    count = t("trainer-lead-part", part=at + 1, parts=len(plan.part))
    s = trainer.session
    kind = "left" if s.left >= 0 else "over"
    left = t(f"trainer-lead-{kind}", left=abs(s.left)) if s.led else t("trainer-lead-not_begun")
    when = element("p", element("strong", f"{count}. {left}"), " ", times if s.led else "")
    return joined(element("h2", part.title), when, element("p", part.who))


def _typed(form: Form, name: str) -> str:
    return str(form.values.get(name) or "")


def _spot(t: Words) -> list[Group]:
    """Let the trainer show a line of words, or ask something, that stands in no plan."""
    words = (
        Field(id="said", kind="text", label=t("trainer-lead-spot_words"), high=120),
        Field(id="words", kind="button", label=t("trainer-lead-spot_show")),
    )
    ask = (
        Field(id="question", kind="text", label=t("trainer-lead-spot_question"), high=300),
        Field(id="options", kind="text", label=t("trainer-lead-spot_options"),
              help=t("trainer-lead-spot_help"), high=600),
        Field(id="ask", kind="button", label=t("trainer-lead-spot_ask")),
    )  # fmt: skip
    return [Group(legend=t("trainer-lead-spot"), fields=(*words, *ask), folded=True)]


def _moves(trainer: Trainer, t: Words) -> list[Field]:
    if trainer.session is None:
        return []
    at = _at(trainer)
    last = at + 1 == len(trainer.plan.part)
    return [
        *_elsewhere(trainer, t),
        *_scripted(trainer, t),
        Field(id="before", kind="button", label=t("trainer-lead-before"), disabled=at == 0),
        Field(id="next", kind="button", label=t("trainer-lead-next"), disabled=last,
              style="main" if _all_done(trainer) and not last else ""),
    ]  # fmt: skip


def _scripted(trainer: Trainer, t: Words) -> list[Field]:
    """Offer what a script shows and no plan asks: a vote among the ideas, which changes the plan."""
    asked = any(one.kind == "choosing" for one in trainer.plan.part[_at(trainer)].screens)
    label = t("trainer-lead-choosing")
    return [Field(id="choosing", kind="button", label=label)] if asked else []


def _all_done(trainer: Trainer) -> bool:
    """Say whether everything that this part asks, and the lock where it has one, is done."""
    turns, part = trainer.plan.turns_of(_at(trainer)), trainer.plan.part[_at(trainer)]
    if open_turn(trainer) or (SEAL in part.screens and may_lock(trainer)):
        return False
    return all(trainer.done(turn) for turn in turns)


def _elsewhere(trainer: Trainer, t: Words) -> list[Field]:
    """Lead to the other parts of the page in which the trainer does what the script says here."""
    plan, at = trainer.plan, _at(trainer)
    kinds = [one.kind for one in plan.part[at].screens]
    kinds += [plan.room.activity(turn.key).kind for turn in plan.turns_of(at)]
    if open_turn(trainer):
        kinds.append("cards")
    keys = dict.fromkeys(ELSEWHERE[kind] for kind in kinds if kind in ELSEWHERE)
    return [
        Field(
            id=f"to_{key}",
            kind="button",
            label=t("trainer-lead-turn_to", part=t(f"trainer-part_{key}")),
        )
        for key in keys
    ]


def _times(trainer: Trainer, t: Words) -> list[Group]:
    """Let the trainer give the part more time, and go to any other."""
    parts = tuple(
        Option(value=str(k), label=f"{k + 1}. {p.title}") for k, p in enumerate(trainer.plan.part)
    )
    fields = (
        Field(id="more", kind="button", label=t("trainer-lead-more", minutes=MORE)),
        Field(id="anew", kind="button", label=t("trainer-lead-anew")),
        Field(id="part", kind="select", label=t("trainer-lead-to_part"), options=parts),
    )
    return [Group(legend=t("trainer-lead-time"), folded=True, fields=fields)]


def _now(trainer: Trainer, t: Words) -> Markup:
    """Say what is open and how many have answered; this line changes while people answer."""
    if trainer.session is None:
        return joined()
    if trainer.away or not trainer.status:
        return element("p", t("trainer-away"))
    here = trainer.status["here"]
    turn = open_turn(trainer)
    told = () if _apart(trainer) and trainer.plan.phones else _chosen(trainer, t)
    chosen = joined(*map(paragraphs, told))
    if turn is None:
        return joined(element("p", t("trainer-lead-nothing_open", here=here)), chosen)
    name = trainer.plan.name_of(turn, t)
    words = t(
        "trainer-lead-open_now",
        name=name,
        mark=mark_after(name, "."),
        count=trainer.answered(turn),
        here=here,
    )
    return joined(element("p", words, class_="open"), chosen)


def _chosen(trainer: Trainer, t: Words) -> tuple[str, ...]:
    """Say what the corners chose in the round of this part, and whom to tell it."""
    found, twins = trainer.status.get("chosen"), trainer.experiment
    if not found or twins is None:
        return ()
    now = (twins.key, trainer.phase(twins.key)[1])
    if now not in [(x.key, x.round) for x in trainer.plan.turns_of(_at(trainer))]:
        return ()
    return (*([t("trainer-lead-chosen_note")] * _apart(trainer)), *found)


def _apart(trainer: Trainer) -> bool:
    """Say whether some still have to take a decision that others have taken: each hears of its own."""
    twins = trainer.experiment
    if twins is None or twins.design != "crossover":
        return False
    return trainer.phase(twins.key) != ("closed", twins.rounds[-1])


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
        word = t("trainer-lead-close")
        scored = trainer.experiment is not None and now.key == trainer.experiment.key
        # what is not shown is not counted either: it goes with a seat that is taken away
        count = "" if scored else now.key
        fields.append(room.button("close", word, CloseActivity(), count=count, style="main"))
    else:
        if not turns:
            fields.append(Field(id="none", kind="note", label=t("trainer-lead-nothing")))
        fields += [*lot_fields(trainer, t), *_starts(trainer, turns, t, room)]
        fields += result_fields(trainer, turns, t, room)
    parts, at = trainer.plan.part, _at(trainer)
    tells = [any(one.kind == "ideas" for one in part.screens) for part in parts[at : at + 2]]
    if (left := unanswered(trainer)) and any(tells):
        said = t("trainer-ideas-no_answer", count=left)
        fields.append(Field(id="unanswered", kind="note", label=said, style="warn"))
    if tells[0]:
        fields += fate_buttons(trainer, t, room)
    return [
        *fields,
        *_sealed(trainer, t),
        *(
            room.button(one.name, one.label, *putting_up(one.screen))
            for one in trainer.script.shown
        ),
        *_talk(trainer, t, room),
        room.button("wait", t("trainer-lead-wait"), *waiting()),
    ]


def _talk(trainer: Trainer, t: Words, room: RoomButtons) -> list[Field]:
    """Make the button that has people talk, where the script has none of its own."""
    if trainer.script.puts_up(t("trainer-lead-talk_title")):
        return []
    return [room.button("talk", t("trainer-lead-talk"), *talking(t))]


def _sealed(trainer: Trainer, t: Words) -> list[Field]:
    """Say that the guess is locked, where the script shows its seal."""
    if not any(one.name == "seal" for one in trainer.script.shown):
        return []
    return [Field(id="sealed", kind="note", label=sealed_in_words(trainer, t))]


def _starts(trainer: Trainer, turns: tuple[Turn, ...], t: Words, room: RoomButtons) -> list[Field]:
    following = next((x for x in turns if not trainer.done(x)), None)
    fields = []
    for turn in turns:
        phase, at = trainer.phase(turn.key)
        if phase == "revealed" or (trainer.done(turn) and turn.round != at):
            continue
        word = "again" if trainer.done(turn) else "start"
        label = t(f"trainer-lead-{word}", name=trainer.plan.name_of(turn, t))
        style = "main" if turn == following else ""
        name = f"start__{turn.key}__{turn.round}"
        fields.append(
            room.button(name, label, *opening(turn, lots_chosen(trainer, room.values)), style=style)
        )
    return fields


def _script(trainer: Trainer, t: Words) -> Markup:
    if trainer.session is None:
        return joined()

    def block(name: str, lines: Sequence[str]) -> Markup:
        heading, html = element("h3", t(f"trainer-lead-{name}")), bullets(lines)
        return element("section", heading, html, class_=f"step-{name}")

    to_corners = _chosen(trainer, t) if _apart(trainer) else ()
    return joined(
        *(
            block(name, (*lines, *to_corners) if name == "cards" else lines)
            for name, lines in trainer.script.blocks
        )
    )


def _results(trainer: Trainer, t: Words) -> Markup:
    """Set what the room said, in a fold that opens when it is asked for: what to say next stays in view."""
    found = trainer.result
    if not found or found.get("kind") == "experiment":
        return joined()
    drawn = []
    for part in found.get("rounds", ()):
        if len(found["rounds"]) > 1:
            drawn.append(element("h4", t(f"room-round-{part['round']}")))
        questions = part["questions"]
        if questions and all(q["few"] for q in questions):  # one sentence for all of them
            drawn.append(paragraphs(t("room-too_few", floor=questions[0]["floor"])))
            continue
        drawn.append(element("div", *(_drawn(q, t) for q in questions), class_="asked"))
    inside = joined(*drawn, *_ideas(found.get("ideas") or ()))
    if not inside:
        return inside
    title = element("summary", element("h3", t("trainer-lead-counted", title=found["title"])))
    return element("details", title, inside, open="open" if trainer.unfolded else None)


def _ideas(groups: Sequence[dict]) -> list[Markup]:
    return [
        joined(element("h4", g["theme"]) if g["theme"] else "", bullets(g["ideas"])) for g in groups
    ]


def _drawn(question: dict, t: Words) -> Markup:
    from coprod_sim.live.record_counts import counts  # noqa: PLC0415 - brings pandas along

    chart = counts(question)
    if not chart.svg:
        return element("p", element("strong", chart.title), element("br"), chart.finding)
    return figure(chart, t("trainer-lead-as_table"), level=4)
