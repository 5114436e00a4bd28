"""The sheets of the room's experiment: papers, corners, what was decided, slips, and the tally."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from coprod_sim.live.activities import Idea, RoomExperiment
from coprod_sim.live.arms import ARMS, CHOICE, Arm, Decision, TreatmentSequence
from coprod_sim.live.pack.sheet_blocks import (
    PAGE,
    Sheet,
    SheetBlock,
    bullets,
    cut,
    grid,
    head,
    scale,
    sign,
    table,
    text,
    ticks,
    write,
)
from coprod_sim.live.questions import Choice, Question, Scale
from coprod_sim.live.session_plan import SessionPlan, Turn, shared_activities
from coprod_sim.words import Words

Make = Callable[[SessionPlan, Words], Sheet]
TIE = {
    True: "If votes tie, the kit draws a lot when you type them in; read the winner from the laptop.",
    False: "If votes tie, draw a lot in front of the corner. The page asks what won before scores start.",
}
"""What happens when votes tie: where a plan has phones, and where it has none."""
PAPERS: dict[Arm, str] = {"tickbox": "leaflet", "co_production": "full picture"}
"""What each way is called on the trainer's sheets; people's own papers do not name it."""
TURNS = {"first": "First round", "second": "Second round"}
ROWS, MOST_ACROSS = 20, 12
"""How many rows and columns a page of the tally sheet takes, so that hands can write in its boxes."""
OTHERS = {
    "crossover": "In the first round the others must not hear it: they make this decision in the second.",
    "two_arms": "The others need not hear it: they were asked in another way.",
}
"""Why what was decided is read to the corners named alone, by the design of the experiment."""
DRAWN = "If a lot was drawn, read this in place of the line above:"
SLIP = "Vote slip"
BY_HANDS = (
    "Votes by hands go on the wall chart and are not typed in. Use this page only where people wrote their "
    "votes down."
)
"""What the tally sheet says of a vote before and after a talk, which the scripts take by hands."""
CARD = "Number on my card:"
BLANK = "______________"


def experiment_of(plan: SessionPlan) -> RoomExperiment:
    """Give the experiment of a plan, or the one on the shelf."""
    own = (a for a in plan.room.activities if isinstance(a, RoomExperiment))
    found = next(own, None) or shared_activities()["experiment"]
    assert isinstance(found, RoomExperiment)
    return found


def corner_plan(plan: SessionPlan, _t: Words) -> Sheet:
    """Make the trainer's own sheet: which corner reads what in each round, and who chooses."""
    twins = experiment_of(plan)
    turns = [part for part in TURNS if part in twins.rounds]
    rows = tuple(
        (twins.corners[way.number], *(_read(twins, way, part) for part in turns))
        for way in twins.sequences
    )
    cards = tuple(f"{name}: {_cards_of(twins, k)}" for k, name in _corners(twins))
    return Sheet(
        key="corner_plan", title="Which corner reads what", readers="trainer",
        blocks=(
            text("For you alone. People know their corner by its colour, and not what the others read."),
            table(("Corner", *(TURNS[part] for part in turns)), rows),
            text("Corners with the full picture talk in fours, then choose. The others read, tick and wait."),
            text("Everybody keeps the corner in both rounds. The papers change, not the people."),
            head("Which card goes to which corner"), bullets(cards),
            text("So put the cards in a bag in whole sets of four, and let each person draw one."),
        ),
    )  # fmt: skip


def corner_signs(plan: SessionPlan, _t: Words) -> Sheet:
    """Make a sign for each corner, one a page, with its colour in words."""
    twins = experiment_of(plan)
    blocks: list[SheetBlock] = []
    for _, name in _corners(twins):
        blocks += [*([PAGE] if blocks else []), sign(f"{name} corner")]
    return Sheet(
        key="corner_signs", title="Corner signs", readers="participants", blocks=tuple(blocks)
    )


def number_cards(plan: SessionPlan, _t: Words) -> Sheet:
    """Make the cards to cut out and draw from a bag: a number, and the corner that goes with it."""
    twins = experiment_of(plan)
    names = [name for _, name in _corners(twins)]
    cards = tuple(
        (str(card), f"Go to {names[(card - 1) % len(names)].lower()}.")
        for card in range(1, plan.cards + 1)
    )
    return Sheet(
        key="number_cards", title="Cards to draw", readers="participants",
        blocks=(
            text("Cut them out. Keep your card all day, and write its number on each of your papers."),
            cut(cards),
        ),
    )  # fmt: skip


