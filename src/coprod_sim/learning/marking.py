"""Marks an answer that was handed in on a course: the same points each time, and never a traceback."""

import ast
import io
import os
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any

from coprod_sim.learning.check_result import CheckResult, InWords, Status, not_tried
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import Exercise, find_exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.marked_text import inline
from coprod_sim.learning.notebooks import STUB
from coprod_sim.markup import Markup, bullets, element, joined, paragraphs
from coprod_sim.words import ENGLISH, Words, words_in

LUCK = 1
"""The luck answers are marked with, so that an answer gets the same points whenever it is marked."""
SIGN = "answer ="
"""How the line begins that a learner hands in."""
BESIDE = ("seed", "sure")
"""What is handed in beside an answer, and is none."""
SHOWN = 80
"""As much is shown of what stands where an answer should stand [characters]."""


def points_for(name: str, answer: object, most: float) -> float | None:
    """Show what an answer that was handed in came to, and give its points; the cell of a course calls it.

    Args:
        name: The exercise's id.
        answer: What the learner's cell made of `answer`; None where it made nothing.
        most: Points for a right answer [points].

    Returns:
        The points; none where a learner runs the cell, who is only told whether the answer can be read.
    """
    from IPython.display import HTML, display  # noqa: PLC0415 - only where there is a notebook

    exercise, typed = find_exercise(name), typed_before()
    if os.environ.get("NBGRADER_EXECUTION") != "autograde":
        display(HTML(str(paragraphs(readable(exercise, answer, typed)))))
        return None
    with redirect_stderr(io.StringIO()):  # nbgrader takes any word on it for a mistake
        outcome, points = marked(exercise, answer, most, typed)
    display(HTML(str(feedback(exercise, answer, outcome, most))))
    return points


def typed_before() -> str:
    """Give what stands in the cell that ran before this one; nothing where that is not known."""
    from IPython import get_ipython  # noqa: PLC0415 - only where there is a notebook

    shell = get_ipython()
    ran = [] if shell is None else shell.history_manager.input_hist_raw
    return str(ran[-2]).strip() if len(ran) > 2 else ""


def readable(exercise: Exercise, answer: object, typed: str = "") -> str:
    """Say whether an answer can be read and which part is left, and nothing of what is right."""
    table, problem = as_table(answer, typed)
    if problem:
        return problem
    with redirect_stderr(io.StringIO()):
        outcome = check_answer(exercise, table, LUCK)
    if outcome.status is Status.NOT_TRIED:
        return " ".join(told_unread(exercise, outcome, table).said)
    more = filter(None, [unfinished(exercise, table)])
    return " ".join([words_in(ENGLISH)("learner-marked-readable"), *more])


def unfinished(exercise: Exercise, table: dict[str, Any]) -> str:
    """Say how much of an answer is missing; nothing where it is whole, or where nothing is there yet."""
    t = words_in(ENGLISH)
    if getattr(exercise.detail, "order", ()):
        return _order_left(exercise, table)
    answered = [bool(one.given) for one in in_words_of(exercise, table).values()]
    left, all_ = answered.count(False), len(answered)
    return t("learner-marked-left", left=left, all=all_) if 0 < left < all_ else ""


def _order_left(exercise: Exercise, table: dict[str, Any]) -> str:
    """Say how many things have no place yet in an order that was begun."""
    names = [one.id for one in getattr(exercise.detail, "order", ())]
    given = table.get("order")
    left = sum(k not in given for k in names) if isinstance(given, list | tuple) and given else 0
    return words_in(ENGLISH)("learner-marked-order_left", left=left, all=len(names)) if left else ""


def in_words_of(exercise: Exercise, table: dict[str, Any]) -> dict[str, InWords]:
    """Give every part of an answer in words, where its kind has words for them."""
    in_words = getattr(kind_of(exercise.kind), "in_words", None)
    return in_words(exercise.detail, table) if in_words else {}


def marked(
    exercise: Exercise, answer: object, most: float, typed: str = ""
) -> tuple[CheckResult, float]:
    """Check an answer with the luck of all who are marked; gives what it came to and its points."""
    table, problem = as_table(answer, typed)
    if problem:
        return not_tried(problem), 0.0
    outcome = told_unread(exercise, check_answer(exercise, table, LUCK), table)
    return outcome, round(most * outcome.share, 2)


