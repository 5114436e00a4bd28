"""Where each lesson stands: which parts are done, and where to go on."""

from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.progress import Keeper

LESSON = "lesson/"
LAST = "last"
"""Names of what is kept about lessons, and about where somebody stopped."""
PARTS = ("recall", "predict", "see", "because", "change", "idea", "fate", "place")
"""The parts of a lesson that a learner can do, in their order."""


def parts_of(lesson: Lesson) -> list[str]:
    """List the parts this lesson has."""
    bet = lesson.predict
    there = {
        "recall": bool(lesson.recall), "predict": bet is not None, "see": bet is not None,
        "because": bet is not None and bet.because is not None, "change": lesson.change is not None,
        "idea": lesson.idea is not None, "fate": False, "place": lesson.place is not None,
    }  # fmt: skip
    return [p for p in PARTS if there[p]]


def done_parts(lesson: Lesson, keeper: Keeper) -> list[str]:
    """List the parts that are done."""
    start = f"{LESSON}{lesson.id}/"
    bet = keeper.get(f"{start}predict", {})
    bet = bet if isinstance(bet, dict) else {}
    asked = len(lesson.recall)
    done = {
        "recall": all(keeper.get(f"{start}recall/{k}") is not None for k in range(asked)),
        "predict": bool(bet.get("seed")),
        "see": bool(bet.get("seen") if lesson.predict and lesson.predict.see else bet.get("ran")),
        "because": bool(bet.get("because")),
        "change": keeper.get(f"{start}change") is not None,
        "idea": bool((keeper.get(f"idea/{lesson.id}") or {}).get("idea")),
        "fate": False,
        "place": keeper.get(f"journal/{lesson.id}/place") is not None,
    }
    return [p for p in parts_of(lesson) if done[p]]


def next_part(lesson: Lesson, keeper: Keeper) -> str:
    """Name the first part that is not done; nothing when all are."""
    done = done_parts(lesson, keeper)
    return next((p for p in parts_of(lesson) if p not in done), "")
