"""Counts by hand how many models that fit the findings give each answer, apart from what the kit counts."""

from collections.abc import Iterator

import numpy as np

from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.items import Prediction, RunQuestion
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.runs import PlayedRun, Run
from coprod_sim.model.totals import GROUPS

EACH = dict[str, np.ndarray]
"""For each way the mean of what is asked about, a model a row; the first is of the rules as they stand."""


def every_question() -> Iterator[tuple[str, RunQuestion, Run]]:
    """List every bet, every bet solved aloud, and every question about what is seen, with its run."""
    items = [
        (f"{n} {k}", getattr(load_lesson(n), k))
        for n in lesson_names()
        for k in ("example", "predict")
    ]
    items += [(one.id, one.detail) for one in map(load_exercise, exercise_folders())]
    for name, item in items:
        if isinstance(item, Prediction):
            yield name, item, item.run
            if item.see is not None:
                yield f"{name}, seen", item.see, item.run


def means(played: PlayedRun, measure: str, group: str, decision: int) -> EACH:
    """Average a measure over the towns of each model: the rules as they stand first, then every other."""
    frame, runs, decisions = played.comparison.frame, played.run.runs, played.decisions
    found = {}
    for way in played.names:
        rows = frame[(frame["engagement"] == way) & (frame["group"] == group)]
        values = (
            100
            * rows[measure].to_numpy(float).reshape(-1, decisions)[:, (decision or decisions) - 1]
        )
        others = values[runs:].reshape(played.models, -1)
        found[way] = np.array([np.nanmean(values[:runs]), *np.nanmean(others, axis=1)])
    return found


def first(played: PlayedRun) -> np.ndarray:
    """Average the trust of everybody before the first decision, a model a row."""
    values = 100 * played.start_trust[:, GROUPS.index("all")]
    others = values[played.run.runs :].reshape(played.models, -1)
    return np.array([values[: played.run.runs].mean(), *others.mean(axis=1)])


def numbers(question: RunQuestion, played: PlayedRun) -> np.ndarray:
    """Work out the number a question with bands asks for, a model a row."""
    read, names = question.read, played.names

    def at(way: str, group: str, decision: int = read.decision) -> np.ndarray:
        return means(played, read.measure, group, decision)[way]

    of, against = read.of or names[-1], read.against or names[0]
    low, high = (read.than or "less_heard", read.group if read.than else "well_connected")
    match read.rule:
        case "value":
            return at(of, read.group)
        case "difference":
            return at(of, read.group) - at(against, read.group)
        case "gap":
            return at(of, high) - at(of, low)
        case "gap_difference":
            return at(of, high) - at(of, low) - at(against, high) + at(against, low)
        case "change":
            return at(of, read.group) - (
                at(of, read.group, read.since) if read.since else first(played)
            )
        case other:
            raise NotImplementedError(f"count {other} by hand, too")


def answers(question: RunQuestion, played: PlayedRun) -> list[str]:
    """Give the answer of every model, that of the rules as they stand first."""
    read = question.read
    if read.rule in ("highest", "lowest"):
        asked = [o.id for o in question.options]
        each = means(played, read.measure, read.group, read.decision)
        rows = np.array([each[way] for way in asked]).T
        return [asked[np.nanargmax(row if read.rule == "highest" else -row)] for row in rows]
    return [
        next(o.id for o in question.options if o.low <= number < o.high)
        for number in numbers(question, played)
    ]


def answer_now(question: RunQuestion, played: PlayedRun) -> str:
    """Give the answer by the rules as they stand."""
    return answers(question, played)[0]


def in_100(question: RunQuestion, played: PlayedRun) -> dict[str, int]:
    """Count for each answer the models of 100 that give it."""
    given = answers(question, played)[1:]
    return {o.id: round(100 * given.count(o.id) / len(given)) for o in question.options}


def order_held(question: RunQuestion, played: PlayedRun) -> int:
    """Count the models of 100 that turn nothing of the order round by more than is close."""
    read = question.read
    each = means(played, read.measure, read.group, read.decision)
    first, *others = np.array([each[item.id] for item in question.order]).T
    places = np.argsort(-first)
    held = [
        all((row[places[:k]] >= row[places[k]] - read.close).all() for k in range(len(row)))
        for row in others
    ]
    return round(100 * sum(held) / len(held))
