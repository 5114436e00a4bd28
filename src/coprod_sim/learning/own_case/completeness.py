"""What of a worksheet is there, and what is still missing: checked part by part."""

from collections.abc import Callable

from coprod_sim.engagement.dials import FIVE_STEPS
from coprod_sim.engagement.scored import SCORED
from coprod_sim.gate import QUESTIONS
from coprod_sim.learning.own_case.worksheet import SIDES, Action, Note, OwnCase

FEWEST_SCORES = len(SCORED) - 2
"""Dials that must have been scored by somebody before the sheets count as whole (assumption)."""
FEWEST_WORDS = 4
"""Words a part of the promise or the note must have to say anything [words] (assumption)."""


def missing(own: OwnCase) -> dict[str, bool]:
    """Say for every part of the worksheet whether it is still missing, in the order of the work."""
    return {part: not there(own) for part, there in PARTS.items()}


def done(own: OwnCase) -> dict[str, bool]:
    """Say for every part of the worksheet whether it is there, as the capstone exercise asks for it."""
    return {part: bool(there(own)) for part, there in PARTS.items()}


def unfinished(actions: tuple[Action, ...]) -> dict[str, int]:
    """Count the actions that lack something: nobody named, or no day."""
    real = [a for a in actions if a.what.strip()]
    return {
        "who": sum(not a.who.strip() for a in real),
        "when": sum(not a.when for a in real),
    }


def thin_parts(note: Note) -> list[str]:
    """List the parts of a note that are empty or say next to nothing."""
    parts = {"situation": note.situation, "objective": note.objective, "barrier": note.barrier,
             "likely": note.likely}  # fmt: skip
    return [k for k, text in parts.items() if not _says_something(text)]


def _case(own: OwnCase) -> bool:
    return all(str(own.case.get(k) or "").strip() for k in ("title", "place", "what"))


def _gate(own: OwnCase) -> bool:
    return all(q in own.gate for q in QUESTIONS)


def _raters(own: OwnCase) -> bool:
    scored = {d for r in own.now.raters for d in r.scores}
    two = len(own.now.raters) > 1
    return two and own.now.all_in and len(scored) >= FEWEST_SCORES


def _both_sides(own: OwnCase) -> bool:
    return {r.side for r in own.now.raters if r.closed} == set(SIDES)


def _plan(own: OwnCase) -> bool:
    """Every one of the five steps has an action with a name and a day, and no action lacks them."""
    real = [a for a in own.actions if a.what.strip()]
    whole = {a.step for a in real if a.who.strip() and a.when}
    return set(FIVE_STEPS) <= whole and not any(unfinished(own.actions).values())


def _promise(own: OwnCase) -> bool:
    p = own.promise
    return all(_says_something(part) for part in (p.we, p.you, p.if_not))


def _note(own: OwnCase) -> bool:
    return not thin_parts(own.note)


def _journal(own: OwnCase) -> bool:
    return any(_says_something(e.text) for e in own.journal)


def _says_something(text: str) -> bool:
    return len(text.split()) >= FEWEST_WORDS


PARTS: dict[str, Callable[[OwnCase], bool]] = {
    "case": _case,
    "gate": _gate,
    "raters": _raters,
    "both_sides": _both_sides,
    "plan": _plan,
    "promise": _promise,
    "note": _note,
    "journal": _journal,
}
"""The parts of a worksheet, and how to tell that each is there."""
