"""Where learners write, besides what they make: declared once for the kit and the site."""

from dataclasses import dataclass, field

from coprod_sim.learning.exercise import Exercise, exercise_folders, load_exercise
from coprod_sim.learning.items import UNKNOWN, Prediction
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.verdicts import best_said
from coprod_sim.words import Words

JOURNAL = "journal/"
"""How the names of journal entries begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingPlace:
    """One place to write in, besides the journal and what is made: its chapter, and where it is kept.

    `path` leads from what is kept under `name` to the text; where an answer was chosen or answers were put in
    order, `says` has the words of each, and `came` what the models say to it.
    """

    title: str
    asked: str
    name: str
    path: tuple[str, ...]
    says: dict[str, str] = field(default_factory=dict)
    came: str = ""


def writing_places(t: Words) -> list[WritingPlace]:
    """List where bets, reasons, ideas and texts are written, in the order of lessons and exercises."""
    found: list[WritingPlace] = []
    for name in lesson_names():
        one = load_lesson(name)
        if one.predict is not None:
            found += _of_a_bet(one.title, one.predict, f"lesson/{name}/predict", t)
        if one.idea is not None:
            asked = one.idea.question
            found.append(_place(one.title, asked, f"idea/{name}", ("words",)))
    for one in map(load_exercise, exercise_folders()):
        if one.kind == "write":
            found.append(_place(_headed(one), "", f"exercise/{one.id}", ("answer", "text")))
        if one.kind == "predict" and one.detail.because is not None:
            found += _of_a_bet(_headed(one), one.detail, f"exercise/{one.id}/bet", t)
    return found


def _place(title: str, asked: str, name: str, path: tuple[str, ...]) -> WritingPlace:
    return WritingPlace(title=title, asked=asked, name=name, path=path)


def _of_a_bet(title: str, item: Prediction, name: str, t: Words) -> list[WritingPlace]:
    """Give the bet with the words of its answers, and then the reason under what asked for it."""
    answers = (*item.options, *item.order)
    says = {UNKNOWN: t("learner-unknown")} | {o.id: o.text for o in answers}
    bet = WritingPlace(
        title=title,
        asked=item.question,
        name=name,
        path=("answer",),
        says=says,
        came=best_said(item, item.run, t),
    )
    why = item.because.prompt if item.because else t("learner-part-because")
    return [bet, _place(title, why, name, ("because",))]


def titles() -> dict[str, str]:
    """Give the title of everything that has its place in the journal, by its name there."""
    lessons = {name: load_lesson(name).title for name in lesson_names()}
    return lessons | {one.journal: _headed(one) for one in map(load_exercise, exercise_folders())}


def _headed(one: Exercise) -> str:
    return f"{one.number} {one.title}"