def outcomes(plan: SessionPlan, _t: Words) -> Sheet:
    """Make what the trainer reads out to each corner: what was decided, in its own way of telling."""
    twins = experiment_of(plan)
    blocks: list[SheetBlock] = [
        text("Over each text stand its round and its corners. Read it to them alone."),
        text(OTHERS[twins.design]),
        text("All that people get is the same in both."),
        text("Count hands in the corner that chose. Fill in what has the most votes, in both texts."),
    ]  # fmt: skip
    for place, decision in enumerate(twins.decisions):
        for arm in ARMS:
            who = [
                f"{TURNS[part]}: {twins.corners[way.number]}."
                for part in TURNS
                for way in twins.sequences
                if part in twins.rounds and (way.decision(part), way.arm(part)) == (place, arm)
            ]
            blocks += [
                PAGE,
                head(f"{decision.title}: {PAPERS[arm]}"),
                text(" ".join(who), strong=True),
            ]
            blocks += [text(line) for line in _read_out(decision, arm)]
    return Sheet(key="outcomes", title="What was decided", readers="trainer", blocks=tuple(blocks))


def _read_out(decision: Decision, arm: Arm) -> Iterator[str]:
    """Give what is read to a corner, with room for the choice; those who voted hear of a lot."""
    lots = {one.told(arm): one.by_lot for one in decision.outcome} if arm == "co_production" else {}
    for line in decision.told_in_the_end(arm):
        yield line.replace(CHOICE, BLANK)
        if lot := lots.get(line):
            yield f"{DRAWN} {lot.replace(CHOICE, BLANK)}"


def vote_slip(plan: SessionPlan, t: Words) -> Sheet:
    """Make the vote slips: one page a decision, the same questions for both ways."""
    twins = experiment_of(plan)
    blocks: list[SheetBlock] = []
    for part, way in _each_decision(twins):
        named = twins.decision(part, way).title
        blocks += [PAGE, head(f"{SLIP}: {named}")] if blocks else [head(named)]
        blocks += [*card_number(), *asked(twins.questions(part, way, t))]
    return Sheet(key="vote_slip", title=SLIP, readers="participants", blocks=tuple(blocks))


def start_form(plan: SessionPlan, t: Words) -> Sheet:
    """Make the eight starting questions on paper, and the two wishes where a plan has the experiment."""
    first = shared_activities()["start"]
    wishes: list[SheetBlock] = []
    for twins in (a for a in plan.room.activities if isinstance(a, RoomExperiment)):
        wishes += [PAGE, head(twins.title), *card_number()]
        wishes += asked(twins.questions("preference", None, t))
    return Sheet(
        key="start_form", title=first.title, readers="participants",
        blocks=(
            *card_number(), text(first.text), *asked(first.questions("answer", None, t)), *wishes
        ),
    )  # fmt: skip


def idea_form(plan: SessionPlan, t: Words) -> Sheet:
    """Make the form on which people write an idea."""
    own = (a for a in plan.room.activities if isinstance(a, Idea))
    idea = next(own, None) or shared_activities()["idea"]
    question = idea.questions("answer", None, t)[0]
    return Sheet(
        key="idea_form", title=idea.title, readers="participants",
        blocks=(*card_number(), text(question.text, strong=True), write(6)),
    )  # fmt: skip


def tally_sheet(plan: SessionPlan, t: Words) -> Sheet:
    """Make the sheet on which answers on paper are gathered, one row a person, to be typed in."""
    two = any(a.kind == "words" for a in plan.room.activities)  # alone takes several boxes
    none = "Write - for no answer"
    blocks: list[SheetBlock] = [
        text("One row a card. No names. Type the rows in under 'Answers on paper'."),
        text("For boxes write the number beside the box. For a scale write its number."),
        text(f"{none}, and 1+4 where somebody ticked two boxes." if two else f"{none}."),
    ]
    if any(isinstance(a, RoomExperiment) for a in plan.room.activities):
        blocks.append(text(TIE[plan.phones]))
    for turn in plan.turns:
        named = _questions_of(plan, turn, t)
        if named and plan.room.activity(turn.key).kind == "vote_talk_vote":
            blocks.append(text(BY_HANDS))
        if named:
            blocks += _tally(plan.name_of(turn, t), named, plan.cards)
    return Sheet(
        key="tally_sheet", title="Tally sheet", readers="trainer", blocks=tuple(blocks[:-1] or blocks)
    )  # fmt: skip


