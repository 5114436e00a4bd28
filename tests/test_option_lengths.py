"""Who picks the longest answer, or the shortest, is right no more often than by chance."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.items import Prediction, RunQuestion
from coprod_sim.learning.kinds.diagnose import DiagnoseTable
from coprod_sim.learning.learnt import FORMS
from coprod_sim.learning.learnt import items as items_of_test
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.model_counts import asked_of, look_up
from coprod_sim.learning.runs import Run

ROOT = Path(__file__).resolve().parents[1]
MARGIN = 0.05
"""By how much the share of right answers that stand out may lie above chance."""


class Asked(NamedTuple):
    """A question with one right answer: where it is asked, its options, and the place of the right one."""

    kind: str
    place: str
    options: list[str]
    right: int

    def stands_out(self, most: bool) -> bool:
        """Say whether the right answer is longer than every other, or shorter."""
        lengths = [len(text) for text in self.options]
        mine, others = lengths[self.right], [n for k, n in enumerate(lengths) if k != self.right]
        return mine > max(others) if most else mine < min(others)


def recalled(name: str) -> Iterator[Asked]:
    for question in load_lesson(name).recall:
        yield Asked("recall", name, [o.text for o in question.options], question.right)


def bets(kind: str, place: str, item: Prediction | None) -> Iterator[Asked]:
    if item is not None:
        yield from of_run(kind, place, item, item.run)
        if item.see is not None:
            yield from of_run(kind, place, item.see, item.run)


def of_run(kind: str, place: str, question: RunQuestion, run: Run) -> Iterator[Asked]:
    """Give a question about a run; its right answer was counted, and is nowhere declared."""
    found = look_up(asked_of(question, run))
    assert found is not None, "run: python -m validation claims"
    ids = [option.id for option in question.options]
    if ids:
        yield Asked(kind, place, [o.text for o in question.options], ids.index(found.answer))


def exercised(folder: Path) -> Iterator[Asked]:
    one = load_exercise(folder)
    if isinstance(one.detail, Prediction):
        yield from bets("exercise", one.id, one.detail)
    elif isinstance(one.detail, DiagnoseTable):
        for q in one.detail.questions:
            ids = [o.id for o in q.options]
            if not q.many:
                yield Asked("exercise", one.id, [o.text for o in q.options], ids.index(q.right[0]))


def everything_asked() -> list[Asked]:
    lessons = [load_lesson(name) for name in lesson_names()]
    found = [recalled(one.id) for one in lessons]
    found += [bets("bet", one.id, item) for one in lessons for item in (one.example, one.predict)]
    found += [exercised(folder) for folder in exercise_folders(ROOT / "exercises")]
    tested = [
        Asked("short test", form, list(i.options), i.right)
        for form in FORMS
        for i in items_of_test(form)
    ]
    return [*chain.from_iterable(found), *tested]


ASKED = everything_asked()
KINDS = sorted({one.kind for one in ASKED})
most_and_least = pytest.mark.parametrize("most", [True, False], ids=["longest", "shortest"])


@most_and_least
@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_stands_out_by_its_length_no_more_often_than_by_chance(kind, most):
    asked = [one for one in ASKED if one.kind == kind]
    chance = sum(1 / len(one.options) for one in asked) / len(asked)
    found = sum(one.stands_out(most) for one in asked) / len(asked)
    assert found <= chance + MARGIN, f"{found:.2f} of {len(asked)}; chance would be {chance:.2f}"


@most_and_least
def test_in_no_lesson_does_the_right_answer_stand_out_in_more_than_half_of_the_questions(most):
    by_lesson = defaultdict(list)
    for one in ASKED:
        if one.place in lesson_names():
            by_lesson[one.place].append(one.stands_out(most))
            by_lesson[f"{one.place}, {one.kind}"].append(one.stands_out(most))
    assert {k: found for k, found in by_lesson.items() if sum(found) > len(found) / 2} == {}


def test_every_question_with_one_right_answer_is_looked_at():
    assert KINDS == ["bet", "exercise", "recall", "short test"]
    assert len(ASKED) > 90