def told_unread(exercise: Exercise, outcome: CheckResult, table: dict[str, Any]) -> CheckResult:
    """Say of an answer that was not read what is missing or wrong in it, and then what stands there.

    Args:
        exercise: what was answered.
        outcome: what the answer came to.
        table: what was handed in.

    Returns:
        The same outcome where something was read, or where nothing stands there.
    """
    there = {k: given for k, given in table.items() if k not in BESIDE and not _empty(given)}
    if outcome.status is not Status.NOT_TRIED or not there:
        return outcome
    left = _order_left(exercise, table)
    if not left and any(one.given for one in in_words_of(exercise, table).values()):
        return outcome  # it can be read, and what is missing has been said
    said = words_in(ENGLISH)("learner-marked-unread", there=shortened(str(there)))
    said_first = (left,) if left else (*outcome.said, said)
    return replace(outcome, status=Status.NOT_YET, said=said_first)


def _empty(given: object) -> bool:
    """Say whether nothing stands in a part of an answer, as in a list of empty places."""
    if isinstance(given, dict | list | tuple):
        return all(map(_empty, given.values() if isinstance(given, dict) else given))
    return given is None or (isinstance(given, str) and not any(map(str.isalnum, given)))


def as_table(answer: object, typed: str = "") -> tuple[dict[str, Any], str]:
    """Read what was handed in; gives it, or an empty table and a sentence on what to do.

    Args:
        answer: What the learner's cell made of `answer`; None where it made nothing.
        typed: What stands in that cell.
    """
    t = words_in(ENGLISH)
    if isinstance(answer, str):
        text = answer.strip().removeprefix(SIGN).strip() or "{}"
        try:
            answer = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return {}, t("learner-marked-no_table")
    if answer is None or answer is ... or (isinstance(answer, dict) and not answer):
        # an empty cell is not run: what was typed last is then the cell that shows the exercise
        stands = typed not in ("", SIGN, STUB) and "exercise_here(" not in typed
        there = shortened(typed)
        return {}, t("learner-marked-begins", there=there) if stands else t(
            "learner-marked-nothing"
        )
    if not isinstance(answer, dict):
        return {}, t("learner-marked-no_table")
    return {str(k): v for k, v in answer.items()}, ""


def shortened(typed: str) -> str:
    """Give the beginning of what was typed, on one line."""
    line = " ".join(typed.split())
    return f"{line[:SHOWN]} ..." if len(line) > SHOWN else line


def feedback(exercise: Exercise, answer: object, outcome: CheckResult, most: float) -> Markup:
    """Set what an answer came to: the points and how they are counted, then every part with what is said."""
    t = words_in(ENGLISH)
    title = element("p", element("strong", t(f"learner-outcome-{outcome.headed}")))
    said = [element("p", inline(line)) for line in outcome.said]
    return element(
        "div", _points(outcome, most, t), title, *said, _parts(exercise, answer, outcome, t)
    )


def _points(outcome: CheckResult, most: float, t: Words) -> Markup:
    points = t(
        "learner-marked-points", points=f"{round(most * outcome.share, 2):g}", most=f"{most:g}"
    )
    counts = outcome.guess and outcome.share < 1
    rule = t("learner-marked-guess", guess=f"{outcome.guess:.2g}", all=outcome.of) if counts else ""
    return paragraphs(f"{points} {rule}")


def _parts(exercise: Exercise, answer: object, outcome: CheckResult, t: Words) -> Markup:
    """List every part: what was asked, what was answered, and what is said of it."""
    parts = in_words_of(exercise, as_table(answer)[0])
    parts |= {k: InWords("", "") for k in outcome.notes if k not in parts}
    return bullets(_part(one, outcome.notes.get(k, ""), t) for k, one in parts.items())


def _part(one: InWords, note: str, t: Words) -> Markup:
    asked = element("strong", inline(one.asked)) if one.asked else ""
    given = t("learner-marked-given", given=one.given) if one.given else ""
    lines = [asked, *map(inline, [given, *note.splitlines()])]
    return joined(*(joined(line, element("br")) for line in lines if line))
