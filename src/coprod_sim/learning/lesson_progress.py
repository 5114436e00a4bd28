"""Where each lesson stands: which parts are done, and where to go on."""

from coprod_sim.learning.artefact import artefact_of, made
from coprod_sim.learning.artefact_standing import standing
from coprod_sim.learning.counted import full_words
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.progress import ProgressStore

LESSON = "lesson/"
LAST = "last"
"""Names of what is kept about lessons, and about where somebody stopped."""
FEWEST = 2
"""With fewer full words there is no reason and no note yet [words]."""
PARTS = ("recall", "predict", "see", "because", "change", "idea", "fate", "place")
"""The parts of a lesson that a learner can do, in their order."""
ELSEWHERE = ("idea", "place")
"""Parts that can be done in another lesson, too; they count for this one when it was begun."""


def parts_of(lesson: Lesson) -> list[str]:
    """List the parts this lesson has."""
    item = lesson.predict
    there = {
        "recall": bool(lesson.recall), "predict": item is not None, "see": item is not None,
        "because": item is not None and item.because is not None, "change": lesson.change is not None,
        "idea": lesson.idea is not None, "fate": False, "place": lesson.place is not None,
    }  # fmt: skip
    return [p for p in PARTS if there[p]]


def done_parts(lesson: Lesson, store: ProgressStore) -> list[str]:
    """List the parts that are done."""
    start = f"{LESSON}{lesson.id}/"
    item = store.get(f"{start}predict", {})
    item = item if isinstance(item, dict) else {}
    asked = len(lesson.recall)
    done = {
        "recall": all(store.get(f"{start}recall/{k}") is not None for k in range(asked)),
        "predict": bool(item.get("seed")),
        "see": bool(item.get("seen") if lesson.predict and lesson.predict.see else item.get("ran")),
        "because": says(item.get("because")),
        "change": store.get(f"{start}change") is not None,
        "idea": bool((store.get(f"idea/{lesson.id}") or {}).get("idea")),
        "fate": False,
        "place": _placed(lesson, store),
    }
    begun = bool(store.names(start))
    return [p for p in parts_of(lesson) if done[p] and (begun or p not in ELSEWHERE)]


def says(text: object) -> bool:
    """Say whether there is a reason or a note: some words, not signs alone. Nobody judges them."""
    return full_words(str(text or "")) >= FEWEST


def _placed(lesson: Lesson, store: ProgressStore) -> bool:
    """Say whether the learner has brought the lesson to their own decision."""
    artefact = artefact_of(lesson.id)
    if artefact is None:
        kept = store.get(f"journal/{lesson.id}/place")
        return says(kept.get("text") if isinstance(kept, dict) else "")
    return standing(artefact, made(store, artefact)) not in ("nothing", "begun")


def next_part(lesson: Lesson, store: ProgressStore) -> str:
    """Name the part behind the last one that is done, else one passed over; nothing when all are done."""
    done, parts = done_parts(lesson, store), parts_of(lesson)
    stopped = max((parts.index(p) + 1 for p in done), default=0)
    return next((p for p in (*parts[stopped:], *parts) if p not in done), "")