def _tally(name: str, named: Sequence[str], people: int) -> list[SheetBlock]:
    """Make the pages of one round, each with its own title and key, so that a loose page is still known."""
    letters = tuple(chr(65 + k % 26) for k in range(len(named)))
    across = max(1, min(MOST_ACROSS // (1 + len(letters)), math.ceil(people / ROWS)))
    blocks: list[SheetBlock] = []
    for first in range(1, people + 1, ROWS * across):
        last = min(people, first + ROWS * across - 1)
        beside = (_column(first + ROWS * k, last, len(letters)) for k in range(across))
        rows = tuple(tuple(chain(*row)) for row in zip(*beside, strict=True))
        blocks += [
            head(f"{name}, cards {first} to {last}"),
            bullets(tuple(f"{a}: {words}" for a, words in zip(letters, named, strict=True))),
            grid(("Card", *letters) * across, rows), PAGE,
        ]  # fmt: skip
    return blocks


def _column(first: int, last: int, letters: int) -> list[tuple[str, ...]]:
    """Give the rows of the cards from one number on, each with room to write; without a card all is empty."""
    cards = range(first, first + ROWS)
    return [(str(card) if card <= last else "", *[""] * letters) for card in cards]


def paper(place: int, arm: Arm) -> Make:
    """Give what makes the paper of a decision in an arm."""

    def make(plan: SessionPlan, _t: Words) -> Sheet:
        decision = experiment_of(plan).decisions[place]
        pack = decision.treatment(arm)
        kind = "leaflet" if arm == "tickbox" else "picture"
        return Sheet(
            key=f"{kind}_{('library_hours', 'bus_route')[place]}", title=decision.title,
            readers="participants",
            blocks=(*map(text, pack.told), *card_number(), *ticks(pack.form.text, pack.form.options)),
        )  # fmt: skip

    return make


def asked(questions: Sequence[Question]) -> list[SheetBlock]:
    """Put questions on paper."""
    blocks: list[SheetBlock] = []
    for q in questions:
        if isinstance(q, Scale):
            blocks.append(scale(q.text, q.low_means, q.high_means))
        elif isinstance(q, Choice):
            blocks += ticks(q.text, q.options)
    return blocks


def card_number() -> tuple[SheetBlock, SheetBlock]:
    """Leave room for the number on a card, which keeps together what one person says on paper."""
    return text(CARD, strong=True), write(1)


def _corners(twins: RoomExperiment) -> Iterator[tuple[int, str]]:
    for way in twins.sequences:
        yield way.number, twins.corners[way.number]


def _cards_of(twins: RoomExperiment, number: int) -> str:
    ways = len(twins.sequences)
    first = [str(number + 1 + ways * k) for k in range(3)]
    return f"cards {', '.join(first)} and so on"


def _read(twins: RoomExperiment, way: TreatmentSequence, part: str) -> str:
    return f"{twins.decision(part, way).title}: {PAPERS[way.arm(part)]}"


def _each_decision(twins: RoomExperiment) -> Iterator[tuple[str, TreatmentSequence]]:
    """Give for each decision a round and a sequence in which its scores are asked."""
    seen: set[int] = set()
    for way in twins.sequences:
        if way.decision("first") not in seen:
            seen.add(way.decision("first"))
            yield "first_scores", way


def _questions_of(plan: SessionPlan, turn: Turn, t: Words) -> list[str]:
    """Name what is asked in a turn, a column each; all wordings where corners are asked differently."""
    activity = plan.room.activity(turn.key)
    ways = activity.sequences if isinstance(activity, RoomExperiment) else (None,)
    columns: dict[str, list[str]] = {}
    for way in ways:
        for q in activity.questions(turn.round, way, t):
            if q.kind != "text":
                columns.setdefault(q.name, []).append(q.text)
    return [" / ".join(dict.fromkeys(texts)) for texts in columns.values()]
