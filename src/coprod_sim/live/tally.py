"""What a room said, counted so that nobody can be picked out: no count below the room's floor is shown."""

from collections import Counter
from collections.abc import Sequence
from statistics import fmean, median
from typing import Any

from sqlalchemy import Connection

from coprod_sim.live.activities import Idea, RoomExperiment
from coprod_sim.live.arms import ARMS
from coprod_sim.live.ballots import Answers, answers_of
from coprod_sim.live.disclosure import MINIMUM, Floor, suppressed
from coprod_sim.live.ideas import told
from coprod_sim.live.questions import Choice, Question, Scale, Several, Value
from coprod_sim.live.room import Room, activity_of, load
from coprod_sim.words import words_in

BANDS = 3
"""Into how many parts a scale is cut when its answers are counted."""


def results(connection: Connection, code: str, key: str) -> dict[str, Any]:
    """Count an activity: for each round its questions, each with `n` and no cell below the floor.

    Returns:
        Key, kind and title, for each round its questions as from `count_answers`; for ideas, those shown.

    Raises:
        Unknown: there is no such activity.
    """
    room = load(connection, code)
    activity = activity_of(room, key)
    parts = [] if isinstance(activity, Idea) else _parts(connection, room, activity)
    found: dict[str, Any] = {"key": key, "kind": activity.kind, "title": activity.title}
    found["rounds"] = parts
    if isinstance(activity, Idea):
        found["ideas"] = told(connection, code, key, named=room.plan.named)
    return found


def count_answers(
    question: Question, values: Sequence[Value], floor: Floor = MINIMUM
) -> dict[str, Any]:
    """Count the answers to one question; `cells` is empty when too few people answered.

    Args:
        question: what was asked.
        values: one answer a person.
        floor: the fewest people a number may stand for [people].

    Returns:
        Name, text and kind of the question; the `floor`; `n`, None where `few` is true [people]; `cells`
        with a label and a count, None where it is suppressed; for scales also
        `low`, `high`, what they mean (`low_means`, `high_means`), `mean` and `median`.
    """
    found: dict[str, Any] = {"name": question.name, "text": question.text, "kind": question.kind}
    few = len(values) < floor
    found |= {"floor": floor, "n": None if few else len(values), "few": few, "cells": []}
    if few:
        return found
    if isinstance(question, Choice):
        return found | {"cells": _cells(question.options, Counter(map(_whole, values)), floor)}
    if isinstance(question, Several):
        chosen = Counter(place for value in values if isinstance(value, list) for place in value)
        cells = _cells(question.options, chosen, floor, one_each=False)
        return found | {"cells": sorted(cells, key=lambda cell: -(cell["count"] or 0))}
    if isinstance(question, Scale):
        return found | _scale(question, [_whole(value) for value in values], floor)
    return found


def _scale(scale: Scale, values: list[int], floor: Floor) -> dict[str, Any]:
    edges = _edges(scale)
    labels = [f"{low} to {high}" for low, high in edges]
    counted = Counter(
        place for value in values for place, (low, high) in enumerate(edges) if low <= value <= high
    )
    middle = {"mean": round(fmean(values), 2), "median": median(values)}
    ends = {name: getattr(scale, name) for name in ("low", "high", "low_means", "high_means")}
    return {"cells": _cells(labels, counted, floor), **ends, **middle}


def _edges(scale: Scale) -> list[tuple[int, int]]:
    """Cut a scale into low, middle and high, even from both ends; 0-10 becomes 0-3, 4-6, 7-10."""
    steps = scale.high - scale.low + 1
    if steps < BANDS:
        return [(value, value) for value in range(scale.low, scale.high + 1)]
    end = round(steps / BANDS)
    low, high = scale.low + end, scale.high - end
    return [(scale.low, low - 1), (low, high), (high + 1, scale.high)]


def _cells(
    labels: Sequence[str], counted: Counter, floor: Floor, *, one_each: bool = True
) -> list[dict[str, Any]]:
    counts = [counted[place] for place in range(len(labels))]
    given = suppressed(counts, one_each=one_each, floor=floor)
    return [{"label": label, "count": count} for label, count in zip(labels, given, strict=True)]


def _parts(connection: Connection, room: Room, activity: Any) -> list[dict[str, Any]]:
    answered, floor = answers_of(connection, room.code, activity.key), room.plan.floor
    words = words_in(room.plan.language)
    if isinstance(activity, RoomExperiment):
        rounds = answered.items()
        wanted = [answer for part, given in rounds if part == "preference" for *_, answer in given]
        asked = activity.questions("preference", None, words)
        found = [_part("preference", None, asked, wanted, floor)]
        scores = activity.scores(words)
        arms = ((arm, _in_arm(activity, answered, arm)) for arm in ARMS)
        return found + [_part("scores", arm, scores, given, floor) for arm, given in arms]
    return [
        _part(part, None, activity.questions(part, None, words), said, floor)
        for part in activity.rounds
        if (said := [a for *_, a in answered.get(part, ())])
    ]


def _part(
    part: str,
    arm: str | None,
    questions: Sequence[Question],
    given: list[dict[str, Any]],
    floor: Floor,
) -> dict[str, Any]:
    counted = [
        count_answers(q, [answer[q.name] for answer in given if q.name in answer], floor)
        for q in questions
    ]
    return {"round": part, "arm": arm, "questions": counted}


def _in_arm(activity: RoomExperiment, answered: Answers, arm: str) -> list[dict[str, Any]]:
    """Give the scores from one arm, over both decisions: in a crossover everybody is in each arm once."""
    return [
        answer
        for part, given in answered.items()
        if part.endswith("scores")
        for _, cell, answer in given
        if cell is not None and activity.sequences[cell].arm(part) == arm
    ]


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
