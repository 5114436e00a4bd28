"""How many answered each question, and with what mean: everybody together, then corner by corner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from coprod_sim.live.activities import Activity, RoomExperiment, RoomPlan
from coprod_sim.live.disclosure import Floor, suppressed
from coprod_sim.words import Words, words_in

COLUMNS = ("activity", "round", "question", "corner", "people", "mean")
EVERYBODY = "Everybody"
HIDDEN = "hidden"
"""What stands for a number that too few people stand behind, or that would give such a one away."""
Line = tuple[Any, ...]


def by_corner(rows: Iterable[Mapping[str, Any]], plan: RoomPlan) -> list[Line]:
    """Give the number of answers and their mean for each question: all together, then corner by corner.

    Args:
        rows: the room's answers, as from `ballots.rows`.
        plan: what was asked.

    Returns:
        A line for each with the columns `COLUMNS`; no mean where an answer is no number, and hidden numbers
        where fewer people answered than the plan's floor.
    """
    kept, t = list(rows), words_in(plan.language)
    experiment = next((a for a in plan.activities if isinstance(a, RoomExperiment)), None)
    corners = experiment.corners if experiment else ()
    return [
        line
        for activity in plan.activities
        for part in activity.rounds
        for name, text, number in _asked(activity, part, t)
        for line in _lines(
            [r for r in kept if (r["activity"], r["round"], r["question"]) == (activity.key, part, name)],
            (activity.key, part, text), corners, plan.floor, number=number,
        )
    ]  # fmt: skip


def _asked(activity: Activity, part: str, t: Words) -> Iterator[tuple[str, str, bool]]:
    """Give each question of a round once: its name, its text, whether its answers are numbers."""
    ways = activity.sequences if isinstance(activity, RoomExperiment) else (None,)
    asked = {q.name: q for way in ways for q in activity.questions(part, way, t)}
    yield from ((name, q.text, q.kind == "scale") for name, q in asked.items() if q.kind != "text")


def _lines(
    rows: list[Mapping[str, Any]],
    about: Line,
    corners: Sequence[str],
    floor: Floor,
    *,
    number: bool,
) -> Iterator[Line]:
    if not rows:
        return
    apart = [[r["value"] for r in rows if r["cell"] == k] for k in range(len(corners))]
    shown = [len(rows) if len(rows) >= floor else None]
    shown += suppressed(list(map(len, apart)), floor=floor) if shown[0] else [None] * len(apart)
    for name, values, count in zip(
        (EVERYBODY, *corners), ([r["value"] for r in rows], *apart), shown, strict=True
    ):
        yield (*about, name, *_numbers(values, count, number=number))


def _numbers(values: list[Any], count: int | None, *, number: bool) -> Line:
    if count is None:
        return HIDDEN, HIDDEN if number else None
    return count, round(fmean(values), 2) if number and values else None
