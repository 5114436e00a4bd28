"""Who loses by the first plan of a case, as it stands before anybody is asked."""

from collections.abc import Collection
from functools import cache

import numpy as np

from coprod_sim.assumptions import DECLARED
from coprod_sim.draws import luck_tables
from coprod_sim.model.rules import ideal_point, merit
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.case_questions import QUESTIONS
from coprod_sim.scenarios.described import described

WISHES = "wishes"
"""The assumptions about what suits people, from which it follows who loses by a plan."""


def losing(case: Scenario) -> tuple[float, float]:
    """Give the shares of less-heard and of well-connected people whom the first plan leaves worse off.

    Args:
        case: the case.

    Returns:
        Two shares, over all luck.
    """
    p, draft = case.rules, case.decisions.draft
    sides = (draft,) if case.decisions.direction == "as given" else (draft, -draft)
    normal = luck_tables()[0]
    luck = (normal[1:] + normal[:-1]) / 2.0  # what stays and what is new add up to one such luck
    less, well = (
        float(np.mean([merit(plan, ideal_point(luck, 0.0, group, 0.0, 1.0, p), p) < 0.0 for plan in sides]))
        for group in (p.ideal_less_heard, p.ideal_well_connected)
    )  # fmt: skip
    return less, well


@cache
def losing_by_answer(question: str) -> dict[str, tuple[float, float]]:
    """Give for those answers to a question about one's own case that say who loses what `losing` gives."""
    (asked,) = (q for q in QUESTIONS if q.name == question)
    return {answer: losing(described({question: answer})) for answer in asked.says_who_loses}


def losing_in_100(
    question: str, answer: str, less_heard: float, changed: Collection[str] = ()
) -> int | None:
    """Give how many in 100 lose by the first plan with an answer, as `losingOf` in the browser does.

    Args:
        question: its name.
        answer: one of its answers.
        less_heard: the share of less-heard people, as answered or as a survey says (0 to 1).
        changed: the names of the numbers inside the rules that somebody changed.

    Returns:
        A whole number; nothing for an answer that says nothing of who loses, and where a changed rule
        leaves that open.
    """
    found = losing_by_answer(question).get(answer)
    if found is None or any(DECLARED[name].family == WISHES for name in changed):
        return None
    return int(100.0 * (less_heard * found[0] + (1.0 - less_heard) * found[1]) + 0.5)
