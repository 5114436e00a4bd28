"""How many answered each question, and with what mean: everybody together, then corner by corner."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from coprod_sim.charts.labels import listing
from coprod_sim.live.activities import Activity, RoomExperiment, RoomPlan
from coprod_sim.live.disclosure import Floor, suppressed
from coprod_sim.words import Words, words_in

COLUMNS = ("activity", "round", "question", "corner", "people", "mean")
EVERYBODY = "Everybody"
HIDDEN = "hidden"
"""What stands for a number that too few people stand behind, or that would give such a one away."""
Line = tuple[Any, ...]
Row = Mapping[str, Any]
Asked = dict[tuple[str, bool], list[int]]
"""The wordings of a question, each with whether its answers are numbers, and the corners that had it."""


def by_corner(rows: Iterable[Mapping[str, Any]], plan: RoomPlan) -> list[Line]:
    """Give the answers and their mean for each question: all who had it together, then corner by corner.

    A question that only some corners had stands beside those corners alone.

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
        for name, asked in _asked(activity, part, len(corners), t).items()
        for line in _lines(
            [r for r in kept if (r["activity"], r["round"], r["question"]) == (activity.key, part, name)],
            (activity.key, part), asked, corners, plan.floor,
        )
    ]  # fmt: skip


def _asked(activity: Activity, part: str, corners: int, t: Words) -> dict[str, Asked]:
    """Give each question of a round by its name: which corners had it in which words."""
    ways = activity.sequences if isinstance(activity, RoomExperiment) else (None,)
    found: dict[str, Asked] = {}
    for corner, way in enumerate(ways):
        for q in activity.questions(part, way, t):
            if q.kind != "text":
                had = found.setdefault(q.name, {}).setdefault((q.text, q.kind == "scale"), [])
                had.extend(range(corners) if way is None else [corner])
    return found


def _lines(
    rows: list[Row], about: Line, asked: Asked, corners: Sequence[str], floor: Floor
) -> Iterator[Line]:
    """Give the lines of one name: a group of corners for each wording of its question."""
    if not rows:
        return
    everybody = len(asked) == 1
    groups = [
        rows if everybody else [r for r in rows if r["cell"] in had] for had in asked.values()
    ]
    sizes = [len(group) for group in groups]
    shown = suppressed(sizes, floor=floor) if len(rows) >= floor else [None] * len(sizes)
    for ((text, number), had), group, size in zip(asked.items(), groups, shown, strict=True):
        name = EVERYBODY if everybody else listing([corners[k] for k in had])
        apart = [[r["value"] for r in group if r["cell"] == k] for k in had]
        values = [r["value"] for r in group]
        whole = None if size is None or size < floor else size
        yield (*about, text, name, *_numbers(values, whole, number=number))
        if everybody or len(had) > 1:
            counts = suppressed(list(map(len, apart)), floor=floor) if whole else [None] * len(had)
            for k, one, count in zip(had, apart, counts, strict=True):
                yield (*about, text, corners[k], *_numbers(one, count, number=number))


def _numbers(values: list[Any], count: int | None, *, number: bool) -> Line:
    if count is None:
        return HIDDEN, HIDDEN if number else None
    return count, round(fmean(values), 2) if number and values else None
