"""Every sheet a pack can hold, by its name: cards from files, the others made from the plan itself."""

from collections.abc import Callable
from importlib import resources
from typing import Annotated, Literal

from pydantic import Field

from coprod_sim.engagement import DIALS
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.library_files import FileValue, check, library_names, parse_toml
from coprod_sim.live.activities import Evaluate, RoomExperiment, Start
from coprod_sim.live.arms import Decision
from coprod_sim.live.pack.sheet_blocks import (
    PAGE,
    Sheet,
    SheetBlock,
    bullets,
    head,
    scale,
    table,
    text,
    ticks,
    write,
)
from coprod_sim.live.questions import Choice, Question, Scale
from coprod_sim.live.session_plan import SessionPlan, shared_activities
from coprod_sim.words import ENGLISH, Words, words_in

PACKAGE = "coprod_sim.live.pack"
ALWAYS = (
    "agenda", "script", "room_card", "phrase_cards", "tally_sheet", "certificate", "ethics_card",
    "role_cards", "wall_chart", "debrief_cards", "evaluation_form", "recall_cards",
)  # fmt: skip
"""What every pack holds; the rest is what the plan's parts hand out."""
GATE = ("problem", "open", "used", "means", "time", "enough", "answer")
TALLY_ROWS = 16
Line = Annotated[str, Field(min_length=1, max_length=600)]
Make = Callable[[SessionPlan, Words], Sheet]


class Card(FileValue):
    """One card: a heading and a few lines."""

    head: Line
    lines: Annotated[tuple[Line, ...], Field(strict=False, min_length=1)]


class Cards(FileValue):
    """A sheet of cards, read from a file."""

    title: Line
    readers: Literal["participants", "trainer"]
    intro: Line
    card: Annotated[tuple[Card, ...], Field(strict=False, min_length=1)]


def sheets_of(plan: SessionPlan, language: str = ENGLISH) -> list[Sheet]:
    """Make all sheets of a plan's pack, the trainer's first."""
    wanted = dict.fromkeys([*ALWAYS, *(name for p in plan.part for name in p.handouts)])
    t = words_in(language)
    made = [SHEETS[name](plan, t) for name in wanted]
    return sorted(made, key=lambda sheet: sheet.readers != "trainer")


def agenda(plan: SessionPlan, _t: Words) -> Sheet:
    """Make the agenda: when, what, who, how long."""
    rows = tuple(
        (
            clock(start),
            part.title + (" (talk)" if part.talk else ""),
            part.who,
            f"{part.minutes} min",
        )
        for start, part in zip(plan.starts, plan.part, strict=True)
    )
    total = f"{plan.minutes} minutes, {plan.debrief:.0%} of it talk about what happened."
    return Sheet(
        key="agenda", title=f"Plan {plan.letter}. {plan.title}: agenda", readers="trainer",
        blocks=(
            text(plan.aim), text(f"For {plan.who}. {total}"), head("Before"), bullets(plan.prepare),
            *((head("Good to know"), bullets(plan.notes)) if plan.notes else ()),
            head("The session"), table(("From", "Part", "Who", "Takes"), rows),
        ),
    )  # fmt: skip


def script(plan: SessionPlan, _t: Words) -> Sheet:
    """Make the script: what to say, do and show in each part, and what to do if it goes wrong."""
    blocks: list[SheetBlock] = []
    for start, part in zip(plan.starts, plan.part, strict=True):
        blocks += [
            head(f"{clock(start)} {part.title} ({part.minutes} minutes)"),
            text(part.who),
            SheetBlock(kind="card", text="Say", lines=part.say),
            text("Do", strong=True), bullets(part.do),
            text("On the screen", strong=True), text(part.screen),
            text("If it goes wrong", strong=True), bullets(part.if_wrong),
            text("Without devices", strong=True), text(part.without_devices),
        ]  # fmt: skip
    return Sheet(
        key="script", title=f"Plan {plan.letter}. {plan.title}: script", readers="trainer",
        blocks=tuple(blocks),
    )  # fmt: skip


def clock(minute: int) -> str:
    """Write minutes from the start as hours and minutes.

    >>> clock(65)
    '1:05'
    """
    return f"{minute // 60}:{minute % 60:02d}"


def wall_chart(_plan: SessionPlan, _t: Words) -> Sheet:
    """Make the wall chart: what each of the five steps looks like from nothing to fully done."""
    blocks: list[SheetBlock] = [
        text("Where does your case stand? Half steps are allowed. Ask staff and citizens apart.")
    ]
    for k, name in enumerate((*FIVE_STEPS, "influence")):
        dial = DIALS[name]
        rows = tuple((f"{25 * j}", anchor, "") for j, anchor in enumerate(dial.anchors))
        blocks += [PAGE] if k and k % 2 == 0 else []
        blocks += [
            head(dial.label),
            text(dial.question),
            table(("Score", "What you can see", "Dots"), rows),
        ]
    return Sheet(
        key="wall_chart", title="Dial wall chart", readers="participants", blocks=tuple(blocks)
    )


def gate_card(_plan: SessionPlan, t: Words) -> Sheet:
    """Make the card of the seven questions that come before asking anybody."""
    asked = [
        b
        for name in GATE
        for b in (
            *ticks(t(f"gate.{name}"), (t("gate.yes"), t("gate.no"))),
            text(t(f"gate.{name}_help")),
        )
    ]
    return Sheet(key="gate_card", title=t("gate.title"), readers="trainer", blocks=tuple(asked))


def certificate(plan: SessionPlan, _t: Words) -> Sheet:
    """Make a certificate; the name is written by hand and stored nowhere."""
    return Sheet(
        key="certificate", title="Certificate", readers="participants",
        blocks=(
            text("This is to say that"), write(1), text(f"took part in the session '{plan.title}'."),
            text(plan.aim), text("Day and place"), write(1), text("Trainer"), write(1),
        ),
    )  # fmt: skip


