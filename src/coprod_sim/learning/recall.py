"""Questions from memory come back in later lessons until they are right at the first try."""

from dataclasses import dataclass

from coprod_sim.learning.items import RecallQuestion
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.progress import ProgressStore

RECALL = "recall/"
"""How the names of first tries begin."""
MOST = 3
"""Questions that come back in one lesson at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """A question that comes back, and where it was first asked."""

    lesson: str
    place: int
    question: RecallQuestion


def record_first(
    store: ProgressStore, lesson: str, place: int, *, asked_in: str, right: bool
) -> None:
    """Keep whether the first try at a question in a lesson was right; later tries there change nothing."""
    tries = first_tries(store, lesson, place)
    if asked_in not in tries:
        store.put(f"{RECALL}{lesson}/{place}", {**tries, asked_in: right})


def first_tries(store: ProgressStore, lesson: str, place: int) -> dict[str, bool]:
    """Give the first tries at a question, by the lesson in which it was asked."""
    kept = store.get(f"{RECALL}{lesson}/{place}", {})
    kept = kept if isinstance(kept, dict) else {}
    return {k: v for k, v in kept.items() if k in lesson_names() and isinstance(v, bool)}


def returning(store: ProgressStore, lesson: str) -> list[Returning]:
    """List what comes back in a lesson: missed when it was last asked, the longest ago first."""
    names = lesson_names()
    earlier = names[: names.index(lesson)]
    found = []
    for name in earlier:
        for place, question in enumerate(load_lesson(name).recall):
            tries = first_tries(store, name, place)
            before = [tries[k] for k in earlier if k in tries]
            if before and not before[-1]:
                found.append(Returning(lesson=name, place=place, question=question))
    return found[:MOST]


def first_right(store: ProgressStore, lesson: str) -> tuple[int, int]:
    """Count a lesson's questions that were right at the first try, and those that were asked."""
    tries = [
        first_tries(store, name, place)
        for name in lesson_names()
        for place in range(len(load_lesson(name).recall))
    ]
    here = [t[lesson] for t in tries if lesson in t]
    return sum(here), len(here)
