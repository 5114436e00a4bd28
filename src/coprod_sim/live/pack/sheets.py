"""Every sheet a pack can hold, by its name: cards from files, the others made from the plan itself."""

from importlib import resources
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from coprod_sim.engagement import DIALS
from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.library_files import FileValue, check, library_names, parse_toml
from coprod_sim.live.activities import Evaluate
from coprod_sim.live.pack import experiment_sheets
from coprod_sim.live.pack.sheet_blocks import (
    PAGE,
    Sheet,
    SheetBlock,
    bullets,
    head,
    table,
    text,
    ticks,
    write,
)
from coprod_sim.live.session_plan import SessionPlan, shared_activities
from coprod_sim.words import ENGLISH, Words, words_in

PACKAGE = "coprod_sim.live.pack"
ALWAYS = (
    "agenda", "script", "room_card", "phrase_cards", "tally_sheet", "certificate", "ethics_card",
    "role_cards", "wall_chart", "debrief_cards", "evaluation_form", "recall_cards",
)  # fmt: skip
"""What every pack holds; the rest is what the plan's parts hand out."""
GATE = ("problem", "open", "used", "means", "time", "enough", "answer")
Line = Annotated[str, Field(min_length=1, max_length=600)]


class Card(FileValue):
    """One card: a heading and a few lines, and those that are true only where people have phones."""

    head: Line
    lines: Annotated[tuple[Line, ...], Field(strict=False)] = ()
    phones: Annotated[tuple[Line, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.lines or self.phones):
            raise ValueError("a card needs lines")
        return self

    def said(self, *, phones: bool) -> tuple[str, ...]:
        """Give the lines that are true of a session."""
        return (*self.lines, *(self.phones if phones else ()))


class Cards(FileValue):
    """A sheet of cards, read from a file."""

    title: Line
    readers: Literal["participants", "trainer"]
    intro: Line
    card: Annotated[tuple[Card, ...], Field(strict=False, min_length=1)]


def sheets_of(
    plan: SessionPlan, language: str = ENGLISH, *, named: bool | None = None
) -> list[Sheet]:
    """Make all sheets of a plan's pack, the trainer's first; `named` is what a room that is open goes by."""
    wanted = dict.fromkeys([*ALWAYS, *(name for p in plan.part for name in p.handouts)])
    t = words_in(language)
    said = [p.model_copy(update={"say": p.spoken(t, named=named)}) for p in plan.part]
    plan = plan.model_copy(update={"part": tuple(said)})
    made = [SHEETS[name](plan, t) for name in wanted]
    return sorted(made, key=lambda sheet: sheet.readers != "trainer")


def agenda(plan: SessionPlan, t: Words) -> Sheet:
    """Make the agenda: when, what, who, how long."""
    rows = tuple(
        (
            clock(start),
            part.title + (" (looking back)" if part.talk else ""),
            part.who,
            f"{part.minutes} min",
        )
        for start, part in zip(plan.starts, plan.part, strict=True)
    )
    total = (
        f"It takes {t('trainer-minutes', count=plan.minutes)}. "
        f"Of every 100 minutes, {100 * plan.debrief:.0f} are for looking back on what "
        "happened, alone or together."
    )
    return Sheet(
        key="agenda", title=f"Plan {plan.letter}. {plan.title}: agenda", readers="trainer",
        blocks=(
            text(plan.aim), text(f"For {plan.who}. {total}"), head("Before"), bullets(plan.prepare),
            *((head("Good to know"), bullets(plan.notes)) if plan.notes else ()),
            head("The session"), table(("From", "Part", "Who", "Takes"), rows),
        ),
    )  # fmt: skip


def script(plan: SessionPlan, t: Words) -> Sheet:
    """Make the script: what to say, do and show in each part, and what to do if it goes wrong."""
    blocks: list[SheetBlock] = []
    for k, (start, part) in enumerate(zip(plan.starts, plan.part, strict=True)):
        turns = tuple(plan.name_of(turn, t) for turn in plan.turns_of(k))
        asked = (text("Start, in this order", strong=True), bullets(turns)) if turns else ()
        blocks += [
            head(f"{clock(start)} {part.title} ({t('trainer-minutes', count=part.minutes)})"),
            text(part.who),
            SheetBlock(kind="card", text="Say", lines=part.say),
            text("Do", strong=True), bullets(part.do), *asked,
            text("On the screen", strong=True), bullets(tuple(one.sentence(t) for one in part.screens)),
            text("If it goes wrong", strong=True), bullets(part.if_wrong),
            *((text("Without phones", strong=True), text(part.without_devices)) if plan.phones else ()),
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
            *ticks(t(f"gate-{name}"), (t("gate-yes"), t("gate-no"))),
            text(t(f"gate-{name}_help")),
        )
    ]
    return Sheet(key="gate_card", title=t("gate-title"), readers="trainer", blocks=tuple(asked))


def certificate(plan: SessionPlan, _t: Words) -> Sheet:
    """Make a certificate; the name is written by hand and stored nowhere."""
    return Sheet(
        key="certificate", title="Certificate", readers="participants",
        blocks=(
            text("This is to say that"), write(1), text(f"took part in the session '{plan.title}'."),
            text(plan.aim), text("Day and place"), write(1), text("Trainer"), write(1),
        ),
    )  # fmt: skip


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
            *experiment_sheets.card_number(),
            text(form.text),
            text(f"0 means {t('room-evaluate-low')}, 10 means {t('room-evaluate-high')}."),
            table(("", "Before, 0 to 10", "Now, 0 to 10"), rows),
            text("And in your own words: what should we do differently next time?", strong=True), write(3),
        ),
    )  # fmt: skip


def _cards(name: str) -> experiment_sheets.Make:
    def make(plan: SessionPlan, _t: Words) -> Sheet:
        data = (resources.files(PACKAGE) / "library" / f"{name}.toml").read_bytes()
        cards = check(Cards, parse_toml(data, f"{name}.toml"), f"{name}.toml")
        told = ((card.head, card.said(phones=plan.phones)) for card in cards.card)
        boxes = (SheetBlock(kind="card", text=name, lines=lines) for name, lines in told if lines)
        return Sheet(
            key=name, title=cards.title, readers=cards.readers, blocks=(text(cards.intro), *boxes)
        )

    return make


SHEETS: dict[str, experiment_sheets.Make] = {
    "agenda": agenda,
    "script": script,
    "wall_chart": wall_chart,
    "gate_card": gate_card,
    "corner_plan": experiment_sheets.corner_plan,
    "outcomes": experiment_sheets.outcomes,
    "tally_sheet": experiment_sheets.tally_sheet,
    "corner_signs": experiment_sheets.corner_signs,
    "number_cards": experiment_sheets.number_cards,
    "start_form": experiment_sheets.start_form,
    "vote_slip": experiment_sheets.vote_slip,
    "idea_form": experiment_sheets.idea_form,
    "evaluation_form": evaluation_form,
    "certificate": certificate,
    "leaflet_library_hours": experiment_sheets.paper(0, "tickbox"),
    "picture_library_hours": experiment_sheets.paper(0, "co_production"),
    "leaflet_bus_route": experiment_sheets.paper(1, "tickbox"),
    "picture_bus_route": experiment_sheets.paper(1, "co_production"),
    **{name: _cards(name) for name in library_names(PACKAGE)},
}
"""Every sheet by its name, with what makes it; a file in the library folder is a sheet of its own."""