def tally_sheet(plan: SessionPlan, t: Words) -> Sheet:
    """Make the sheet on which answers on paper are gathered, one row a person, to be typed in."""
    blocks: list[SheetBlock] = [
        text("One row a person. No names. Type the rows in under 'Without devices' in the app."),
    ]
    for turn in plan.turns:
        activity = plan.room.activity(turn.key)
        sequence = activity.sequences[0] if isinstance(activity, RoomExperiment) else None
        asked = [q for q in activity.questions(turn.round, sequence, t) if q.kind != "text"]
        if not asked:
            continue
        letters = tuple(chr(65 + k % 26) for k in range(len(asked)))
        blocks += [
            head(f"{activity.title}: {t(f'room.round.{turn.round}')}"),
            bullets(tuple(f"{a}: {q.text}" for a, q in zip(letters, asked, strict=True))),
            table(("Card", *letters), ((" ", *[" "] * len(letters)),) * TALLY_ROWS), PAGE,
        ]  # fmt: skip
    return Sheet(
        key="tally_sheet",
        title="Tally sheet",
        readers="trainer",
        blocks=tuple(blocks[:-1] or blocks),
    )


def start_form(_plan: SessionPlan, t: Words) -> Sheet:
    """Make the eight starting questions and the two wishes on paper."""
    shelf = shared_activities()
    first, twins = shelf["start"], shelf["experiment"]
    assert isinstance(first, Start)
    asked = [
        *_asked(first.questions("answer", None, t)),
        PAGE,
        *_asked(twins.questions("preference", None, t)),
    ]
    return Sheet(
        key="start_form", title=first.title, readers="participants", blocks=(text(first.text), *asked)
    )  # fmt: skip


def vote_slip(_plan: SessionPlan, t: Words) -> Sheet:
    """Make the vote slips: one page a decision, the same questions for both ways."""
    twins = shared_activities()["experiment"]
    assert isinstance(twins, RoomExperiment)
    blocks: list[SheetBlock] = []
    for part in ("first_scores", "second_scores"):
        sequence = next(c for c in twins.sequences if c.decision(part) == (part == "second_scores"))
        named = twins.decisions[sequence.decision(part)]
        blocks += [PAGE] if blocks else []
        blocks += [
            head(named.title),
            *ticks("Which paper did you have?", ("leaflet", "full picture")),
        ]
        blocks += _asked(twins.questions(part, sequence, t))
    return Sheet(key="vote_slip", title="Vote slip", readers="participants", blocks=tuple(blocks))


def evaluation_form(plan: SessionPlan, t: Words) -> Sheet:
    """Make the evaluation on paper: each line scored as it was before and as it is now."""
    shelf = shared_activities()
    own = [a for a in plan.room.activities if isinstance(a, Evaluate)]
    form = own[0] if own else shelf["evaluation"]
    assert isinstance(form, Evaluate)
    rows = tuple((said, " ", " ") for said in form.statements)
    return Sheet(
        key="evaluation_form", title=form.title, readers="participants",
        blocks=(
            text(form.text),
            text(f"0 means {t('room.evaluate.low')}, 10 means {t('room.evaluate.high')}."),
            table(("", "Before, 0 to 10", "Now, 0 to 10"), rows),
            text("What should we do differently next time?", strong=True), write(3),
        ),
    )  # fmt: skip


def _asked(questions: tuple[Question, ...]) -> list[SheetBlock]:
    blocks: list[SheetBlock] = []
    for q in questions:
        if isinstance(q, Scale):
            blocks.append(scale(q.text, q.low_means, q.high_means))
        elif isinstance(q, Choice):
            blocks += ticks(q.text, q.options)
    return blocks


def _paper(place: int, arm: Literal["tickbox", "co_production"]) -> Make:
    def make(_plan: SessionPlan, _t: Words) -> Sheet:
        twins = shared_activities()["experiment"]
        assert isinstance(twins, RoomExperiment)
        decision: Decision = twins.decisions[place]
        pack = decision.treatment(arm)
        kind = "leaflet" if arm == "tickbox" else "picture"
        return Sheet(
            key=f"{kind}_{decision.key}", title=decision.title, readers="participants",
            blocks=(*map(text, pack.told), *ticks(pack.form.text, pack.form.options)),
        )  # fmt: skip

    return make


def _cards(name: str) -> Make:
    def make(_plan: SessionPlan, _t: Words) -> Sheet:
        data = (resources.files(PACKAGE) / "library" / f"{name}.toml").read_bytes()
        cards = check(Cards, parse_toml(data, f"{name}.toml"), f"{name}.toml")
        boxes = (SheetBlock(kind="card", text=c.head, lines=c.lines) for c in cards.card)
        return Sheet(
            key=name, title=cards.title, readers=cards.readers, blocks=(text(cards.intro), *boxes)
        )

    return make


SHEETS: dict[str, Make] = {
    "agenda": agenda,
    "script": script,
    "wall_chart": wall_chart,
    "gate_card": gate_card,
    "tally_sheet": tally_sheet,
    "start_form": start_form,
    "vote_slip": vote_slip,
    "evaluation_form": evaluation_form,
    "certificate": certificate,
    "leaflet_library_hours": _paper(0, "tickbox"),
    "picture_library_hours": _paper(0, "co_production"),
    "leaflet_bus_route": _paper(1, "tickbox"),
    "picture_bus_route": _paper(1, "co_production"),
    **{name: _cards(name) for name in library_names(PACKAGE)},
}
"""Every sheet by its name, with what makes it; a file in the library folder is a sheet of its own."""
