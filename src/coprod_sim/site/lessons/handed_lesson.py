"""Hands a lesson over to the browser: its questions, and what is said to every answer."""

from typing import Any

from coprod_sim.learning.grading import guess_chance, guess_said
from coprod_sim.learning.items import Prediction, RunQuestion
from coprod_sim.learning.lesson import ChangeTask, IdeaTask, Lesson, load_lesson
from coprod_sim.learning.marked_text import html_of
from coprod_sim.learning.runs import Run
from coprod_sim.learning.verdicts import best_known, counted, leading, shares_of, verdicts
from coprod_sim.site.lessons.handed_run import read_handed, run_handed, switch_handed
from coprod_sim.words import ENGLISH, words_in


def lesson_handed(lesson: Lesson, tables: list[list[float]]) -> dict[str, Any]:
    """Hand over everything a lesson asks.

    Args:
        lesson: the lesson.
        tables: tables of first trust; what the lesson's towns need is added.

    Returns:
        A table of plain values.
    """
    about = ("id", "title", "minutes", "objectives", "key_points")
    asked = lesson.model_dump(mode="json", include={*about, "place"})
    return asked | {
        "example": item_handed(lesson.example, tables),
        "predict": item_handed(lesson.predict, tables),
        "change": _change(lesson.change, lesson.predict),
        "idea": _idea(lesson.idea, lesson.id, tables),
        "fate": _fate(lesson, tables),
    }


def item_handed(item: Prediction | None, tables: list[list[float]]) -> dict[str, Any] | None:
    """Hand over a prediction: the question, its run, what is to be seen in it, and the reason."""
    if item is None:
        return None
    because = item.because
    return {
        "question": question_handed(item, item.run),
        "sure": item.sure,
        "guess": guess_chance(item),
        "guess_said": guess_said(guess_chance(item)),
        "run": run_handed(item.run, tables),
        "see": question_handed(item.see, item.run) if item.see else None,
        "because": {"prompt": because.prompt, "model": html_of(because.model)} if because else None,
    }


def question_handed(question: RunQuestion, run: Run) -> dict[str, Any]:
    """Hand over a question about a run, with what is said to each answer."""
    said = question.model_dump(mode="json", include={"question", "options", "order"})
    whole = {name: getattr(question, name, "") for name in ("right", "wrong")}
    held = {k: one._asdict() for k, one in verdicts(question, run, words_in(ENGLISH)).items()}
    shares = shares_of(question, run)
    whole |= {"best": "" if question.order else leading(shares), "unit": question.told_in}
    read = read_handed(question.read, run, question.digits)
    known = "" if question.order else best_known(question, run)
    return said | whole | {
        "read": read, "held": held, "known": known, "stands": counted(question, run).answer,
    }  # fmt: skip


def _change(change: ChangeTask | None, item: Prediction | None) -> dict[str, Any] | None:
    if change is None or item is None:
        return None
    run, mine = item.run, change.variant
    reads = [read.but(of=mine) for read in change.reads]
    return {
        "question": change.question,
        "way": run.names.index(mine),
        "dials": change.start(run, mine),
        "switches": [switch_handed(one) for one in change.switches],
        "reads": [read_handed(read, run) for read in reads],
        "talk": change.talk,
        "alone": False,
    }


def _idea(idea: IdeaTask | None, lesson: str, tables: list[list[float]]) -> dict[str, Any] | None:
    if idea is None:
        return None
    asked = idea.model_dump(mode="json", include={"question", "own_words", "options"})
    return asked | {
        "lesson": lesson,
        "way": idea.run.names.index(idea.variant),
        "run": run_handed(idea.run, tables),
        "read": read_handed(idea.read.but(of=idea.variant), idea.run),
    }


def _fate(lesson: Lesson, tables: list[list[float]]) -> dict[str, Any] | None:
    if lesson.fate is None:
        return None
    of = load_lesson(lesson.fate.of)
    return {"none": lesson.fate.none, "idea": _idea(of.idea, of.id, tables)}
