"""Counts in how many models what lessons, exercises and guides say holds, and writes the table of it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from coprod_sim import kit_folders
from coprod_sim.learning import model_counts
from coprod_sim.learning.exercise import exercise_folders, id_of, load_exercise
from coprod_sim.learning.items import FARTHEST, Prediction
from coprod_sim.learning.kinds.calibrate import CalibrateTable, asked_of_order
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.model_counts import Asked, Counted, asked_of
from coprod_sim.learning.ranked import NEXT, fitting
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.shipped_counts import CLEAR
from validation.documents import Blocks
from validation.markdown import table
from validation.model_claims import Claim, claims

EXERCISE = "exercise"
"""How the place of a question in an exercise begins."""


def save(tell: Callable[[str, int, int], object]) -> Path:
    """Count everything anew and write the file that ships.

    Args:
        tell: is told what is counted, how much is done and how much there is.

    Returns:
        The file.
    """
    told = [claim.asked for claim in claims()]
    asked = [one for _, _, one in questions()]
    orders = [asked_of_order(one) for _, one in rankings()]
    return model_counts.save([*told, *asked, *orders], _places(), tell)


def _places() -> dict[str, dict[str, dict[str, object]]]:
    """Give by text and by claim the name it is counted under, and the words it stands in."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    for one in claims():
        about: dict[str, object] = {"key": one.asked.key, "true": one.true, "says": one.says}
        found.setdefault(one.place, {})[one.id] = about
    return found


def questions() -> Iterator[tuple[str, str, Asked]]:
    """Give every question whose right answer is worked out from a run: where it stands, and its words.

    Yields:
        The place, the question, and what is asked.
    """
    for place, item in _predictions():
        yield place, item.question, asked_of(item, item.run)
        if item.see is not None:
            yield f"{place}, seen", item.see.question, asked_of(item.see, item.run)


def _predictions() -> Iterator[tuple[str, Prediction]]:
    for name in lesson_names():
        for part in ("example", "predict"):
            item = getattr(load_lesson(name), part)
            if item is not None:
                yield f"{name}, {'example' if part == 'example' else 'bet'}", item
    for folder in exercise_folders(kit_folders.project() / "exercises"):
        one = load_exercise(folder)
        if isinstance(one.detail, Prediction):
            yield f"{EXERCISE} {one.number}", one.detail


def rankings() -> Iterator[tuple[str, CalibrateTable]]:
    """Give every order that is guessed and set against the orders of all models: where it stands, and it."""
    for folder in exercise_folders(kit_folders.project() / "exercises"):
        one = load_exercise(folder)
        if isinstance(one.detail, CalibrateTable) and one.detail.order:
            yield f"{EXERCISE} {one.number}", one.detail


def of_exercise(place: str) -> bool:
    """Say whether a text is an exercise, whose claims would give its answer away."""
    return place in {id_of(f) for f in exercise_folders(kit_folders.project() / "exercises")}


def _claims_table(exercises: bool) -> str:
    heads = [
        "Where", "What is said", "Measured", "Counts as held", "As the rules stand",
        "Models, in 100",
    ]  # fmt: skip
    told = [one for one in claims() if one.says and of_exercise(one.place) is exercises]
    rows = [_claim_row(one) for one in told]
    few = sum(one.open for one in told)
    return f"{table(heads, rows)}\n\nTold as open: {few} of {len(rows)}."


def _claim_row(claim: Claim) -> list[str]:
    found, about = claim.counted, [claim.place, claim.says, _read(claim.read), band(claim)]
    if found is None:
        return [*about, "-", "-"]
    held = found.in_100(claim.true)
    told = f"{held}, told as open" if claim.open else str(held)
    return [*about, _value(found, claim.read), told]


def band(claim: Claim) -> str:
    """Say within which numbers, or with which way in front, a claim counts as held, as it is declared."""
    if claim.answer:
        others = ", ".join(name.replace("_", " ") for name in claim.among if name != claim.answer)
        return f"{claim.answer.replace('_', ' ')} is {claim.read.rule}; others: {others}"
    low, high = (f"{end:g}".replace("-", "\N{MINUS SIGN}") for end in (claim.low, claim.high))
    if claim.high == FARTHEST:
        return f"{low} or more"
    return f"below {high}" if claim.low == -FARTHEST else f"{low} to {high}"


def _questions_table(exercises: bool) -> str:
    rows = []
    for place, words, asked in questions():
        if place.startswith(EXERCISE) is not exercises:
            continue
        found = model_counts.look_up(asked)
        held = "-" if found is None else str(found.in_100(found.answer))
        rows.append([place, words, "-" if found is None else _value(found, asked.read), held])
    rows += map(_ranking_row, rankings()) if exercises else ()
    heads = ["Where", "Question", "As the rules stand", "The same answer, models in 100"]
    told = f"Below {CLEAR} in 100 the page tells the learner to take the answer as open."
    return f"{table(heads, rows)}\n\n{told}"


def _ranking_row(one: tuple[str, CalibrateTable]) -> list[str]:
    place, table = one
    found = model_counts.look_up(asked_of_order(table))
    if found is None:
        return [place, table.question, "-", "-"]
    order = found.answer.split(NEXT)
    said = f"{', '.join(order).replace('_', ' ')} (by {table.need:g} or more)"
    return [place, table.question, said, str(fitting(order, found.held, table.need))]


def _read(read: Readout) -> str:
    ways = f": {read.of} against {read.against}" if read.against else f": {read.of}" * bool(read.of)
    when = f", decision {read.decision}" if read.decision else ""
    whose = "" if read.group == "all" else f", {read.group.replace('_', ' ')}"
    return f"{read.rule.replace('_', ' ')} of {read.measure.replace('_', ' ')}{whose}{ways}{when}"


def _value(found: Counted, read: Readout) -> str:
    if read.rule in model_counts.BY_WAY:
        return found.answer.replace("_", " ")
    return f"{found.value:.1f} ({found.low:.1f} to {found.high:.1f})"


BLOCKS: Blocks = {
    "claims": partial(_claims_table, exercises=False),
    "questions": partial(_questions_table, exercises=False),
}
"""What writes each block of docs/claims.md, which goes into the kit that learners install."""
EXERCISE_BLOCKS: Blocks = {
    "claims": partial(_claims_table, exercises=True),
    "questions": partial(_questions_table, exercises=True),
}
"""What writes each block of validation/exercise_claims.md, which stays in the project."""
